"""Shows what a way to cite makes of a passage, in full and in every form that it has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Static

from postil.library.citation.citation_format import FORMS, QUOTATION, REFERENCE
from postil.library.citation.previewing import Preview
from postil.model.values import dataclass
from postil.tui.dialogs.frame.dialog import plain
from postil.tui.dialogs.frame.text_popup import Pane
from postil.tui.widgets.margin_text import wrap

_MARK = "► "


class Result(Static):
    """A result as it would stand on a page: what goes on stands under the beginning of its line."""

    DEFAULT_CSS = """
    Result { width: 1fr; color: $text-muted; }
    """

    def __init__(self) -> None:
        super().__init__("", markup=False)
        self._text = ""

    def show(self, text: str) -> None:
        """Show another result."""
        self._text = text
        self._set()

    def on_resize(self) -> None:
        """Set the lines anew for another width."""
        self._set()

    def _set(self) -> None:
        self.update("\n".join(hung(self._text, self.size.width)) if self.size.width else self._text)


def hung(text: str, width: int) -> Iterator[str]:
    """Yield the lines of a text, those of a block quotation indented as a whole."""
    for line in text.split("\n"):
        words = line.lstrip(" >")
        lead = line[: len(line) - len(words)]
        first, *further = wrap(words, width - len(lead)) or [""]
        yield lead + first
        yield from (" " * len(lead) + row for row in further)


class Form(Horizontal):
    """One form with its caption; a sign stands at the one that is copied."""

    DEFAULT_CSS = """
    Form {
        height: auto;
        .caption { width: 13; color: $text-muted; }
        &.-copied Result { color: $foreground; }
        &.-copied .caption { color: $accent; text-style: bold; }
        &.-alone .caption { display: none; }
    }
    """

    @dataclass
    class Clicked(Message):
        """The reader has clicked on a form."""

        form: str

    def __init__(self, form: str) -> None:
        super().__init__()
        self.form = form
        self._caption = plain(classes="caption")
        self._result = Result()

    def compose(self) -> ComposeResult:
        """Set the caption before the result."""
        yield self._caption
        yield self._result

    def show(self, caption: str, text: str, copied: bool) -> None:
        """Show a result; without a caption it stands alone."""
        self._caption.update(f"{_MARK if copied else ' ' * len(_MARK)}{caption}")
        self._result.show(text)
        self.set_class(copied, "-copied")
        self.set_class(not caption, "-alone")
        self.display = True

    def on_click(self, event: events.Click) -> None:
        """Tell which form was clicked."""
        event.stop()
        self.post_message(self.Clicked(self.form))


class FormsPane(Pane, can_focus=False):
    """The title of a way, what is wrong with its result, and the result in every form."""

    DEFAULT_CSS = """
    FormsPane {
        .title { color: $foreground; text-style: none; }
        .problems { height: auto; text-style: bold; }
    }
    """

    @dataclass
    class Chosen(Message):
        """The reader has chosen a form."""

        form: str

    def __init__(self) -> None:
        super().__init__()
        self._title = plain(classes="quiet")
        self._problems = plain(classes="problems")
        self._forms = [Form(form) for form in FORMS]
        self._shown: tuple[str, Preview | None, str] | None = None

    def compose(self) -> ComposeResult:
        """Set the forms below each other."""
        yield self._title
        yield self._problems
        yield from self._forms

    def show(self, title: str, preview: Preview | None, form: str) -> None:
        """Show a preview, or that it is being made; ``form`` is the one that is copied."""
        if self._shown == (title, preview, form):
            return
        anew = self._shown is None or self._shown[:2] != (title, preview)
        self._shown = (title, preview, form)
        whole = preview.title if preview is not None else ""
        self._title.update(f"{title} · {whole}" if whole not in ("", title) else title)
        said: Sequence[str] = ()
        if preview is not None:
            said = (preview.trouble,) if preview.trouble else preview.problems
        self._problems.update("\n".join(f"! {one}" for one in said))
        self._problems.display = bool(said)
        for one in self._forms:
            one.display = False
        if preview is not None and not preview.trouble:
            self._show(preview, form)
        if anew:
            self.action_edge(0)
        if preview is not None and preview.in_style:
            self.call_after_refresh(self._follow, form)

    def _show(self, preview: Preview, form: str) -> None:
        if not preview.in_style:
            self._forms[FORMS.index(QUOTATION)].show("", preview.quotation.strip("\n"), True)
            return
        for one in self._forms:
            text = preview.text(one.form)
            if not text and one.form == REFERENCE:
                text = "This style has no bibliography."
            one.show(preview.caption(one.form), text, one.form == form)

    def _follow(self, form: str) -> None:
        """Bring the form that is copied into view."""
        one = self._forms[FORMS.index(form)]
        if one.display and form != FORMS[0]:
            self.scroll_to_widget(one, top=True, animate=False, immediate=True)

    def on_form_clicked(self, event: Form.Clicked) -> None:
        """Choose the form that was clicked, if there is a choice."""
        event.stop()
        if self._shown and self._shown[1] and self._shown[1].in_style:
            self.post_message(self.Chosen(event.form))
