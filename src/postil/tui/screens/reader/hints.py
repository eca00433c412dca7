"""What the bottom line of the reader screen offers, by what has the focus."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from postil.tui.screens.reader.notes.relocation import Relocation
from postil.tui.screens.reader.notes.shown import ShownNotes
from postil.tui.widgets.margin import Margin
from postil.tui.widgets.outline import Outline
from postil.tui.widgets.page.view import ArticleView
from postil.tui.widgets.title_bars import Hint, HintLine


class Offer(NamedTuple):
    """A hint: the key is that of the binding with this id, unless it is given here."""

    id: str
    label: str
    action: str
    key: str = ""


Offers = tuple[Offer, ...]


def run(verb: str) -> str:
    """Return the action by which a part of the page has the screen do a verb."""
    return f"screen.run('{verb}')"


OUTLINE_HINTS: Offers = (
    Offer("", "goes to the section", "", "Enter"),
    Offer("", "move", "", "↑ ↓"),
    Offer("", "filters", "", "typing"),
    Offer("", "back to the page", run("app.escape"), "Esc"),
)

MARGIN_HINTS: Offers = (
    Offer("", "move", "", "j k"),
    Offer("margin.go", "to the passage", run("app.escape")),
    Offer("note.write", "edit", run("note.write")),
    Offer("note.tag", "tag", run("note.tag")),
    Offer("cite.copy", "cite", run("cite.copy")),
    Offer("note.delete", "delete", run("note.delete")),
    Offer("", "back", run("app.escape"), "Esc"),
)

FIND_HINTS: Offers = (
    Offer("", "keeps the matches", "", "Enter"),
    Offer("", "next, previous", "", "↓ ↑"),
    Offer("find.regex", "regex", ""),
    Offer("", "goes back", run("app.escape"), "Esc"),
)

READING_HINTS: Offers = (
    Offer("select.start", "select", "run('select')"),
    Offer("note.tag", "tag", run("note.tag")),
    Offer("note.write", "note", run("note.write")),
    Offer("cite.copy", "cite", run("cite.copy")),
    Offer("find.open", "find", run("find.open")),
    Offer("page.next-section", "next", "run('sections', 1)"),
    Offer("app.help", "help", run("app.help")),
    Offer("outline.toggle", "outline", run("outline.toggle")),
    Offer("margin.toggle", "margin", run("margin.toggle")),
    Offer("source.show", "source", run("source.show")),
    Offer("app.undo", "undo", run("app.undo")),
    Offer("select.again", "select again", run("select.again")),
    Offer("article.describe", "about the article", run("article.describe")),
)

FOUND_HINTS: Offers = (Offer("find.next", "next match", run("find.next")), *READING_HINTS)

SELECTING_HINTS: Offers = (
    Offer("", "mark", run("mark.mark"), "Enter 1-5"),
    Offer("note.tag", "tag", run("note.tag")),
    Offer("note.write", "note", run("note.write")),
    Offer("cite.copy", "cite", run("cite.copy")),
    Offer("cite.words", "copy", run("cite.words")),
    Offer("source.show", "source", run("source.show")),
    Offer("select.join", "join", "run('join')"),
    Offer("select.start", "extend", "run('select')"),
    Offer("select.sentence", "sentence", "run('sentences', 1)"),
    Offer("select.swap", "other end", "run('swap')"),
    Offer("app.escape", "leave", run("app.escape")),
)

PLACING_HINTS: Offers = (
    Offer("mark.mark", "places it", run("mark.mark")),
    Offer("app.escape", "leaves off", run("app.escape")),
    Offer("select.start", "extend", "run('select')"),
    Offer("select.sentence", "sentence", "run('sentences', 1)"),
    Offer("select.swap", "other end", "run('swap')"),
    Offer("find.open", "find", run("find.open")),
)

GOING_TO_PLACE: Offers = (
    Offer("select.start", "choose words", "run('select')"),
    Offer("find.open", "find", run("find.open")),
    Offer("page.next-section", "next", "run('sections', 1)"),
    Offer("app.escape", "leaves off", run("app.escape")),
)

LOST_HINTS: Offers = (
    Offer("note.place", "put back", run("note.place")),
    Offer("note.delete", "delete", run("note.delete")),
    Offer("margin.toggle", "margin", run("margin.toggle")),
    Offer("note.write", "edit", run("note.write")),
    Offer("note.next", "next note", "run('note_step', 1)"),
    Offer("app.escape", "leave", run("app.escape")),
)

NOTED_HINTS: Offers = (
    Offer("cite.copy", "cite", run("cite.copy")),
    Offer("cite.words", "copy", run("cite.words")),
    Offer("source.show", "source", run("source.show")),
    Offer("note.write", "edit", run("note.write")),
    Offer("note.tag", "tag", run("note.tag")),
    Offer("note.delete", "delete", run("note.delete")),
    Offer("note.next", "next note", "run('note_step', 1)"),
    Offer("app.escape", "leave", run("app.escape")),
    Offer("cite.choose", "cite as…", run("cite.choose")),
    Offer("", "another colour", run("mark.mark"), "1-5 Enter"),
)

WHOLE_HINTS: Offers = (
    Offer("note.write", "edit", run("note.write")),
    Offer("note.tag", "tag", run("note.tag")),
    Offer("note.delete", "delete", run("note.delete")),
    Offer("note.next", "next note", "run('note_step', 1)"),
    Offer("note.place", "put on words", run("note.place")),
    Offer("cite.bibliography", "bibliography", run("cite.bibliography")),
    Offer("app.escape", "leave", run("app.escape")),
)

CHANGED_HINTS: Offers = (
    Offer("note.place", "accept or place", run("note.place")),
    Offer("note.delete", "delete", run("note.delete")),
    Offer("note.write", "edit", run("note.write")),
    Offer("note.tag", "tag", run("note.tag")),
    Offer("cite.copy", "cite", run("cite.copy")),
    Offer("note.next", "next note", "run('note_step', 1)"),
    Offer("app.escape", "leave", run("app.escape")),
)

JOINING_HINTS: Offers = (
    Offer("cite.copy", "cite joined", run("cite.copy")),
    Offer("cite.words", "copy joined", run("cite.words")),
    Offer("select.sentence", "sentence", "run('sentences', 1)"),
    Offer("select.start", "extend", "run('select')"),
    Offer("select.join", "join more", "run('join')"),
    Offer("app.escape", "drop one", run("app.escape")),
    Offer("cite.choose", "cite as…", run("cite.choose")),
    Offer("", "mark the last", run("mark.mark"), "Enter 1-5"),
    Offer("note.tag", "tag the last", run("note.tag")),
    Offer("note.write", "note on the last", run("note.write")),
)
"""What is marked, tagged or written about is one passage: the last."""


class Situation(NamedTuple):
    """What decides which hints are of use."""

    reading: bool = True
    """Whether the page has the focus."""
    filtering: bool = False
    """Whether the filter of the outline is open."""
    in_margin: bool = False
    selecting: bool = False
    joining: bool = False
    placing: bool = False
    lost: bool = False
    """Whether the current note has no place."""
    whole: bool = False
    """Whether it is on the whole of the article."""
    noted: bool = False
    """Whether there is a current note at all."""
    changed: bool = False
    """Whether the words of the current note have changed."""
    found: bool = False
    """Whether matches are shown, of whatever search."""


def offered(now: Situation) -> Offers:
    """Return what can be done now."""
    if now.reading and now.placing:
        return PLACING_HINTS if now.selecting else GOING_TO_PLACE
    if now.reading and (now.lost or now.changed) and not now.selecting:
        return LOST_HINTS if now.lost else CHANGED_HINTS
    if now.reading and now.noted and not now.selecting:
        return WHOLE_HINTS if now.whole else NOTED_HINTS
    if now.joining:
        return JOINING_HINTS
    if now.selecting:
        return SELECTING_HINTS
    if now.filtering:
        return OUTLINE_HINTS
    if now.in_margin:
        return MARGIN_HINTS
    if now.reading:
        return FOUND_HINTS if now.found else READING_HINTS
    return FIND_HINTS


class Hints:
    """Names what can be done now, each with the key that does it."""

    def __init__(
        self,
        line: HintLine,
        page: ArticleView,
        outline: Outline,
        margin: Margin,
        shown: ShownNotes,
        relocation: Relocation,
        keys: Callable[[], Mapping[str, str]],
    ) -> None:
        """Look at what the hints depend on; ``keys`` returns the keys of all verbs by name."""
        self._line = line
        self._page = page
        self._outline = outline
        self._margin = margin
        self._shown = shown
        self._relocation = relocation
        self._keys = keys

    def show(self) -> None:
        """Show the hints that are of use now and have a key."""
        wanted = offered(self._situation())
        keys = self._keys()
        self._line.hints = tuple(
            Hint(offer.key or keys[offer.id], offer.label, offer.action)
            for offer in wanted
            if offer.key or offer.id in keys
        )

    def _situation(self) -> Situation:
        now = self._shown.current
        changed = now is not None and now.placement.state == "changed"
        return Situation(
            reading=self._page.has_focus,
            filtering=self._outline.filtering,
            in_margin=self._margin.has_focus,
            selecting=self._page.selection is not None,
            joining=bool(self._page.selecting.kept),
            placing=self._relocation.note is not None,
            lost=now is not None and now.span is None,
            changed=changed,
            whole=now is not None and now.note.whole,
            noted=now is not None,
            found=self._page.overlays.matches is not None,
        )
