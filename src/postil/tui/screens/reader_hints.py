"""What the bottom line of the reader screen offers, by what has the focus."""

from __future__ import annotations

from typing import NamedTuple


class Offer(NamedTuple):
    """A hint: the key is that of the binding with this id, unless it is given here."""

    id: str
    label: str
    action: str
    key: str = ""


Offers = tuple[Offer, ...]

OUTLINE_HINTS: Offers = (
    Offer("", "goes to the section", "", "Enter"),
    Offer("", "move", "", "↑ ↓"),
    Offer("", "filters", "", "typing"),
    Offer("", "back to the page", "screen.escape", "Esc"),
)

MARGIN_HINTS: Offers = (
    Offer("", "move", "", "j k"),
    Offer("margin.go", "to the passage", "screen.escape"),
    Offer("note.write", "edit", "screen.annotate"),
    Offer("note.tag", "tag", "screen.tag"),
    Offer("note.delete", "delete", "screen.delete"),
    Offer("", "to the page", "screen.escape", "Esc"),
)

FIND_HINTS: Offers = (
    Offer("", "keeps the matches", "", "Enter"),
    Offer("", "next, previous", "", "↓ ↑"),
    Offer("find.regex", "regex", ""),
    Offer("", "goes back", "screen.escape", "Esc"),
)

READING_HINTS: Offers = (
    Offer("select.start", "select", "run('select')"),
    Offer("note.tag", "tag", "screen.tag"),
    Offer("note.write", "note", "screen.annotate"),
    Offer("cite.copy", "cite", "screen.cite"),
    Offer("find.open", "find", "screen.find"),
    Offer("page.next-section", "next", "run('sections', 1)"),
    Offer("app.help", "help", "screen.help"),
    Offer("outline.toggle", "outline", "screen.outline"),
    Offer("margin.toggle", "margin", "screen.margin"),
    Offer("source.show", "source", "screen.source"),
    Offer("app.undo", "undo", "screen.undo"),
)

SELECTING_HINTS: Offers = (
    Offer("", "mark", "screen.mark", "Enter 1-5"),
    Offer("note.tag", "tag", "screen.tag"),
    Offer("note.write", "note", "screen.annotate"),
    Offer("cite.copy", "cite", "screen.cite"),
    Offer("cite.words", "copy", "screen.copy"),
    Offer("source.show", "source", "screen.source"),
    Offer("select.join", "join", "run('join')"),
    Offer("select.start", "extend", "run('select')"),
    Offer("select.sentence", "sentence", "run('sentences', 1)"),
    Offer("select.swap", "other end", "run('swap')"),
    Offer("app.escape", "leave", "screen.escape"),
)

PLACING_HINTS: Offers = (
    Offer("mark.mark", "places it", "screen.mark"),
    Offer("app.escape", "leaves off", "screen.escape"),
    Offer("select.start", "extend", "run('select')"),
    Offer("select.sentence", "sentence", "run('sentences', 1)"),
    Offer("select.swap", "other end", "run('swap')"),
    Offer("find.open", "find", "screen.find"),
)

GOING_TO_PLACE: Offers = (
    Offer("select.start", "choose words", "run('select')"),
    Offer("find.open", "find", "screen.find"),
    Offer("page.next-section", "next", "run('sections', 1)"),
    Offer("app.escape", "leaves off", "screen.escape"),
)

LOST_HINTS: Offers = (
    Offer("note.place", "put back", "screen.place"),
    Offer("note.delete", "delete", "screen.delete"),
    Offer("margin.toggle", "margin", "screen.margin"),
    Offer("note.write", "edit", "screen.annotate"),
    Offer("note.next", "next note", "run('note_step', 1)"),
    Offer("app.escape", "leave", "screen.escape"),
)

CHANGED_HINTS: Offers = (
    Offer("note.place", "accept or place", "screen.place"),
    Offer("note.delete", "delete", "screen.delete"),
    Offer("note.write", "edit", "screen.annotate"),
    Offer("note.tag", "tag", "screen.tag"),
    Offer("note.next", "next note", "run('note_step', 1)"),
    Offer("app.escape", "leave", "screen.escape"),
)

JOINING_HINTS: Offers = (
    Offer("cite.copy", "cite joined", "screen.cite"),
    Offer("cite.words", "copy joined", "screen.copy"),
    Offer("select.sentence", "sentence", "run('sentences', 1)"),
    Offer("select.start", "extend", "run('select')"),
    Offer("select.join", "join more", "run('join')"),
    Offer("app.escape", "drop one", "screen.escape"),
    Offer("cite.choose", "cite as…", "screen.cite_as"),
    Offer("", "mark the last", "screen.mark", "Enter 1-5"),
    Offer("note.tag", "tag the last", "screen.tag"),
    Offer("note.write", "note on the last", "screen.annotate"),
)
"""What is marked, tagged or written about is one passage: the last."""
