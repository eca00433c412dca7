"""Exports notes from any list into a file, and imports those of other programs."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from postil import library
from postil.config import Settings
from postil.errors import BadRequest, PostilError
from postil.library.base.clock import today
from postil.text.clean import clean_line
from postil.text.progress import Progress
from postil.text.quotes import in_marks
from postil.tui.messages import notes_counted
from postil.tui.startup.key_priority import BackgroundTask, KeyPriority

if TYPE_CHECKING:
    from textual.screen import Screen

    from postil.library.care.local_state import Home
    from postil.library.exchange.exporting import Writer, Written
    from postil.library.exchange.importing import Import

Answer = TypeVar("Answer")

Which = Callable[[], Awaitable[Sequence[str]]]
"""Returns the ids of the notes to export; none where the reader has thought better of it."""

CarriedOut = Callable[[Callable[["Home"], str]], Awaitable[PostilError | None]]
"""Makes a change in its turn, and returns what kept it from the disk."""


class NotesToExport(Protocol):
    """The notes that are meant: their ids."""

    def chosen(self) -> Sequence[str]:
        """Return the notes that are ticked, or the one pointed at."""

    def listed(self) -> Sequence[str]:
        """Return all notes that are listed."""


class ExchangeStage(Protocol):
    """A screen as those see it who exchange notes on it."""

    @property
    def settings(self) -> Settings:
        """The settings."""

    @property
    def home(self) -> Home:
        """The notes."""

    def say(self, text: str, trouble: bool = False) -> None:
        """Tell the reader something in passing."""

    def complain(self, error: PostilError) -> None:
        """Tell the reader what could not be done, and the way out."""

    async def ask(self, dialog: Screen[Answer]) -> Answer | None:
        """Open a dialog and return its answer."""

    def in_background(
        self, function: Callable[..., Coroutine[Any, Any, None]], *, opens: bool = False
    ) -> None:
        """Do something that waits for the reader or for a thread."""


class NoteExchange:
    """Asks for what an export or an import needs, and says what came of it."""

    def __init__(self, stage: ExchangeStage, which: Which, carried_out: CarriedOut) -> None:
        """Exchange the notes of ``which``; ``carried_out`` makes the change that an import is."""
        self._stage = stage
        self._which = which
        self._carried_out = carried_out

    def verbs(self) -> Mapping[str, Callable[[], None]]:
        """Return what the keys do."""
        return {
            "export": partial(self._stage.in_background, self._export, opens=True),
            "import": partial(self._stage.in_background, self._import, opens=True),
        }

    # -- out

    async def _export(self) -> None:
        """Ask which notes, in what form, and into which file."""
        from postil.tui.dialogs.frame.ask_line import AskLine
        from postil.tui.dialogs.frame.choose_one import Choice, ChooseOne
        from postil.tui.dialogs.frame.paths import Paths

        ids = await self._which()
        if not ids:
            return
        writers = {one.name: one for one in library.exporting.WRITERS}
        rows = [Choice(one.name, one.name, one.says) for one in writers.values()]
        many = notes_counted(len(ids))
        name = await self._stage.ask(ChooseOne(f"Export {many} in which form?", rows))
        if name is None:
            return
        writer, usual = writers[name], f"notes{writers[name].suffix}"
        task = BackgroundTask(KeyPriority())
        warned: list[Path] = []
        done: list[tuple[Path, Written]] = []

        async def store(typed: str | None) -> PostilError | None:
            path = Path(os.path.expanduser(typed or usual))  # noqa: PTH111 - a ~ within stays
            if os.path.lexists(path) and path not in warned:
                warned.append(path)
                said, why = in_marks(clean_line(str(path))), "there is a file of this name"
                return BadRequest(said, why, "Enter again replaces it")
            try:
                written = await _in_thread(task, self._written, writer, ids, task.step)
                await asyncio.to_thread(library.exporting.put, written, path)
            except PostilError as error:
                return error
            done.append((path, written))
            return None

        detail = f"{clean_line(writer.says).capitalize()}. Nothing typed: {usual}, in this folder."
        dialog = AskLine(
            f"Export {many} into which file?",
            detail,
            "writes it",
            store,
            hint=usual,
            share=lambda: task.share,
        )
        dialog.line.suggester = Paths()
        await self._stage.ask(dialog)
        for path, written in done:
            said = [f"Wrote {many} into {clean_line(str(path))}."]
            said += [f"{one[:1].upper()}{one[1:]}." for one in written.losses]
            self._stage.say(" ".join(said))

    def _written(self, writer: Writer, ids: Sequence[str], progress: Progress) -> Written:
        settings = self._stage.settings
        usual = library.citation_format.parse_citation_format(settings.citation)
        wanted = library.exporting.Wanted(
            among=tuple(ids),
            style=usual.name if usual.in_style and usual.name else "apa",
            zotero=settings.zotero,
            today=today(),
        )
        return library.exporting.export(self._stage.home, wanted, writer.name, progress)

    # -- in

    async def _import(self) -> None:
        """Ask for a file, say what would come in, and take it in when that is meant."""
        from postil.tui.dialogs.frame.ask_line import AskLine
        from postil.tui.dialogs.frame.confirm import Confirm
        from postil.tui.dialogs.frame.paths import Paths

        task = BackgroundTask(KeyPriority())
        found: list[Import] = []

        async def prepare(typed: str | None) -> PostilError | None:
            path = Path(os.path.expanduser(typed or ""))  # noqa: PTH111 - a ~ within stays
            try:
                prepared = library.importing.prepare
                made = await _in_thread(task, prepared, self._stage.home, path, None, task.step)
            except PostilError as error:
                return error
            found.append(made)
            return None

        detail = "What it holds is shown before anything is written."
        hint = "a file of Kindle, Zotero, Hypothesis, Readwise\u2026"
        dialog = AskLine(
            "Import notes from which file?",
            detail,
            "reads it",
            prepare,
            hint=hint,
            share=lambda: task.share,
        )
        dialog.line.suggester = Paths()
        if await self._stage.ask(dialog) is None or not found:
            return
        made = found[-1]
        said = library.importing.sentence(made, "come in" if len(made.new) != 1 else "comes in")
        if not made.writes:
            self._stage.say(f"{said}: there is nothing to take in.")
            return
        where = f"From {clean_line(dialog.line.value)} ({made.format}). It is one step to undo."
        asked = Confirm(f"{said}. Take them in?", where, "takes them in", "writes nothing")
        if not await self._stage.ask(asked):
            return

        def take_in(home: Home) -> str:
            library.importing.carry_out(home, made)
            came = library.importing.sentence(made, "came in")
            return f"{came}; u takes it back."

        if (error := await self._carried_out(take_in)) is not None:
            self._stage.complain(error)


async def which_of(stage: ExchangeStage, meant: NotesToExport) -> Sequence[str]:
    """Return the notes that are ticked, else the one pointed at or all that are listed."""
    from postil.tui.dialogs.frame.choose_one import Choice, ChooseOne

    chosen, listed = tuple(meant.chosen()), tuple(meant.listed())
    if not listed:
        stage.say("There is no note here.")
        return ()
    if len(chosen) != 1 or len(listed) == 1:
        return chosen or listed
    rows = [
        Choice("all", f"all {notes_counted(len(listed))} of the list"),
        Choice("one", "the one pointed at"),
    ]
    which = await stage.ask(ChooseOne("Export which notes?", rows))
    return {"all": listed, "one": chosen}.get(which or "", ())


async def _in_thread(
    task: BackgroundTask, work: Callable[..., Answer], *arguments: object
) -> Answer:
    """Do work in a thread, and give it up when the dialog that waits for it is left."""
    try:
        return await asyncio.to_thread(work, *arguments)
    except asyncio.CancelledError:
        task.drop()
        raise
