"""Marked words: the text of a block as Markdown, with what is set apart in it, marks and notes.

A passage stands in ``<mark>``, which may lie within and across everything else, and is followed by
the reference of a footnote: both are known to pandoc, GitHub and Obsidian.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from postil.export.base.markdown_words import escaped
from postil.export.base.placed import Marked
from postil.model.article import Block, Inline, InlineKind
from postil.model.values import NamedTuple
from postil.text.lazy_regex import lazily

_SIGNS = {InlineKind.EMPHASIS: "*", InlineKind.STRONG: "**", InlineKind.STRIKE: "~~"}
"""What sets words apart by signs; where these would be read as others, by elements."""

_ELEMENTS = {
    InlineKind.EMPHASIS: "em",
    InlineKind.STRONG: "strong",
    InlineKind.STRIKE: "del",
    InlineKind.SUPERSCRIPT: "sup",
    InlineKind.SUBSCRIPT: "sub",
    InlineKind.UNDERLINE: "u",
}

_ADDRESS = lazily(r"(?:https?://|mailto:)[^\s<>\"'`\\]{1,2000}$")
_TICKS = lazily(r"`+")


class Reference(NamedTuple):
    """What refers to a note, and the offset in the block behind which it stands."""

    at: int
    label: str


class MarkedWords:
    """Sets the words of blocks; footnotes of the document itself are referred to as it names them.

    ``footnote`` returns the label of one by its name there; "" where there is no such footnote.
    """

    def __init__(self, footnote: Callable[[str], str]) -> None:
        self._footnote = footnote

    def of(
        self,
        block: Block,
        marks: Sequence[Marked],
        notes: Iterable[Reference] = (),
        start: int = 0,
        end: int = -1,
    ) -> str:
        """Return the words of a block from ``start`` to ``end`` (-1: to its end) as Markdown."""
        end = len(block.text) if end < 0 else end
        if not block.text[start:end].strip():
            return ""
        forms = _apart([one for one in block.inlines if one.start < end and one.end > start])
        shown = [one for one in marks if one.start < end and one.end > start]
        waiting = sorted(one for one in notes if start < one.at <= end)
        edges = {start, end, *(one.at for one in waiting)}
        spans = [*((one.start, one.end) for one in forms), *((one.start, one.end) for one in shown)]
        for a, b in spans:
            edges.update((max(start, a), min(end, b)))
        pieces = _Pieces()
        for a, b in pairwise(sorted(edges)):
            held = [one for one in forms if one.start <= a and b <= one.end]
            marked = any(one.start <= a and b <= one.end for one in shown)
            if not (label := self._label(held)):
                pieces.add(block.text[a:b], held, marked=marked)
            elif held[0].start == a or a == start:
                pieces.refer(label)
            while waiting and waiting[0].at <= b:
                pieces.refer(waiting.pop(0).label)
        return pieces.finished()

    def _label(self, held: Sequence[Inline]) -> str:
        """Return the label of the document's footnote that a piece refers to; "" for none."""
        for one in held:
            if one.kind is InlineKind.FOOTNOTE:
                return self._footnote(one.target)
        return ""


def _apart(forms: Iterable[Inline]) -> list[Inline]:
    """Return what is set apart in a way that Markdown has, in the order of starts, outer first."""
    known = {*_ELEMENTS, InlineKind.CODE, InlineKind.LINK, InlineKind.FOOTNOTE}
    found = [
        one
        for one in forms
        if one.kind in known
        and (one.kind is not InlineKind.LINK or _ADDRESS.match(one.target))
        and one.start < one.end
    ]
    return sorted(found, key=lambda one: (one.kind is not InlineKind.FOOTNOTE, one.start, -one.end))


class _Piece(NamedTuple):
    """Words between two edges, or what begins or ends there."""

    words: str = ""
    form: Inline | None = None
    ends: bool = False


