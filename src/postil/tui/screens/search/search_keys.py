"""The keys of the search screen and of its list, as tables."""
# A table of keys is read by its columns, so a row stays one line.
# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from textual.binding import Binding, BindingType

SCREEN: list[BindingType] = [
    Binding("escape", "leave", "Back", id="search.leave", show=False, tooltip="Back to where you came from; the query is kept"),
    Binding("tab,shift+tab", "switch", "List or query", id="search.switch", show=False, tooltip="From the query line to the list of hits, and back"),
    Binding("shift+down", "turn(1)", "Passage on", id="search.down", tooltip="More of the passage that is shown in full"),
    Binding("shift+up", "turn(-1)", "Passage back", id="search.up", tooltip="Back in the passage that is shown in full"),
    Binding("f1", "help", "Keys", id="search.help", show=False, tooltip="Every key of the search, and every field"),
    Binding("f2", "app.command_palette", "Commands", id="search.palette", show=False, tooltip="Find a command by its name"),
]

LIST: list[BindingType] = [
    Binding("j,down", "move(1)", "Next hit", id="hits.next", tooltip="To the next hit"),
    Binding("k,up", "move(-1)", "Hit before", id="hits.previous", tooltip="To the hit before"),
    Binding("pagedown,space", "page(1)", "Page on", id="hits.page-down", tooltip="A page of hits on"),
    Binding("pageup,b", "page(-1)", "Page back", id="hits.page-up", tooltip="A page of hits back"),
    Binding("home,g", "end(0)", "First hit", id="hits.first", tooltip="To the first hit"),
    Binding("end,G", "end(-1)", "Last hit", id="hits.last", tooltip="To the last hit"),
    Binding("enter", "screen.open", "Open", id="hits.open", tooltip="Open the article at this hit"),
    Binding("slash", "screen.type", "Type on", id="hits.type", tooltip="Back to the query line"),
    Binding("question_mark", "screen.help", "Keys", id="hits.help", tooltip="Every key of the list"),
    Binding("colon", "app.command_palette", "Commands", id="hits.palette", tooltip="Find a command by its name"),
    Binding("q", "screen.leave", "Back", id="hits.leave", tooltip="Back to where you came from"),
]
