"""The checklist of all that a search has found: what is ticked is tagged, in one step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import on, work
from textual.binding import Binding, BindingType

from postil.errors import PostilError
from postil.library.notes.hit_tagging import Proposal, Unit
from postil.text.clean import clean_line
from postil.text.fuzzy import holding
from postil.tui.dialogs.frame.dialog import Hint
from postil.tui.screens.listing.frame import ListScreen
from postil.tui.screens.listing.pointed_list import Ink, PointedList
from postil.tui.screens.listing.preview import Preview
from postil.tui.screens.search.hit_gathering import Gathered, HitGathering
from postil.tui.startup.app_input import OPENS
from postil.tui.theme import SIGNS

if TYPE_CHECKING:
    from postil.tui.screens.search.session import SearchSession
    from postil.tui.startup.key_priority import KeyPriority

NAMES = {Unit.WORDS: "the words found", Unit.SENTENCE: "sentences", Unit.PARAGRAPH: "paragraphs"}
"""What each unit is called."""


class HitChecklist(ListScreen[Proposal]):
    """Every passage is ticked at first; Enter asks for the tags that all ticked ones get."""

    TITLE_TEXT = "Tag what was found"

    ENTER: ClassVar[str] = "tags what is ticked"

    HINT: ClassVar[str] = "type to narrow the list"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+t",
            "unit",
            "Words, sentences, paragraphs",
            id="checklist.unit",
            show=False,
            tooltip="What gets the tag: the words found, their sentence or their paragraph",
        ),
    ]

    def __init__(self, session: SearchSession, typed: str, key_priority: KeyPriority) -> None:
        self._whole = Whole()
        rows = PointedList(ProposalDrawing(), ticks=True)
        super().__init__(self, rows, self._whole, lambda: session.tags)
        self._session = session
        self._gathering = HitGathering(session, typed, self, key_priority)
        self._unit = Unit.SENTENCE
        self._all: Sequence[Proposal] = ()
        self._titles: dict[str, str] = {}
        self._left_out = ""
        self._ready = False
        self._opens = False
        """Whether to ask for tags as soon as the passages are there: Enter came before."""

    # -- what is listed

    def in_thread(self, group: str, task: Callable[[], None]) -> None:
        """Do something in a thread instead of what the group does already."""
        self.run_worker(task, thread=True, exclusive=True, group=group, description=group)

    def begin(self) -> None:
        """Gather the passages."""
        self._gather()

    def on_unmount(self) -> None:
        """Give up what is done for a screen that nobody sees."""
        self._gathering.drop()

    def _gather(self) -> None:
        self._ready = False
        self.found(any_rows=False, empty="Looking at every passage …", looking=True)
        self._gathering.gather(self._unit)

    @on(Gathered)
    def _gathered(self, event: Gathered) -> None:
        """Say how far it is; list the passages when all are there, each of them ticked."""
        if event.error is not None:
            self.complain(event.error)
            self.found(any_rows=False, empty="Nothing can be tagged.")
            return
        if event.proposals is None:
            self.count(f"article {event.done + 1} of {event.of}…")
            return
        self._ready, self._all = True, event.proposals
        self._titles, self._left_out = event.titles or {}, event.left_out
        self.list.ticked = {one.key for one in self._all}
        self.typed()
        if self._opens:
            self.open()

    def typed(self) -> None:
        """List the passages that hold what is typed."""
        said = [f"{one.quote} {self._titles.get(one.path, '')}" for one in self._all]
        kept = [self._all[at] for at, _ in holding(self.line.value, said)]
        self.list.set_lines(kept, *_below_titles(kept, self._titles))
        nothing = f"Nothing here has “{clean_line(self.line.value, 60)}”."
        none = "None of what was found is a passage that can be tagged."
        self.found(any_rows=bool(kept), empty=nothing if self._all else none)
        self._tell()

    @on(PointedList.Ticked)
    def _tell(self) -> None:
        """Say how many passages would be tagged, and what they are."""
        if self._ready:
            ticked = f"{len(self._ticked()):,} of {len(self._all):,} ticked"
            left_out = f"; {self._left_out}" if self._left_out else ""
            self.count(f"{NAMES[self._unit]}: {ticked}{left_out}")
        self.say()

    def _ticked(self) -> list[Proposal]:
        return [one for one in self._all if one.key in self.list.ticked]

    def preview(self, row: Proposal | None) -> None:
        """Show the passage within its paragraph."""
        self._whole.show(row, self._titles.get(row.path, "") if row is not None else "")

    def hints(self, *, in_list: bool) -> Iterable[Hint]:
        """Return what the bottom line says of the keys that are this screen's own."""
        ticks = [("rows.tick", "ticks"), ("rows.tick-all", "all or none")] if in_list else []
        return [*ticks, ("checklist.unit", "words, sentences, paragraphs")]

    def moved(self, by: int) -> None:
        """Point at another passage."""
        self.list.pointed += by

    def action_unit(self) -> None:
        """Take more of the text, or the words alone again."""
        units = list(Unit)
        self._unit = units[(units.index(self._unit) + 1) % len(units)]
        self._gather()

    # -- tagging

    def open(self) -> None:
        """Ask for the tags of all that is ticked."""
        if not self._ready:
            self._opens = True
            return
        self._opens = False
        if self._ticked():
            self._ask()
        else:
            self.app.bell()

    @work(name=OPENS, description="tag hits")
    async def _ask(self) -> None:
        from postil.tui.dialogs.tags import TagPicker

        chosen = self._ticked()
        about = chosen[0].quote if len(chosen) == 1 else f"{len(chosen):,} passages"
        known = await self._gathering.known()

        async def store(tags: tuple[str, ...]) -> PostilError | None:
            return await self._gathering.tag(chosen, tags)

        what = f"these {about}" if len(chosen) > 1 else ""
        tags = await self.app.push_screen_wait(TagPicker(known, (), about, store, what=what))
        if not tags or not self.is_attached:
            return
        on_what = "one passage" if len(chosen) == 1 else f"{len(chosen):,} passages"
        names = ", ".join(f"#{one}" for one in tags)
        self.app.notify(f"{names} on {on_what}; in the list u takes it back.", markup=False)
        self.action_leave()


