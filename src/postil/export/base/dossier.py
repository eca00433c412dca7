"""The dossier that every format is given: articles, their notes in place, and the codebook."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from postil.model.article import Article, Block
from postil.model.note import Colour, Note, State
from postil.model.source import Metadata
from postil.model.span import Span
from postil.model.values import dataclass, field

OWN_WORDS = "The article’s own words"
UNTAGGED = "Without a tag"


@dataclass(frozen=True, slots=True)
class ExportedNote:
    """A note, with all that is found out about it before it is written."""

    note: Note
    span: Span | None
    """In the text of its article; None for an orphan, and for a note on the whole article."""
    state: State
    section: tuple[str, ...] = ()
    """The headings that it stands under, from the outermost."""
    page: str = ""
    """The printed page, as it is named; "" where there is none."""
    source: Mapping[str, object] | None = None
    """Whose words it is on, as CSL-JSON; None for the article's own."""
    source_name: str = ""
    """The source in a few words; "" for the article's own."""
    body: tuple[Block, ...] = ()
    """Its Markdown, read; empty where the format asked for no articles."""
    citation: str = ""
    """The passage's citation, finished; "" where the format asked for none."""

    @property
    def orphan(self) -> bool:
        """Whether its passage is not found in the article."""
        return self.state == "orphan"


@dataclass(frozen=True, slots=True)
class ExportedArticle:
    """An article with its notes, by place, orphans last."""

    id: str
    """Of its record in the home."""
    title: str
    path: str = ""
    """Where this machine last saw it; "" where it never has."""
    digest: str = ""
    """SHA-256 of ``text``; "" where no text of it is known."""
    text: str = ""
    """The canonical text in which the notes are placed."""
    article: Article | None = None
    """None where it cannot be read here: then there is its text at the most."""
    metadata: Metadata = field(default_factory=Metadata)
    language: str = ""
    """Of its text, as in HTML: ``en``; "" where it is not known, or was not asked for."""
    notes: tuple[ExportedNote, ...] = ()

    @property
    def address(self) -> str:
        """A URI that names it: its address on the web, else a URN of its text, or of its record.

        Where it lies on this machine is nobody else's business.
        """
        if self.metadata.url:
            return self.metadata.url
        return f"urn:sha256:{self.digest}" if self.digest else f"urn:postil:{self.id}"


@dataclass(frozen=True, slots=True)
class ExportedTag:
    """A tag of the codebook; those above others are there even if no note bears them."""

    tag: str
    """In full: ``trade/routes``."""
    definition: str = ""
    colour: Colour | None = None
    notes: int = 0
    """Of the dossier, that bear the tag itself."""

    @property
    def name(self) -> str:
        """The last part of the tag."""
        return self.tag.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that is exported at once."""

    articles: tuple[ExportedArticle, ...]
    tags: tuple[ExportedTag, ...] = ()
    """By name, each behind those above it."""
    references: tuple[str, ...] = ()
    """The entries of the bibliography, finished; empty where the format asked for none."""
    style: str = ""
    """The title of the style that citations are in."""
    group: str = "article"
    """One of ``GROUPS``."""

    @property
    def notes(self) -> Iterator[tuple[ExportedArticle, ExportedNote]]:
        """All notes with their articles, in order."""
        return ((article, one) for article in self.articles for one in article.notes)


@dataclass(frozen=True, slots=True)
class Written:
    """An exported file, and what its format could not hold."""

    data: bytes
    losses: tuple[str, ...] = ()
    """Sentences for the reader."""
    sidecars: Mapping[str, Callable[[], bytes]] = field(default_factory=dict)
    """What makes the files that belong beside it, by the suffix that takes the place of its own."""


GROUPS = ("tag", "colour", "source", "article")
"""By what the notes of a dossier can be gathered under headings."""


def grouped(dossier: Dossier) -> Iterator[tuple[str, list[tuple[ExportedArticle, ExportedNote]]]]:
    """Yield the notes under each heading of the dossier's grouping, in an order that is plain.

    A note with several tags stands under each.
    """
    found: dict[str, list[tuple[ExportedArticle, ExportedNote]]] = {}
    for article, one in dossier.notes:
        for head in _heads(dossier.group, article, one):
            found.setdefault(head, []).append((article, one))
    last = {OWN_WORDS, UNTAGGED}
    heads: Iterable[str] = found
    if dossier.group == "tag":
        heads = sorted(found, key=lambda head: (head in last, head.casefold()))
    elif dossier.group == "colour":
        heads = [str(colour) for colour in Colour if str(colour) in found]
    elif dossier.group == "source":
        heads = sorted(found, key=lambda head: (head in last, head.casefold()))
    return ((head, found[head]) for head in heads)


def _heads(group: str, article: ExportedArticle, one: ExportedNote) -> tuple[str, ...]:
    match group:
        case "tag":
            return one.note.tags or (UNTAGGED,)
        case "colour":
            return (str(one.note.colour),)
        case "source":
            return (one.source_name or OWN_WORDS,)
    return (article.title,)


def counted(many: int, thing: str) -> str:
    """Return a number with its noun: ``1 note``, ``7 notes``."""
    return f"{many} {thing}" if many == 1 else f"{many} {thing}s"
