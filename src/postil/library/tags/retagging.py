"""Changes of a tag on every note at once: each takes along what is below it, and is undone as one.

Here tags are the same where they differ in case alone: ``café`` is found by ``cafe``, but is not
renamed with it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence

from postil.errors import BadRequest, NoSuchTag, NothingFound, TagTaken
from postil.library.base.labels import counted
from postil.library.notes.tagging import clean_tag, clean_tags, named_tag, tag_counts
from postil.library.tags.codebook import bearing
from postil.model.note import Note
from postil.model.values import replace
from postil.store.home.home import Home
from postil.store.home.journal import Change
from postil.store.records.records import TagDefinition
from postil.text.clean import clean_line
from postil.text.progress import Progress
from postil.text.quotes import in_marks
from postil.text.tag_tree import lies_within

Becomes = Callable[[str], str | None]
"""Returns what a tag becomes: itself, another, or None for no tag."""


def rename_tag(home: Home, old: str, new: str, progress: Progress | None = None) -> None:
    """Give a tag another name on every note, ``a/x`` becoming ``b/x`` with it; undoable.

    Raises NoSuchTag where there is no such tag, BadRequest where there is one of the new name
    already, and CannotWrite. ``progress`` is that of :meth:`Home.apply`, here and below.
    """
    _Retagging(home, old, progress=progress).rename(named_tag(new), "renamed to")


def move_tag(home: Home, tag: str, below: str, progress: Progress | None = None) -> str:
    """Put a tag, with all below it, below another, or to the top for ""; undoable.

    Return its new name. Raises as ``rename_tag`` does, and BadRequest for a tag that would lie
    below itself.
    """
    source, above = _Retagging(home, tag, progress=progress), clean_tag(below)
    if above and lies_within(above, source.tag):
        raise BadRequest(in_marks(source.shown), "it cannot lie below itself", "move it elsewhere")
    name = source.shown.rpartition("/")[2]
    new = named_tag(f"{above}/{name}" if above else name)
    source.rename(new, "moved to")
    return new


def merge_tags(
    home: Home, old: str | Sequence[str], into: str, progress: Progress | None = None
) -> None:
    """Put one tag in the place of another, or of several, with all below them; undoable as one.

    The definition that stays is that of the tag that stays, where it has one. Raises NoSuchTag
    where there is no tag to replace, BadRequest for a tag below itself, and CannotWrite.
    """
    wanted = named_tag(into)
    source = _Retagging(home, *([old] if isinstance(old, str) else old), progress=progress)
    for tag in source.tags:
        if lies_within(wanted, tag) and wanted.casefold() != tag.casefold():
            why = f"{in_marks(wanted)} lies below it"
            raise BadRequest(in_marks(tag), why, "merge it into a tag that does not")
    source.apply(source.renamed(wanted), f"merged into {in_marks(wanted)}")


def split_tag(
    home: Home, tag: str, notes: Collection[str], new: str, progress: Progress | None = None
) -> int:
    """Put another tag in the place of one on some notes, given by their ids; undoable.

    What lies below the new tag already stays. Return on how many notes. Raises NoSuchTag,
    BadRequest, NothingFound where none of these notes has the tag, and CannotWrite.
    """
    source, wanted = _Retagging(home, tag, progress=progress), named_tag(new)
    chosen = [note for note in source.notes if note.id in notes]
    if not chosen:
        why = "none of these notes has the tag"
        raise NothingFound(in_marks(source.shown), why, "ask for others")
    becomes = source.renamed(wanted)

    def split(one: str) -> str | None:
        return one if lies_within(one, wanted) else becomes(one)

    source.apply(split, f"split into {in_marks(wanted)}", chosen, definitions=False)
    return len(chosen)


def delete_tag(
    home: Home,
    tag: str | Sequence[str],
    *,
    below: bool = False,
    progress: Progress | None = None,
) -> None:
    """Take a tag, or several, off every note, and their definitions away; undoable as one.

    With ``below`` all below them, too. Raises NoSuchTag where there is no such tag, BadRequest
    where there are tags below it alone, and CannotWrite.
    """
    source = _Retagging(home, *([tag] if isinstance(tag, str) else tag), progress=progress)
    gone = {one.casefold() for one in source.tags}
    if not below and not gone & source.keys:
        why = "no note has it, but there are tags below it"
        raise BadRequest(in_marks(source.shown), why, "delete these as well: --below")

    def left(one: str) -> str | None:
        off = one.casefold() in gone or (below and source.covers(one))
        return None if off else one

    source.apply(left, "deleted")


class _Retagging:
    """Tags with the notes and definitions that have them, or one below them."""

    def __init__(self, home: Home, *typed: str, progress: Progress | None) -> None:
        """Find them; raises BadRequest for what cannot be a tag, NoSuchTag where there is none."""
        self._home = home
        self._progress = progress
        self.tags = tuple(map(named_tag, typed))
        notes: dict[str, Note] = {}
        definitions: dict[str, TagDefinition] = {}
        self.keys: set[str] = set()
        """Of the tags, and those below them, with their case folded."""
        for tag in self.tags:
            found, defined = bearing(home, tag), _defined(home, tag)
            spelled = _spelled(found, defined, tag)
            if not spelled:
                shown = in_marks(clean_line(tag))
                raise NoSuchTag(shown, "there is no such tag", "see them with: postil tags")
            notes |= {note.id: note for note in found}
            definitions |= {one.tag: one for one in defined}
            self.keys.update(one.casefold() for one in spelled)
        self.notes = list(notes.values())
        self._definitions = list(definitions.values())

    @property
    def tag(self) -> str:
        """The first of them."""
        return self.tags[0]

    @property
    def shown(self) -> str:
        """The tag as it is spelt most often, else as it was typed."""
        key = self.tag.casefold()
        used = Counter(tag for note in self.notes for tag in note.tags if tag.casefold() == key)
        used.update(one.tag for one in self._definitions if one.tag.casefold() == key)
        return min(used, key=lambda one: (-used[one], one), default=self.tag)

    def covers(self, one: str) -> bool:
        """Tell whether a tag is one of them, or lies below one."""
        return any(lies_within(one, tag) for tag in self.tags)

    def renamed(self, new: str) -> Becomes:
        """Return what renames the tags, and those below them."""
        # The longest first: of two that lie below each other the lower one is nearer.
        depths = sorted(((tag.count("/") + 1, tag) for tag in self.tags), reverse=True)

        def becomes(one: str) -> str:
            for depth, tag in depths:
                if lies_within(one, tag):
                    return "/".join((new, *one.split("/")[depth:]))
            return one

        return becomes

    def rename(self, new: str, said: str) -> None:
        """Rename the tag where no other is called so."""
        becomes = self.renamed(new)
        borne = (one for one in tag_counts(self._home).spelled if lies_within(one, new))
        there = (*borne, *(one.tag for one in _defined(self._home, new)))
        others = {one.casefold() for one in there} - self.keys
        mine = _spelled(self.notes, self._definitions, self.tag)
        for one in mine:
            wanted = becomes(one)
            if wanted is not None and wanted.casefold() in others:
                remedy = f"join them with: postil tags merge {self.shown!r} {new!r}"
                raise TagTaken(in_marks(wanted), "there is a tag of this name already", remedy)
        self.apply(becomes, f"{said} {in_marks(new)}")

    def apply(
        self,
        becomes: Becomes,
        said: str,
        notes: Iterable[Note] | None = None,
        *,
        definitions: bool = True,
    ) -> None:
        """Change the tags of notes, all that bear it or these, and the definitions; in one step."""
        before: list[Note | TagDefinition] = []
        after: list[Note | TagDefinition] = []
        for note in self.notes if notes is None else notes:
            left = clean_tags(new for tag in note.tags if (new := becomes(tag)) is not None)
            if left != note.tags:
                before.append(note)
                after.append(replace(note, tags=left))
        several = f"{len(self.tags)} tags" if len(self.tags) > 1 else ""
        label = f"{several or f'tag {in_marks(self.shown)}'} {said}"
        if len(before) > 1:
            label += f" on {counted(len(before), 'note')}"
        known = {one.tag.casefold(): one for one in self._home.tag_definitions().values()}
        for one in self._definitions if definitions else ():
            new = becomes(one.tag)
            if new == one.tag:
                continue
            before.append(one)
            other = None if new is None else known.get(new.casefold())
            if new is not None and (other is None or other == one):
                after.append(replace(one, tag=new))
        if before:
            self._home.apply(Change(label, tuple(before), tuple(after)), self._progress)


def _defined(home: Home, tag: str) -> list[TagDefinition]:
    return [one for one in home.tag_definitions().values() if lies_within(one.tag, tag)]


def _spelled(
    notes: Iterable[Note], definitions: Iterable[TagDefinition], tag: str
) -> dict[str, None]:
    """Return a tag and those below it as they are spelt on notes and in definitions."""
    borne = (one for note in notes for one in note.tags)
    told = (one.tag for one in definitions)
    return dict.fromkeys(one for those in (borne, told) for one in those if lies_within(one, tag))
