"""Records and their documents: notes, articles, tags, marks, queries, sources, as on disk."""

from __future__ import annotations

from collections.abc import Mapping

from postil.model.digests import sha256
from postil.model.note import Colour, Note
from postil.model.reading_state import ReadingState
from postil.model.source import Correction, Source
from postil.model.values import dataclass, field
from postil.store.disk.clock import number
from postil.store.records.note_records import colour_of, note_from, note_to
from postil.store.records.source_records import corrections_from, source_from, source_to
from postil.store.types import (
    Doc,
    RecordKey,
    count_of,
    line_of,
    share_of,
    text_of,
    texts_of,
    words_of,
)
from postil.text.clean import clean, clean_line


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """What is stored about an article: how to recognise it, and what its reader says of it."""

    id: str
    digests: tuple[str, ...] = ()
    """Every text of it that was seen, oldest first."""
    paths: Mapping[str, str] = field(default_factory=dict)
    """Where it lies, by device."""
    title: str = ""
    metadata: Mapping[str, str] = field(default_factory=dict)
    """What the reader says, by the names of CSL-JSON."""
    corrections: tuple[Correction, ...] = ()
    progress: float | None = None
    """How far it was read, 0 to 1."""
    read: str = ""
    """When it was last read: RFC 3339, UTC."""
    state: ReadingState | None = None
    """What the reader says of reading it; None where how far it was read tells."""


@dataclass(frozen=True, slots=True)
class TagDefinition:
    """What a tag means to its reader."""

    tag: str
    text: str = ""
    colour: Colour | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in an article that one letter leads to."""

    article: str
    letter: str
    offset: int
    current: int | None = None
    """A code point of the paragraph that was current there; None where it is not known."""
    digest: str = ""
    """SHA-256 of the canonical text in which it was set; "" in marks of earlier releases."""


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A query under the name that stands for it in others."""

    name: str
    query: str


@dataclass(frozen=True, slots=True)
class JoinedSource:
    """A source that is another one, spelled differently: so the reader says."""

    spelling: str
    """All of its fields, in words."""
    source: Source
    """What it is joined to."""
    words: str = ""
    """Those of its fields by which a query asks for it."""


_STATES = {str(state): state for state in ReadingState}

Record = Note | ArticleRecord | TagDefinition | Mark | SavedQuery | JoinedSource


def key_of(record: Record) -> RecordKey:
    """Return the key of a record. Raises ValueError for an id that is none."""
    match record:
        case Note():
            return "notes", str(number(record.id))
        case ArticleRecord():
            return "articles", str(number(record.id))
        case TagDefinition():
            return "tags", _hashed(record.tag)
        case SavedQuery():
            return "queries", _hashed(record.name)
        case JoinedSource():
            return "sources", _hashed(record.spelling)
        case Mark():
            return "marks", _hashed(f"{record.article} {record.letter}")


def named_key(table: str, doc: Doc) -> str | None:
    """Return under which key a document says that it stands; None where it does not say.

    Raises ValueError for an id that is none.
    """
    match table:
        case "notes" | "articles":
            return str(number(text_of(doc, "id"))) if "id" in doc else None
        case "tags":
            return _hashed(text_of(doc, "tag")) if "tag" in doc else None
        case "queries":
            return _hashed(text_of(doc, "name")) if "name" in doc else None
        case "sources":
            return _hashed(text_of(doc, "spelling")) if "spelling" in doc else None
        case "marks":
            mark = text_of(doc, "article"), text_of(doc, "letter")
            return _hashed(" ".join(mark)) if all(mark) else None
    return None


def to_doc(record: Record) -> Doc:
    """Return a record as JSON has it, without stamps but those of texts that are not the newest."""
    match record:
        case Note():
            return note_to(record)
        case ArticleRecord():
            return {
                "id": record.id,
                "digests": list(record.digests),
                "paths": dict(record.paths),
                "title": record.title,
                "metadata": dict(record.metadata),
                "corrections": [
                    {
                        "evidence": correction.evidence,
                        "source": correction.source and source_to(correction.source),
                    }
                    for correction in record.corrections
                ],
                "progress": record.progress,
                "read": record.read,
                "state": str(record.state or ""),
            }
        case TagDefinition():
            colour = record.colour and str(record.colour)
            return {"tag": record.tag, "definition": record.text, "colour": colour}
        case SavedQuery():
            return {"name": record.name, "query": record.query}
        case JoinedSource():
            return {
                "spelling": record.spelling,
                "source": source_to(record.source),
                "words": record.words,
            }
        case Mark():
            return {
                "article": record.article,
                "letter": record.letter,
                "offset": record.offset,
                "current": record.current,
                "digest": record.digest,
            }


def from_doc(table: str, doc: Doc) -> Record | None:
    """Read a record; None for one that lacks what it cannot do without."""
    match table:
        case "notes":
            return note_from(doc)
        case "articles":
            return _article(doc)
        case "tags":
            tag = clean_line(text_of(doc, "tag"))
            colour = colour_of(doc)
            return TagDefinition(tag, clean(text_of(doc, "definition")), colour) if tag else None
        case "queries":
            name, query = line_of(doc, "name"), line_of(doc, "query")
            return SavedQuery(name, query) if name and query else None
        case "sources":
            spelling, said = line_of(doc, "spelling"), doc.get("source")
            source = source_from(said) if isinstance(said, dict) else None
            words = line_of(doc, "words")
            return JoinedSource(spelling, source, words) if spelling and source else None
        case "marks":
            article, letter = text_of(doc, "article"), clean_line(text_of(doc, "letter"), 1)
            current = count_of(doc, "current") if doc.get("current") is not None else None
            digest = text_of(doc, "digest")
            mark = Mark(article, letter, count_of(doc, "offset"), current, digest)
            return mark if article and letter else None
    return None


def _article(doc: Doc) -> ArticleRecord | None:
    identity = text_of(doc, "id")
    try:
        number(identity)
    except ValueError:
        return None
    return ArticleRecord(
        id=identity,
        digests=tuple(texts_of(doc, "digests")),
        paths=words_of(doc, "paths"),
        title=line_of(doc, "title"),
        metadata={
            clean_line(name): clean_line(said) for name, said in words_of(doc, "metadata").items()
        },
        corrections=tuple(corrections_from(doc)),
        progress=share_of(doc.get("progress")),
        read=line_of(doc, "read"),
        state=_STATES.get(text_of(doc, "state")),
    )


def _hashed(name: str) -> str:
    digest = sha256(name.encode("utf-8", "surrogatepass")).digest()
    return str(int.from_bytes(digest[:16], "big"))
