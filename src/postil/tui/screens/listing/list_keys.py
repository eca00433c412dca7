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
    Binding("f4", "app.list('notes')", "Notes", id="list.notes", show=False, tooltip="The notes of the article that is open, or all, to find, change, cite and compare"),
    Binding("f5", "app.list('tags')", "Tags", id="list.tags", show=False, tooltip="All tags, with what can be done with them"),
    Binding("f6", "app.list('sources')", "Sources", id="list.sources", show=False, tooltip="Who is quoted in the article that is open, or in all that is known"),
    Binding("f7", "app.list('figures')", "Figures", id="list.figures", show=False, tooltip="Figures of the article that is open, or of all: progress, tags, sources, dates, places of notes"),
]

LIST: list[BindingType] = [
    Binding("j,down", "move(1)", "Next row", id="rows.next", tooltip="To the next row"),
    Binding("k,up", "move(-1)", "Row before", id="rows.previous", tooltip="To the row before"),
    Binding("pagedown,space", "page(1)", "Page on", id="rows.page-down", tooltip="A page of rows on"),
    Binding("pageup,b", "page(-1)", "Page back", id="rows.page-up", tooltip="A page of rows back"),
    Binding("home,g", "end(0)", "First row", id="rows.first", tooltip="To the first row"),
    Binding("end,G", "end(-1)", "Last row", id="rows.last", tooltip="To the last row"),
    Binding("enter", "screen.open", "Open", id="rows.open", tooltip="Open what is pointed at"),
    Binding("S", "app.search", "Search everything", id="rows.search", tooltip="Search the texts of all articles that are known, and all notes"),
    Binding("B", "app.list('notes')", "Notes", id="rows.notes", tooltip="The notes of the article that is open, or all, to find, change, cite and compare"),
    Binding("number_sign", "app.list('tags')", "Tags", id="rows.tags", tooltip="All tags, with what can be done with them"),
    Binding("at", "app.list('sources')", "Sources", id="rows.sources", tooltip="Who is quoted in the article that is open, or in all that is known"),
    Binding("percent_sign", "app.list('figures')", "Figures", id="rows.figures", tooltip="Figures of the article that is open, or of all: progress, tags, sources, dates, places of notes"),
    Binding("slash", "screen.type", "Type on", id="rows.type", tooltip="Back to the query line"),
    Binding("question_mark", "screen.help", "Keys", id="rows.help", tooltip="Every key of the list"),
    Binding("colon", "app.command_palette", "Commands", id="rows.palette", tooltip="Find a command by its name"),
    Binding("q", "screen.leave", "Back", id="rows.leave", tooltip="Back to where you came from"),
]

TICKS: list[BindingType] = [
    Binding("x", "tick", "Tick", id="rows.tick", tooltip="Tick this row, or no longer, and go to the next; what follows then acts on all that are ticked"),
    Binding("asterisk", "tick_all", "Tick all", id="rows.tick-all", tooltip="Tick every row that is listed; all ticked, none any more"),
]

NOTES: list[BindingType] = [
    Binding("t", "screen.act('tag')", "Tag", id="note-rows.tag", tooltip="Put tags on the notes that are ticked, or on the one pointed at, and take them off"),
    Binding("a", "screen.act('write')", "Write", id="note-rows.write", tooltip="Write or edit the note pointed at; what is left unfinished is kept"),
    Binding("d", "screen.act('delete')", "Delete", id="note-rows.delete", tooltip="Delete the notes that are ticked, or the one pointed at; u brings them back"),
    Binding("1", "screen.act('colour-1')", "Yellow", id="note-rows.yellow", tooltip="Make the notes yellow"),
    Binding("2", "screen.act('colour-2')", "Green", id="note-rows.green", tooltip="Make the notes green"),
    Binding("3", "screen.act('colour-3')", "Blue", id="note-rows.blue", tooltip="Make the notes blue"),
    Binding("4", "screen.act('colour-4')", "Pink", id="note-rows.pink", tooltip="Make the notes pink"),
    Binding("5", "screen.act('colour-5')", "Orange", id="note-rows.orange", tooltip="Make the notes orange"),
    Binding("y", "screen.act('words')", "Copy words", id="note-rows.words", tooltip="Copy the words of the passages"),
    Binding("c", "screen.act('cite')", "Cite", id="note-rows.cite", tooltip="Copy the passages with their sources, in the style chosen with C"),
    Binding("C", "screen.act('cite-as')", "Cite as…", id="note-rows.cite-as", tooltip="Choose a style or a format to cite in, with a preview of each"),
    Binding("s", "screen.act('source')", "Source", id="note-rows.source", tooltip="Show the source of the passage pointed at and its evidence, and correct it"),
    Binding("e", "screen.act('export')", "Export notes…", id="note-rows.export", tooltip="Write the notes into a file, in a form that other programs read"),
    Binding("i", "screen.act('import')", "Import notes…", id="note-rows.import", tooltip="Take in the notes of another program, shown before anything is written"),
    Binding("u", "screen.act('undo')", "Undo", id="note-rows.undo", tooltip="Take the last change back, of however many notes it was"),
    Binding("ctrl+r", "screen.act('redo')", "Redo", id="note-rows.redo", tooltip="Make the change again that was taken back"),
]
