"""The keys of the parts beside and below the page, as tables."""
# A table of keys is read by its columns, so a row stays one line.
# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from textual.binding import Binding, BindingType

OUTLINE: list[BindingType] = [
    Binding("down,ctrl+n", "step(1)", "Next", id="outline.next", show=False, tooltip="Next section that matches"),
    Binding("up,ctrl+p", "step(-1)", "Previous", id="outline.previous", show=False, tooltip="Section before that matches"),
]

MARGIN: list[BindingType] = [
    Binding("j,down", "step(1)", "Next", id="margin.next", show=False, tooltip="Next note"),
    Binding("k,up", "step(-1)", "Previous", id="margin.previous", show=False, tooltip="Previous note"),
    Binding("enter", "go", "To passage", id="margin.go", tooltip="Go to the note's passage"),
]

FIND_BAR: list[BindingType] = [
    Binding("escape", "leave", "Back", id="find.leave", tooltip="Return to where the search began"),
    Binding("ctrl+t", "regex", "Regex", id="find.regex", tooltip="Read what is typed as a regular expression, or as plain words"),
    Binding("down", "step(1)", "Next", id="find.bar-next", show=False, tooltip="Show the next match without leaving the bar"),
    Binding("up", "step(-1)", "Previous", id="find.bar-previous", show=False, tooltip="Show the match before without leaving the bar"),
]
