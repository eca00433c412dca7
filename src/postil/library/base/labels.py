"""Puts sources, dates and evidence into the few words that a line of the screen has room for."""

from __future__ import annotations

from urllib.parse import urlsplit

from postil.model.source import MONTHS, Date, Governed, Name, Source, Via
from postil.model.values import replace
from postil.text.clean import clean_line

_NAMED = 2
"""Authors that are all named; of more, only the first is."""

_QUOTED = 28
"""Code points of the words that stand for a passage in a sentence."""

_WHY = {
    Via.BRACKET: "an attribution in this paragraph names it",
    Via.LATER_BRACKET: "an attribution further on names it for these paragraphs too",
    Via.CONTINUED_QUOTATION: "the quotation goes on, and its attribution stands further on",
    Via.CARRIED: "carried on from the attribution before it",
    Via.LEAD_IN: "the words that lead in to it name it",
    Via.REFERENCE: "a citation names it, which a list of references or a note resolves",
    Via.NONE: "nothing in the text names a source for it",
}

_PROBLEMS = {
    "missing-name": "the attribution names no author and no publication",
    "missing-container": "the attribution names no publication",
    "empty-segment": "the attribution has an empty place between two commas",
    "unterminated": "the attribution is cut off; only what is there was taken",
    "unopened": "a bracket closes the attribution that nothing opens",
    "stray-marks": "marks without meaning stand in the attribution; they were left out",
    "unclosed-quote": "a title in the attribution is not closed",
    "mangled-address": "the address in the attribution looks broken",
    "ambiguous-date": "the date can be read in two ways; the month was taken to come first",
    "several-sources": "the attribution names several sources; the first was taken",
    "several-sources-in-passage": "parts of the passage come from other sources",
    "own-words-in-passage": "part of the passage is the article's own words",
    "only-own-words-in-passage": "the passage only leads in to the words of the source",
}


def counted(number: int, one: str, several: str = "") -> str:
    """Return a number with the word for what it counts: ``1 note``, ``1,204 notes``."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"


def date_text(date: Date | None) -> str:
    """Return a date as far as it is known: ``24 Jan 2015``, ``2–4 Jan 2015``; "" for None."""
    if date is None:
        return ""
    last = date.until
    if last is None:
        return " ".join(_pieces(date))
    one, two = _pieces(date), _pieces(last)
    written = " ".join(two)
    while one and two and one[-1] == two[-1]:
        one.pop()
        two.pop()
    if not one:
        return written
    return f"{' '.join(one)}{'–' if len(one) == 1 else ' – '}{written}"


def _pieces(date: Date) -> list[str]:
    """Return day, month and year as far as they are known, in this order."""
    pieces = [str(date.year)]
    if date.month:
        pieces.insert(0, MONTHS[date.month - 1][:3])
        if date.day:
            pieces.insert(0, str(date.day))
    return pieces


def day_text(moment: str) -> str:
    """Return the day of a moment (RFC 3339) as readers write it: ``24 Jan 2015``; else ""."""
    year, _, rest = moment[:10].partition("-")
    month, _, day = rest.partition("-")
    if not (year.isdecimal() and month.isdecimal() and day.isdecimal() and 1 <= int(month) <= 12):
        return ""
    return date_text(Date(int(year), int(month), int(day)))


def iso_date(date: Date | None) -> str:
    """Return a date as ``2015-01-24``, a range as ``2 Jan 2015 to 4 Jan 2015``; "" for None."""
    if date is None:
        return ""
    if date.until is not None:
        return f"{date_text(replace(date, until=None))} to {date_text(date.until)}"
    shown = f"{date.year:04}"
    if date.month:
        shown += f"-{date.month:02}"
        if date.day:
            shown += f"-{date.day:02}"
    return shown


def names_text(names: tuple[Name, ...]) -> str:
    """Return the authors, each in the order of its byline; of more than two only the first."""
    shown = [name.display for name in names if name.display]
    if len(shown) > _NAMED:
        return f"{shown[0]} and others"
    return " and ".join(shown)


def describe(source: Source | None) -> str:
    """Return a source in one line: author, publication, date; "" where there is none."""
    if source is None:
        return ""
    title = f"“{source.title}”" if source.title else ""
    author = names_text(source.author)
    parts = [author or title]
    parts.append(source.container_title or source.publisher or (title if author else ""))
    if not any(parts):
        parts = [urlsplit(source.url).hostname or source.url if source.url else "unidentified"]
    parts.append(date_text(source.issued))
    kept: list[str] = []
    for part in parts:
        if part and part not in kept:
            kept.append(part)
    return ", ".join(kept)


def short(governed: Governed) -> str:
    """Return the source of some words for the status line; "" where they are the article's own.

    Where further sources govern parts of the words, it says how many.
    """
    if governed.source is None:
        return "" if governed.relation == "own" else "unidentified"
    others = {describe(part.source) for part in governed.parts if part.source is not None}
    shown = describe(governed.source)
    others.discard(shown)
    return f"{shown} and {len(others)} more" if others else shown


def why(governed: Governed) -> str:
    """Return one sentence that says by which evidence the source governs the words."""
    if governed.corrected:
        return "You said so."
    sure = "" if governed.confidence == "high" else f" (confidence: {governed.confidence})"
    said = _WHY[governed.via]
    return f"{said[0].upper()}{said[1:]}{sure}."


def problem_text(problem: str) -> str:
    """Return the sentence for a fault of an attribution that is given by name."""
    said = _PROBLEMS.get(problem, problem.replace("-", " "))
    return f"{said[0].upper()}{said[1:]}." if said else ""


def on_page(label: str) -> str:
    """Return how a printed page is named in passing: ``p. 12``; "" where there is none."""
    return f"p. {label}" if label else ""


def within(section: str, page: str) -> str:
    """Return where in an article words stand: its section, its page; "" for neither."""
    return ", ".join(filter(None, (section, on_page(page))))


def shortened(passage: str) -> str:
    """Return the first words of a passage, fit to name it in a sentence."""
    words = clean_line(passage[: 4 * _QUOTED])
    if len(words) <= _QUOTED and len(passage) <= 4 * _QUOTED:
        return words
    cut = words[:_QUOTED]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(" ,;:.—–-") + "…"
