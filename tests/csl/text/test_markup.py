"""The little markup that fields may carry, and quotation marks in them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from postil.csl import Piece, Run, plain_text
from postil.csl.text.markup import read_markup


def drawn(pieces: Sequence[Piece]) -> str:
    """Draw spans as their kind and what is in them."""
    return "".join(
        piece.text if isinstance(piece, Run) else f"{piece.kind}({drawn(piece.pieces)})"
        for piece in pieces
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On <i>Hamlet</i>", "On italic(Hamlet)"),
        ("<i>a <b>b</b></i>", "italic(a bold(b))"),
        ("<sc>a</span> <span style=\"font-variant:small-caps;\">b</sc>",
         "small-caps(a) small-caps(b)"),
        ("<i>never closed", "<i>never closed"),
        ("never opened</i>", "never opened</i>"),
        ("<i>a <b>b</i> c", "italic(a <b>b) c"),
        ("The \"late\" rain", "The quote(late) rain"),
        ("“a ‘b’ c”", "quote(a quote(b) c)"),
        ("‘a’ alone", "‘a’ alone"),
        ("it's", "it’s"),
        ("in '68", "in ’68"),
        ("'a' b", "quote(a) b"),
        ("5\" disc", "5\" disc"),
        ("a < b", "a < b"),
    ],
)  # fmt: skip
def test_markup(text: str, expected: str) -> None:
    assert drawn(read_markup(text)) == expected


def test_spans_are_nested_to_a_limit() -> None:
    shown = drawn(read_markup("<i>" * 50 + "a" + "</i>" * 50))
    assert shown.count("italic(") == 40


def test_a_blank_before_a_mark_breaks_no_line() -> None:
    assert plain_text(read_markup("Le « vieux » moulin : ici")) == (
        "Le «\u202fvieux\u202f» moulin\u202f: ici"
    )


def test_a_mark_between_blanks_closes_nothing() -> None:
    text = 'a plea for "slow roads " in towns'
    assert plain_text(read_markup(text)) == text
