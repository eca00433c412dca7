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
_WITHIN_LINE = 24
"""Elements within a line that may stand open at once."""
_MOST_ATTRIBUTES = 1000
"""Attributes that a tag may have; with more it loses them all."""
_QUOTED = lazily(r"\"[^\"]*\"|'[^']*'")
_APART = lazily(r"[\s/=]+")
_NAME = lazily(r"</?[A-Za-z][^\s/>]{0,40}")
_FORMS = frozenset(
    "b big code em font i nobr s small strike strong tt u a".split()  # noqa: SIM905
)
_TAG = lazily(
    r"(?i)<(/?)(?!(?:area|base|br|col|dd|dt|embed|hr|img|input|li|link|meta|option|p|param|source"
    r"|tbody|td|tfoot|th|thead|tr|wbr|html|head|body)[\s/>])([a-z][a-z0-9-]*)[^>]*>"
)


def tamed(text: str) -> str:
    """Return a page without the tags that lie deeper than any page's; a sound one as it is."""
    text = _without_long_tags(text)
    return _TAG.sub(_Depths(), text) if _is_suspect(text) else text


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


def _is_suspect(text: str) -> bool:
    """Tell whether far more tags stand open somewhere than are closed up to there."""
    count = text.count
    open_now = 0
    for at in range(0, len(text), _CHUNK):
        behind = at + _CHUNK
        open_now += count("<", at, behind) - 2 * count("</", at, behind)
        if open_now > _MUCH:
            return True
    return False


class _Depths:
    """Keeps a tag, or takes it out; called for each in turn."""

    def __init__(self) -> None:
        self._depth = 0
        self._forms: list[str] = []

    def __call__(self, found: re.Match[str]) -> str:
        closes, name = found[1], found[2].lower()
        if name in _FORMS:
            return self._form(found[0], name, closes)
        if closes:
            kept = self._depth <= _DEEPEST
            self._depth = max(0, self._depth - 1)
        else:
            self._depth += 1
            kept = self._depth <= _DEEPEST
        return found[0] if kept else ""

    def _form(self, tag: str, name: str, closes: str) -> str:
        if closes:
            if name in self._forms:
                self._forms.reverse()
                self._forms.remove(name)
                self._forms.reverse()
            return tag
        if len(self._forms) >= _WITHIN_LINE:
            return ""
        self._forms.append(name)
        return tag
