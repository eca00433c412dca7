"""Asks for a tag, one that there is or another, and says what will be done with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from textual import on, work
from textual.app import ComposeResult
from textual.widget import Widget

from postil.text.clean import clean_line
from postil.tui.dialogs.frame.dialog import Dialog, Hint, plain
from postil.tui.dialogs.frame.draft import Draft
from postil.tui.dialogs.frame.filter_list import FilterList
from postil.tui.dialogs.frame.rows import Column, Row
from postil.tui.dialogs.frame.saving import Saving, Store
from postil.tui.messages import notes_counted

NEW = "new:"
"""Before the key of a row for a tag that there is not yet."""

TagRows = Sequence[tuple[str, str]]
"""What can be chosen: a tag, and what is said beside it."""


class PickTag(Dialog[str | None]):
    """Type to choose among tags; answers with the one for which something was stored."""

    SIDE = False

    DEFAULT_CSS = """
    PickTag {
        & > .sheet { height: 60%; }
        .detail { height: auto; max-height: 3; color: $text-muted; }
    }
    """

    def __init__(
        self,
        title: str,
        detail: str,
        rows: TagRows,
        does: Callable[[str], str],
        store: Store[str | None],
        *,
        new: bool = False,
    ) -> None:
        """Ask; ``does`` says what Enter does with a tag, which may be a ``new`` one."""
        super().__init__()
        self._title, self._detail, self._does = title, detail, does
        self._known = {tag.casefold() for tag, _ in rows}
        self._rows = [Row(tag, (tag or "to the top", said)) for tag, said in rows]
        self._list = FilterList(
            [Column(share=1), Column(right=True, muted=True, searched=False)],
            self._choose,
            hint="type a tag",
            empty="There is no other tag: type a new one." if new else "There is no other tag.",
            offer=self._offer if new else None,
        )
        self.saving: Saving[str | None] = Saving(
            self, self.answer, store, Draft("", lambda: self._list.typed)
        )

    def heading(self) -> str:
        """Return the question."""
        return self._title

    def compose(self) -> ComposeResult:
        """Put the body into the frame that all dialogs share."""
        yield from self.framed(self._body())

    def _body(self) -> Iterable[Widget]:
        """Return what will be done, and the tags."""
        yield plain(self._detail, classes="detail")
        yield self._list
        yield self.saving.line

    def fill(self) -> None:
        """Fill the list."""
        self._list.show(self._rows)

    def _offer(self, typed: str) -> Row | None:
        tag = clean_line(typed).removeprefix("#").strip()
        if not tag or tag.casefold() in self._known:
            return None
        return Row(f"{NEW}{tag}", (f"new tag: {tag}", ""), sign="+")

    @on(FilterList.Pointed)
    def say(self) -> None:
        """Say what Enter does now."""
        self.say_hints()

    def hints(self) -> Sequence[Hint]:
        """Return what Enter does."""
        row = self._list.row
        does = self._does(row.key.removeprefix(NEW)) if row is not None else "chooses"
        return (
            ("field.enter", does),
            ("list.previous list.next", "move"),
            ("dialog.leave", "leaves it"),
        )

    def _choose(self, row: Row | None, _: str) -> None:
        if row is not None:
            self._take(row.key.removeprefix(NEW))

    @work(exclusive=True, group="accept")
    async def _take(self, tag: str) -> None:
        await self.saving.save(tag)


def counted_rows(tags: Iterable[tuple[str, int]]) -> TagRows:
    """Return tags with the number of their notes."""
    return [(tag, notes_counted(count)) for tag, count in tags]
