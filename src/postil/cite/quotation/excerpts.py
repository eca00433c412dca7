"""Joins the pieces of a quotation by ellipses.

What is left out within a sentence becomes " … "; where a sentence ends in what is left out, a full
stop stands before it: ". … ". So say the Chicago Manual of Style, 13.52-55, by its general method,
the MLA Handbook in its chapter 6, and the APA Publication Manual, 8.31. The ellipsis is one sign
between blanks, on which no line of its own is spent, and none stands before the first piece or
behind the last.
"""

from __future__ import annotations

from collections.abc import Sequence

from postil.cite.quotation.tokens import ELLIPSIS, PARAGRAPHS
from postil.model.values import NamedTuple
from postil.text.nested_quotes import closing_alone, without_reopenings
from postil.text.quotes import closing_mark, quotations

_PAUSES = ",;:–—- \n"
_CLOSERS = "”’»›\"')]"
_ENDS = ".?!…。！？"


class Excerpt(NamedTuple):
    """Words that stand together in the article, and what parts them from the piece before."""

    text: str
    same_sentence: bool = False
    """They go on within the very sentence in which the piece before breaks off."""
    same_paragraph: bool = False


def join_excerpts(
    pieces: Sequence[Excerpt], *, in_paragraphs: bool, omission: str = ELLIPSIS
) -> str:
    """Return the pieces as one passage, with an ellipsis where words are left out.

    ``in_paragraphs``, a piece from another paragraph begins a new one, behind the ellipsis.
    """
    return joined_with_joints(pieces, in_paragraphs=in_paragraphs, omission=omission)[0]


def joined_with_joints(
    pieces: Sequence[Excerpt], *, in_paragraphs: bool, omission: str = ELLIPSIS
) -> tuple[str, Sequence[int]]:
    """Return the pieces as one passage, and where in it each but the first begins."""
    texts = [piece.text.strip() for piece in pieces]
    if len(texts) > 1:
        texts = _whole(texts)
    out = texts[0]
    joints = []
    for piece, text in zip(pieces[1:], texts[1:], strict=True):
        out = out.rstrip(_PAUSES) if piece.same_sentence else with_end(out)
        gap = "\n\n" if in_paragraphs and not piece.same_paragraph else " "
        out = f"{out} {omission}{gap}"
        joints.append(len(out))
        out += text
    return out, joints


def with_end(text: str) -> str:
    """Return words as a whole sentence: with a full stop, within the marks, where they lack one."""
    words = text.rstrip(_CLOSERS)
    if words.endswith(tuple(_ENDS)) or text.endswith(tuple(_ENDS)):
        return text
    return f"{words.rstrip(_PAUSES)}.{text[len(words) :]}"


def _whole(texts: Sequence[str]) -> list[str]:
    """Return pieces without marks that were cut from their partners, where they stand alone.

    A quotation may begin in one piece and end in the next; then both marks stay.
    """
    split = [PARAGRAPHS.split(text) for text in texts]
    bare = [without_reopenings(paragraphs) for paragraphs in split]
    if all(one != other for one, other in zip(split, bare, strict=True)):
        return ["\n\n".join(paragraphs) for paragraphs in bare]
    out = []
    waiting = 0
    for at, text in enumerate(texts):
        closing = len(closing_alone(text))
        opened = [text[one.start] for one in quotations(text) if not one.closed]
        begun = "“" * (closing - waiting) + text
        waiting = max(0, waiting - closing)
        if any(closing_alone(later) for later in texts[at + 1 :]):
            waiting += len(opened)
            out.append(begun)
        else:
            out.append(begun + "".join(closing_mark(mark) for mark in reversed(opened)))
    return out
