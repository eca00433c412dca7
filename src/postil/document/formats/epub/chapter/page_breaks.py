"""Printed pages of a book, by the places in its text where they begin."""

from __future__ import annotations

from collections.abc import Mapping

from postil.document.formats.epub.elements.parts import Part, kinds
from postil.text.lazy_regex import lazily

_LABEL = r"(?P<label>\d{1,5}|[ivxlcdmIVXLCDM]{1,10}|[A-Za-z]-?\d{1,4})"
_SHOWN = lazily(
    rf"(?i)[\[({{|]?\s{{0,9}}(?:pages?|pg|p|seite|s|página)?\.?\s{{0,9}}{_LABEL}\s{{0,9}}[\])}}|]?"
)
_OF_ID = lazily(rf"(?i)(?:page|pg|pb|p|seite)[-_.]?0*{_LABEL}")
_CLASSES = lazily(
    r"(?i)(?:^|\s)(?:page-?_?(?:num(?:ber)?|no|break)s?|pb|pagebreak|folio|x-ebookmaker-pageno)(?:\s|$)"
)
_LONGEST = 40
_LARGEST = 12
"""Events in an element that shows the number of a page."""


def page_label(part: Part, at: int, listed: Mapping[str, str]) -> str:
    """Return the label of the page that an element begins, "" if it begins none.

    ``listed`` has the labels of the list of pages by the names of places.
    """
    event = part.events[at]
    held = event.attributes
    name = held.get("id") or (held.get("name", "") if event.name == "a" else "")
    known = listed.get(f"{part.name}#{name}", "") if name and listed else ""
    if "pagebreak" in kinds(event):
        said = held.get("title") or held.get("aria-label") or part.words(at)
        return _bare(said) or known or _of_id(name)
    classes = held.get("class")
    small = part.ends[at] - at <= _LARGEST
    if classes and small and event.name != "p" and _CLASSES.search(classes):
        words = part.words(at)
        if len(words) <= _LONGEST and (found := _SHOWN.fullmatch(words)):
            return known or found["label"]
    return ""


def listed_label(part: Part, at: int, listed: Mapping[str, str]) -> str:
    """Return the label of the page that begins where some element does, by the list of pages."""
    held = part.events[at].attributes
    name = held.get("id") or held.get("name", "")
    return listed.get(f"{part.name}#{name}", "") if name else ""


def _bare(said: str) -> str:
    """Return a label without the word for a page."""
    words = " ".join(said.split())
    found = _SHOWN.fullmatch(words)
    return found["label"] if found else words.strip("[]() .")[:_LONGEST]


def _of_id(name: str) -> str:
    found = _OF_ID.fullmatch(name)
    return found["label"] if found else ""
