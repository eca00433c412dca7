"""Helps with the query that is typed in any list: saves it under a name, shows how it may go on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.worker import WorkType

from postil import library
from postil.errors import BadRequest, PostilError
from postil.text.quotes import in_marks
from postil.tui.startup.app_input import OPENS

if TYPE_CHECKING:
    from postil.library.care.local_state import Home
    from postil.tui.screens.listing.query_line import QueryLine


class QueryHelp:
    """Answers what a query line asks for."""

    def __init__(self, home: Callable[[], Home]) -> None:
        self._home = home

    def answer(self, event: QueryLine.Asks) -> None:
        """Save the query, or show how it may go on."""
        if event.what == "values":
            read = partial(self._read, event.line)
            event.line.run_worker(read, thread=True, group="values", description=event.what)
            return
        ask = {"save": self._save, "complete": self._complete}[event.what]
        work: WorkType[None] = partial(ask, event.line)
        event.line.run_worker(work, name=OPENS, description=event.what)

    async def _save(self, line: QueryLine) -> None:
        """Ask for a name, and keep the query under it."""
        from postil.tui.dialogs.frame.ask_line import AskLine

        typed = line.value.strip()
        if not typed:
            line.notify("There is no query yet: type one, then save it.", markup=False)
            return
        warned: list[str] = []
        saved: list[str] = []

        async def store(name: str | None) -> PostilError | None:
            try:
                if self._is_taken(name or "", typed) and name not in warned:
                    warned.append(name or "")
                    why = "there is a query of this name, which asks for something else"
                    raise BadRequest(in_marks(name or ""), why, "Enter again replaces it")
                save = library.saved_queries.save
                saved.append((await asyncio.to_thread(save, self._home(), name or "", typed)).name)
            except PostilError as error:
                return error
            return None

        hint = "a name: letters, figures, - and _"
        await line.app.push_screen(
            AskLine("Save this query", typed, "saves it", store, hint=hint), wait_for_dismiss=True
        )
        if saved:
            said = f"Saved. @{saved[-1]} stands for it in every query, and on the shelf."
            line.notify(said, markup=False)

    def _is_taken(self, name: str, typed: str) -> bool:
        there = library.saved_queries.saved_queries(self._home()).get(name.removeprefix("@"))
        return there is not None and there != typed

    def _read(self, line: QueryLine) -> None:
        """Let the line know the values of fields; a thread calls this."""
        try:
            values = library.completing.known_values(self._home())
        except PostilError:
            return  # What cannot be read is not offered; what it stands in says so.
        names = {name: [text for text, _ in said] for name, said in values.items()}
        line.call_later(line.take_values, names)

    async def _complete(self, line: QueryLine) -> None:
        """Show how the word before the cursor may go on, and put in what is chosen."""
        from postil.tui.dialogs.query_choices import QueryChoices

        values = await asyncio.to_thread(lambda: library.completing.known_values(self._home()))
        before = line.value[: line.cursor_position]
        found = library.completing.choices(before, values)
        if not found:
            word = library.query_hints.last_word(before)
            line.notify(f"Nothing that is known goes on from {in_marks(word)}.", markup=False)
            return
        chosen: str | None = found[0].text
        if len(found) > 1:
            asked = QueryChoices(found, (line.region.x, line.region.bottom))
            chosen = await line.app.push_screen(asked, wait_for_dismiss=True)
        if chosen is not None:
            line.put(len(library.query_hints.last_word(before)), chosen)
