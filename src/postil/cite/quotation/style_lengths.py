"""Long quotations: the length from which a style sets one off, and its marks for one run in."""

from __future__ import annotations

import math
from itertools import islice

from postil.cite.quotation.tokens import ELLIPSIS, PARAGRAPHS, tokens
from postil.csl import Style
from postil.model.values import dataclass
from postil.text.nested_quotes import DOUBLE, SINGLE, Pair

_LINE = 80
"""Letters and blanks of a line of a manuscript: 12-point type on paper with margins of an inch."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What a manual of style says of long quotations; a limit that it does not set is None."""

    words: int | None = None
    """From so many words on it is a block."""
    lines: int | None = None
    """With more lines than these."""
    paragraphs: int | None = None
    """From so many paragraphs on."""
    verses: int | None = None
    """With more lines of verse than these."""
    marks: Pair = DOUBLE
    """What stands around a quotation that is run in."""
    omission: str = ELLIPSIS
    """What stands for words that are left out."""

    def sets_off(self, words: str) -> bool:
        """Tell whether a quotation is to be a block."""
        paragraphs = PARAGRAPHS.split(words)
        verses = max(paragraph.count("\n") + 1 for paragraph in paragraphs)
        if self.verses is not None and verses > self.verses:
            return True
        if self.paragraphs is not None and len(paragraphs) >= self.paragraphs:
            return True
        if self.lines is not None and _lines(words) > self.lines:
            return True
        return self.words is not None and _has_words(words, self.words)


_RULES: tuple[tuple[str, Rule], ...] = (
    # Publication Manual of the American Psychological Association, 7th edition, 8.26-27.
    ("apa", Rule(words=40)),
    # MLA Handbook, 9th edition, chapter 6: more than four lines of prose, or three of verse.
    ("modern-language-association", Rule(lines=4, verses=3)),
    # The Chicago Manual of Style, 17th edition, 13.10; 18th edition, 12.10.
    ("chicago", Rule(words=100, paragraphs=2, verses=1)),
    # Turabian, A Manual for Writers, 9th edition, 25.2.2: five lines or more.
    ("turabian", Rule(lines=4, verses=1)),
    # MHRA Style Guide, 3rd edition, chapter 9: more than forty words, or than two lines of verse;
    # single marks; an ellipsis in brackets, lest it be taken for one of the passage's own.
    ("mhra", Rule(words=41, verses=2, marks=SINGLE, omission=f"[{ELLIPSIS}]")),
)
"""By the words of a style's name; the first that fits counts."""

USUAL = Rule(words=40)
"""For all other styles, Harvard's too: forty words, the commonest limit, where none is known."""


def rule_of(style: Style) -> Rule:
    """Return what a style asks of long quotations, by the family that its name tells."""
    return next((rule for family, rule in _RULES if style.belongs_to(family)), USUAL)


def _has_words(text: str, count: int) -> bool:
    found = (one for one in tokens(text) if one.kind != "dots")
    return next(islice(found, count - 1, None), None) is not None


def _lines(text: str) -> int:
    return sum(math.ceil(len(line) / _LINE) for line in text.split("\n"))
