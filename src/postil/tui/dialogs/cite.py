"""Chooses how a passage is cited, with the result of each way for this very passage."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widget import Widget

from postil.library.citation.citation_format import FORMS, CitationFormat
from postil.library.citation.previewing import Preview
from postil.text.fuzzy import Ranked
from postil.text.fuzzy_index import ManyNames
from postil.tui.dialogs.frame.dialog import Hint, Sheet
from postil.tui.dialogs.frame.filter_list import FilterList
from postil.tui.dialogs.frame.forms import FormsPane
from postil.tui.dialogs.frame.rows import Column, Row
from postil.tui.dialogs.preview_snippets import Beginnings
from postil.tui.dialogs.style_file import in_a_file
from postil.tui.startup.key_priority import Abandoned, Errand

Offered = tuple[str, str]
"""The name of a format or a style, and what to call it."""

Make = Callable[[str], Preview]
"""Makes the preview of a format or a style, by its name; called in a thread."""


class CiteChooser(Sheet[tuple[CitationFormat, bool] | None]):
    """Answers with a way to cite, and whether it becomes the default."""

    SIDE = False
    TITLE_TEXT = "Cite this passage"

    DEFAULT_CSS = """
    CiteChooser {
        & > .sheet { height: 80%; max-height: 36; }
        FilterList { height: 3fr; }
        FormsPane { height: 4fr; }
        &.-wide Form { margin-bottom: 1; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+s",
            "prefer",
            "Make it the default",
            id="cite.default",
            show=False,
            tooltip="Copy the citation, and cite this way from now on",
        ),
        Binding(
            "tab",
            "form(1)",
            "Other form",
            id="cite.form",
            tooltip="Quotation, citation or note, entry of the bibliography: what Enter copies",
        ),
        Binding(
            "shift+tab", "form(-1)", "Form before", id="cite.form-back", tooltip="The form before"
        ),
        Binding("shift+down", "scroll(1)", "On", id="cite.down", tooltip="More of the result"),
        Binding("shift+up", "scroll(-1)", "Back", id="cite.up", tooltip="Back in the result"),
    ]

    @dataclass
    class Listed(Message):
        """All styles are known."""

        rows: Sequence[Row]
        names: ManyNames

    class Previewed(Message, bubble=False):
        """There are more previews than before."""

    class Rested(Message, bubble=False):
        """No more previews were wanted."""

    def __init__(
        self,
        passage: str,
        offered: Sequence[Offered],
        default: CitationFormat,
        make: Make,
        errand: Errand,
        *,
        known: Mapping[str, Preview] | None = None,
        others: Callable[[], Sequence[Offered]] = tuple,
    ) -> None:
        """Offer some formats and styles at once, and ``others``, called in a thread, after them.

        ``known`` are previews that need not be made any more.
        """
        super().__init__()
        self._offered = offered
        self._others = others
        self._default = default
        self._make = make
        self._errand = errand
        self._previews = dict(known or {})
        self._begins = Beginnings(passage, self._previews.values())
        self._beginnings: dict[tuple[str, str], str] = {}
        self._making = False
        self._form = default.form
        self._names: ManyNames | None = None
        self._list = FilterList(
            [
                Column(share=1, ends=True),
                Column(share=2, muted=True, searched=False, text=self._beginning),
            ],
            self._copy,
            hint="type to filter all styles",
            matcher=self._match,
            offer=in_a_file,
        )
        self._pane = FormsPane()

    def body(self) -> Iterable[Widget]:
        """Return the ways, and the whole result of the one pointed at."""
        yield self._list
        yield self._pane

    def on_mount(self) -> None:
        """List the ways; the default is pointed at."""
        super().on_mount()
        self.watch(self._pane, "show_vertical_scrollbar", self.say_hints, init=False)
        rows = self._rows(self._offered)
        self._names = _names_of(rows, len(rows))
        self._list.show(rows, key=self._default.name, more="Looking through all styles…")
        self.find_others()

    def on_unmount(self) -> None:
        """Let go of what nobody waits for any more."""
        self._errand.drop()

    def _rows(self, offered: Iterable[Offered]) -> list[Row]:
        default = self._default.name
        return [
            Row(name, (title, ""), sign="✓" if name == default else "", more=name)
            for name, title in offered
        ]

    def _match(self, typed: str, _: Sequence[str]) -> list[Ranked]:
        return self._names.rank(typed) if self._names else []

    # -- all styles

    @work(thread=True, group="styles")
    def find_others(self) -> None:
        """Find out which other styles there are."""
        offered = {name for name, _ in self._offered}
        rows = self._rows(self._offered)
        first = len(rows)
        rows += self._rows(one for one in self._others() if one[0] not in offered)
        self.post_message(self.Listed(rows, _names_of(rows, first)))

    @on(Listed)
    def list_all(self, event: Listed) -> None:
        """Offer all styles; what is typed and pointed at stays."""
        self._names = event.names
        self._list.show(event.rows)

    # -- previews

    def _beginning(self, row: Row) -> str:
        """Return how the result of a way begins, to be drawn in its row."""
        preview = self._previews.get(row.key)
        if preview is None:
            self.call_later(self.make_previews)
            return "…"
        key = (row.key, self._form)
        if key not in self._beginnings:
            self._beginnings[key] = self._begins.of(preview, self._form)
        return self._beginnings[key]

    def make_previews(self) -> None:
        """Begin to make what is wanted, unless that is under way."""
        if not self._making and self._wanted() is not None:
            self._making = True
            self.work_on_previews()

    @work(thread=True, group="previews")
    def work_on_previews(self) -> None:
        """Make the previews that can be seen, that of the row pointed at before all others."""
        while (name := self._wanted()) is not None:
            # What is made for a wish that has changed meanwhile goes where nobody looks.
            previews = self._previews
            try:
                self._errand.make_way()
            except Abandoned:
                return
            previews[name] = self._make(name)
            self.post_message(self.Previewed())
        self.post_message(self.Rested())

    def make_anew(self) -> None:
        """Forget every preview: they are to be made otherwise from now on."""
        self._previews = {}
        self._beginnings = {}
        self._list.redraw()
        self._show(self._list.row)

    @on(Rested)
    def rested(self) -> None:
        """Go on where something was wanted in the meantime."""
        self._making = False
        self.make_previews()

    def _wanted(self) -> str | None:
        """Return what is to be made next; None where nothing is missing now."""
        pointed = self._list.row
        rows = [*([pointed] if pointed else []), *self._list.in_view()]
        return next((row.key for row in rows if row.key not in self._previews), None)

    @on(Previewed)
    def show_previews(self) -> None:
        """Draw what has been made."""
        self._list.redraw()
        self._show(self._list.row)

    @on(FilterList.Pointed)
    def point(self, event: FilterList.Pointed) -> None:
        """Show the whole result of the way pointed at."""
        self._show(event.row)

    def _show(self, row: Row | None) -> None:
        preview = self._previews.get(row.key) if row else None
        if row is not None and preview is None:
            self.call_later(self.make_previews)
        self._pane.show(row.cells[0] if row else "", preview, self._form)
        self.say_hints()

    # -- keys

    def _copy(self, row: Row | None, _: str) -> None:
        self._take(row, preferred=False)

    def _take(self, row: Row | None, *, preferred: bool) -> None:
        """Answer with a row, unless the pane says why there is nothing to copy."""
        if row and self._copies(row):
            self.answer((CitationFormat(row.key, self._form), preferred))

    def hints(self) -> Sequence[Hint]:
        """Name the keys that do something for the row pointed at."""
        row = self._list.row
        preview = self._previews.get(row.key) if row else None
        styled = row is not None and _has_forms(row, preview)
        scrolls = self._pane.show_vertical_scrollbar
        copies = (("field.enter", "copies"), ("cite.default", "makes it the default"))
        return (
            *(copies if self._copies(row) else ()),
            *([("cite.form", "form")] if styled else []),
            ("cite.down", "shows more") if scrolls else ("dialog.leave", "leaves"),
        )

    def _copies(self, row: Row | None) -> bool:
        """Tell whether there is something to copy, as far as is known yet."""
        preview = self._previews.get(row.key) if row else None
        return row is not None and (preview is None or bool(preview.text(self._form)))

    def action_scroll(self, by: int) -> None:
        """Show more of the result."""
        self._pane.action_rows(3 * by)

    def action_form(self, by: int) -> None:
        """Copy another form, which the rows show from now on."""
        self._use(FORMS[(FORMS.index(self._form) + by) % len(FORMS)])

    @on(FormsPane.Chosen)
    def choose_form(self, event: FormsPane.Chosen) -> None:
        """Copy the form that was clicked."""
        self._use(event.form)

    def _use(self, form: str) -> None:
        self._form = form
        self._list.redraw()
        self._show(self._list.row)

    def action_prefer(self) -> None:
        """Answer with the row pointed at, as the default from now on."""
        self._take(self._list.row, preferred=True)


def _names_of(rows: Sequence[Row], first: int) -> ManyNames:
    return ManyNames([f"{row.cells[0]} {row.more}" for row in rows], first)


def _has_forms(row: Row, preview: Preview | None) -> bool:
    """Tell whether a way has several forms; a style that is broken has none."""
    return CitationFormat(row.key).in_style and not (preview and preview.trouble)
