"""Chooses how a passage or a list of sources is cited, with the result of each way to do it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from postil.library.citation.citation_format import FORMS, CitationFormat
from postil.library.citation.previewing import Preview
from postil.text.fuzzy_index import FuzzyIndex
from postil.tui.dialogs.cite_wishes import Wishes
from postil.tui.dialogs.frame.dialog import Dialog, Hint
from postil.tui.dialogs.frame.filter_list import FilterList
from postil.tui.dialogs.frame.forms import FormsPane
from postil.tui.dialogs.frame.rows import Column, Row
from postil.tui.dialogs.preview_snippets import PreviewSnippets
from postil.tui.dialogs.previews import Make, Previews
from postil.tui.dialogs.style_rows import Offered, StyleRows, in_a_file
from postil.tui.startup.key_priority import BackgroundTask

KEYS: list[BindingType] = [
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
    Binding("shift+tab", "form(-1)", "Form before", id="cite.form-back", tooltip="The form before"),
    Binding("shift+down", "scroll(1)", "On", id="cite.down", tooltip="More of the result"),
    Binding("shift+up", "scroll(-1)", "Back", id="cite.up", tooltip="Back in the result"),
    Binding(
        "ctrl+r",
        "word",
        "Your wording",
        id="cite.wording",
        show=False,
        tooltip="Change the words of the quotation; what you change is marked as such",
    ),
    Binding(
        "ctrl+l",
        "place",
        "Place of the passage",
        id="cite.place",
        show=False,
        tooltip="Let the citation in a style name the section and the paragraph, or not",
    ),
]

CSS = """
CiteChooser {
    & > .sheet { height: 80%; max-height: 36; }
    FilterList { height: 3fr; }
    FormsPane { height: 4fr; }
    &.-wide Form { margin-bottom: 1; }
}
"""

BIBLIOGRAPHY_HINTS = ("field.enter", "cite.down", "dialog.leave")
"""The hints that mean something where there is but one form, and no default."""


class CiteChooser(Dialog[tuple[CitationFormat, bool] | None]):
    """Answers with a way to cite, and whether it becomes the default."""

    SIDE = False

    DEFAULT_CSS = CSS

    BINDINGS: ClassVar[list[BindingType]] = KEYS

    def __init__(
        self,
        passage: str,
        offered: Sequence[Offered],
        default: CitationFormat,
        make: Make,
        task: BackgroundTask,
        *,
        known: Mapping[str, Preview] | None = None,
        others: Callable[[], Sequence[Offered]] = tuple,
        wishes: Wishes | None = None,
        about: str = "",
        heading: str = "",
    ) -> None:
        """Offer some formats and styles at once, and ``others``, called in a thread, after them.

        ``known`` are previews that need not be made any more; ``wishes`` what can be wanted of
        the quotation itself; ``about`` names what a bibliography is of, which has but one form;
        ``heading`` is said of several passages.
        """
        super().__init__()
        snippets = PreviewSnippets(passage, (known or {}).values(), signs=not about)
        self.previews = Previews(make, task, lambda: in_view(self._list), snippets, known)
        self._rows = StyleRows(offered, others, default.name)
        self._wishes = wishes
        self._about = about
        self._heading = heading or "Cite this passage"
        self._form = default.form
        self._list = FilterList(
            [
                Column(share=1, ends=True),
                Column(share=2, muted=True, searched=False, text=self._beginning),
            ],
            self._take,
            hint="type to filter all styles",
            matcher=self._rows.match,
            offer=in_a_file,
        )
        self._pane = FormsPane()

    def compose(self) -> ComposeResult:
        """Set the ways, and the whole result of the one pointed at, between title and hints."""
        return self.framed((self._list, self._pane))

    def heading(self) -> str:
        """Return what is to be cited."""
        return f"Bibliography of {self._about}" if self._about else self._heading

    def fill(self) -> None:
        """List the ways; the default is pointed at."""
        self.watch(self._pane, "show_vertical_scrollbar", self.say_hints, init=False)
        rows = self._rows
        self._list.show(rows.first, key=rows.default, more="Looking through all styles…")
        self.find_others()

    def on_unmount(self) -> None:
        """Let go of what nobody waits for any more."""
        self.previews.drop()

    @work(thread=True, group="styles")
    def find_others(self) -> None:
        """Find out which other styles there are; what is typed and pointed at stays."""
        self.call_later(self._list_all, *self._rows.all())

    def _list_all(self, rows: Sequence[Row], names: FuzzyIndex) -> None:
        self._rows.use(names)
        self._list.show(rows)

    # -- previews

    def _beginning(self, row: Row) -> str:
        """Return how the result of a way begins, to be drawn in its row."""
        beginning = self.previews.beginning(row.key, self._form)
        if beginning is None:
            self.call_later(self.make_previews)
            return "…"
        return beginning

    def make_previews(self) -> None:
        """Begin to make what is wanted, unless that is under way."""
        if self.previews.begin():
            self.work_on_previews()

    @work(thread=True, group="previews")
    def work_on_previews(self) -> None:
        """Make the previews that can be seen, that of the row pointed at before all others."""
        if self.previews.work(partial(self.call_later, self.show_again)):
            self.call_later(self.rested)

    def rested(self) -> None:
        """Go on where something was wanted in the meantime."""
        self.previews.rested()
        self.make_previews()

    def show_again(self) -> None:
        """Draw what has been made, or what is wanted otherwise."""
        self._list.redraw()
        self._show(self._list.row)

    @on(FilterList.Pointed)
    def point(self, event: FilterList.Pointed) -> None:
        """Show the whole result of the way pointed at."""
        self._show(event.row)

    def _show(self, row: Row | None) -> None:
        preview = self.previews.of(row.key) if row else None
        if row is not None and preview is None:
            self.call_later(self.make_previews)
        self._pane.show(row.cells[0] if row else "", preview, self._form)
        self.say_hints()

    # -- keys

    def _take(self, row: Row | None, _: str = "", *, preferred: bool = False) -> None:
        """Answer with a row, unless the pane says why there is nothing to copy."""
        if row and self.previews.may_copy(row.key, self._form):
            self.answer((CitationFormat(row.key, self._form), preferred))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Take no other form and no default for a bibliography, and no wish where none counts."""
        if action in ("form", "prefer") and self._about:
            return False
        if action in ("word", "place") and self._wishes is None:
            return False
        return super().check_action(action, parameters)

    def hints(self) -> Sequence[Hint]:
        """Name the keys that do something for the row pointed at."""
        row = self._list.row
        named = named_keys(
            copies=row is not None and self.previews.may_copy(row.key, self._form),
            styled=row is not None and has_forms(row, self.previews.of(row.key)),
            scrolls=self._pane.show_vertical_scrollbar,
        )
        if self._about:
            return [hint for hint in named if hint[0] in BIBLIOGRAPHY_HINTS]
        return self._wishes.hints(named) if self._wishes else named

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
        self.show_again()

    def action_prefer(self) -> None:
        """Answer with the row pointed at, as the default from now on."""
        self._take(self._list.row, preferred=True)

    def action_word(self) -> None:
        """Let the reader change the words."""
        if self._wishes:
            self._wishes.ask_words(self.app, self.make_anew)

    def action_place(self) -> None:
        """Have the place named from now on, or no more."""
        if self._wishes:
            self._wishes.turn_place()
            self.make_anew()

    def make_anew(self) -> None:
        """Make every preview anew, as it is wished now."""
        self.previews.forget()
        self.show_again()


def in_view(rows: FilterList) -> Iterator[str]:
    """Yield the keys of the rows that can be seen, that of the row pointed at before all others."""
    if (pointed := rows.row) is not None:
        yield pointed.key
    yield from (row.key for row in rows.in_view())


def named_keys(*, copies: bool, styled: bool, scrolls: bool) -> Sequence[Hint]:
    """Return the hints of the keys that do something."""
    return (
        *((("field.enter", "copies"), ("cite.default", "makes it the default")) if copies else ()),
        *((("cite.form", "form"),) if styled else ()),
        ("cite.down", "shows more") if scrolls else ("dialog.leave", "leaves"),
    )


def has_forms(row: Row, preview: Preview | None) -> bool:
    """Tell whether a way has several forms; a style that is broken has none."""
    return CitationFormat(row.key).in_style and not (preview and preview.trouble)
