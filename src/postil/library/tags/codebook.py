"""The codebook: all tags as a tree, what a change of one would reach, and the passages below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from postil.library.notes.listing import Listed, listing
from postil.library.notes.tagging import clean_tag, tag_counts, tags
from postil.model.note import Colour, Note
from postil.model.values import NamedTuple, dataclass
from postil.store.home.home import Home
from postil.text.fuzzy import folded
from postil.text.tag_tree import lies_within


@dataclass(frozen=True, slots=True)
class Branch:
    """A tag in the tree; one that no note bears may stand there for those below it."""

    tag: str
    """In full: ``trade/routes``."""
    notes: int
    """Those that bear the tag itself."""
    within: int
    """Those that bear it or a tag below it, each once."""
    definition: str = ""
    colour: Colour | None = None

    @property
    def depth(self) -> int:
        """How many tags it lies below."""
        return self.tag.count("/")

    @property
    def name(self) -> str:
        """The last part of the tag."""
        return self.tag.rpartition("/")[2]


class Reach(NamedTuple):
    """What a change of some tags, with all below them, would change."""

    notes: int
    articles: int
    below: int
    """Tags below them."""


class NotedPassage(NamedTuple):
    """A note as it is shown beside its tag."""

    note: Note
    title: str
    """Of its article."""


def branches(home: Home) -> tuple[Branch, ...]:
    """Return the tree of all tags, by name, each above those that lie below it."""
    within = tag_counts(home).within
    found: dict[str, Branch] = {}
    for use in tags(home):
        key = use.tag.casefold()
        count = within.get(key, use.notes)
        found[key] = Branch(use.tag, use.notes, count, use.definition, use.colour)
    for branch in list(found.values()):
        above = branch.tag
        while (above := above.rpartition("/")[0]) and above.casefold() not in found:
            if (key := above.casefold()) != key.strip():
                break  # Another program's tag: nothing lies below what ends in a blank.
            found[key] = Branch(above, 0, within.get(key, 0))
    # A slash comes before everything else, so that a tag stands right above those below it.
    return tuple(found[key] for key in sorted(found, key=lambda key: key.replace("/", "\0")))


class TagFilter:
    """Finds tags by words of their names and definitions, anew for each letter typed."""

    def __init__(self, tree: Sequence[Branch]) -> None:
        self._tree = tree

    @cached_property
    def _told(self) -> list[str]:
        return [folded(f"{one.tag} {one.definition}") for one in self._tree]

    def fitting(self, typed: str) -> list[Branch]:
        """Return the tags that hold every word typed, in their order."""
        words = folded(typed).split()
        if not words:
            return list(self._tree)
        pairs = zip(self._tree, self._told, strict=True)
        return [one for one, told in pairs if all(word in told for word in words)]

    @staticmethod
    def best(typed: str, found: Sequence[Branch]) -> int:
        """Return the number of the tag that is meant most likely, from 0."""
        wanted = folded(typed).strip()

        def worth(branch: Branch) -> int:
            name, whole = folded(branch.name), folded(branch.tag)
            if wanted in (name, whole):
                return 0
            return 1 if name.startswith(wanted) or whole.startswith(wanted) else 2

        return min(range(len(found)), key=lambda at: worth(found[at]), default=0)


def reach(home: Home, wanted: Iterable[str]) -> Reach:
    """Return what a change of some tags would reach."""
    notes: dict[str, str] = {}
    names = [clean_tag(one) for one in wanted]
    for tag in names:
        notes |= {note.id: note.article for note in bearing(home, tag)}
    keys = {one.casefold() for one in names}
    others = (use.tag for use in tags(home) if use.tag.casefold() not in keys)
    below = sum(any(lies_within(one, tag) for tag in names) for one in others)
    return Reach(len(notes), len(set(notes.values())), below)


def bearing(home: Home, tag: str) -> list[Note]:
    """Return the notes that have a tag, or one below it; case alone does not count."""
    found = home.some_notes(tag=tag)
    return [note for note in found if any(lies_within(one, tag) for one in note.tags)]


def some_passages(home: Home, tag: str, most: int) -> list[NotedPassage]:
    """Return at most so many notes under a tag, by article, without a look at where they stand."""
    known = home.articles()
    titles = {one.id: one.title for one in known.values()}
    found = [NotedPassage(note, titles.get(note.article, "")) for note in bearing(home, tag)]
    found.sort(key=lambda one: (one.title.casefold(), one.note.article, one.note.anchor.start))
    return found[:most]


def passages(home: Home, tag: str) -> Iterator[Listed]:
    """Yield the notes under a tag where they stand now, article by article."""
    for one in listing(home, tag=tag, sources=False):
        if any(lies_within(other, tag) for other in one.tags):
            yield one
