"""The beginning of an entry: who wrote it, and the year where that stands with the names."""

from __future__ import annotations

from postil.attribution.works.found_at import printed_date
from postil.attribution.works.people import (
    Head,
    body_name,
    is_sure_person,
    said_names,
    short_names,
    turned_names,
)
from postil.attribution.works.scan import MARKS, TITLE_MARKS, Scan
from postil.lexicon import outlet_rules
from postil.lexicon.dates_in_text import YEAR
from postil.lexicon.wordlists import GIVEN
from postil.text.lazy_regex import lazily

_DATED = lazily(r"\s?[(（](?P<date>[^()（）]{2,30})[)）]")
_UNDATED = frozenset(
    (
        "n.d.",
        "nd",
        "n. d.",
        "o. j.",
        "o.j.",
        "s.f.",
        "s. f.",
        "s.d.",
        "s. d.",
        "б. г.",
        "no date",
        "u.å.",
    )
)
_BEFORE_DATE = 240
"""Code points that the names before a year in brackets have at the most."""
_YEAR_BEHIND = lazily(rf"[.,]?\s{{1,2}}(?P<date>{YEAR}[a-z]?|n\.d)[.:,]\s{{1,2}}")
_ENDS_NAMES = ".:"
_EDITORS = lazily(
    r",?\s{0,2}(?:\((?:eds?|hg|hrsg|dir|dirs|coords?|comp|comps|trans|red|a cura di)\.?\)"
    r"|(?:eds?|hrsg|hg|coords?)\.(?=[,\s]))",
    2,
)


def take_head(scan: Scan) -> int:
    """Take the authors and the year with them; return where the rest begins, -1 for none.

    What stands first in quotation marks is a title without an author.
    """
    text = scan.text
    if text[:1] in TITLE_MARKS:
        return 0
    if (at := _dated_head(scan)) >= 0:
        return at
    if (body := _body_first(scan)) is not None:
        return body
    for head in (_turned(scan), _short(scan), _said(scan)):
        if head is not None:
            scan.author = head.names
            scan.note = not head.turned and text[head.end : head.end + 1] == ","
            return _behind(scan, head.end)
    return -1


def _dated_head(scan: Scan) -> int:
    """Take names with a year in brackets behind them: "Falk, I. (1998).", "Quay Museum (2016)"."""
    text = scan.text
    match = _DATED.search(text, 0, _BEFORE_DATE)
    while match is not None:
        words = match["date"].strip()
        date = printed_date(words)
        undated = words.casefold() in _UNDATED
        if date is not None or undated:
            break
        match = _DATED.search(text, match.end(), _BEFORE_DATE)
    if match is None:
        return -1
    before = _EDITORS.sub("", text[: match.start()]).rstrip()
    bare = before.rstrip(" .,")
    if not bare or any(sign in bare for sign in '“”"«»„:'):
        return -1
    for read in (turned_names, short_names, said_names):
        head = read(before)
        whole = head is not None and head.end >= len(bare)
        if head is not None and whole and not _is_body(head, bare) and _is_known(head):
            scan.author = head.names
            break
    else:
        body = body_name(bare)
        if body is None:
            return -1
        scan.author = (body,)
    scan.issued, scan.undated = date, undated
    at = match.end()
    while at < len(text) and text[at] in MARKS:
        at += 1
    return at


def _is_known(head: Head) -> bool:
    """Tell whether a single name in the order in which it is said is surely a person's.

    "R Core Team" looks like one, and stands in the same place.
    """
    return head.turned or head.listed or is_sure_person(head.names[0])


def _is_body(head: Head, words: str) -> bool:
    """Tell whether what looks like one person's name is that of a body: "Quay Museum"."""
    if len(head.names) != 1 or head.turned:
        return False
    return words.startswith("The ") or outlet_rules.is_publication(words)


def _body_first(scan: Scan) -> int | None:
    """Take a body that stands before a title in quotation marks: "The Harbour Board. “Dues”."."""
    stop = scan.text.find(". ", 0, 80)
    if stop < 0 or scan.text[stop + 2 : stop + 3] not in TITLE_MARKS:
        return None
    words = scan.text[:stop]
    if not (words.startswith("The ") or outlet_rules.is_institution(words)):
        return None
    body = body_name(words)
    if body is None:
        return None
    scan.author = (body,)
    return stop + 2


def _behind(scan: Scan, end: int) -> int:
    """Return where the title begins behind the names; take a year that stands between them."""
    match = _YEAR_BEHIND.match(scan.text, end)
    if match is None and scan.text[end - 1] == ".":
        match = _YEAR_BEHIND.match(scan.text, end - 1)
    if match is not None:
        scan.issued = printed_date(match["date"])
        end = match.end()
    while end < len(scan.text) and scan.text[end] in MARKS:
        end += 1
    return end


def _goes_on(scan: Scan, end: int) -> str:
    """Return the sign that ends the names, "" where the words behind are no title."""
    text = scan.text
    editors = _EDITORS.match(text, end)
    end = editors.end() if editors is not None else end
    mark = text[end : end + 1]
    if text[end - 1] == "." and mark == " ":
        return "."
    if mark not in (".", ",", ":"):
        return ""
    return mark if text[end + 1 : end + 2] in (" ", "") else ""


def _titled_at(scan: Scan, end: int) -> bool:
    """Tell whether a title in quotation marks or in italics follows."""
    text = scan.text
    while end < len(text) and text[end] in MARKS:
        end += 1
    if text[end : end + 1] in TITLE_MARKS and text[end : end + 1]:
        return True
    run = scan.emphasis_in(end, len(text))
    return run is not None and run[0] == end


def _turned(scan: Scan) -> Head | None:
    head = turned_names(scan.text)
    if head is None:
        return None
    mark = _goes_on(scan, head.end)
    first = head.names[0]
    words = first.family.split()
    if len(words) > 1 and words[0].casefold() in GIVEN and "." not in first.given:
        return None
    if mark == ":" or _YEAR_BEHIND.match(scan.text, head.end):
        return head
    if mark == ".":
        return head if "." in first.given or is_sure_person(first) or len(words) == 1 else None
    if mark == ",":
        sure = "." in first.given or first.given.split()[0].casefold() in GIVEN
        return head if _titled_at(scan, head.end) and sure else None
    return None


def _short(scan: Scan) -> Head | None:
    head = short_names(scan.text)
    if head is None:
        return None
    mark = _goes_on(scan, head.end)
    dotted = "." in head.names[0].given and head.names[0].family.isascii()
    if _YEAR_BEHIND.match(scan.text, head.end):
        return head
    if (mark == "." and not dotted) or (mark == "," and _titled_at(scan, head.end)):
        return head
    return None


def _said(scan: Scan) -> Head | None:
    head = said_names(scan.text)
    if head is None:
        return None
    mark = _goes_on(scan, head.end)
    if mark not in (",", ":", "."):
        return None
    known = head.listed or is_sure_person(head.names[0])
    if mark == "." and known and (head.listed or _YEAR_BEHIND.match(scan.text, head.end)):
        return head
    sure = mark == "," or head.listed or is_sure_person(head.names[0])
    if _titled_at(scan, head.end) and sure and not _is_body(head, scan.text[: head.end]):
        return head
    return head if mark != "." and is_sure_person(head.names[0]) else None
