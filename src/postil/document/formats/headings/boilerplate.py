"""Boilerplate: the short lines around a text that are no titles, of letters, dates and credits."""

from __future__ import annotations

import re

from postil.lexicon.dates import parse_date
from postil.text.lazy_regex import lazily

_GREETING = lazily(
    r"(?:(?:my|our)\s+)?dear(?:est)?\b(?:\s+\S+){0,5}$|to whom it may concern\b"
    r"|(?:gentlemen|ladies and gentlemen|sirs?|mesdames|madam"
    r"|your (?:excellency|honou?r|grace))\W*$",
    re.IGNORECASE,
    opens="dear|my|our|to whom|gentlemen|ladies|sir|mesdames|madam|your ",
)
_FAREWELL = lazily(
    r"(?:ever )?yours(?:,?\s+\w+){0,3}$"
    r"|your (?:(?:most|very|ever|old) )*(?:obedient|affectionate|loving|humble|devoted|faithful"
    r"|sincere|dutiful|grateful|friend|brother|sister|son|daughter)\b.{0,40}$"
    r"|believe me\b.{0,40}$|i (?:am|remain),|i remain\b|i have the honou?r to\b"
    r"|(?:very\s+)?(?:sincerely|faithfully|truly|respectfully|cordially|affectionately)"
    r"(?:\s+yours)?$"
    r"|with (?:(?:all my|much|kind|best|warm) )?(?:love|regards|greetings|thanks|wishes)$"
    r"|(?:kind(?:est)?|best|warm(?:est)?|many)\s+(?:regards|wishes|greetings|thanks)$",
    re.IGNORECASE,
    opens="ever yours|your|believe|i am,|i remain|i have|very|sincerely|faithfully|truly"
    "|respectfully|cordially|affectionately|with |kind|best|warm|many",
)
_CREDIT = lazily(
    r"(?:(?i:(?:photo(?:graph)?|picture|image|illustration|drawing|map|graphic)s?(?: credits?)?"
    r"|credits?|text|words|reporting|editing|additional reporting|translation|source))"
    r"(?:\s+(?:by|courtesy(?:\s+of)?)\b|\s*©|\s*:\s*(?:©|[A-Z]))"
    r"|(?i:written|edited|translated|photographed|drawn|compiled|reported|posted|published|filed"
    r"|reviewed)\s+by\b",
    opens="photo|picture|image|illustration|drawing|map|graphic|credit|text|words|reporting|editing"
    "|additional|translation|source|written|edited|translated|drawn|compiled|reported|posted"
    "|published|filed|reviewed",
)
_CREDIT_BEHIND = lazily(
    r"[(\[](?:photo|picture|image|credit|source|courtesy)\b[^)\]]*[)\]]$",
    re.IGNORECASE,
    needs="(|[",
)
_CLOSING = (")", "]")
_FURNITURE = lazily(
    r"advertisement$|read (?:more|next|also)\b|share this\b|(?:sign up|subscribe)\b"
    r"|(?:story|article) continues\b|continue reading\b|follow us\b|related (?:articles|stories)$"
    r"|to be continued$|continued (?:on|from)\b",
    re.IGNORECASE,
    opens="advertisement|read |share|sign|subscribe|story|article|continue|follow|related |to be ",
)
_DEDICATION = lazily(
    r"(?:To|For) (?:my |the )?[A-Z][\w’'-]*(?: (?:and )?[A-Z][\w’'.-]*){0,3}$", opens="to |for "
)
_TITLE_PAGE = lazily(
    r"©|^copyright\b.*(?:\d{4}|\[)|^\W*\d{4}-\d\d-\d\d|^(?:version|revision|draft|release)\s+v?\d"
    r"|^(?:last )?(?:updated|revised|modified|published)\b|^by\b",
    re.IGNORECASE,
    needs="©|copyright|-|version|revision|draft|release|updated|revised|modified|published|by",
)
_NAME = r"(?:[A-Z][\w.’'-]*)(?: [A-Z][\w.’'-]*){1,3}"
_NAMES = lazily(rf"{_NAME}(?:(?:, | and |, and |; ){_NAME}){{2,}}$")
_ONE_NAME = lazily(r"(?:[A-Z][\w’'-]*\.?|[A-Z]\.)(?: (?:[A-Z][\w’'-]*\.?|de|van|von)){0,3}$")
_DAY = lazily(r"(?<!\d)\d{1,2}(?:st|nd|rd|th)?(?!\d)")
_YEAR = lazily(r"(?<!\d)[12]\d{3}(?!\d)")
_WIRE = lazily(r"[A-Z][A-Z .’'-]+(?:, [A-Z][\w. ]+)?, [A-Z][a-z]{2,8}\.? \d{1,2}\b", needs=",")
_SEASON = lazily(
    r"(?:in )?(?:early |late )?(?:spring|summer|autumn|fall|winter|christmas|easter)"
    r" (?:of )?\d{4}$",
    re.IGNORECASE,
    opens="in |early |late |spring|summer|autumn|fall|winter|christmas|easter",
)


def is_greeting(text: str) -> bool:
    """Tell whether a line opens a letter."""
    return _GREETING.match(text) is not None


def is_farewell(text: str) -> bool:
    """Tell whether a line closes a letter; its writer's name may follow."""
    return _FAREWELL.match(text) is not None


def is_signature(text: str) -> bool:
    """Tell whether a line may be a name that stands under a letter."""
    return _ONE_NAME.match(text) is not None


def is_credit(text: str) -> bool:
    """Tell whether a line names who made a picture or a text, or several persons at once."""
    if _CREDIT.match(text) is not None:
        return True
    if text[-1:] in _CLOSING and _CREDIT_BEHIND.search(text) is not None:
        return True
    # What parts three names stands there twice.
    parted = text.count(",") + text.count(";") + text.count(" and ") > 1
    return parted and _NAMES.match(text) is not None


def is_furniture(text: str) -> bool:
    """Tell whether a line is furniture of the page that a text stood on, such as "Share this"."""
    return _FURNITURE.match(text) is not None


def is_dedication(text: str) -> bool:
    """Tell whether a line may say for whom a text was written."""
    return _DEDICATION.match(text) is not None


def is_title_page(text: str) -> bool:
    """Tell whether a line is one of those under a title: who wrote it, which version, when."""
    return _TITLE_PAGE.search(text) is not None


def is_date(text: str) -> bool:
    """Tell whether a line is nothing but the date of a day."""
    return parse_date(text) is not None and _DAY.search(text) is not None


def is_month(text: str) -> bool:
    """Tell whether a line is nothing but a month and its year."""
    found = parse_date(text)
    if found is None or not found.month or found.day:
        return False
    return _YEAR.search(text) is not None


def is_dateline(text: str) -> bool:
    """Tell whether a line says where and when something was written."""
    place, comma, date = text.partition(", ")
    if not comma or not place[:1].isupper():
        return False
    # The place in whose name no letter is small is that of an agency's report.
    if not place[1:2].islower() and _WIRE.match(text):
        return True
    found = parse_date(date)
    return bool(found and found.month) or _SEASON.match(date) is not None
