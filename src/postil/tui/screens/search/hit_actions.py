"""Acts on hits with the keys of the page: a hit in a text becomes a note where it has to be one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from postil import library
from postil.errors import PostilError
from postil.library.notes.hit_tagging import Hit, Proposal, Unit
from postil.model.note import Colour
from postil.tui.dialogs.frame.others import with_consent
from postil.tui.screens.listing.list_stage import ListStage
from postil.tui.screens.listing.note_actions import NoteActions
from postil.tui.screens.listing.note_copies import NoteCopies
from postil.tui.screens.search.hit_list import HitDrawing, Listed

if TYPE_CHECKING:
    from postil.library.care.local_state import Home
    from postil.library.citation.cited_notes import NotedPassages
    from postil.tui.screens.listing.pointed_list import PointedList


class MeantHits:
    """The hits that a key means: the ticked ones, or the one pointed at."""

    def __init__(self, rows: PointedList[Listed, Any], anew: Callable[[], None]) -> None:
        """``anew`` is called when their notes have changed."""
        self._rows = rows
        self._key = HitDrawing().key
        self.changed = anew

    def pointed(self) -> str:
        """Return the key of the hit pointed at; "" for none."""
        return "" if self._rows.row is None else self._key(self._rows.row)

    def chosen(self) -> Sequence[str]:
        """Return the keys of the hits that are meant."""
        return [self._key(one) for one in self._rows.chosen]

    def listed(self) -> Sequence[str]:
        """Return the keys of all hits."""
        return [self._key(one) for one in self._rows.rows]

    def hits(self, keys: Sequence[str]) -> list[Hit]:
        """Return hits by their keys; an article of which nothing was found is none."""
        wanted = set(keys)
        return [
            Hit(row.article.path, row.passage.spans, row.passage.words, row.passage.note)
            for row in self._rows.rows
            if self._key(row) in wanted and row.passage is not None and row.article.path is not None
        ]


class MeantNotesOfHits:
    """The same, as far as they are notes."""

    def __init__(self, meant: MeantHits) -> None:
        self._meant = meant

    def pointed(self) -> str:
        """Return the note pointed at; "" for none."""
        return next(iter(self._notes([self._meant.pointed()])), "")

    def chosen(self) -> Sequence[str]:
        """Return the notes that are ticked, or the one pointed at."""
        return self._notes(self._meant.chosen())

    def listed(self) -> Sequence[str]:
        """Return all notes that were found."""
        return self._notes(self._meant.listed())

    def changed(self) -> None:
        """Search once more."""
        self._meant.changed()

    def _notes(self, keys: Sequence[str]) -> list[str]:
        return [hit.note for hit in self._meant.hits(keys) if hit.note]


class HitActions:
    """Tags, colours, words and citations of hits."""

    def __init__(self, stage: ListStage, meant: MeantHits) -> None:
        self._stage = stage
        self._meant = meant
        self._notes = NoteActions(stage, MeantNotesOfHits(meant))
        copies = NoteCopies(stage, meant, self._carried_out, self._passages)
        self._copies = copies.verbs()

    def do(self, verb: str) -> None:
        """Do what a key is for: notes are acted on as such, and words of a text as on the page."""
        hits = self._meant.hits(self._meant.chosen())
        texts = any(not hit.note for hit in hits)
        if verb in ("words", "cite", "cite-as", "source"):
            self._copies[verb]()
        elif verb == "delete" and texts:
            self._stage.say("Only notes can be deleted, and this is a place in a text.")
        elif verb == "write" and texts:
            self._stage.say("Enter opens the article here; a writes a note there.")
        elif verb == "tag" and texts:
            self._stage.in_background(self._tag, hits, opens=True)
        elif verb.startswith("colour-") and texts:
            colour = list(Colour)[int(verb[-1]) - 1]
            self._stage.in_background(self._mark, hits, colour, group="store")
        else:
            self._notes.do(verb)

    def _passages(self, home: Home, keys: Sequence[str]) -> NotedPassages:
        return library.cited_hits.passages(home, self._meant.hits(keys))

    async def _proposed(self, hits: Sequence[Hit]) -> list[Proposal]:
        home = self._stage.home
        return await asyncio.to_thread(library.hit_tagging.proposals, home, hits, Unit.SENTENCE)

    async def _tag(self, hits: Sequence[Hit]) -> None:
        """Put tags on the sentences of the hits, and on the notes among them."""
        from postil.tui.dialogs.tags import TagPicker

        found = await self._proposed(hits)
        uses = await asyncio.to_thread(library.tagging.tags, self._stage.home)
        look = self._stage.look

        async def store(tags: tuple[str, ...]) -> PostilError | None:
            return await self._carried_out(partial(self._tagged, found, tags, look.colour))

        words = " · ".join(one.quote for one in found[:9])
        what = f"these {_passages(len(found))}" if len(found) > 1 else ""
        known = [(one.tag, one.notes) for one in uses]
        await self._stage.ask(TagPicker(known, (), words, store, what=what))

    def _tagged(
        self, found: Sequence[Proposal], tags: Sequence[str], colour: Colour, home: Home
    ) -> str:
        number = library.hit_tagging.tag(home, found, tags, colour)
        return f"{', '.join(f'#{one}' for one in tags)} on {_passages(number)}; u takes it back."

    async def _mark(self, hits: Sequence[Hit], colour: Colour) -> None:
        """Mark the sentences of the hits in a colour."""
        found = await self._proposed(hits)

        def marked(home: Home) -> str:
            number = library.hit_tagging.mark(home, found, colour)
            return f"{_passages(number)} marked {colour}; u takes it back."

        carried_out = partial(self._carried_out, marked)
        if (error := await with_consent(self._stage.ask, carried_out)) is not None:
            self._stage.complain(error)

    async def _carried_out(self, change: Callable[[Home], str]) -> PostilError | None:
        try:
            said = await asyncio.to_thread(lambda: change(self._stage.home))
        except PostilError as error:
            return error
        self._stage.notes_changed()
        self._meant.changed()
        self._stage.say(said)
        return None


def _passages(number: int) -> str:
    return "1 passage" if number == 1 else f"{number:,} passages"
