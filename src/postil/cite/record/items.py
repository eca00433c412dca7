"""Makes of a passage the records to cite: its originals, and the article in which it was read."""

from __future__ import annotations

from collections.abc import Sequence

from postil.cite.record.keys import keys
from postil.lexicon.outlet_rules import folded
from postil.model.source import Date, Governed, Metadata, Relation, Source
from postil.model.values import NamedTuple, dataclass, replace


class CitedArticle(NamedTuple):
    """The article in which a passage was read."""

    metadata: Metadata
    label: str
    """The name of its file, which stands for a title that is not known."""
    chapter: str = ""
    """The title of the chapter in which the passage stands, of a book."""
    pages: str = ""
    """Where it stands in a document that has pages, as they are printed: ``12``, ``xii-xiv``."""

    @property
    def title(self) -> str:
        """The title, or the file's name."""
        return self.metadata.title or self.label


@dataclass(frozen=True, slots=True)
class Item:
    """One record of a bibliography."""

    id: str
    record: Source
    relation: Relation = "own"
    """What its words are in the articles that have it."""
    read_in: tuple[Item, ...] = ()
    """The records of the articles that quote this one."""
    locator: str = ""
    """The pages of it to which a citation in the article points."""
    titled: bool = True
    """Whether its title is known; else the name of its file stands for it."""
    language: str = ""
    """The tag of the language of its words, where that is known."""

    @property
    def verb(self) -> str:
        """How the articles give it: "Quoted" or "Cited"."""
        return "Cited" if self.relation == "cited" else "Quoted"


def items(
    governed: Governed, article: CitedArticle, today: Date | None, beside: Sequence[Source] = ()
) -> list[Item]:
    """Return the article's record, with those of the passage's originals before it, in order.

    ``beside`` are all the sources of the article in their order: the ids are the same for every
    passage of it.
    """
    host = article_record(article, today)
    originals = [(source, relation) for source, relation in governed.named if source != host]
    named = keys((host, *beside, *(source for source, _ in originals)))
    known = article.metadata
    read_in = Item(named[host], host, titled=bool(known.title), language=known.language)
    before = (
        Item(named[one], one, relation, (read_in,), governed.locator_of(one))
        for one, relation in originals
    )
    return [*before, read_in]


def article_record(article: CitedArticle, today: Date | None) -> Source:
    """Return the article's own record; ``today`` counts only where it has an address."""
    known = article.metadata
    record = Source(
        type=known.type,
        author=known.author,
        title=article.title,
        container_title=known.container_title,
        publisher=known.publisher,
        issued=known.issued,
        accessed=(known.accessed or today) if known.url else None,
        url=known.url,
    )
    if article.chapter and known.type == "book":
        # The book holds the chapter, and is signed and published for it (CSL 1.0.2, appendix III).
        record = replace(
            record, type="chapter", title=article.chapter, container_title=article.title
        )
    return without_repeats(record)


def without_repeats(record: Source) -> Source:
    """Return the record with every name in one place only."""
    named = {folded(name.literal) for name in record.author if name.literal}
    if record.container_title and folded(record.container_title) in named:
        author = tuple(
            n for n in record.author if folded(n.literal) != folded(record.container_title)
        )
        record = replace(record, author=author)
        named = set()
    if record.publisher and folded(record.publisher) in {*named, folded(record.container_title)}:
        record = replace(record, publisher="")
    if record.title and folded(record.title) == folded(record.container_title):
        record = replace(record, container_title="")
    return record
