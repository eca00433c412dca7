"""Words of the raw HTML within Markdown."""

from __future__ import annotations

import re

from postil.text.lazy_regex import lazily

_TAG = lazily(r"</?([A-Za-z][A-Za-z0-9-]*)[^<>]*>|<[!?/][^<>]*>")
_SILENT = ("script", "style", "template", "noscript")
"""Elements whose content is no text to be read."""
_APART = lazily(
    r"address|article|aside|blockquote|br|d[dlt]|details|div|fig(?:caption|ure)|footer|form|h[1-6r]"
    r"|header|li|main|nav|[ou]l|p|pre|section|summary|table|tr"
)
"""Elements that stand on lines of their own."""
_CELLS = ("td", "th")


def paragraphs(source: str) -> list[str]:
    """Return the texts of raw HTML: without tags, comments and scripts, blanks run together."""
    # Its table of entities takes 2 ms to load, and few Markdown texts have any HTML.
    from html import unescape

    text = _without_silent(_without_comments(source))
    text = unescape(_TAG.sub(_space_of, text).replace("\n", " "))
    return [kept for part in text.split("\v") if (kept := " ".join(part.split()))]


def opens_silence(tag: str) -> str:
    """Return the name of the element whose content is left out from this tag on, '' if none."""
    found = _TAG.match(tag)
    name = (found[1] or "").lower() if found else ""
    return name if name in _SILENT and not tag.startswith("</") else ""


def _space_of(found: re.Match[str]) -> str:
    name = (found[1] or "").lower()
    return "\v" if _APART.fullmatch(name) else " " if name in _CELLS else ""


def _without_comments(source: str) -> str:
    kept = []
    at = 0
    while (start := source.find("<!--", at)) >= 0:
        kept.append(source[at:start])
        end = source.find("-->", start + 2)
        if end < 0:
            return "".join(kept)
        at = end + 3
    kept.append(source[at:])
    return "".join(kept)


def _without_silent(source: str) -> str:
    lowered = source.lower()
    if len(lowered) != len(source):
        lowered = source
    for name in _SILENT:
        kept = []
        at = 0
        while (start := lowered.find("<" + name, at)) >= 0:
            kept.append(source[at:start])
            end = lowered.find("</" + name, start)
            at = len(source) if end < 0 else (source.find(">", end) + 1 or len(source))
        kept.append(source[at:])
        source = "".join(kept)
        lowered = source.lower() if len(source.lower()) == len(source) else source
    return source