def _below_titles(
    rows: Sequence[Proposal], titles: Mapping[str, str]
) -> tuple[list[str | int], list[int]]:
    """Return the lines of passages below the titles of their articles, and the line of each."""
    lines: list[str | int] = []
    places: list[int] = []
    path = None
    for number, one in enumerate(rows):
        if one.path != path:
            path = one.path
            lines.append(clean_line(titles.get(path, "")))
        places.append(len(lines))
        lines.append(number)
    return lines, places


class ProposalDrawing:
    """Draws a passage on one line, with the sign of the note that stands on it."""

    def key(self, row: Proposal, /) -> str:
        """Return what tells a passage from all others."""
        return row.key

    def row(self, row: Proposal, width: int, ink: Ink, /) -> Text:
        """Draw the beginning of the passage."""
        drawn = Text(no_wrap=True)
        if row.note is not None:
            drawn.append(f"{SIGNS[row.note.colour]} ", style=ink(str(row.note.colour)))
        words = clean_line(row.quote) or "(the whole article)"
        drawn.append(words)
        drawn.truncate(width, overflow="ellipsis")
        return drawn

    def head(self, head: str, width: int, ink: Ink, /) -> Text:
        """Draw the title of an article."""
        title = Text(head, style=ink("title"), no_wrap=True)
        title.truncate(width, overflow="ellipsis")
        return title


class Whole(Preview):
    """Shows a passage within its paragraph."""

    def show(self, one: Proposal | None, title: str) -> None:
        """Show a passage; None for none."""
        shown = Text()
        if one is not None:
            shown.append(clean_line(title), style=self.ink("title"))
            if one.note is not None:
                tags = " ".join(f"#{tag}" for tag in one.note.tags)
                bears = f"{SIGNS[one.note.colour]} bears a note already  {tags}"
                shown.append(f"\n{clean_line(bears)}", style=self.ink("quiet"))
            shown.append("\n\n")
            shown.append(_printable(one.around[0]), style=self.ink("quiet"))
            shown.append(_printable(one.quote))
            shown.append(_printable(one.around[1]), style=self.ink("quiet"))
        self.set(shown)


def _printable(text: str) -> str:
    return "".join(sign if sign.isprintable() or sign == "\n" else " " for sign in text)
