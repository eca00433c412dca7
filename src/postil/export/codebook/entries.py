"""Entries of the codebook: each tag with its definition, its colour, and the notes that bear it."""

from __future__ import annotations

from collections.abc import Iterator

from postil.export.base.dossier import Dossier, ExportedArticle, ExportedNote, ExportedTag, counted
from postil.model.values import NamedTuple


class Entry(NamedTuple):
    """A tag as the codebook has it."""

    tag: ExportedTag
    within: int
    """Notes that bear it or a tag below it, each once."""
    passages: tuple[tuple[ExportedArticle, ExportedNote], ...]
    """The notes that bear the tag itself."""

    @property
    def depth(self) -> int:
        """How many tags it lies below."""
        return self.tag.tag.count("/")

    @property
    def told(self) -> str:
        """Its colour and how often it is used, in words."""
        said = [] if self.tag.colour is None else [str(self.tag.colour)]
        said.append(counted(len(self.passages), "note"))
        if self.within > len(self.passages):
            said[-1] += f", {self.within} with the tags below it"
        return " \u00b7 ".join(said)


def entries(dossier: Dossier) -> Iterator[Entry]:
    """Yield the tags in their order; case does not tell one from another."""
    bearing: dict[str, list[tuple[ExportedArticle, ExportedNote]]] = {}
    within: dict[str, set[str]] = {}
    for article, one in dossier.notes:
        for tag in dict.fromkeys(tag.casefold() for tag in one.note.tags):
            bearing.setdefault(tag, []).append((article, one))
            above = tag
            while above:
                within.setdefault(above, set()).add(one.note.id)
                above = above.rpartition("/")[0]
    for known in dossier.tags:
        key = known.tag.casefold()
        yield Entry(known, len(within.get(key, ())), tuple(bearing.get(key, ())))


def title(dossier: Dossier) -> str:
    """Return how many tags on how many notes the codebook has, in words."""
    notes = sum(bool(one.note.tags) for _, one in dossier.notes)
    return f"{counted(len(dossier.tags), 'tag')} on {counted(notes, 'note')}"
