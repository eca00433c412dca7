"""Dates as a style and a language want them: CSL 1.0.2, "Date"."""

from __future__ import annotations

from collections.abc import Sequence

from postil.csl.data.items import Date, Day
from postil.csl.ground.rich import Pieces, Run, affix
from postil.csl.ground.xml import Node
from postil.csl.render.numbers import ordinal
from postil.csl.style.locale import Locale
from postil.csl.text.decoration import decorated
from postil.csl.text.textcase import in_case

PARTS = {
    "year": ("year",),
    "year-month": ("year", "month"),
    "year-month-day": ("year", "month", "day"),
}
_ORDER = ("year", "month", "day")
_CALENDAR = 12


def parts_of(node: Node, locale: Locale) -> tuple[list[Node], str]:
    """Return the date parts that are to be shown, and the delimiter between them."""
    form = node.get("form")
    if not form:
        return list(node.every("date-part")), node.get("delimiter")
    pattern = locale.dates.get(form)
    if pattern is None:
        return [], ""
    wanted = PARTS.get(node.get("date-parts", "year-month-day"), _ORDER)
    changes = {part.get("name"): part for part in node.every("date-part")}
    parts = []
    for part in pattern.every("date-part"):
        if part.get("name") not in wanted:
            continue
        change = changes.get(part.get("name"))
        attributes = dict(part.attributes)
        if change is not None:
            # Where the pattern is the language's, the style may not touch what joins its parts.
            kept = ("prefix", "suffix", "name")
            attributes |= {k: v for k, v in change.attributes.items() if k not in kept}
        parts.append(Node("date-part", attributes))
    return parts, pattern.get("delimiter")


def render_date(date: Date, parts: Sequence[Node], delimiter: str, locale: Locale) -> Pieces:
    """Return a date or a range; parts that are the same on both sides stand once."""
    if date.begin is None:
        return _written_out(date.literal, parts)
    if date.end is None:
        return _side(date.begin, parts, delimiter, locale)
    shown = [part for part in _ORDER if any(node.get("name") == part for node in parts)]
    differs = next(
        (part for part in shown if getattr(date.begin, part) != getattr(date.end, part)), None
    )
    if differs is None:
        return _side(date.begin, parts, delimiter, locale)
    if date.end.year == 0:
        return [*_side(date.begin, parts, delimiter, locale), Run("–")]
    return _range(date.begin, date.end, parts, delimiter, locale, differs)


def _written_out(words: str, parts: Sequence[Node]) -> Pieces:
    """Return a date that is only written out, which looks as the year would in its place."""
    year = next((part for part in parts if part.get("name") == "year"), None)
    pieces: Pieces = [Run(words)] if words else []
    if year is None or not pieces:
        return pieces
    if len(parts) > 1:
        # Its affixes join the year to other parts, which are not there.
        return decorated(pieces, year)
    return [*affix(year.get("prefix")), *decorated(pieces, year), *affix(year.get("suffix"))]


def _range(
    begin: Day, end: Day, parts: Sequence[Node], delimiter: str, locale: Locale, differs: str
) -> Pieces:
    """Set what differs twice, with the delimiter of its greatest part between."""
    varying = set(_ORDER[_ORDER.index(differs) :])
    at = [index for index, node in enumerate(parts) if node.get("name") in varying]
    first, last = at[0], at[-1]
    mark = next(node.get("range-delimiter") or "–" for node in parts if node.get("name") == differs)
    left = _side(begin, parts[: last + 1], delimiter, locale, close=True)
    right = _side(end, parts[first:], delimiter, locale, opening=True)
    return [*left, Run(mark), *right]


def _side(
    day: Day,
    parts: Sequence[Node],
    delimiter: str,
    locale: Locale,
    close: bool = False,
    opening: bool = False,
) -> Pieces:
    out: Pieces = []
    shown = [(node, words) for node in parts if (words := _part(day, node, locale))]
    for index, (node, words) in enumerate(shown):
        if index:
            out += affix(delimiter)
        if not (opening and index == 0):
            out += affix(node.get("prefix"))
        out += words
        if not (close and index == len(shown) - 1):
            out += affix(node.get("suffix"))
    return out


def _part(day: Day, node: Node, locale: Locale) -> Pieces:
    name = node.get("name")
    if name == "year":
        words = _year(day.year, node.get("form", "long"), locale)
    elif name == "month":
        words = _month(day.month, node.get("form", "long"), locale)
    else:
        words = _day(day, node.get("form", "numeric"), locale)
    if node.get("strip-periods") == "true":
        words = words.replace(".", "")
    if not words:
        return []
    pieces: Pieces = [Run(words, key=name)]
    if node.get("text-case"):
        pieces = in_case(pieces, node.get("text-case"), locale.lang)
    return decorated(pieces, node)


def _year(year: int, form: str, locale: Locale) -> str:
    if not year:
        return ""
    if form == "short":
        return f"{abs(year) % 100:02d}"
    words = str(abs(year))
    if year < 0:
        return words + (locale.term("bc") or "")
    if year < 1000:
        return words + (locale.term("ad") or "")
    return words


def _month(month: int, form: str, locale: Locale) -> str:
    if not month:
        return ""
    if month > _CALENDAR:
        return locale.term(f"season-{month - _CALENDAR:02d}") or ""
    if form == "numeric":
        return str(month)
    if form == "numeric-leading-zeros":
        return f"{month:02d}"
    return locale.term(f"month-{month:02d}", form) or str(month)


def _day(day: Day, form: str, locale: Locale) -> str:
    if not day.day:
        return ""
    if form == "numeric-leading-zeros":
        return f"{day.day:02d}"
    if form == "ordinal" and (day.day == 1 or not locale.limits_ordinals):
        month = locale.entry(f"month-{day.month:02d}")
        return ordinal(day.day, locale, month.gender if month is not None else "")
    return str(day.day)
