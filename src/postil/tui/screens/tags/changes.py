"""Changes of tags: asks for what each needs, says what it will reach, and makes it in a thread."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from textual.screen import Screen

from postil import library
from postil.errors import BadRequest, PostilError, TagTaken
from postil.model.note import Colour
from postil.text.quotes import in_marks
from postil.tui.dialogs.frame.ask_line import AskLine
from postil.tui.dialogs.frame.choose_one import Choice, ChooseOne
from postil.tui.dialogs.frame.confirm import Confirm
from postil.tui.dialogs.frame.saving import Store
from postil.tui.dialogs.pick_tag import PickTag, counted_rows
from postil.tui.screens.tags.split import SplitScreen

if TYPE_CHECKING:
    from postil.library.care.local_state import Home
    from postil.library.tags.codebook import Branch

Answer = TypeVar("Answer")

COLOURS = (None, *Colour)
"""What the figures stand for, from 0."""

NAMED = 6
"""Tags that are named in a question; of others it is said how many they are."""


class TagStage(Protocol):
    """The screen, as far as changes need it."""

    @property
    def pointed(self) -> Branch | None:
        """The tag pointed at."""

    @property
    def ticked(self) -> Sequence[Branch]:
        """The tags that are ticked, listed or not."""

    @property
    def branches(self) -> Sequence[Branch]:
        """All tags."""

    def home(self) -> Home:
        """Return the notes; a thread calls this."""

    async def ask(self, dialog: Screen[Answer]) -> Answer | None:
        """Open a dialog, or a screen, and return its answer."""

    def split(self, tag: str) -> SplitScreen:
        """Return the checklist of the notes of a tag."""

    def say_done(self, text: str, *, trouble: PostilError | None = None) -> None:
        """Tell the reader something in passing, or what went wrong."""

    def changed(self, tag: str = "") -> None:
        """Show what was changed, and point at a tag."""


class TagChanges:
    """What the keys of the list of tags do."""

    def __init__(self, stage: TagStage) -> None:
        self._stage = stage
        self.verbs: Mapping[str, Callable[[], Coroutine[Any, Any, None]]] = {
            "rename": self.rename,
            "merge": self.merge,
            "move": self.move,
            "split": self.split,
            "delete": self.delete,
            "define": self.define,
            "undo": self.undo,
            "redo": self.redo,
        }

    # -- one tag

    async def rename(self) -> None:
        """Let the reader change the name."""
        if (branch := self._stage.pointed) is None:
            return

        def rename(home: Home, new: str) -> None:
            try:
                library.retagging.rename_tag(home, branch.tag, new)
            except TagTaken as error:
                key = "with m this one can be merged into it"
                raise BadRequest(error.what, error.why, key) from error

        said = await self._reach([branch.tag])
        title = f"Rename the tag {in_marks(branch.tag)}"
        dialog = AskLine(title, said, "renames it", self._store(rename), value=branch.tag)
        if new := await self._stage.ask(dialog):
            self._done(f"Renamed to {in_marks(new)}.", new)

    async def define(self) -> None:
        """Let the reader say what the tag means."""
        if (branch := self._stage.pointed) is None:
            return

        def define(home: Home, text: str) -> None:
            library.tagging.define_tag(home, branch.tag, text)

        dialog = AskLine(
            f"What {in_marks(branch.tag)} means",
            "It stands beside the tag, and in every codebook.",
            "keeps it",
            self._store(define),
            value=branch.definition,
            hint="one or two sentences",
        )
        if await self._stage.ask(dialog) is not None:
            self._done("Kept.", branch.tag)

    async def split(self) -> None:
        """Let the reader choose the notes that get another tag instead, and name it."""
        branch = self._stage.pointed
        if branch is None or not branch.within:
            self._stage.say_done("No note has this tag: there is nothing to split.")
            return
        checklist = self._stage.split(branch.tag)
        await self._stage.ask(checklist)
        if not (notes := checklist.taken):
            return

        def split(home: Home, new: str) -> None:
            library.retagging.split_tag(home, branch.tag, notes, new)

        of = library.labels.counted(len(notes), "note")
        detail = f"{of} of {branch.within} get it in the place of {in_marks(branch.tag)}."
        hint = "a tag, new or there already"
        dialog = AskLine("The new tag", detail, "splits", self._store(split), hint=hint)
        if new := await self._stage.ask(dialog):
            self._done(f"{in_marks(new)} stands on {of} now.", new)

    # -- several

    async def merge(self) -> None:
        """Put the ticked tags into the one pointed at, or this one into another."""
        into = self._stage.pointed
        if into is None:
            return
        others = [one for one in self._stage.ticked if one != into]
        if others:
            olds = [one.tag for one in others]
            names = _named(olds)
            yes = await self._agreed(f"Merge {names} into {in_marks(into.tag)}?", olds, "merges")
            if yes:
                await self._do(
                    lambda home: library.retagging.merge_tags(home, olds, into.tag),
                    f"Merged {names} into {in_marks(into.tag)}.",
                    into.tag,
                )
            return
        await self._merge_into_another(into)

    async def _merge_into_another(self, old: Branch) -> None:
        def merge(home: Home, wanted: str) -> None:
            library.retagging.merge_tags(home, old.tag, wanted)

        dialog = PickTag(
            f"Merge {in_marks(old.tag)} into which tag?",
            await self._reach([old.tag]),
            counted_rows((one.tag, one.notes) for one in self._outside(old)),
            lambda tag: f"merges {in_marks(old.tag)} into {in_marks(tag)}",
            self._store(merge),
        )
        if wanted := await self._stage.ask(dialog):
            self._done(f"Merged {in_marks(old.tag)} into {in_marks(wanted)}.", wanted)

    async def move(self) -> None:
        """Put the tag below another."""
        if (branch := self._stage.pointed) is None:
            return
        moved: list[str] = []

        def move(home: Home, below: str) -> None:
            moved[:] = [library.retagging.move_tag(home, branch.tag, below)]

        top = [("", "")] if "/" in branch.tag else []
        above = branch.tag.rpartition("/")[0].casefold()
        others = (one for one in self._outside(branch) if one.tag.casefold() != above)
        dialog = PickTag(
            f"Move {in_marks(branch.tag)} below which tag?",
            await self._reach([branch.tag]),
            [*top, *counted_rows((one.tag, one.notes) for one in others)],
            lambda tag: f"moves it to {in_marks(f'{tag}/{branch.name}' if tag else branch.name)}",
            self._store(move),
            new=True,
        )
        if await self._stage.ask(dialog) is not None and moved:
            self._done(f"Moved to {in_marks(moved[0])}.", moved[0])

    async def delete(self) -> None:
        """Take tags off all notes, with what is below them or without."""
        chosen = self._chosen()
        if not chosen:
            return
        wanted = [one.tag for one in chosen]
        reach = await asyncio.to_thread(lambda: library.codebook.reach(self._stage.home(), wanted))
        names = _named(wanted)
        below = True
        if reach.below:
            own = sum(one.notes for one in chosen)
            more = library.labels.counted(reach.below, "tag")
            them = "them" if len(wanted) > 1 else "it"
            choices = [Choice("below", f"with the {more} below {them}", _off(reach.notes))]
            if own:
                choices.append(Choice("alone", f"{names} alone", _off(own)))
            answer = await self._stage.ask(ChooseOne(f"Delete {names}?", choices))
            if answer is None:
                return
            below = answer == "below"
        elif not await self._agreed(f"Delete {names}?", wanted, "deletes"):
            return
        await self._do(
            lambda home: library.retagging.delete_tag(home, wanted, below=below),
            f"Deleted {names}; the notes are as they were otherwise.",
        )

    async def colour(self, number: int) -> None:
        """Give the chosen tags a colour; 0 takes it away."""
        if chosen := self._chosen():
            wanted = [one.tag for one in chosen]
            colour = COLOURS[number]
            await self._do(
                lambda home: library.tagging.colour_tags(home, wanted, colour),
                "Taken away." if colour is None else f"{_named(wanted)}: {colour}.",
                self._stage.pointed.tag if self._stage.pointed else "",
            )

    # -- back and forth

    async def undo(self) -> None:
        """Take back the last change."""
        await self._step(library.undoing.undo)

    async def redo(self) -> None:
        """Make the change again that was taken back last."""
        await self._step(library.undoing.redo)

    async def _step(self, step: Callable[[Home], str]) -> None:
        try:
            said = await asyncio.to_thread(lambda: step(self._stage.home()))
        except PostilError as error:
            self._stage.say_done("", trouble=error)
        else:
            self._stage.say_done(said)
        self._stage.changed()

    # -- what they share

    def _chosen(self) -> list[Branch]:
        pointed = self._stage.pointed
        return list(self._stage.ticked) or ([] if pointed is None else [pointed])

    def _outside(self, branch: Branch) -> Iterator[Branch]:
        """Yield the tags that do not lie below one, and are another."""
        key = branch.tag.casefold()
        for one in self._stage.branches:
            other = one.tag.casefold()
            if other != key and not other.startswith(f"{key}/"):
                yield one

    async def _reach(self, wanted: Sequence[str]) -> str:
        """Return a sentence that says what a change of these tags would reach."""
        reach = await asyncio.to_thread(lambda: library.codebook.reach(self._stage.home(), wanted))
        counted = library.labels.counted
        said = f"{counted(reach.notes, 'note')} in {counted(reach.articles, 'article')}"
        if reach.below:
            said += f", and {counted(reach.below, 'tag')} below go with it"
        return f"{said}. u takes it back."

    async def _agreed(self, question: str, wanted: Sequence[str], does: str) -> bool:
        said = await self._reach(wanted)
        answer: bool | None = await self._stage.ask(Confirm(question, said, does))
        return bool(answer)

    def _store(self, change: Callable[[Home, str], object]) -> Store[str | None]:
        """Return what makes a change with a word of the reader's, in a thread."""

        async def store(typed: str | None) -> PostilError | None:
            try:
                await asyncio.to_thread(lambda: change(self._stage.home(), typed or ""))
            except PostilError as error:
                return error
            return None

        return store

    async def _do(self, change: Callable[[Home], object], said: str, tag: str = "") -> None:
        try:
            await asyncio.to_thread(lambda: change(self._stage.home()))
        except PostilError as error:
            self._stage.say_done("", trouble=error)
            self._stage.changed()
        else:
            self._done(said, tag)

    def _done(self, said: str, tag: str = "") -> None:
        self._stage.say_done(f"{said} u takes it back.")
        self._stage.changed(tag)


def _named(tags: Sequence[str]) -> str:
    if len(tags) > NAMED:
        return f"{len(tags)} tags"
    return ", ".join(map(in_marks, tags))


def _off(notes: int) -> str:
    return f"taken off {library.labels.counted(notes, 'note')}"
