"""Changes of tags: asks for what each needs, says what it will reach, and makes it in a thread."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from postil import library
from postil.errors import BadRequest, TagTaken
from postil.model.note import Colour
from postil.text.progress import Progress
from postil.text.quotes import in_marks
from postil.tui.dialogs.frame.ask_line import AskLine
from postil.tui.dialogs.frame.choose_one import Choice, ChooseOne
from postil.tui.dialogs.pick_tag import PickTag, counted_rows
from postil.tui.screens.listing.list_stage import ListStage
from postil.tui.screens.listing.steps import Steps
from postil.tui.screens.tags.carrier import ChangeCarrier, MeantTags
from postil.tui.screens.tags.split import SplitScreen

if TYPE_CHECKING:
    from postil.library.care.local_state import Home
    from postil.library.tags.codebook import Branch

COLOURS = (None, *Colour)
"""What the figures stand for, from 0."""

NAMED = 6
"""Tags that are named in a question; of others it is said how many they are."""


class TagChanges:
    """What the keys of the list of tags do."""

    def __init__(self, stage: ListStage, meant: MeantTags) -> None:
        self._stage = stage
        self._meant = meant
        self._carrier = ChangeCarrier(stage, meant)
        steps = Steps(stage, meant.changed, meant.working)
        self.verbs: Mapping[str, Callable[[], Coroutine[Any, Any, None]]] = {
            "rename": self.rename,
            "merge": self.merge,
            "move": self.move,
            "split": self.split,
            "delete": self.delete,
            "define": self.define,
            "undo": steps.undo,
            "redo": steps.redo,
        }

    # -- one tag

    async def rename(self) -> None:
        """Let the reader change the name."""
        if (branch := self._meant.pointed) is None:
            return

        def rename(home: Home, new: str, told: Progress) -> None:
            try:
                library.retagging.rename_tag(home, branch.tag, new, told)
            except TagTaken as error:
                key = "with m this one can be merged into it"
                raise BadRequest(error.what, error.why, key) from error

        said = await self._carrier.reach([branch.tag])
        title = f"Rename the tag {in_marks(branch.tag)}"
        dialog = AskLine(title, said, "renames it", self._carrier.store(rename), value=branch.tag)
        if new := await self._stage.ask(dialog):
            self._carrier.done(f"Renamed to {in_marks(new)}.", new)

    async def define(self) -> None:
        """Let the reader say what the tag means."""
        if (branch := self._meant.pointed) is None:
            return

        def define(home: Home, text: str, _: Progress) -> None:
            library.tagging.define_tag(home, branch.tag, text)

        dialog = AskLine(
            f"What {in_marks(branch.tag)} means",
            "It stands beside the tag, and in every codebook.",
            "keeps it",
            self._carrier.store(define),
            value=branch.definition,
            hint="one or two sentences",
        )
        if await self._stage.ask(dialog) is not None:
            self._carrier.done("Kept.", branch.tag)

    async def split(self) -> None:
        """Let the reader choose the notes that get another tag instead, and name it."""
        branch = self._meant.pointed
        if branch is None or not branch.within:
            self._stage.say("No note has this tag: there is nothing to split.")
            return
        screen = SplitScreen(lambda: self._stage.home, branch.tag, self._stage.task())
        await self._stage.ask(screen)
        if not (notes := screen.checklist.taken):
            return

        def split(home: Home, new: str, told: Progress) -> None:
            library.retagging.split_tag(home, branch.tag, notes, new, told)

        of = library.labels.counted(len(notes), "note")
        detail = f"{of} of {branch.within} get it in the place of {in_marks(branch.tag)}."
        hint = "a tag, new or there already"
        dialog = AskLine("The new tag", detail, "splits", self._carrier.store(split), hint=hint)
        if new := await self._stage.ask(dialog):
            self._carrier.done(f"{in_marks(new)} stands on {of} now.", new)

    # -- several

    async def merge(self) -> None:
        """Put the ticked tags into the one pointed at, or this one into another."""
        into = self._meant.pointed
        if into is None:
            return
        others = [one for one in self._meant.ticked if one != into]
        if others:
            olds = [one.tag for one in others]
            names = _named(olds)
            question = f"Merge {names} into {in_marks(into.tag)}?"
            if await self._carrier.agreed(question, olds, "merges"):
                self._carrier.do(
                    lambda home, told: library.retagging.merge_tags(home, olds, into.tag, told),
                    f"Merged {names} into {in_marks(into.tag)}.",
                    into.tag,
                )
            return
        await self._merge_into_another(into)

    async def _merge_into_another(self, old: Branch) -> None:
        def merge(home: Home, wanted: str, told: Progress) -> None:
            library.retagging.merge_tags(home, old.tag, wanted, told)

        dialog = PickTag(
            f"Merge {in_marks(old.tag)} into which tag?",
            await self._carrier.reach([old.tag]),
            counted_rows((one.tag, one.notes) for one in self._outside(old)),
            lambda tag: f"merges {in_marks(old.tag)} into {in_marks(tag)}",
            self._carrier.store(merge),
        )
        if wanted := await self._stage.ask(dialog):
            self._carrier.done(f"Merged {in_marks(old.tag)} into {in_marks(wanted)}.", wanted)

    async def move(self) -> None:
        """Put the tag below another."""
        if (branch := self._meant.pointed) is None:
            return
        moved: list[str] = []

        def move(home: Home, below: str, told: Progress) -> None:
            moved[:] = [library.retagging.move_tag(home, branch.tag, below, told)]

        top = [("", "")] if "/" in branch.tag else []
        above = branch.tag.rpartition("/")[0].casefold()
        others = (one for one in self._outside(branch) if one.tag.casefold() != above)
        dialog = PickTag(
            f"Move {in_marks(branch.tag)} below which tag?",
            await self._carrier.reach([branch.tag]),
            [*top, *counted_rows((one.tag, one.notes) for one in others)],
            lambda tag: f"moves it to {in_marks(f'{tag}/{branch.name}' if tag else branch.name)}",
            self._carrier.store(move),
            new=True,
        )
        if await self._stage.ask(dialog) is not None and moved:
            self._carrier.done(f"Moved to {in_marks(moved[0])}.", moved[0])

    async def delete(self) -> None:
        """Take tags off all notes, with what is below them or without."""
        chosen = self._chosen()
        if not chosen:
            return
        wanted = [one.tag for one in chosen]
        reach = await asyncio.to_thread(lambda: library.codebook.reach(self._stage.home, wanted))
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
        elif not await self._carrier.agreed(f"Delete {names}?", wanted, "deletes"):
            return
        self._carrier.do(
            lambda home, told: library.retagging.delete_tag(
                home, wanted, below=below, progress=told
            ),
            f"Deleted {names}; the notes are as they were otherwise.",
        )

    async def colour(self, number: int) -> None:
        """Give the chosen tags a colour; 0 takes it away."""
        if chosen := self._chosen():
            wanted = [one.tag for one in chosen]
            colour = COLOURS[number]
            self._carrier.do(
                lambda home, _: library.tagging.colour_tags(home, wanted, colour),
                "Taken away." if colour is None else f"{_named(wanted)}: {colour}.",
                self._meant.pointed.tag if self._meant.pointed else "",
            )

    # -- what they share

    def _chosen(self) -> list[Branch]:
        pointed = self._meant.pointed
        return list(self._meant.ticked) or ([] if pointed is None else [pointed])

    def _outside(self, branch: Branch) -> Iterator[Branch]:
        """Yield the tags that do not lie below one, and are another."""
        key = branch.tag.casefold()
        for one in self._meant.branches:
            other = one.tag.casefold()
            if other != key and not other.startswith(f"{key}/"):
                yield one


def _named(tags: Sequence[str]) -> str:
    if len(tags) > NAMED:
        return f"{len(tags)} tags"
    return ", ".join(map(in_marks, tags))


def _off(notes: int) -> str:
    return f"taken off {library.labels.counted(notes, 'note')}"
