"""Taming of pages that would take a parser for ever: nested, or left open, beyond all sense.

A parser looks through all that stands open at each element, and opens anew in each paragraph what
stands open within a line; so a small page of a hundred thousand elements in one another takes
minutes, or all memory.
"""

from __future__ import annotations

import re

from postil.text.lazy_regex import lazily

_CHUNK = 1 << 14
"""Letters between two looks at how much stands open."""
_MUCH = 2000
"""Tags that were opened and not closed, beyond which it is looked what they are."""
_DEEPEST = 1000
"""Elements in one another that are left."""
_FEW = 8
"""Elements within a line that may be left open on any page."""
_MULTIPLIED = 300_000
"""Elements that those left open within a line may become, opened anew in each paragraph."""
_FORMS = (
    "b",
    "big",
    "code",
    "em",
    "font",
    "i",
    "nobr",
    "s",
    "small",
    "strike",
    "strong",
    "tt",
    "u",
)
_FORM = lazily(rf"(?i)</?(?:{'|'.join(_FORMS)})(?=[\s/>])[^>]*>")
_MOST_ATTRIBUTES = 1000
"""Attributes that a tag may have; with more it loses them all."""
_QUOTED = lazily(r"\"[^\"]*\"|'[^']*'")
_APART = lazily(r"[\s/=]+")
_NAME = lazily(r"</?[A-Za-z][^\s/>]{0,40}")
_TAG = lazily(
    r"(?i)<(/?)(?!(?:area|base|br|col|dd|dt|embed|hr|img|input|li|link|meta|option|p|param|source"
    r"|tbody|td|tfoot|th|thead|tr|wbr|html|head|body)[\s/>])([a-z][a-z0-9-]*)[^>]*>"
)


def tamed(text: str) -> str:
    """Return a page without the tags that lie deeper than any page's; a sound one as it is."""
    text = _without_long_tags(text)
    excess = _excess(text)
    if excess * text.count("<") > 2 * _MULTIPLIED and _multiplies(text):
        text = _FORM.sub("", text)
    return _TAG.sub(_Depths(), text) if excess > _MUCH else text


def _without_long_tags(text: str) -> str:
    """Return a page whose tags have no thousands of attributes, each compared with all others."""
    kept = []
    done = 0
    at = 0
    while at < len(text):
        if text.find(">", at, at + _CHUNK) < 0:
            begin = text.rfind("<", done, at + 1)
            end = text.find(">", at)
            end = len(text) if end < 0 else end
            if begin >= 0 and text.rfind(">", begin, at) < 0:
                bare = _QUOTED.sub("", text[begin:end])
                if len(_APART.findall(bare)) > _MOST_ATTRIBUTES:
                    name = _NAME.match(bare)
                    kept.append(text[done:begin] + (name[0] if name else "<"))
                    done = end
            at = max(end, at + _CHUNK)
        else:
            at += _CHUNK
    return "".join([*kept, text[done:]]) if kept else text


def _multiplies(text: str) -> bool:
    """Tell whether what is left open within a line would be opened anew too many times."""
    most = text.count("<")
    small = text.lower()
    open_now = peak = 0
    for at in range(0, len(small), _CHUNK):
        count = small[at : at + _CHUNK].count
        opened = sum(count(f"<{name}>") + count(f"<{name} ") for name in _FORMS)
        if opened or open_now:
            open_now = max(0, open_now + opened - sum(count(f"</{name}>") for name in _FORMS))
            peak = max(peak, open_now)
    return peak > _FEW and peak * most > _MULTIPLIED


def _excess(text: str) -> int:
    """Return how many more tags are opened than closed at the most, up to some place."""
    count = text.count
    open_now = peak = 0
    for at in range(0, len(text), _CHUNK):
        behind = at + _CHUNK
        open_now += count("<", at, behind) - 2 * count("</", at, behind)
        peak = max(peak, open_now)
    return peak


class _Depths:
    """Keeps a tag, or takes it out; called for each in turn."""

    def __init__(self) -> None:
        self._depth = 0

    def __call__(self, found: re.Match[str]) -> str:
        if found[1]:
            kept = self._depth <= _DEEPEST
            self._depth = max(0, self._depth - 1)
        else:
            self._depth += 1
            kept = self._depth <= _DEEPEST
        return found[0] if kept else ""
