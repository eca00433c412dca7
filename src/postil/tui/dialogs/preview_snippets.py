"""Says how the result of a way to cite begins, in the room of a row."""

from __future__ import annotations

from collections.abc import Iterable

from postil.library.citation.citation_format import REFERENCE
from postil.library.citation.previewing import Preview
from postil.text.clean import clean_line
from postil.text.lazy_regex import lazily

_LONGEST = 400
"""Code points of a result that can be seen in its row at most."""

_ATTRIBUTION = lazily(r"(?:(?<!\s)\s+)?\[[^\[\]]*\]$")
_SIGN = lazily(r"[^\w\s]")
_KEPT_WORDS = 12
_ENDING = 8
"""Code points of a quotation that are kept at its beginning and at its end in a row."""

_INDENT = " " * 4
_MARKS = ("“", "‘", "„", "«", "> ")
"""What a quotation begins with that is not set off by blanks."""


class PreviewSnippets:
    """Knows the passage, and what is wrong with every way to cite it."""

    def __init__(self, passage: str, known: Iterable[Preview], *, signs: bool = True) -> None:
        """Take some previews of the passage, such as those of all formats."""
        self._signs = signs
        self._passage = clean_line(passage)
        problems = [set(preview.problems) for preview in known]
        # What is wrong with every way is said below the list; a sign on each row would say nothing.
        self._shared = set.intersection(*problems) if problems else set()

    def of(self, preview: Preview, form: str) -> str:
        """Return how a result begins, after a sign where something is wrong with it alone."""
        if preview.trouble:
            return f"! {preview.trouble}"
        text = preview.text(form)
        if not text:
            return "no bibliography" if form == REFERENCE else ""
        begins = shortened(text, self._passage)[:_LONGEST]
        wrong = self._signs and set(preview.problems) - self._shared
        return f"! {begins}" if wrong else begins


def shortened(text: str, passage: str) -> str:
    """Return a text in which a long passage is cut in its middle, so that what follows is seen."""
    # Only the letters at its end are looked for: the marks within it may have been turned.
    set_off = text.startswith(_INDENT)
    text = clean_line(text)
    words = _ATTRIBUTION.sub("", passage).rstrip("“”‘’\"'.,;:?!… ")
    ending = _SIGN.split(words)[-1][-_ENDING:]
    at = text.find(ending, len(words) - 2 * _ENDING) if ending else -1
    if not (set_off or text.startswith(_MARKS)) or at < 2 * _KEPT_WORDS:
        return text
    return f"{text[:_KEPT_WORDS].rstrip()} … {text[at:].lstrip()}"
