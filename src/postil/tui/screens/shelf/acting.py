"""What the keys of the shelf do to whole articles: state, tags, a note, and forgetting them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from postil import library
from postil.errors import NothingFound, PostilError
from postil.model.reading_state import ReadingState
from postil.text.clean import clean_line
from postil.tui.messages import notes_counted, sentence
from postil.tui.screens.listing.list_stage import ListStage
from postil.tui.screens.listing.note_exchange import NoteExchange
from postil.tui.screens.shelf.rows import SavedRow, ShelfRow

if TYPE_CHECKING:
    from postil.library.care.local_state import Elsewhere, Home
    from postil.library.shelf.filtering import ShelfEntry
    from postil.library.shelf.whole_articles import Target

UNDO = "u takes it back."

OPENING = ("tag", "note", "forget", "fetch")
"""Verbs that open a dialog, for which the next keys are meant."""


class Acted(Protocol):
    """The shelf, as far as its articles are acted on."""

    def pointed(self) -> ShelfRow | None:
        """Return the row pointed at."""

    def chosen(self) -> Sequence[ShelfRow]:
        """Return the rows that are ticked, else the one pointed at."""

    def listed(self) -> Sequence[ShelfRow]:
        """Return the rows of all articles that the query leaves."""

    def ticks(self) -> bool:
        """Tell whether any row is ticked."""

    def changed(self, paths: Sequence[Path]) -> None:
        """Show articles as they are by now; of none: look at all of them again."""

    def dropped(self, keys: Sequence[str]) -> None:
        """Take articles off the shelf of all that is known."""

    def wants(self, path: Path) -> None:
        """Open an article."""


class ShelfActions:
    """Asks what there is to ask, and hands it to the library."""

    def __init__(self, shelf: Acted, stage: ListStage) -> None:
        self._shelf = shelf
        self._stage = stage
        self._verbs: Mapping[str, Callable[[], Awaitable[None]]] = {
            "state": self._state,
            "tag": self._tag,
            "note": self._note,
            "forget": self._forget,
            "fetch": self._fetch,
            "undo": partial(self._step, "undo"),
            "redo": partial(self._step, "redo"),
        }
        self._one_by_one = asyncio.Lock()
        self._exchange = NoteExchange(stage, self._notes, self._carried_out).verbs()

    def do(self, verb: str) -> None:
        """Do what a key asks for; what cannot be done is told."""
        if verb in self._exchange:
            self._exchange[verb]()
            return
        opens = verb in OPENING
        group = "default" if opens else "store"
        self._stage.in_background(self._do, verb, group=group, opens=opens)

    async def _do(self, verb: str) -> None:
        async with self._one_by_one:
            try:
                await self._verbs[verb]()
            except PostilError as error:
                self._stage.complain(error)

    def _articles(self) -> list[ShelfEntry]:
        return _articles(self._shelf.chosen())

    def _changed(self, entries: Sequence[ShelfEntry], said: str) -> None:
        self._stage.say(f"{sentence(said).rstrip('.')}; {UNDO}")
        paths = [one.shelved.path for one in entries if one.shelved.path is not None]
        self._shelf.changed(paths if len(paths) == len(entries) else [])

    async def _state(self) -> None:
        """Say of articles that they are to read, being read, or read."""
        if not (entries := self._articles()):
            return
        first = entries[0].shelved
        new = first.told or first.state != ReadingState.TODO
        state = first.state.next if new else ReadingState.TODO
        set_state = library.whole_articles.set_state
        said = await asyncio.to_thread(set_state, self._stage.home, _targets(entries), state)
        self._changed(entries, said)

    async def _tag(self) -> None:
        """Put tags on articles, or take them off."""
        from postil.tui.dialogs.tags import TagPicker

        if not (entries := self._articles()):
            return
        home, targets = self._stage.home, _targets(entries)
        known = await asyncio.to_thread(library.tagging.tags, home)
        on, some = await asyncio.to_thread(library.whole_articles.own_tags, home, targets)
        done: list[str] = []

        async def store(tags: tuple[str, ...]) -> PostilError | None:
            new = [tag for tag in tags if tag not in on]
            left = {*tags, *picker.some}
            gone = [tag for tag in (*on, *some) if tag not in left]
            retag = library.whole_articles.retag
            try:
                done.append(await asyncio.to_thread(retag, home, targets, new, gone))
            except PostilError as error:
                return error
            return None

        counts = [(one.tag, one.notes) for one in known]
        what = "this article" if len(entries) == 1 else f"these {len(entries)} articles"
        picker = TagPicker(counts, on, _called(entries), store, some, what)
        await self._stage.ask(picker)
        if done:
            self._changed(entries, done[0])

    async def _note(self) -> None:
        """Write the note on the whole of the article pointed at."""
        from postil.tui.dialogs.note_editor import NoteEditor

        entries = _articles([self._shelf.pointed()])
        if not entries:
            self._stage.say("There is no article to write on here.")
            return
        home, (target,) = self._stage.home, _targets(entries)
        note = await asyncio.to_thread(library.whole_articles.note_on, home, target)
        key = f"article:{target.id or target.path}"
        body, tags = (note.body, note.tags) if note else ("", ())
        left = home.state.draft(key)
        if left and left != body:
            self._stage.say("This is the draft that was left unfinished.")

        def keep(text: str) -> Elsewhere | None:
            return home.state.put_draft(key, text)

        async def store(text: str) -> PostilError | None:
            try:
                await asyncio.to_thread(library.whole_articles.write, home, target, text)
            except PostilError as error:
                return error
            return None

        editor = NoteEditor(
            _called(entries), left or body, tags, store, keep, self._stage.settings.editor
        )
        if await self._stage.ask(editor) is not None:
            await asyncio.to_thread(keep, "")
            self._changed(entries, "Note saved")
        elif home.state.draft(key):
            self._stage.say("Draft kept; a opens it again.")

    async def _forget(self) -> None:
        """Know articles no more, or delete a saved query."""
        from postil.tui.dialogs.frame.confirm import Confirm

        rows = self._shelf.chosen()
        if rows and isinstance(saved := rows[0], SavedRow):
            await asyncio.to_thread(library.saved_queries.delete, self._stage.home, saved.name)
            self._stage.say(f"Saved query @{saved.name} deleted; {UNDO}")
            self._shelf.changed([])
            return
        if not (entries := self._articles()):
            return
        home, targets = self._stage.home, _targets(entries)
        notes = await asyncio.to_thread(library.whole_articles.has_notes, home, targets)
        if notes:
            question = f"Forget {_called(entries)}?"
            there = "There is" if notes == 1 else "There are"
            it = "it" if len(entries) == 1 else "them"
            detail = (
                f"{there} {notes_counted(notes)} on {it}. Notes stay, and are there again when the "
                f"article is opened: this only takes {it} off the shelf and out of the search."
            )
            if not await self._stage.ask(Confirm(question, detail, f"forgets {it}")):
                return
        self._shelf.dropped(await asyncio.to_thread(_forget_all, home, entries))

    async def _fetch(self) -> None:
        """Fetch a page of the web by its address, make it known, and open it."""
        from postil.tui.dialogs.frame.ask_line import AskLine

        places, fetched = self._stage.home.places, list[Path]()

        def keep(typed: str) -> None:
            address = typed if "://" in typed else f"https://{typed}"
            fetched.append(library.web_pages.keep(places, address).path)
            library.knowing.add(places, fetched)

        async def store(typed: str | None) -> PostilError | None:
            try:
                await asyncio.to_thread(keep, typed or "")
            except PostilError as error:
                return error
            return None

        kept = "It is fetched once and kept in your home, to be read and cited without a network."
        hint = "https://example.org/an/article"
        await self._stage.ask(AskLine("Add a web page", kept, "fetches it", store, hint=hint))
        if fetched:
            self._shelf.changed(fetched)
            self._shelf.wants(fetched[0])

    async def _notes(self) -> Sequence[str]:
        """Return the notes of the articles that are ticked, else of one or of all listed."""
        from postil.tui.dialogs.frame.choose_one import Choice, ChooseOne

        chosen, listed = self._articles(), _articles(self._shelf.listed())
        meant = chosen or listed
        if len(chosen) == 1 and len(listed) > 1 and not self._shelf.ticks():
            rows = [
                Choice("all", f"all {len(listed)} articles that are listed"),
                Choice("one", "the one pointed at"),
            ]
            which = await self._stage.ask(ChooseOne("Export the notes of which articles?", rows))
            if which is None:
                return ()
            meant = listed if which == "all" else chosen
        within = library.whole_articles.notes_within
        notes = await asyncio.to_thread(within, self._stage.home, _targets(meant))
        if not notes:
            self._stage.say("There is no note on what is meant.")
        return notes

    async def _carried_out(self, change: Callable[[Home], str]) -> PostilError | None:
        """Make the change that an import is, in its turn, and show what it has brought."""
        async with self._one_by_one:
            try:
                said = await asyncio.to_thread(lambda: change(self._stage.home))
            except PostilError as error:
                return error
        self._stage.notes_changed()
        self._shelf.changed([])
        self._stage.say(said)
        return None

    async def _step(self, way: str) -> None:
        """Take back what was changed last, or make it again."""
        step = library.undoing.undo if way == "undo" else library.undoing.redo
        self._stage.say(await asyncio.to_thread(step, self._stage.home))
        self._shelf.changed([])


def _forget_all(home: Home, entries: Sequence[ShelfEntry]) -> list[str]:
    """Forget articles; return the keys of those that were known."""
    gone = []
    for entry in entries:
        if entry.shelved.path is not None:
            try:
                library.knowing.forget(home.places, home, entry.shelved.path)
            except NothingFound:
                continue
            gone.append(entry.shelved.key)
    return gone


def _articles(rows: Iterable[ShelfRow | None]) -> list[ShelfEntry]:
    """Return the rows that are articles."""
    return [
        one
        for one in rows
        if one is not None
        and not isinstance(one, SavedRow)
        and (one.shelved.path or one.shelved.id)
    ]


def _targets(entries: Sequence[ShelfEntry]) -> list[Target]:
    return [library.whole_articles.Target(one.shelved.path, one.shelved.id) for one in entries]


def _called(entries: Sequence[ShelfEntry]) -> str:
    """Return what is acted on, in words."""
    if len(entries) == 1:
        return clean_line(entries[0].shelved.title)
    return f"{len(entries)} articles"