class _Pieces:
    """Pieces one after another, with what they stand in opened and closed like brackets."""

    def __init__(self) -> None:
        self._out: list[_Piece] = []
        self._open: list[Inline] = []
        self._references: list[str] = []

    def add(self, words: str, held: Iterable[Inline], *, marked: bool) -> None:
        """Add words that stand in some forms; of links the first counts, for none lies in one."""
        link = next((one for one in held if one.kind is InlineKind.LINK), None)
        code = next((one for one in held if one.kind is InlineKind.CODE), None)
        wanted = [one for one in held if one.kind in _ELEMENTS]
        wanted = [*([link] if link else []), *wanted]
        self._become(wanted)
        if code is None:
            made = escaped(words)
        elif self._out and self._out[-1].words.endswith("`"):
            made = f"<code>{escaped(words)}</code>"  # Two runs of backticks would be one.
        else:
            made = _code(words)
        if marked and (bare := made.strip()):
            # A mark does not begin or end with a blank.
            at = made.index(bare)
            made = f"{made[:at]}<mark>{bare}</mark>{made[at + len(bare) :]}"
        self._out.append(_Piece(made))

    def refer(self, label: str) -> None:
        """Add a reference to a footnote, behind the link that is open if there is one."""
        self._references.append(f"[^{label}]")
        if not any(one.kind is InlineKind.LINK for one in self._open):
            self._told()

    def finished(self) -> str:
        """Return everything, with all that was opened closed."""
        self._become(())
        self._told()
        return _joined(self._out)

    def _become(self, wanted: Sequence[Inline]) -> None:
        """Close and open forms until exactly those are open that are wanted."""
        kept = 0
        while kept < len(self._open) and self._open[kept] in wanted:
            kept += 1
        while len(self._open) > kept:
            gone = self._open.pop()
            self._out.append(_Piece(form=gone, ends=True))
            if gone.kind is InlineKind.LINK:
                self._told()
        for one in wanted:
            if one not in self._open:
                self._open.append(one)
                self._out.append(_Piece(form=one))

    def _told(self) -> None:
        if self._references:
            self._out.append(_Piece("".join(self._references)))
            self._references.clear()


def _code(words: str) -> str:
    """Return code between as many backticks as it does not hold, with blanks inside if need be."""
    words = " ".join(words.split("\n"))
    ticks = max((len(one[0]) for one in _TICKS.finditer(words)), default=0)
    fence = "`" * (ticks + 1)
    blank = " " if words[:1] in "` " or words[-1:] in "` " else ""
    return f"{fence}{blank}{words}{blank}{fence}" if words.strip() else words


def _joined(pieces: Sequence[_Piece]) -> str:
    """Return pieces as Markdown; signs where they are sure to be read, else elements."""
    out: list[str] = []
    signs: list[tuple[int, bool]] = []
    """What is open: where it begins in ``out``, and whether by a sign."""
    for at, piece in enumerate(pieces):
        if (form := piece.form) is None:
            words = piece.words
            if words[:1] in ("(", ":") and out and out[-1].endswith("]"):
                words = f"\\{words}"  # Else a link, or the words of a footnote.
            before_bracket = at + 1 < len(pieces) and words.endswith("!")
            out.append(f"{words[:-1]}\\!" if before_bracket else words)
        elif form.kind is InlineKind.LINK:
            out.append(f"](<{form.target}>)" if piece.ends else "[")
        elif not piece.ends:
            last = out[-1][-1:] if out else ""
            by_sign = form.kind in _SIGNS and _sure(pieces, at) and last not in ("*", "~")
            signs.append((len(out), by_sign))
            out.append(_SIGNS[form.kind] if by_sign else f"<{_ELEMENTS[form.kind]}>")
        else:
            _, by_sign = signs.pop()
            out.append(_SIGNS[form.kind] if by_sign else f"</{_ELEMENTS[form.kind]}>")
    return "".join(out)


def _sure(pieces: Sequence[_Piece], at: int) -> bool:
    """Tell whether words follow what opens here, and stand before its end, with no sign between."""
    words, end = (pieces[at + 1], pieces[at + 2]) if at + 2 < len(pieces) else (None, None)
    if words is None or end is None or end.form != pieces[at].form:
        return False
    return bool(words.words) and words.words[0].isalnum() and words.words[-1].isalnum()
