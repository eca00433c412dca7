"""The keys of the reader screen, as tables by what they are about."""
# A table of keys is read by its columns, so a row stays one line.
# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from textual.binding import Binding, BindingType

READING: list[BindingType] = [
    Binding("o", "outline", "Outline", id="outline.toggle", show=False, tooltip="Show the outline and filter it; in the page hide it"),
    Binding("m", "margin", "Margin", id="margin.toggle", show=False, tooltip="Show the margin and go to its notes; again, hide it"),
    Binding("H,ctrl+o,alt+left", "jump(-1)", "Back", id="jump.back", show=False, tooltip="Go back to where the last jump began"),
    Binding("L,alt+right", "jump(1)", "Forward", id="jump.forward", show=False, tooltip="Go forward again through the jumps"),
    Binding("plus", "measure(2)", "Wider", id="look.wider", show=False, tooltip="A wider measure: more words on each line"),
    Binding("minus", "measure(-2)", "Narrower", id="look.narrower", show=False, tooltip="A narrower measure: fewer words on each line"),
    Binding("equals_sign", "measure(0)", "Usual width", id="look.default-measure", show=False, tooltip="The usual measure, which the settings name"),
    Binding("D", "theme", "Light or dark", id="look.theme", show=False, tooltip="Change to the other theme"),
    Binding("escape", "escape", "Leave", id="app.escape", show=False, tooltip="Leave what is going on; never quits, never discards text"),
    Binding("q", "leave", "Leave the article", id="app.back", show=False, tooltip="Back to the shelf, or quit"),
    Binding("question_mark", "help", "Help", id="app.help", tooltip="Every key that works here"),
    Binding("colon,ctrl+p", "palette", "Commands", id="app.palette", show=False, tooltip="Find a command by its name"),
]

FINDING: list[BindingType] = [
    Binding("slash", "find", "Find", id="find.open", tooltip="Find words in this article as you type"),
    Binding("n", "match(1)", "Next match", id="find.next", show=False, tooltip="Go to the next place that matches"),
    Binding("N", "match(-1)", "Match before", id="find.previous", show=False, tooltip="Go to the place before that matches"),
]

ANNOTATING: list[BindingType] = [
    Binding("enter", "mark", "Mark", id="mark.mark", show=False, tooltip="Mark the passage with the last colour; 3 Enter marks the paragraph in colour 3"),
    Binding("t", "tag", "Tag", id="note.tag", tooltip="Put tags on the passage or the note, or take them off"),
    Binding("T", "tag_again", "Same tags", id="note.tag-again", show=False, tooltip="Put the tags used last on the passage"),
    Binding("a", "annotate", "Note", id="note.write", tooltip="Write or edit the note on the passage"),
    Binding("d", "delete", "Delete", id="note.delete", show=False, tooltip="Delete the current note; u brings it back"),
    Binding("P", "place", "Place again", id="note.place", show=False, tooltip="Put the current note back on its words, or on others: choose them, Enter places it"),
    Binding("B,ctrl+n", "notes", "All notes", id="note.browse", show=False, tooltip="Browse the notes of all articles"),
    Binding("u", "undo", "Undo", id="app.undo", show=False, tooltip="Take the last change back, even after a restart"),
    Binding("ctrl+r", "redo", "Redo", id="app.redo", show=False, tooltip="Make the change again that was taken back"),
]

ADOPTING: list[BindingType] = [
    Binding("A", "adopt", "Take over notes", id="note.adopt", show=False, tooltip="Take over the notes of an earlier version of this article"),
]

CITING: list[BindingType] = [
    Binding("c", "cite", "Cite", id="cite.copy", tooltip="Copy the passage with its source, in the style chosen with C"),
    Binding("C", "cite_as", "Cite as…", id="cite.choose", show=False, tooltip="Choose a style or a format to cite in, with a preview of each"),
    Binding("R", "bibliography", "Bibliography", id="cite.bibliography", show=False, tooltip="Copy a list of all that this article quotes and cites, in any style or format"),
    Binding("y,ctrl+c", "copy", "Copy words", id="cite.words", show=False, tooltip="Copy the words only"),
]

SOURCES: list[BindingType] = [
    Binding("s", "source", "Source", id="source.show", tooltip="Show the source of this passage and its evidence, and correct it"),
]
