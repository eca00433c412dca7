"""Lines of Markdown of highlights: what each is told by, and what is said of an article."""

from __future__ import annotations

import re

from postil.imports.services.markdown_parts import is_about
from postil.text.lazy_regex import lazily

HEADING = lazily(r" {0,3}(#{1,6})[ \t]{1,9}([^\n]{0,2000}?)[ \t#]{0,99}$")
QUOTED = lazily(r"[ \t]{0,99}(?:[-*+][ \t]{1,9})?> ?([^\n]{0,100000})$")
CALLOUT = lazily(r"\[!(\w{1,30})\][+-]?[ \t]{0,9}([^\n]{0,500})$")
ITEM = lazily(r"([ \t]{0,99})(?:[-*+]|\d{1,6}[.)])[ \t]{1,9}([^\n]{0,100000})$")
SAID = lazily(
    r"(?:\*\*|__|\*|_)?([^\W\d_][\w -]{0,40}?)(?:\*\*|__|\*|_)?(?:::?)"
    r"(?:\*\*|__|\*|_)?[ \t]{1,9}([^\n]{1,9999})$"
)
FENCE = lazily(r" {0,3}(`{3}|~{3})")
RULE = lazily(r" {0,3}(?:-{3,99}|\*{3,99}|_{3,99})[ \t]{0,9}$")
PAGE = lazily(
    r"(?:page|p\.|loc(?:ation)?)[ \t]{0,9}\d{1,9}(?:[ \t]{0,9}@[ \t]{0,9}([^\n]{1,60}))?", flags=2
)
WHOLE = lazily(r"\*\*On the whole of ([^\n]{1,2000})\*\*$")
_OWN = lazily(r"(yellow|green|blue|pink|orange) ([0-9a-hjkmnp-tv-z]{26})$")
OWN_BLOCK = lazily(r"\^[0-9a-hjkmnp-tv-z]{26}$")
LINK = lazily(r"(supports|contradicts|see also) ([0-9a-hjkmnp-tv-z]{26})$")
ADDRESS = lazily(r"https?://[^\s<>()\[\]\"']{1,2000}")


def own(text: str) -> re.Match[str] | None:
    """Return the colour and the id with which the last line of a note ends that Postil wrote."""
    return None if "\n" in text else _OWN.match(text.rpartition(" \u00b7 ")[2])


def has_items(lines: list[str]) -> bool:
    """Tell whether passages are items of lists: there are such outside of what is said of all."""
    about = False
    for line in lines:
        if (heading := HEADING.match(line)) is not None:
            about = heading[2].strip().casefold() == "metadata"
        elif not about and (item := ITEM.match(line)) is not None:
            said = SAID.match(item[2])
            if said is None or not is_about(said[1]):
                return True
    return False


def address_in(text: str) -> str:
    """Return an address of a paragraph, that of the original where it names one; "" for none."""
    for line in text.split("\n"):
        if "original" in line.casefold() and (found := ADDRESS.search(line)) is not None:
            return found[0]
    found = ADDRESS.search(text)
    return "" if found is None else found[0].rstrip(".,")
