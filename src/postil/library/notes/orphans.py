"""Orphans: where the words of a note last stood, in the text that it was made on."""

from __future__ import annotations

from collections.abc import Sequence

from postil.anchoring import CONTEXT
from postil.library.base.locating import locator
from postil.library.identity.snapshots import kept_article
from postil.model.article import JOINT, Article
from postil.model.note import Note
from postil.model.span import Span
from postil.model.values import dataclass
from postil.store.home.home import Home
from postil.text.clean import clean_line
from postil.text.progress import Progress
from postil.text.quotes import in_marks

AROUND = 160
"""Code points of the paragraph that are told on either side of the words."""


@dataclass(frozen=True, slots=True)
class LastKnownPlace:
    """The words of a note with what stood around them, each fit to be shown in a line."""

    before: str
    quote: str
    after: str
    where: str = ""
    """The section and the paragraph, in words; "" where the old text is not kept."""
    share: float | None = None
    """How far into the old text they stood, 0 to 1; None where it is not kept."""


def around(place: LastKnownPlace, most: int = AROUND) -> str:
    """Return what stood around the words, in whole words, with ``[…]`` for the words themselves."""
    before, after = place.before, place.after
    if len(before) > most:
        before = "…" + before[-most:].partition(" ")[2]
    if len(after) > most:
        after = after[:most].rpartition(" ")[0] + "…"
    return f"{before}[…]{after}"


def known_from_note(note: Note) -> LastKnownPlace:
    """Return the last known place as far as the note itself tells it, by its anchor."""
    anchor = note.anchor
    before, after = anchor.prefix, anchor.suffix
    # What is cut off in the middle of a word is told from the next word on.
    if len(before) >= CONTEXT and " " in before:
        before = before.partition(" ")[2]
    if len(after) >= CONTEXT and " " in after:
        after = after.rpartition(" ")[0]
    return _shown(before, anchor.quote, after)


def last_known_places(
    home: Home, notes: Sequence[Note], progress: Progress | None = None
) -> dict[str, LastKnownPlace]:
    """Return by their ids where the words of notes stood, from the texts that the home keeps."""
    found: dict[str, LastKnownPlace] = {}
    texts: dict[str, str | None] = {}
    read: dict[str, Article | None] = {}
    for note in notes:
        anchor = note.anchor
        if anchor.digest not in texts:
            texts[anchor.digest] = home.snapshot(anchor.digest)
            read[anchor.digest] = kept_article(home, anchor.digest, progress)
        text = texts[anchor.digest]
        if not anchor.quote or text is None or not text.startswith(anchor.quote, anchor.start):
            found[note.id] = known_from_note(note)
            continue
        span = Span(anchor.start, anchor.start + len(anchor.quote))
        found[note.id] = _in(text, span, read[anchor.digest])
    return found


def _in(text: str, span: Span, article: Article | None) -> LastKnownPlace:
    begin = max(text.rfind(JOINT, 0, span.start) + len(JOINT), span.start - AROUND, 0)
    end = text.find(JOINT, span.end)
    end = min(len(text) if end < 0 else end, span.end + AROUND)
    shown = _shown(text[begin : span.start], text[span.start : span.end], text[span.end : end])
    where = _where(article, span) if article is not None else ""
    return LastKnownPlace(shown.before, shown.quote, shown.after, where, span.start / len(text))


def _where(article: Article, span: Span) -> str:
    found = locator(article, span)
    if found is None:
        section = article.section_at(span.start)
        return f"{in_marks(section.name)} and on" if section is not None else ""
    count = f"paragraph {found.first}"
    if found.last != found.first:
        count = f"paragraphs {found.first} to {found.last}"
    return f"{count} of {in_marks(found.section)}" if found.section else count


def _shown(before: str, quote: str, after: str) -> LastKnownPlace:
    left = clean_line(before) + " " * before[-1:].isspace()
    right = " " * after[:1].isspace() + clean_line(after)
    return LastKnownPlace(left, clean_line(quote), right)
