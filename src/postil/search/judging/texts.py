"""A text in which the words of a query are found, folded when that is first needed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import islice

from postil.model.span import Span
from postil.search.judging.expressions import expression, fuzzy_expression
from postil.search.query.cut_words import JoinedText, joined_text
from postil.search.query.tree import How, Regex, Words
from postil.text.fold import Folded, fold
from postil.text.patterns import SearchLimit, search_all


class SearchedText:
    """One text of an article or a note."""

    def __init__(self, text: str, limit: SearchLimit | None = None) -> None:
        self.text = text
        self._limit = limit

    @cached_property
    def folded(self) -> Folded:
        """The text as it is compared."""
        return fold(self.text)

    @cached_property
    def joined(self) -> JoinedText | None:
        """The folded text in which words are whole that a hyphen cuts at the end of a line."""
        return joined_text(self.folded.key)

    def has(self, part: Words | Regex) -> bool:
        """Tell whether words or an expression stand in it."""
        return next(self.spans(part), None) is not None

    def spans(self, part: Words | Regex) -> Iterator[Span]:
        """Yield where they stand, in code points of the text, in order."""
        if isinstance(part, Regex):
            limit = self._limit or SearchLimit(10.0)
            for start, end in search_all(part.pattern, self.text, limit):
                yield Span(start, end)
            return
        folded = self.folded
        found = self._expression(part, folded.key)
        if (joined := self.joined) is None:
            for match in found.finditer(folded.key):
                yield Span(*folded.span(*match.span()))
            return
        places = {match.span() for match in found.finditer(folded.key)}
        found = self._expression(part, joined.key)
        places.update(joined.in_folded(*match.span()) for match in found.finditer(joined.key))
        for start, end in sorted(places):
            yield Span(*folded.span(start, end))

    @staticmethod
    def _expression(words: Words, key: str) -> re.Pattern[str]:
        return fuzzy_expression(words, key) if words.how is How.FUZZY else expression(words)

    def first_spans(self, part: Words | Regex, most: int) -> list[Span]:
        """Return the first places, at most so many."""
        return list(islice(self.spans(part), most))
