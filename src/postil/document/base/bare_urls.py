"""Web addresses that stand bare in a text."""

from __future__ import annotations

import re

from postil.model.article import Inline, InlineKind
from postil.text.lazy_regex import lazily

_ADDRESS = lazily(r"https?://[^\s<>\"“”„«»\x00-\x1f]{1,2000}", re.IGNORECASE)
_BRACKETS = {")": "(", "]": "[", "}": "{"}
_CLOSING = ".,;:!?'’‘*_~"


def bare_links(text: str) -> tuple[Inline, ...]:
    """Return the addresses in a block's text, without the punctuation that follows them."""
    if "://" not in text:
        return ()
    links = []
    for found in _ADDRESS.finditer(text):
        address = _trimmed(found[0])
        if address.partition("://")[2]:
            end = found.start() + len(address)
            links.append(Inline(found.start(), end, InlineKind.LINK, address))
    return tuple(links)


def _trimmed(address: str) -> str:
    """Drop closing signs; a bracket closes the sentence's unless the address opened it."""
    while address:
        last = address[-1]
        opening = _BRACKETS.get(last)
        lone = opening is not None and address.count(last) > address.count(opening)
        if not lone and last not in _CLOSING:
            break
        address = address[:-1]
    return address
