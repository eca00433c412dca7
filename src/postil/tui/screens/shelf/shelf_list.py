"""The list of the shelf, with the keys that act on the articles in it."""
# A table of keys is read by its columns, so a row stays one line.
# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from postil.tui.screens.listing.pointed_list import PointedList
from postil.tui.screens.shelf.rows import Head, ShelfRow

SCREEN: list[BindingType] = [
    Binding("escape", "clear", "Show all again", id="shelf.clear", show=False, tooltip="Empty the query, so that every article is listed"),
    Binding("ctrl+o", "sort", "Sort", id="shelf.order", show=False, tooltip="Sort by the next column, as o does in the list"),
    Binding("ctrl+b", "bibliography", "Bibliography", id="shelf.bibliography", show=False, tooltip="Copy a list of all that the articles listed here quote and cite"),
    Binding("ctrl+l", "act('fetch')", "Add a web page", id="shelf.fetch-page", show=False, tooltip="Fetch a page of the web by its address, keep it, and open it"),
    Binding("ctrl+f", "app.search", "Search everything", id="shelf.search", show=False, tooltip="Search the texts of all articles that are known, and all notes"),
]

LIST: list[BindingType] = [
    Binding("r", "screen.act('state')", "To read, reading, read", id="shelf.state", tooltip="Say that the article, or all that are ticked, is to be read, is being read, or is read: once more for the next"),
    Binding("t", "screen.act('tag')", "Tag", id="shelf.tag", tooltip="Put tags on the whole article, or on all that are ticked, or take them off"),
    Binding("a", "screen.act('note')", "Note", id="shelf.note", tooltip="Write or edit the note on the whole article"),
    Binding("o", "screen.sort", "Sort", id="shelf.sort", tooltip="Sort by the next column"),
    Binding("w", "screen.act('fetch')", "Add a web page", id="shelf.fetch", tooltip="Fetch a page of the web by its address, keep it, and open it"),
    Binding("O", "screen.turn_order", "Reverse", id="shelf.turn", tooltip="Sort by the same column the other way round"),
    Binding("e", "screen.act('export')", "Export notes…", id="shelf.export", tooltip="Write the notes of the articles that are ticked, or of all that are listed, into a file"),
    Binding("i", "screen.act('import')", "Import notes…", id="shelf.import", tooltip="Take in the notes of another program, shown before anything is written"),
    Binding("d", "screen.act('forget')", "Forget", id="shelf.forget", tooltip="Know the article no more, or all that are ticked; notes stay. Of a saved query: delete it"),
    Binding("u", "screen.act('undo')", "Undo", id="shelf.undo", tooltip="Take back the last change, made here or in an article"),
    Binding("ctrl+r", "screen.act('redo')", "Redo", id="shelf.redo", tooltip="Make the change again that was taken back"),
    Binding("S", "app.search", "Search everything", id="shelf.search-texts", tooltip="Search the texts of all articles that are known, and all notes"),
    Binding("q", "screen.leave", "Quit", id="shelf.leave", tooltip="Leave Postil"),
]


class ShelfList(PointedList[ShelfRow, Head]):
    """Articles, and above them the saved queries."""

    BINDINGS: ClassVar[list[BindingType]] = LIST
