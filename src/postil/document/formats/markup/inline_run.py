"""Words of the block that is open, with the elements within a line that stand open in it.

White space is treated as browsers do: runs of blanks, tabs and line ends are one blank, none at
the edges of a block; a no-break space is a letter. Between two letters of a script that has no
blanks a line end is nothing.
"""

from __future__ import annotations

from postil.document.formats.markup.inline_text import InlineText
from postil.document.formats.markup.tags import INLINE_KINDS
from postil.model.article import Inline, InlineKind
from postil.text.lazy_regex import lazily
from postil.text.line_joints import APART

_BLANKS = lazily(r"[ \t\n\r\f]+")
_WIDE_JOINT = lazily(rf"(?<=[{APART}])[ \t\r\f]*\n[ \t\n\r\f]*(?=[{APART}])")
_WORD = lazily(r"[^\s]+")
_MOST_OPEN = 16
"""Elements within a line that may stand open at once; each is set apart anew in every block."""


class InlineRun:
    """The words of one block at a time."""

    def __init__(self) -> None:
        self.words = InlineText()
        self.literal = 0
        """How many elements want blanks and line ends as they stand."""
        self._open: list[tuple[str, int, str]] = []
        """Tag, where its words begin, target."""
        self._captioned: tuple[int, str] | None = None
        """Where the words begin of which the first leads to a picture, and its target."""
        self._passed_over = 0
        """How many more stand open than may."""
        self._blank = True
        """No blank is wanted: the last sign was one, or the block has just begun."""

    @property
    def length(self) -> int:
        """Code points so far."""
        return self.words.length

    @property
    def broken(self) -> bool:
        """Whether a line has just been broken."""
        return bool(self.words.parts) and self.words.parts[-1] == "\n"

    def text(self, words: str) -> None:
        """Append words."""
        if self.literal:
            self.words.add(words)
            return
        if not words.isascii() and "\n" in words:
            words = _WIDE_JOINT.sub("", words)
        if not words.isprintable() or "  " in words:
            words = _BLANKS.sub(" ", words)
        if self._blank and words[:1] == " ":
            words = words[1:]
        if words:
            self.words.add(words)
            self._blank = words[-1] == " "

    def picture(self, words: str, target: str, captioned: bool) -> None:
        """Append words that stand for a picture; of one that is captioned, the next word does."""
        if words:
            self.set_apart(words, InlineKind.IMAGE, target)
        elif captioned and target:
            self._captioned = self.words.length, target

    def set_apart(self, words: str, kind: InlineKind, target: str) -> None:
        """Append words that stand for something, such as a footnote."""
        start = self.words.length
        self.words.add(words)
        self.words.set_apart(start, kind, target)
        self._blank = False

    def line_end(self) -> None:
        """End a line where the writer wanted it."""
        if not self.literal:
            self.words.trim()
        self.words.add("\n")
        if not self.literal:
            self.words.hard += 1
            self._blank = True

    def open(self, tag: str, target: str) -> None:
        """Open an element within the line."""
        if len(self._open) >= _MOST_OPEN:
            self._passed_over += 1
            return
        self._open.append((tag, self.words.length, target))

    def close(self, tag: str) -> None:
        """Close the innermost element of this name; nothing if none is open."""
        if self._passed_over:
            self._passed_over -= 1
            return
        for at in range(len(self._open) - 1, -1, -1):
            name, start, target = self._open[at]
            if name == tag:
                del self._open[at]
                self._mark(tag, start, target)
                return

    def take(self) -> InlineText:
        """Return the words and begin anew; what stands open goes on in the next block."""
        taken = self.words
        for one in self._open:
            self._mark(*one)
        if self._captioned is not None:
            start, target = self._captioned
            if word := _WORD.search(taken.text, start):
                taken.inlines.append(Inline(*word.span(), InlineKind.IMAGE, target))
                self._captioned = None
        self.words = InlineText()
        self._open = [(tag, 0, target) for tag, _, target in self._open]
        self._blank = True
        return taken

    def _mark(self, tag: str, start: int, target: str) -> None:
        if tag != "a":
            kind = INLINE_KINDS[tag]
            self.words.set_apart(start, kind, target if kind is InlineKind.COMMENT else "")
        elif target:
            self.words.set_apart(start, InlineKind.LINK, target)
