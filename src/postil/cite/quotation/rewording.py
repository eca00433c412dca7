"""Marks in a quotation what its reader has changed: [put in or replaced], and … for left out.

A changed capital is marked by itself, as in [T]he, brackets side by side become one, and nothing is
marked that the reader has marked already. Of punctuation the passage's own stands; but where the
reader's sentence goes on over words left out, no stop does. The rules are those of the Chicago
Manual of Style, 13.50-62, the MLA Handbook in its chapter 6, and the APA Publication Manual, 8.31;
like them, this sets no ellipsis before the first word and behind the last.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from postil.cite.quotation.comparison import Bracketed, Comparison, compare
from postil.cite.quotation.omissions import Marks, lead, trail
from postil.cite.quotation.tokens import ELLIPSIS, Token
from postil.errors import BadRequest
from postil.text.clean import clean
from postil.text.lazy_regex import lazily

_LINE_END = lazily(r"(?<!\n)\n(?!\n)")
"""What is a blank in the reader's words: only an empty line parts paragraphs."""

# Examples, of the passage: “The boats can be lost,” one captain told the Herald, for want of light.
#
#   the reader writes                         the quotation is
#   the boats can be lost                     “[t]he boats can be lost”
#   The boats may be lost                     “The boats [may] be lost”
#   The old boats can be lost                 “The [old] boats can be lost”
#   be lost, sadly, one captain told          be lost,” [sadly] one captain told
#   The boats can be lost for want of light   “The boats can be lost” … for want of light.
#   [These] can be lost                       [These] can be lost”


def reworded(passage: str, words: str, omission: str = ELLIPSIS, joints: Sequence[int] = ()) -> str:
    """Return a passage in the reader's wording of it, with what was changed marked as such.

    ``joints`` are where further pieces begin in a passage that was joined of several. Raises
    BadRequest where less than half of the words are the passage's, which is no quotation, and
    where nothing of a piece is left.
    """
    compared = compare(passage, _LINE_END.sub(" ", clean(words)))
    if not compared.after:
        hint = "give the passage as you have written it"
        raise BadRequest("the words", "there is nothing in them", hint)
    shared = compared.shared()
    claimed = sum(one.is_claimed for one in compared.after)
    if not shared or 2 * len(shared) < claimed:
        raise BadRequest(
            "the words",
            "less than half of them stand in the passage, so they are no quotation of it",
            "give more of its own words",
        )
    whole = [one for one in compared.before if one.is_claimed]
    if _pieces_of(shared, joints) < _pieces_of(whole, joints):
        raise BadRequest(
            "the words",
            "they leave out one of the passages",
            "keep some words of each, or cite the others only",
        )
    return "".join(_merged(_set(compared, omission))).strip()


def _pieces_of(found: Iterable[Token], joints: Sequence[int]) -> set[int]:
    """Return in which pieces of a passage some words stand, counted from 0."""
    return {bisect_right(joints, token.start) for token in found} if joints else set()


def _set(compared: Comparison, omission: str) -> Iterator[str]:
    """Yield the words of the passage that are kept, and what stands between them."""
    marks = Marks(compared.passage)
    for change in compared.changes:
        if change.kind == "equal":
            for between, token, given in compared.kept(change):
                yield between
                yield _in_case(token, given)
            continue
        gap = compared.gap(change, omission)
        signs = gap.signs(omission)
        yield lead(gap, marks, signed=bool(signs))
        for count, sign in enumerate(signs):
            yield " " if count else ""
            yield sign
        yield trail(gap, marks)
    if compared.changes[-1].kind == "equal":
        yield compared.passage[compared.before[-1].end :]


def _merged(pieces: Iterable[str]) -> list[str]:
    """Return the pieces; of brackets with one blank between them, one pair is left."""
    out: list[str] = []
    for piece in filter(None, pieces):
        beside = isinstance(piece, Bracketed) and len(out) > 1 and out[-1] == " "
        before = out[-2] if beside and isinstance(out[-2], Bracketed) else ""
        if before.endswith("]") and piece.startswith("["):
            out[-2:] = [Bracketed(f"{before[:-1]} {piece[1:]}")]
        else:
            out.append(piece)
    return out


def _in_case(token: Token, given: Token) -> str:
    """Return a word of the passage; a capital that the reader has changed stands in brackets."""
    if given.kind != "word":
        return given.text if token.kind == given.kind else Bracketed(given.text)
    old, new = token.text, given.text
    if old == new or old.replace("’", "'") == new.replace("’", "'"):
        return old
    if old[1:].replace("’", "'") == new[1:].replace("’", "'"):
        return Bracketed(f"[{new[0]}]{old[1:]}")
    return Bracketed(f"[{new}]")
