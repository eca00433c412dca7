"""A field of one line, safe to paste into, whose keys are obeyed in the order they are struck."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.reactive import Reactive, reactive
from textual.widget import Widget
from textual.widgets import Input

from postil.text.clean import clean_line


async def obey(field: Widget, event: events.Key) -> None:
    """Do what a key is bound to before the next letter is put into the field.

    Textual looks a binding up only when its key has travelled up to the app; letters that come in
    one burst with it, as over a slow line, would be in the field already.
    """
    if event.is_printable:
        return
    active = field.screen.active_bindings.get(event.key)
    if active and await field.app.run_action(active.binding.action, active.node):
        event.stop()
        event.prevent_default()


class Line(Input):
    """A field of one line; what is pasted into it is made safe first."""

    DEFAULT_CSS = """
    Line, Line:focus {
        background: transparent;
        background-tint: transparent;
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "submit",
            "Take it",
            id="field.enter",
            show=False,
            tooltip="Take the row that is marked, or what is typed",
        ),
    ]

    virtual_size: Reactive[Size] = Reactive(Size(0, 0))
    """Textual lays the screen out for each letter, on which the place of no widget depends."""

    cursor_blink: Reactive[bool] = reactive(False, init=False)
    """Off: to blink, the screen would be drawn twice a second for as long as the field is there."""

    def __init__(self, value: str = "", *, hint: str = "", id: str | None = None) -> None:  # noqa: A002
        super().__init__(value, placeholder=hint, id=id, compact=True, select_on_focus=False)

    def is_plain(self, key: str, character: str | None, /) -> bool:
        """Tell whether a key only types a letter."""
        return self.check_consume_key(key, character)

    def _on_paste(self, event: events.Paste) -> None:
        event.text = clean_line(event.text)

    async def _on_key(self, event: events.Key) -> None:
        await obey(self, event)
