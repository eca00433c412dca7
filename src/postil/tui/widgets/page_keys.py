"""The keys of the page, as tables: for reading, for choosing passages, for what is no binding."""
# A table of keys is read by its columns, so a row stays one line.
# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from textual.binding import Binding, BindingType

from postil.tui.commands import Further

READING: list[BindingType] = [
    Binding("j,down", "rows(1)", "Line down", id="page.line-down", show=False, tooltip="Scroll one line down"),
    Binding("k,up", "rows(-1)", "Line up", id="page.line-up", show=False, tooltip="Scroll one line up"),
    Binding("space,pagedown", "pages(1)", "Page down", id="page.page-down", show=False, tooltip="Show the next page"),
    Binding("b,pageup", "pages(-1)", "Page up", id="page.page-up", show=False, tooltip="Show the page before"),
    Binding("ctrl+d", "halves(1)", "Half page down", id="page.half-down", show=False, tooltip="Scroll half a page down"),
    Binding("ctrl+u", "halves(-1)", "Half page up", id="page.half-up", show=False, tooltip="Scroll half a page up"),
    Binding("g,home", "first", "Beginning", id="page.first", show=False, tooltip="Go to the beginning of the article"),
    Binding("G,end", "last", "End", id="page.last", show=False, tooltip="Go to the end of the article"),
    Binding("}", "paragraphs(1)", "Next paragraph", id="page.next-paragraph", show=False, tooltip="Make the next paragraph current"),
    Binding("{", "paragraphs(-1)", "Previous paragraph", id="page.previous-paragraph", show=False, tooltip="Make the paragraph before current"),
    Binding("]", "sections(1)", "Next section", id="page.next-section", tooltip="Go to the next section"),
    Binding("[", "sections(-1)", "Previous section", id="page.previous-section", show=False, tooltip="Go to the beginning of the section, then to the one before"),
    Binding("tab", "note_step(1)", "Next note", id="note.next", show=False, tooltip="Make the next note current"),
    Binding("shift+tab", "note_step(-1)", "Note before", id="note.previous", show=False, tooltip="Make the note before current"),
]

SELECTING: list[BindingType] = [
    Binding("v", "select", "Select", id="select.start", tooltip="Choose the sentence; again, choose further words"),
    Binding("V", "select_paragraph", "Select paragraph", id="select.paragraph", show=False, tooltip="Choose the whole paragraph"),
    Binding("h,left", "extend('character', -1)", "Character back", id="select.left", show=False, tooltip="Move the end of the selection one character back"),
    Binding("l,right", "extend('character', 1)", "Character on", id="select.right", show=False, tooltip="Move the end of the selection one character on"),
    Binding("j,down", "extend_rows(1)", "Line down", id="select.down", show=False, tooltip="Move the end of the selection one line down"),
    Binding("k,up", "extend_rows(-1)", "Line up", id="select.up", show=False, tooltip="Move the end of the selection one line up"),
    Binding("w", "extend('word', 1)", "Next word", id="select.word", show=False, tooltip="Move the end to the next word"),
    Binding("b", "extend('word', -1)", "Word back", id="select.back", show=False, tooltip="Move the end back to the beginning of a word"),
    Binding("e", "extend('end', 1)", "End of word", id="select.end", show=False, tooltip="Move the end to the end of a word"),
    Binding(")", "sentences(1)", "Next sentence", id="select.sentence", show=False, tooltip="Take the next sentence; once extended, add it"),
    Binding("(", "sentences(-1)", "Sentence before", id="select.sentence-back", show=False, tooltip="Take the sentence before; once extended, go back to it"),
    Binding("}", "extend('paragraph', 1)", "Next paragraph", id="select.next-paragraph", show=False, tooltip="Move the end by a paragraph"),
    Binding("{", "extend('paragraph', -1)", "Paragraph before", id="select.previous-paragraph", show=False, tooltip="Move the end back by a paragraph"),
    Binding("]", "extend('section', 1)", "Next section", id="select.next-section", show=False, tooltip="Move the end to the next section"),
    Binding("[", "extend('section', -1)", "Section before", id="select.previous-section", show=False, tooltip="Move the end back to the beginning of a section"),
    Binding("g,home", "extend_to(0)", "To the beginning", id="select.first", show=False, tooltip="Move the end to the beginning of the article"),
    Binding("G,end", "extend_to(1)", "To the end", id="select.last", show=False, tooltip="Move the end to the end of the article"),
    Binding("x", "swap", "Other end", id="select.swap", show=False, tooltip="Go on from the other end of the selection"),
    Binding("i", "wait('i')", "Inside quotes: iq", id="select.inside", show=False, tooltip="iq chooses the words inside the quotation marks around the caret"),
    Binding("M", "wait('M')", "Set a mark…", id="jump.set-mark", show=False, tooltip="A letter follows: a-z in this article, A-Z in the library"),
    Binding("apostrophe", "wait(\"'\")", "To a mark…", id="jump.to-mark", show=False, tooltip="A letter follows: go to its mark"),
    Binding("f", "wait('f')", "Links…", id="link.follow", show=False, tooltip="Label the links and footnotes on screen; a letter follows"),
]

JOINING: list[BindingType] = [
    Binding("J", "join", "Join another", id="select.join", show=False, tooltip="Keep this passage and choose another; c, C and y take all, joined"),
]

FURTHER: tuple[Further, ...] = (
    Further("page.count", "5j", "So many times", "Digits before a motion repeat it: 5j scrolls five lines, 3] goes three sections on"),
    Further("mark.colour", "1-5", "Mark in a colour", "Mark what is chosen in colour 1 to 5; in reading mode 3 Enter marks the paragraph in colour 3"),
)
