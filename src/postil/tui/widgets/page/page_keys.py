"""The bindings of the page: a table for each part that knows the verbs, and what runs them."""
# ruff: noqa: E501

from __future__ import annotations

from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.widget import Widget

from postil.tui.commands import Further

# A table of keys is read by its columns, so a row stays one line.
# fmt: off

READING: list[BindingType] = [
    Binding("j,down", "run('rows', 1)", "Line down", id="page.line-down", show=False, tooltip="Scroll one line down"),
    Binding("k,up", "run('rows', -1)", "Line up", id="page.line-up", show=False, tooltip="Scroll one line up"),
    Binding("space,pagedown", "run('pages', 1)", "Page down", id="page.page-down", show=False, tooltip="Show the next page"),
    Binding("b,pageup", "run('pages', -1)", "Page up", id="page.page-up", show=False, tooltip="Show the page before"),
    Binding("ctrl+d", "run('halves', 1)", "Half page down", id="page.half-down", show=False, tooltip="Scroll half a page down"),
    Binding("ctrl+u", "run('halves', -1)", "Half page up", id="page.half-up", show=False, tooltip="Scroll half a page up"),
    Binding("g,home", "run('first')", "Beginning", id="page.first", show=False, tooltip="Go to the beginning of the article"),
    Binding("G,end", "run('last')", "End", id="page.last", show=False, tooltip="Go to the end of the article"),
    Binding("}", "run('paragraphs', 1)", "Next paragraph", id="page.next-paragraph", show=False, tooltip="Make the next paragraph current"),
    Binding("{", "run('paragraphs', -1)", "Previous paragraph", id="page.previous-paragraph", show=False, tooltip="Make the paragraph before current"),
    Binding("]", "run('sections', 1)", "Next section", id="page.next-section", tooltip="Go to the next section"),
    Binding("[", "run('sections', -1)", "Previous section", id="page.previous-section", show=False, tooltip="Go to the beginning of the section, then to the one before"),
    Binding("greater_than_sign", "run('slide', 1)", "Code further right", id="page.slide-right", show=False, tooltip="Show lines of code and tables whole, then what stands further right"),
    Binding("less_than_sign", "run('slide', -1)", "Code further left", id="page.slide-left", show=False, tooltip="Show what stands further left; at the beginning fold lines again"),
    Binding("tab", "run('note_step', 1)", "Next note", id="note.next", show=False, tooltip="Make the next note current"),
    Binding("shift+tab", "run('note_step', -1)", "Note before", id="note.previous", show=False, tooltip="Make the note before current"),
]
"""Verbs of ``ReadingMode``."""

SELECTING: list[BindingType] = [
    Binding("v", "run('select')", "Select", id="select.start", tooltip="Choose the sentence; again, choose further words"),
    Binding("V", "run('select_paragraph')", "Select paragraph", id="select.paragraph", show=False, tooltip="Choose the whole paragraph"),
    Binding("h,left", "run('extend_character', -1)", "Character back", id="select.left", show=False, tooltip="Move the end of the selection one character back"),
    Binding("l,right", "run('extend_character', 1)", "Character on", id="select.right", show=False, tooltip="Move the end of the selection one character on"),
    Binding("j,down", "run('extend_rows', 1)", "Line down", id="select.down", show=False, tooltip="Move the end of the selection one line down"),
    Binding("k,up", "run('extend_rows', -1)", "Line up", id="select.up", show=False, tooltip="Move the end of the selection one line up"),
    Binding("w", "run('extend_word', 1)", "Next word", id="select.word", show=False, tooltip="Move the end to the next word"),
    Binding("b", "run('extend_word', -1)", "Word back", id="select.back", show=False, tooltip="Move the end back to the beginning of a word"),
    Binding("e", "run('extend_end', 1)", "End of word", id="select.end", show=False, tooltip="Move the end to the end of a word"),
    Binding(")", "run('sentences', 1)", "Next sentence", id="select.sentence", show=False, tooltip="Take the next sentence; once extended, add it"),
    Binding("(", "run('sentences', -1)", "Sentence before", id="select.sentence-back", show=False, tooltip="Take the sentence before; once extended, go back to it"),
    Binding("}", "run('extend_paragraph', 1)", "Next paragraph", id="select.next-paragraph", show=False, tooltip="Move the end by a paragraph"),
    Binding("{", "run('extend_paragraph', -1)", "Paragraph before", id="select.previous-paragraph", show=False, tooltip="Move the end back by a paragraph"),
    Binding("]", "run('extend_section', 1)", "Next section", id="select.next-section", show=False, tooltip="Move the end to the next section"),
    Binding("[", "run('extend_section', -1)", "Section before", id="select.previous-section", show=False, tooltip="Move the end back to the beginning of a section"),
    Binding("g,home", "run('extend_to', 0)", "To the beginning", id="select.first", show=False, tooltip="Move the end to the beginning of the article"),
    Binding("G,end", "run('extend_to', 1)", "To the end", id="select.last", show=False, tooltip="Move the end to the end of the article"),
    Binding("x", "run('swap')", "Other end", id="select.swap", show=False, tooltip="Go on from the other end of the selection"),
]
"""Verbs of ``SelectionMode``."""

