"""Records and their documents: notes, articles, tags and marks with their names on disk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256

from postil.model.note import Anchor, Colour, Note, OtherText
from postil.model.source import Correction
from postil.model.values import dataclass, field
from postil.store.disk.clock import number, time_of
from postil.store.records.fields import ALSO, STAMP, rules_of
from postil.store.records.source_records import source_from, source_to
from postil.store.records.version_vectors import text_versions
from postil.store.types import Doc, RecordKey
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


_COLOURS = {str(colour): colour for colour in Colour}

Record = Note | ArticleRecord | TagDefinition | Mark


def key_of(record: Record) -> RecordKey:
    """Return the key of a record. Raises ValueError for an id that is none."""
    match record:
        case Note():
            return "notes", str(number(record.id))
        case ArticleRecord():
            return "articles", str(number(record.id))
        case TagDefinition():
            return "tags", _hashed(record.tag)
        case Mark():
            return "marks", _hashed(f"{record.article} {record.letter}")


def named_key(table: str, doc: Doc) -> str | None:
    """Return under which key a document says that it stands; None where it does not say.

    Raises ValueError for an id that is none.
    """
    match table:
        case "notes" | "articles":
            return str(number(_text(doc, "id"))) if "id" in doc else None
        case "tags":
            return _hashed(_text(doc, "tag")) if "tag" in doc else None
        case "marks":
            mark = _text(doc, "article"), _text(doc, "letter")
            return _hashed(" ".join(mark)) if all(mark) else None
    return None


def to_doc(record: Record) -> Doc:
    """Return a record as JSON has it, without stamps but those of texts that are not the newest."""
    match record:
        case Note():
            anchor = record.anchor
            return {
                "id": record.id,
                "article": record.article,
                "quote": anchor.quote,
                "prefix": anchor.prefix,
                "suffix": anchor.suffix,
                "start": anchor.start,
                "end": anchor.end,
                "digest": anchor.digest,
                "colour": str(record.colour),
                "tags": list(record.tags),
                "body": record.body,
                "created": record.created,
                ALSO: [[one.stamp, one.text] for one in record.also],
            }
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
            }
        case TagDefinition():
            colour = record.colour and str(record.colour)
            return {"tag": record.tag, "definition": record.text, "colour": colour}
        case Mark():
            return {
                "article": record.article,
                "letter": record.letter,
                "offset": record.offset,
                "current": record.current,
            }


def from_doc(table: str, doc: Doc) -> Record | None:
    """Read a record; None for one that lacks what it cannot do without."""
    match table:
        case "notes":
            return _note(doc)
        case "articles":
            return _article(doc)
        case "tags":
            tag = clean_line(_text(doc, "tag"))
            colour = _colour(doc)
            return TagDefinition(tag, clean(_text(doc, "definition")), colour) if tag else None
        case "marks":
            article, letter = _text(doc, "article"), clean_line(_text(doc, "letter"), 1)
            current = _count(doc, "current") if doc.get("current") is not None else None
            mark = Mark(article, letter, _count(doc, "offset"), current)
            return mark if article and letter else None
    return None


def _note(doc: Doc) -> Note | None:
    identity = _text(doc, "id")
    start, end = _count(doc, "start"), _count(doc, "end")
    try:
        number(identity)
    except ValueError:
        return None
    anchor = Anchor(
        quote=_safe(_text(doc, "quote")),
        prefix=_text(doc, "prefix"),
        suffix=_text(doc, "suffix"),
        start=start,
        end=max(start, end),
        digest=_text(doc, "digest"),
    )
    tags = (_one_line(tag) for tag in _texts(doc, "tags"))
    body = _safe(_text(doc, "body"))
    return Note(
        id=identity,
        article=_text(doc, "article"),
        anchor=anchor,
        colour=_colour(doc) or Colour.YELLOW,
        tags=tuple(tag for tag in tags if tag),
        body=body,
        created=_line(doc, "created"),
        modified=time_of(_line(doc, STAMP)),
        also=_others(doc, body),
    )


def _others(doc: Doc, body: str) -> tuple[OtherText, ...]:
    """Return the texts that say something which the body does not say."""
    if ALSO not in doc:
        return ()
    texts: dict[str, OtherText] = {}
    for version in text_versions(rules_of("notes"), doc):
        text = _safe(version.text)
        if text.strip() and text not in body:
            texts[text] = OtherText(text, _one_line(version.stamp))
    return tuple(texts.values())


def _article(doc: Doc) -> ArticleRecord | None:
    identity = _text(doc, "id")
    try:
        number(identity)
    except ValueError:
        return None
    return ArticleRecord(
        id=identity,
        digests=tuple(_texts(doc, "digests")),
        paths=_words(doc, "paths"),
        title=_line(doc, "title"),
        metadata={
            clean_line(name): clean_line(said) for name, said in _words(doc, "metadata").items()
        },
        corrections=tuple(_corrections(doc)),
        progress=_share(doc.get("progress")),
        read=_line(doc, "read"),
    )


def _corrections(doc: Doc) -> list[Correction]:
    found = doc.get("corrections")
    corrections = []
    for entry in found if isinstance(found, list) else ():
        if isinstance(entry, dict) and isinstance(entry.get("evidence"), str):
            source = entry.get("source")
            record = source_from(source) if isinstance(source, dict) else None
            corrections.append(Correction(entry["evidence"], record))
    return corrections


def _hashed(name: str) -> str:
    digest = sha256(name.encode("utf-8", "surrogatepass")).digest()
    return str(int.from_bytes(digest[:16], "big"))


def _safe(text: str) -> str:
    """Make the words of a file that anybody may have written safe for a terminal."""
    return text if text.isprintable() else clean(text)


def _one_line(text: str) -> str:
    return text if text.isprintable() and text == text.strip() else clean_line(text)


def _line(doc: Doc, name: str) -> str:
    text = _text(doc, name)
    return _one_line(text)


def _text(doc: Doc, name: str) -> str:
    found = doc.get(name)
    return found if isinstance(found, str) else ""


def _texts(doc: Doc, name: str) -> Sequence[str]:
    found = doc.get(name)
    return [item for item in found if isinstance(item, str)] if isinstance(found, list) else ()


def _words(doc: Doc, name: str) -> dict[str, str]:
    found = doc.get(name)
    if not isinstance(found, dict):
        return {}
    return {key: item for key, item in found.items() if isinstance(item, str)}


def _share(found: object) -> float | None:
    """Return a share as a number from 0 to 1; None for what is none."""
    if not isinstance(found, (int, float)) or found != found:
        return None
    return float(min(max(found, 0), 1))


def _count(doc: Doc, name: str) -> int:
    found = doc.get(name)
    return max(0, found) if isinstance(found, int) else 0


def _colour(doc: Doc) -> Colour | None:
    found = doc.get("colour")
    return _COLOURS.get(found) if isinstance(found, str) else None
