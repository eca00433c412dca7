"""Rich text is joined, copied and read without what sets it apart."""

from __future__ import annotations

from postil.csl.ground.rich import Pieces, Run, Span, affix, copied, join_pieces, plain_text, runs


def words(*texts: str) -> list[Pieces]:
    return [[Run(text)] if text else [] for text in texts]


def test_parts_that_are_empty_are_left_out_with_their_delimiter() -> None:
    assert plain_text(join_pieces(words("a", "", "b"), ", ")) == "a, b"
    assert plain_text(join_pieces(words("", "a", "", ""), ", ")) == "a"
    assert join_pieces(words("", ""), ", ") == []
    assert plain_text(join_pieces(words("a", "b"), "")) == "ab"


def test_a_delimiter_gives_way_where_words_of_the_item_do_not() -> None:
    made = join_pieces(words("a", "b"), ".")
    assert [run.own for run in runs(made)] == [True, False, True]
    assert affix("") == []


def test_a_copy_can_be_changed_by_itself() -> None:
    pieces: Pieces = [Run("a", key="k"), Span("italic", [Run("b")], key="names")]
    made = copied(pieces)
    assert made == pieces
    for run in runs(made):
        run.text = "changed"
    assert plain_text(pieces) == "ab"