WAITING: list[BindingType] = [
    Binding("i", "run('wait', 'i')", "Inside quotes: iq", id="select.inside", show=False, tooltip="iq chooses the words inside the quotation marks around the caret"),
    Binding("M", "run('wait', 'M')", "Set a mark…", id="jump.set-mark", show=False, tooltip="A letter follows: a-z in this article, A-Z in the library"),
    Binding("apostrophe", "run('wait', \"'\")", "To a mark…", id="jump.to-mark", show=False, tooltip="A letter follows: go to its mark"),
    Binding("f", "run('wait', 'f')", "Links…", id="link.follow", show=False, tooltip="Label the links and footnotes on screen; a letter follows"),
]
"""Verbs of ``KeySequence``."""

JOINING: list[BindingType] = [
    Binding("J", "run('join')", "Join another", id="select.join", show=False, tooltip="Keep this passage and choose another; c, C and y take all, joined"),
]
"""Verbs of ``SelectionMode`` as well, which the help tells first."""

ALL: list[BindingType] = [*JOINING, *READING, *SELECTING, *WAITING]
"""In the order of the help. A key that stands in two tables means what the present mode lets it."""

FURTHER: tuple[Further, ...] = (
    Further("page.count", "5j", "So many times", "Digits before a motion repeat it: 5j scrolls five lines, 3] goes three sections on"),
    Further("page.rail", "● ═ ╪", "At the right edge", "Where in the article notes, matches and both stand; a click goes there"),
    Further("mark.colour", "1-5", "Mark in a colour", "Mark what is chosen in colour 1 to 5; in reading mode 3 Enter marks the paragraph in colour 3"),
)
# fmt: on


class BoundKeys:
    """The keys of a widget as Textual binds them now, its own and those of what holds it."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget

    def binding_id(self, key: str) -> str | None:
        """Return the id of what a key is bound to, "" for one without; None for nothing."""
        found = self._bound(key)
        return None if found is None else found[1].id or ""

    async def run_binding(self, key: str) -> bool:
        """Do what a key is bound to; tell whether that could be done."""
        found = self._bound(key)
        return found is not None and await self._widget.app.run_action(found[1].action, found[0])

    def _bound(self, key: str) -> tuple[DOMNode, Binding] | None:
        """Return the first binding of a key that may act now, and whose it is.

        ``active_bindings`` says the same, but asks of every key whether its binding may act.
        """
        widget = self._widget
        for node, bindings in widget.screen._modal_binding_chain:
            for binding in bindings.key_to_bindings.get(key, ()):
                if widget.app._check_action_state(binding.action, node) is not False:
                    return node, binding
        return None
