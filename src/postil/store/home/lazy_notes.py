"""Lazy mapping of notes: each is made of its document when it is first asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from postil.model.note import Note
from postil.model.values import NamedTuple
from postil.store.machine.tag_counts import TagCounts
from postil.store.records.records import from_doc
from postil.store.types import Doc


class Outline(NamedTuple):
    """What tells a note from others at little cost."""

    id: str
    article: str
    start: int
    """In the text that it was made on."""
    end: int
    tags: Sequence[str]
    created: str
    colour: str
    quote: str
    body: str

    @property
    def words(self) -> str:
        """The words of its passage, and its own."""
        return f"{self.quote}\n{self.body}"


class LazyNotes(Mapping[str, Note]):
    """The live notes as they were at one moment; later changes do not show.

    Of a hundred thousand notes a reader sees a few; to make all of them takes seconds.
    """

    def __init__(
        self,
        docs: dict[str, Doc],
        made: dict[str, tuple[Doc, Note]],
        counts: TagCounts | None = None,
    ) -> None:
        self._docs = docs
        self._made = made
        """Notes already made, shared with later mappings; each holds for its very document."""
        self._counts = counts
        """Of the tags, once somebody has asked."""

    def __getitem__(self, identity: str) -> Note:
        doc = self._docs[identity]
        held = self._made.get(identity)
        if held is not None and held[0] is doc:
            return held[1]
        note = from_doc("notes", doc)
        if not isinstance(note, Note):
            raise KeyError(identity)
        self._made[identity] = (doc, note)
        return note

    def __iter__(self) -> Iterator[str]:
        return iter(self._docs)

    def __len__(self) -> int:
        return len(self._docs)

    def __contains__(self, identity: object) -> bool:
        return identity in self._docs

    def patched(self, gone: list[str], come: dict[str, Doc]) -> LazyNotes:
        """Return the notes after a change."""
        docs = self._docs | come
        for identity in gone:
            docs.pop(identity, None)
        counts = self._counts
        if counts is not None:
            there = self._docs.keys() & {*gone, *come}
            gone_tags = [tags_of(self._docs[one]) for one in there]
            counts = counts.changed(gone_tags, map(tags_of, come.values()))
        return LazyNotes(docs, self._made, counts)

    def worded(self) -> Iterator[tuple[str, Doc, str]]:
        """Yield the id of each note, a value that is another after a change, and all its words."""
        for identity, doc in self._docs.items():
            yield identity, doc, f"{doc.get('quote', '')}\n{doc.get('body', '')}"

    def tag_counts(self) -> TagCounts:
        """Return how many notes bear each tag, counted once; not to be changed."""
        if self._counts is None:
            counts = TagCounts()
            for doc in self._docs.values():
                counts.add(tags_of(doc))
            self._counts = counts
        return self._counts

    def outlines(self) -> Iterator[Outline]:
        """Yield the outline of each note, as it stands on disk; none is made for that."""
        for identity, doc in self._docs.items():
            get = doc.get
            start, end = get("start"), get("end")
            yield Outline(
                identity,
                str(get("article", "")),
                start if isinstance(start, int) else 0,
                end if isinstance(end, int) else 0,
                tags_of(doc),
                str(get("created", "")),
                str(get("colour", "")),
                str(get("quote", "")),
                str(get("body", "")),
            )

    def linking(self) -> list[str]:
        """Return the ids of the notes that point to others."""
        return [one for one, doc in self._docs.items() if doc.get("links")]

    def tagged(self, wanted: Callable[[str], bool]) -> list[str]:
        """Return the ids of the notes that have such a tag, as it is spelled on disk."""
        return [one for one, doc in self._docs.items() if any(map(wanted, tags_of(doc)))]

    def tags_of_whole(self) -> dict[str, dict[str, None]]:
        """Return the tags of each article itself, by its id: those of the notes on all of it."""
        found: dict[str, dict[str, None]] = {}
        for doc in self._docs.values():
            if not doc.get("quote") and not doc.get("end"):
                article = str(doc.get("article", ""))
                found.setdefault(article, {}).update(dict.fromkeys(tags_of(doc)))
        return found

    def words_on_whole(self) -> dict[str, list[str]]:
        """Return what was written on the whole of each article, by its id."""
        found: dict[str, list[str]] = {}
        for identity, doc in self._docs.items():
            if not doc.get("quote") and not doc.get("end") and doc.get("body"):
                found.setdefault(str(doc.get("article", "")), []).append(self[identity].body)
        return found

    def per_article(self) -> dict[str, tuple[int, Counter[str]]]:
        """Return how many notes each article has, by its id, and how many carry each tag."""
        found: dict[str, tuple[int, Counter[str]]] = {}
        for doc in self._docs.values():
            article = str(doc.get("article", ""))
            count, tags = found.get(article, (0, Counter[str]()))
            tags.update(tags_of(doc))
            found[article] = (count + 1, tags)
        return found


def tags_of(doc: Doc) -> list[str]:
    """Return the tags of a note's document, as they are spelled on disk."""
    found = doc.get("tags")
    return [tag for tag in found if isinstance(tag, str)] if isinstance(found, list) else []
