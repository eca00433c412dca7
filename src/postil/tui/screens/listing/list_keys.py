"""The keys of a list over the library, as tables: those of its screen, and those of its rows."""
# A table of keys is read by its columns, so a row stays one line.
# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from textual.binding import Binding, BindingType

SCREEN: list[BindingType] = [
    Binding("escape", "leave", "Back", id="list.leave", show=False, tooltip="Back to where you came from; the query is kept"),
    Binding("tab,shift+tab", "switch", "List or query", id="list.switch", show=False, tooltip="From the query line to the list, and back"),
    Binding("shift+down", "turn(1)", "More on", id="list.down", tooltip="More of what is shown in full"),
    Binding("shift+up", "turn(-1)", "More back", id="list.up", tooltip="Back in what is shown in full"),
    Binding("f1", "help", "Keys", id="list.help", show=False, tooltip="Every key of this screen, and every field of a query"),
    Binding("f2", "app.command_palette", "Commands", id="list.palette", show=False, tooltip="Find a command by its name"),
]

LIST: list[BindingType] = [
    Binding("j,down", "move(1)", "Next row", id="rows.next", tooltip="To the next row"),
    Binding("k,up", "move(-1)", "Row before", id="rows.previous", tooltip="To the row before"),
    Binding("pagedown,space", "page(1)", "Page on", id="rows.page-down", tooltip="A page of rows on"),
    Binding("pageup,b", "page(-1)", "Page back", id="rows.page-up", tooltip="A page of rows back"),
    Binding("home,g", "end(0)", "First row", id="rows.first", tooltip="To the first row"),
    Binding("end,G", "end(-1)", "Last row", id="rows.last", tooltip="To the last row"),
    Binding("enter", "screen.open", "Open", id="rows.open", tooltip="Open what is pointed at"),
    Binding("slash", "screen.type", "Type on", id="rows.type", tooltip="Back to the query line"),
    Binding("question_mark", "screen.help", "Keys", id="rows.help", tooltip="Every key of the list"),
    Binding("colon", "app.command_palette", "Commands", id="rows.palette", tooltip="Find a command by its name"),
    Binding("q", "screen.leave", "Back", id="rows.leave", tooltip="Back to where you came from"),
]

TICKS: list[BindingType] = [
    Binding("x", "tick", "Tick", id="rows.tick", tooltip="Tick this row, or no longer, and go to the next; what follows then acts on all that are ticked"),
    Binding("asterisk", "tick_all", "Tick all", id="rows.tick-all", tooltip="Tick every row that is listed; all ticked, none any more"),
]
