"""Words of a footnote, without its sign and without the links that lead back to the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from postil.document.formats.epub.elements.events import START, TEXT, Event
from postil.document.formats.epub.elements.parts import Part, kinds
from postil.document.formats.epub.package.addresses import Target
from postil.text.lazy_regex import lazily

Resolve = Callable[[str, str], Target | None]
"""What an address in a part means."""

BACK = frozenset(("backlink",))
_SIGN = lazily(
    r"[\[({]?\s*(\d{1,4}|[*†‡§¶‖#]{1,4}|[a-zA-Z]|[ivxlcIVXLC]{1,7})(?![^\W_])[\])}.:]?\s*"
)
_HOLDERS = ("ul", "ol", "dl", "table")
_HELD = ("li", "dt", "dd", "tr", "td", "th")
_BEHIND = "".join((".", ")", ":", " ", "\t", "\n", "\u00a0"))
"""What may stand between the sign of a note and its words."""
_BACK_WORDS = ("back", "return", "zurück", "retour", "volver", "torna", "terug", "voltar")
_LONGEST_WAY_BACK = 30
"""Code points of the words of a link that leads back."""
_EDGES = "[](){}.: \t\n\u00a0"
_LONGEST_SIGN = 12
LARGEST_SIGN = 24
"""Events in a link that is a sign."""


def without_sign(part: Part, start: int, end: int, label: str, resolve: Resolve) -> Sequence[Event]:
    """Return some events without the sign at their beginning and the links that lead back.

    An item or a cell that holds the note is no longer one.
    """
    kept: list[Event] = []
    at = start
    depth = 0
    fresh, led = True, False
    while at < end:
        event = part.events[at]
        if event.kind == START and event.name == "a" and _leads_back(part, at, label, resolve):
            led = led or fresh
            at = part.ends[at] + 1
            continue
        if event.kind != TEXT:
            if event.name in _HOLDERS:
                depth += 1 if event.kind == START else -1
            elif event.name in _HELD and depth <= 0:
                event = event._replace(name="div")
        elif fresh and event.name.strip():
            words = event.name.lstrip(_BEHIND) if led else _beheaded(event.name, label)
            fresh = not words.strip(_EDGES)
            event = event._replace(name="" if fresh else words)
        kept.append(event)
        at += 1
    return kept


def sign_of(part: Part, start: int, end: int) -> str:
    """Return the sign with which a note begins, "" if it has none."""
    for event in part.events[start:end]:
        if event.kind == TEXT and (words := event.name.strip()):
            found = _SIGN.match(words)
            if found is None or (found.end() < len(words) and found[0][-1].isalnum()):
                return ""
            bare = found[1].isalpha() and found[0].strip() == found[1] != words
            return "" if bare else found[1]
    return ""


def is_sign(words: str) -> bool:
    """Tell whether some words can be the sign of a note."""
    return len(words) <= _LONGEST_SIGN and _SIGN.fullmatch(words) is not None


def bare(words: str) -> str:
    """Return a sign without what it is set in."""
    return words.strip(_EDGES)


def _leads_back(part: Part, at: int, label: str, resolve: Resolve) -> bool:
    """Tell whether a link in a note only leads back to where it is referred to."""
    event = part.events[at]
    if kinds(event) & BACK:
        return True
    if part.ends[at] - at > LARGEST_SIGN:
        return False
    words = part.words(at)
    target = resolve(event.attributes.get("href", ""), part.name)
    if target is None or not target.fragment or len(words) > _LONGEST_WAY_BACK:
        return False
    plain = bare(words)
    if plain == label or not any(letter.isalnum() for letter in plain):
        return True
    return plain.casefold().startswith(_BACK_WORDS)


def _beheaded(words: str, label: str) -> str:
    """Return words without the sign of their note at the beginning."""
    bare = words.lstrip()
    for sign in (f"[{label}]", f"({label})", label):
        if label and bare.startswith(sign):
            rest = bare[len(sign) :]
            if not rest or rest[0] in _BEHIND or not sign[-1].isalnum():
                return rest.lstrip(_BEHIND)
    return words
