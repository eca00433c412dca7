"""A text in which the words of a query are found, folded when that is first needed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from heapq import merge
from itertools import islice

from postil.model.span import Span
from postil.search.judging.word_places import word_places
from postil.search.query.cut_words import JoinedText, joined_text
from postil.search.query.tree import Regex, Words
from postil.text.fold import Folded, fold_letters
from postil.text.patterns import SearchLimit, search_all


class SearchedText:
    """One text of an article or a note."""

    def __init__(self, text: str, limit: SearchLimit | None = None) -> None:
        self.text = text
        self._limit = limit

    @cached_property
    def folded(self) -> Folded:
        """The text as it is compared; between words any blanks may stand."""
        return fold_letters(self.text)

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
        places = word_places(part, folded.key)
        if (joined := self.joined) is not None:
            made = (joined.in_folded(*place) for place in word_places(part, joined.key))
            places = merge(places, made)
        last = None
        for place in places:
            if place != last:
                last = place
                yield Span(*folded.span(*place))

    def first_spans(self, part: Words | Regex, most: int) -> list[Span]:
        """Return the first places, at most so many."""
        return list(islice(self.spans(part), most))
