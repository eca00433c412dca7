"""Words of others as HTML that is nothing but words: escaped text, and addresses that are inert."""

from __future__ import annotations

from html import escape

from postil.text.lazy_regex import lazily

_SCHEME = lazily(r"(?:https?://|mailto:)[^\s<>\"'`]{1,2000}$")
_CONTROL = lazily(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
"""What HTML allows in no text."""


def text(words: str) -> str:
    """Return words as text of HTML; a sign that HTML cannot hold becomes U+FFFD."""
    return escape(_CONTROL.sub("\ufffd", words), quote=False)


def attribute(words: str) -> str:
    """Return words as the value of an attribute, with its quotation marks."""
    return f'"{escape(_CONTROL.sub("", words), quote=True)}"'


def address(target: str) -> str:
    """Return a web or mail address that a link may lead to; "" for every other one."""
    return target if _SCHEME.match(target) else ""
