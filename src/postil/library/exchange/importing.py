"""Imports notes: read, matched to articles, placed, and stored in one step that can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from postil.errors import BadRequest, CannotOpen
from postil.files import NoSmallFile, read_small
from postil.imports.base.fields import MOST_BYTES
from postil.imports.base.records import ImportedArticle, ImportedNote, ImportFile
from postil.imports.readers import READERS, read, reader_named, reader_of
from postil.library.articles import opening
from postil.library.base.labels import counted
from postil.library.base.open_article import OpenArticle
from postil.library.exchange.matching import KnownArticles
from postil.library.exchange.quoted_places import QuotedPlaces
from postil.library.exchange.taking_in import as_tagged_here, body_of, origin_of, tags_of, taken_in
from postil.library.identity import article_identity
from postil.model.note import Anchor, Colour, LinkKind, Note, NoteLink, OtherText
from postil.model.values import dataclass, field, replace
from postil.store.disk.clock import new_id, number
from postil.store.home.home import Home
from postil.store.home.journal import Change
from postil.store.records.records import ArticleRecord, Record, TagDefinition
from postil.text.clean import clean, clean_line
from postil.text.progress import Progress, within

__all__ = ["READERS", "Import", "carry_out", "prepare", "reader_named", "sentence"]

OWN = ("json", "markdown")
"""Formats that Postil writes with the ids of its notes."""

_KINDS = {str(kind): kind for kind in LinkKind}
_COLOURS = {str(colour): colour for colour in Colour}


@dataclass(slots=True)
class Import:
    """What an import would do, before anything is written."""

    format: str
    new: list[Note] = field(default_factory=list)
    """In articles that are known here, each at its place; orphans too."""
    changed: list[tuple[Note, Note]] = field(default_factory=list)
    """Notes that came in before, and what they become."""
    known: int = 0
    """Records that came in before and say nothing new, or whose notes were deleted here."""
    orphans: int = 0
    """Of the new ones, those that find no place or no article."""
    skipped: int = 0
    """Things in the file that are no notes."""
    articles: list[tuple[ArticleRecord | None, ArticleRecord]] = field(default_factory=list)
    """Records of articles as they are, if they are, and as they become."""
    opened: dict[str, OpenArticle] = field(default_factory=dict)
    """Articles on which there are new notes, by the id of their record."""
    tags: list[TagDefinition] = field(default_factory=list)
    """Definitions of tags that have none here."""

    @property
    def writes(self) -> bool:
        """Whether there is anything to be stored."""
        return bool(self.new or self.changed or self.tags)


def prepare(
    home: Home, path: Path, format_name: str | None = None, progress: Progress | None = None
) -> Import:
    """Read a file, and return what taking it in would do.

    Raises BadRequest for a file that is in no form that is known, or damaged.
    """
    file = _file(path)
    reader = reader_of(file) if format_name is None else reader_named(format_name)
    found = as_tagged_here(home, reader.name, read(reader, file))
    made = Import(reader.name, skipped=found.skipped)
    by_origin, gone = _earlier(home, reader.name)
    fresh: dict[ImportedArticle, list[ImportedNote]] = {}
    for record in found.notes:
        key = record.id
        if key in by_origin:
            before = by_origin[key]
            after = taken_in(before, reader.name, record)
            if after == before:
                made.known += 1
            else:
                made.changed.append((before, after))
        elif key in gone:
            made.known += 1
        else:
            fresh.setdefault(record.article, []).append(record)
    wanted = {
        article: [one.quote for one in notes if one.quote] for article, notes in fresh.items()
    }
    paths = KnownArticles(home).paths(wanted, within(progress, 0, 0.5))
    for article, notes in fresh.items():
        _take(home, made, article, notes, paths.get(article), within(progress, 0.5, 1))
    _resolve(made, {**by_origin, **{note.origin.id: note for note in made.new if note.origin}})
    defined = {one.tag.casefold() for one in home.tag_definitions().values()}
    for tag, text, colour in found.tags:
        if tag.casefold() not in defined and (text or colour):
            made.tags.append(TagDefinition(tag, clean(text), _COLOURS.get(colour)))
    return made


def carry_out(home: Home, made: Import, progress: Progress | None = None) -> None:
    """Store what was prepared, in one change that can be undone. Raises CannotWrite."""
    if not made.writes:
        return
    for open_article in made.opened.values():
        home.keep_snapshot(open_article.article.text, open_article.article.digest)
    pairs: list[tuple[Record | None, Record]] = [*made.articles, *made.changed]
    before: list[Record] = [one for one, _ in pairs if one is not None]
    after: list[Record] = [*(one for _, one in pairs), *made.new, *made.tags]
    # Whoever imports once more has asked for what has changed there.
    home.consent.agreed.update(note.id for note, _ in made.changed)
    many = len(made.new) + len(made.changed)
    label = f"import of {many} note{'s' * (many != 1)} from {made.format}"
    home.apply(Change(label, tuple(before), tuple(after)), progress)


def sentence(made: Import, verb: str) -> str:
    """Say what comes in, what is known already, and what finds no place; without a stop."""
    said = [f"{counted(len(made.new), 'note')} {verb}"]
    if made.orphans:
        said.append(f"{made.orphans} of them without a place")
    if made.changed:
        said.append(f"{len(made.changed)} changed")
    if made.known:
        said.append(f"{made.known} known already")
    if made.skipped:
        be = "is" if made.skipped == 1 else "are"
        said.append(f"{counted(made.skipped, 'thing')} left out that {be} no note")
    return ", ".join(said)


def _file(path: Path) -> ImportFile:
    name = clean_line(path.name, 200)
    try:
        return ImportFile(read_small(path, MOST_BYTES), path.name)
    except NoSmallFile as error:
        raise BadRequest(name, str(error), "give a file of notes") from None
    except OSError as error:
        why = clean_line(error.strerror or "it cannot be read")
        raise BadRequest(name, why.lower(), "see to the file") from error


def _earlier(home: Home, program: str) -> tuple[dict[str, Note], set[str]]:
    """Return the notes that came from a program before, and the ids of records deleted here."""
    live: dict[str, Note] = {}
    for note in home.notes().values():
        if note.origin is not None and note.origin.program == program:
            live[note.origin.id] = note
        if program in OWN:
            live.setdefault(note.id, note)
    gone: set[str] = set()
    for (table, _), docs in home.versions.by_key().items():
        for doc in docs if table == "notes" else ():
            origin, identity = doc.get("origin"), doc.get("id")
            if isinstance(origin, dict) and origin.get("program") == program:
                gone.add(str(origin.get("id")))
            if program in OWN and isinstance(identity, str):
                gone.add(identity)
    return live, gone - live.keys()


def _take(
    home: Home,
    made: Import,
    article: ImportedArticle,
    records: Sequence[ImportedNote],
    path: str | None,
    progress: Progress | None,
) -> None:
    opened = _opened(home, path)
    if opened is None:
        record = ArticleRecord(
            new_id(),
            title=clean_line(article.title or article.file or article.url) or "",
            metadata={"URL": article.url} if article.url.startswith("http") else {},
        )
        made.articles.append((None, record))
        places = None
    else:
        record = opened.record or ArticleRecord(new_id())
        record = _recorded(home, opened, record)
        if record != opened.record:
            made.articles.append((opened.record, record))
        made.opened[record.id] = opened
        places = QuotedPlaces(opened.article.text, opened.article.digest, progress)
    for one in records:
        digest = "" if opened is None else opened.article.digest
        anchor = _anchor(one, places, digest)
        made.orphans += bool(one.quote) and (not digest or anchor.digest != digest)
        made.new.append(_note(made.format, one, record.id, anchor))


def _opened(home: Home, path: str | None) -> OpenArticle | None:
    if path is None:
        return None
    try:
        return opening.read(home, Path(path))
    except CannotOpen:
        return None


def _recorded(home: Home, opened: OpenArticle, record: ArticleRecord) -> ArticleRecord:
    """Return the record of an article that notes are taken in on, with its text and its path."""
    article, device = opened.article, home.device
    digests = (*(one for one in record.digests if one != article.digest), article.digest)
    paths = dict(record.paths)
    if opened.path is not None:
        paths[device] = str(opened.path)
    title = record.title or article_identity.title_for(home, opened, record, "")
    return replace(record, digests=digests, paths=paths, title=title)


def _anchor(one: ImportedNote, places: QuotedPlaces | None, digest: str) -> Anchor:
    if not one.quote:
        counted_off = None if places is None else places.counted_off(one)
        return counted_off or Anchor("", "", "", 0, 0, digest)
    found = None if places is None else places.anchor(one)
    if found is not None:
        return found
    start = one.start or 0
    return Anchor(one.quote, one.prefix, one.suffix, start, start + len(one.quote), "")


def _note(program: str, one: ImportedNote, article: str, anchor: Anchor) -> Note:
    return Note(
        id=_kept_id(one) or new_id(),
        article=article,
        anchor=anchor,
        colour=one.colour or Colour.YELLOW,
        tags=tags_of(one),
        body=body_of(one),
        created=one.created,
        also=tuple(OtherText(clean(text).strip()) for text in one.also if text not in one.body),
        maker=clean_line(one.maker),
        origin=origin_of(program, one),
        links=tuple(_links(one.links)),
    )


def _kept_id(one: ImportedNote) -> str:
    """Return the id that a note of Postil's goes on with; "" for another program's."""
    return one.id if one.keeps_id and _is_id(one.id) else ""


def _resolve(made: Import, notes: Mapping[str, Note]) -> None:
    """Let links lead to the notes that other records of the file have become."""
    for at, note in enumerate(made.new):
        if note.links:
            led = (
                NoteLink(link.kind, notes[link.to].id if link.to in notes else link.to)
                for link in note.links
            )
            made.new[at] = replace(note, links=tuple(one for one in led if _is_id(one.to)))


def _is_id(identity: str) -> bool:
    try:
        return number(identity) >= 0
    except ValueError:
        return False


def _links(links: Iterable[tuple[str, str]]) -> Iterable[NoteLink]:
    for kind, to in links:
        if kind in _KINDS:
            yield NoteLink(_KINDS[kind], to)
