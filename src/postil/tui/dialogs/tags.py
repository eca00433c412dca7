"""Puts tags on a passage and takes them off."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget

from postil import library
from postil.text.clean import clean_line
from postil.tui.dialogs.frame.dialog import Dialog, Hint, Passage, plain
from postil.tui.dialogs.frame.draft import Draft
from postil.tui.dialogs.frame.filter_list import FilterList
from postil.tui.dialogs.frame.rows import Column, Row
from postil.tui.dialogs.frame.saving import Saving, Store
from postil.tui.messages import notes_counted

KEYS: list[BindingType] = [
    Binding(
        "ctrl+s",
        "accept",
        "Keep the tags",
        id="tags.accept",
        show=False,
        tooltip="Keep the tags as they are chosen, and close",
    ),
    Binding(
        "escape",
        "leave",
        "Leave",
        id="tags.leave",
        show=False,
        tooltip="Close; tags that were put on stay on",
    ),
    Binding(
        "f5",
        "all_tags",
        "All tags",
        id="tags.all",
        show=False,
        tooltip="Close, and show all tags: there they are renamed, merged, split and defined",
    ),
]

ALL = ("tags.all", "all tags")
"""Names the key that leads to all tags."""


class TagPicker(Dialog[tuple[str, ...]]):
    """Offers the tags there are, and new ones by typing; answers with all that are wanted.

    However it is left, the tags chosen so far are kept: taking them back is for undo.
    """

    TITLE_TEXT = "Tags"

    DEFAULT_CSS = """
    TagPicker {
        #wanted { height: auto; max-height: 2; }
        &.-low > .sheet { height: auto; max-height: 100%; }
        &.-low FilterList { height: auto; }
        &.-low RowList { height: auto; max-height: 4; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = KEYS

    def __init__(
        self,
        known: Sequence[tuple[str, int]],
        on: Sequence[str],
        passage: str,
        store: Store[tuple[str, ...]],
        some: Sequence[str] = (),
        what: str = "",
    ) -> None:
        """Offer ``known`` tags with the number of their notes; those in ``on`` are set already.

        Where the tags are those of several notes, only ``some`` of these have the others.
        """
        super().__init__()
        self.saving: Saving[tuple[str, ...]] = Saving(
            self, self._close, store, Draft("", self._in_a_line), self._chosen
        )
        self._counts = {**dict.fromkeys((*on, *some), 0), **dict(known)}
        self._some_before = tuple(some)
        self.some = list(some)
        """Tags that are left as they are: some of the notes have them."""
        self._passage = passage
        self._what = what
        self._onward = False
        """Whether all tags are wanted next."""
        self._before = tuple(dict.fromkeys(on))
        self._wanted = list(self._before)
        self._said = plain(id="wanted")
        self._list = FilterList(
            [Column(share=1), Column(right=True, muted=True, searched=False)],
            self._choose,
            hint="type a tag, known or new",
            empty="There are no tags yet: type one.",
            many=True,
            offer=self._offer,
        )
        self._warned_of: tuple[list[str], list[str]] | None = None
        self.unused = ""
        """A new tag that was typed, but not put on, when the dialog was left."""

    def compose(self) -> ComposeResult:
        """Put the body into the frame that all dialogs share."""
        yield from self.framed(self._body())

    def _body(self) -> Iterable[Widget]:
        """Return the passage, the tags it has, and the list."""
        several, _, count = self._what.partition("these ")
        yield Passage(self._passage, "" if several else count)
        yield self._said
        yield self._list
        yield self.saving.line

    def fill(self) -> None:
        """Fill the list."""
        signs = {**dict.fromkeys(self.some, "~"), **dict.fromkeys(self._wanted, "√")}
        tags = dict.fromkeys((*self._wanted, *self.some, *self._counts))
        # There may be very many tags, and few numbers of notes that they have.
        counted = {count: notes_counted(count) for count in {0, *self._counts.values()}}
        rows = [
            Row(tag, (tag, counted[self._counts.get(tag, 0)]), signs.get(tag, "")) for tag in tags
        ]
        self._list.show(rows)
        what = self._what or ("this passage" if self._passage else "the whole article")
        said = f"No tags on {what}"
        if self._wanted or self.some:
            there = "On all" if self._some_before else f"On {what}"
            told = (there, self._wanted), ("on some", self.some)
            said = "; ".join(f"{where}: {', '.join(tags)}" for where, tags in told if tags)
        self._said.update(f"{said[0].upper()}{said[1:]}")

    def _offer(self, typed: str) -> Row | None:
        name = _tag(typed)
        if not name or any(name.casefold() == tag.casefold() for tag in self._known()):
            return None
        return Row(f"new:{name}", (f"new tag: {name}", ""), sign="+")

    def _known(self) -> list[str]:
        return [*self._counts, *self._wanted]

    def _choose(self, row: Row | None, typed: str) -> None:
        """Put the tag on or take it off; with nothing typed or pointed at, keep what is chosen."""
        if row is None:
            if not typed:
                self.action_accept()
            return
        tag = _tag(typed) if row.sign == "+" else row.key
        if tag in self._wanted:
            self._wanted.remove(tag)
        else:
            self._wanted.append(tag)
            self.some = [one for one in self.some if one != tag]
        self.fill()

    @on(FilterList.Pointed)
    def say(self) -> None:
        """Say what Enter does now."""
        self.say_hints()

    def hints(self) -> Sequence[Hint]:
        """Return what the keys do, Enter above all."""
        row = self._list.row
        if row is None:
            done = "keeps these tags" if self._changed else "done"
            return (("field.enter tags.leave", done), ("list.next", "to the list"), ALL)
        if row.sign == "+":
            does = "makes the tag and puts it on"
        else:
            does = f"takes “{row.key}” off" if row.key in self._wanted else f"puts “{row.key}” on"
        return (("field.enter", does), ("tags.leave", "done"), ALL)

    def _close(self, answer: tuple[str, ...] | None) -> None:
        """Close with an answer, and go on to all tags where that was asked for."""
        app = self.app
        self.answer(answer)
        if self._onward:
            app.call_later(app.run_action, "app.list('tags')")

    def action_all_tags(self) -> None:
        """Keep what was chosen, as when it is left, and go on to all tags."""
        self._onward = True
        self.action_leave()

    def action_leave(self) -> None:
        """Keep what was chosen; what was only typed is no tag.

        What cannot be stored is given up only when asked again.
        """
        row = self._list.row
        self.unused = _tag(self._list.typed) if row and row.sign == "+" else ""
        if self._warned_of == (self._wanted, self.some):
            self._close(self._before)
        else:
            self.action_accept()

    @work(exclusive=True, group="accept")
    async def action_accept(self) -> None:
        """Answer with the tags that are wanted, in the order they were put on."""
        if self._changed:
            await self.saving.save(tuple(self._wanted))
            self._warned_of = list(self._wanted), list(self.some)
        else:
            self._close(self._before)

    @property
    def _changed(self) -> bool:
        return (tuple(self._wanted), tuple(self.some)) != (self._before, self._some_before)

    def _chosen(self) -> tuple[str, ...] | None:
        """Return the tags that are wanted, None where nothing is changed."""
        return tuple(self._wanted) if self._changed else None

    def _in_a_line(self) -> str:
        return ", ".join(self._chosen() or ())


def _tag(typed: str) -> str:
    return clean_line(typed).lstrip("#").strip()[: library.tagging.LONGEST].strip()
