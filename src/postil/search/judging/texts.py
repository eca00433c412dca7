"""A text in which the words of a query are found, folded when that is first needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from heapq import merge
from itertools import islice

from postil.model.span import Span
from postil.model.values import NamedTuple
from postil.search.judging.word_places import word_places
from postil.search.query.cut_words import JoinedText, joined_text, with_cuts
from postil.search.query.tree import Regex, Words
from postil.text.fold import Folded, fold_letters
from postil.text.patterns import SearchLimit, search_all

PIECE = 100_000
"""Code points that are folded and searched between two steps: some milliseconds' work."""

OVERLAP = 2_000
"""Code points of the next piece that are searched with each, for what begins before its end."""


REMEMBERED = 8
"""Words whose places in a text are remembered: the next letter asks for most of them again."""


class _Piece(NamedTuple):
    """A piece of the text, folded; between words any blanks may stand."""

    start: int
    length: int
    """Code points up to the next piece."""
    folded: Folded
    joined: JoinedText | None
    """The folded piece in which words are whole that a hyphen cuts at the end of a line."""


class SearchedText:
    """One text of an article or a note."""

    def __init__(
        self,
        text: str,
        limit: SearchLimit | None = None,
        step: Callable[[], None] | None = None,
        ends: Sequence[int] = (),
    ) -> None:
        """``limit`` is for expressions; ``step`` is called before each piece, and may raise.

        ``ends`` are the offsets of hyphens at which a line ended, and perhaps none but the line.
        """
        self.text = text
        self._read = with_cuts(text, ends)
        self.limit = limit
        self.step = step
        self._pieces: list[_Piece] = []
        self._places: dict[Words, tuple[list[Span], Iterator[Span]]] = {}
        """Where words stand that were looked for, as far as that was asked, and what goes on."""

    def has(self, part: Words | Regex) -> bool:
        """Tell whether words or an expression stand in it."""
        return bool(self.first_spans(part, 1))

    def spans(self, part: Words | Regex) -> Iterator[Span]:
        """Yield where they stand, in code points of the text, in order."""
        if isinstance(part, Regex):
            limit = self.limit or SearchLimit(10.0, self.step)
            for start, end in search_all(part.pattern, self.text, limit):
                yield Span(start, end)
            return
        last = (-1, -1)
        for piece in self._folded():
            places = word_places(part, piece.folded.key)
            if (joined := piece.joined) is not None:
                made = (joined.in_folded(*place) for place in word_places(part, joined.key))
                places = merge(places, made)
            bent = piece.folded.bends
            for place in places:
                start, end = piece.folded.span(*place) if bent else place
                if start >= piece.length:
                    break
                found = (piece.start + start, piece.start + end)
                if found > last:
                    last = found
                    yield Span(*found)

    def first_spans(self, part: Words | Regex, most: int) -> list[Span]:
        """Return the first places, at most so many; those of words are found but once."""
        if isinstance(part, Regex):
            return list(islice(self.spans(part), most))
        if part not in self._places:
            if len(self._places) >= REMEMBERED:
                self._places.clear()
            self._places[part] = [], self.spans(part)
        found, more = self._places[part]
        if len(found) < most:
            try:
                found += islice(more, most - len(found))
            except BaseException:
                # What was given up does not go on where it was.
                self._places.pop(part, None)
                raise
        return found[:most]

    def _folded(self) -> Iterator[_Piece]:
        """Yield the pieces, each folded when it is first come to."""
        at = start = 0
        while start < len(self.text) or not at:
            if self.step is not None:
                self.step()
            if at == len(self._pieces):
                end = self._end(start)
                folded = fold_letters(self._read[start : min(end + OVERLAP, len(self.text))])
                self._pieces.append(_Piece(start, end - start, folded, joined_text(folded.key)))
            piece = self._pieces[at]
            yield piece
            at, start = at + 1, piece.start + piece.length

    def _end(self, start: int) -> int:
        """Return where a piece ends: behind a word, so far as there are blanks."""
        end = start + PIECE
        if end + OVERLAP >= len(self.text):
            return len(self.text)
        blank = max(self.text.rfind(blank, start + PIECE // 2, end) for blank in (" ", "\n"))
        return end if blank < 0 else blank + 1
