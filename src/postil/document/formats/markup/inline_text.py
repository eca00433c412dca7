"""Inline text: the words of a block as they are gathered, with what is set apart in them."""

from __future__ import annotations

from collections.abc import Sequence

from postil.document.base.bare_urls import bare_links
from postil.model.article import Inline, InlineKind
from postil.text.clean import clean
from postil.text.line_joints import Unbroken

_LONGEST_LINE = 100
"""Code points of a line of verse on the average; longer ones are paragraphs parted by breaks."""
_REMAPPED = 200
"""Spans that are moved where cleaning changed the text; beyond that they are given up."""


class InlineText:
    """Text that grows, with its inlines and the offsets at which lines of the file begin."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.inlines: list[Inline] = []
        self.breaks: list[int] = []
        self.names: list[tuple[str, int]] = []
        """Places that the document names, by their offsets."""
        self.soft = 0
        self.hard = 0
        """Line ends that the writer wanted."""

    def add(self, text: str) -> None:
        """Append some text."""
        self.parts.append(text)
        self.length += len(text)

    def set_apart(self, start: int, kind: InlineKind, target: str = "") -> None:
        """Set apart what was added since ``start``."""
        if start < self.length:
            self.inlines.append(Inline(start, self.length, kind, target))

    def trim(self) -> None:
        """Take back a blank at the end, if there is one."""
        if not self.parts or not self.parts[-1].endswith(" "):
            return
        self.parts[-1] = self.parts[-1][:-1]
        self.length -= 1
        for at in range(len(self.inlines) - 1, -1, -1):
            one = self.inlines[at]
            if one.end <= self.length:
                break
            self.inlines[at] = Inline(one.start, self.length, one.kind, one.target)

    @property
    def short_lines(self) -> bool:
        """Whether the lines that the writer has ended are as short as those of verse."""
        return self.length <= _LONGEST_LINE * (self.hard + 1)

    @property
    def text(self) -> str:
        """What was added so far."""
        return "".join(self.parts)


def finish(run: InlineText, *, lined: bool) -> tuple[str, tuple[Inline, ...], tuple[int, ...]]:
    """Return the text made safe and stripped, its inlines in order, and its breaks."""
    raw = run.text
    if not lined:
        unbroken = Unbroken(raw)
        if unbroken.moved:
            run = _joined(run, unbroken)
        raw = unbroken.text
    text = clean(raw)
    if not lined:
        text = text.replace("\n", " ")
    if not run.inlines and not run.breaks:
        text = text.strip()
        return text, bare_links(text), ()
    inlines = run.inlines
    breaks = run.breaks
    if text != raw:
        inlines = _moved(raw, inlines) if len(inlines) <= _REMAPPED else []
        breaks = [len(clean(raw[:at])) for at in breaks[:_REMAPPED]]
    lead = len(text) - len(text.lstrip())
    text = text.strip()
    size = len(text)
    kept = [
        Inline(
            max(0, inline.start - lead), min(size, inline.end - lead), inline.kind, inline.target
        )
        for inline in inlines
        if max(0, inline.start - lead) < min(size, inline.end - lead)
    ]
    kept += _bare(text, kept)
    kept.sort(key=lambda inline: (inline.start, -inline.end))
    return text, tuple(kept), tuple(at - lead for at in breaks if 0 < at - lead < size)


def _joined(run: InlineText, unbroken: Unbroken) -> InlineText:
    """Return the words with their lines joined, and what is set apart where it has gone."""
    joined = InlineText()
    joined.inlines = [
        Inline(unbroken.at(one.start), unbroken.at(one.end), one.kind, one.target)
        for one in run.inlines
    ]
    joined.breaks = [unbroken.at(at) for at in run.breaks]
    return joined


def _moved(raw: str, inlines: Sequence[Inline]) -> list[Inline]:
    """Move inlines to where cleaning has moved their words."""
    return [
        Inline(
            len(clean(raw[: inline.start])),
            len(clean(raw[: inline.end])),
            inline.kind,
            inline.target,
        )
        for inline in inlines
    ]


def _bare(text: str, kept: Sequence[Inline]) -> list[Inline]:
    """Return addresses that stand in the text without being marked as links or code."""
    taken = [inline for inline in kept if inline.kind in (InlineKind.LINK, InlineKind.CODE)]
    return [
        link
        for link in bare_links(text)
        if not any(inline.start < link.end and link.start < inline.end for inline in taken)
    ]


def without_blank_end(text: str) -> str:
    """Return a text without the lines at its end that hold nothing but blanks."""
    end = text.find("\n", len(text.rstrip()))
    return text if end < 0 else text[:end]


def literal(run: InlineText) -> tuple[str, tuple[int, ...]]:
    """Return a text whose blanks and line ends count, and where each line but the first begins."""
    text = without_blank_end(clean(run.text.removeprefix("\n")))
    return text, line_starts(text)


def line_starts(text: str) -> tuple[int, ...]:
    """Return where each line but the first begins."""
    return tuple(at for at, sign in enumerate(text, 1) if sign == "\n")
