"""Rich text: joined, copied, searched and without what sets it apart."""

from __future__ import annotations

from postil.csl.ground.rich import Run, Span, copied, find, join_pieces, plain_text


def test_parts_that_are_empty_take_no_delimiter() -> None:
    parts = join_pieces([[Run("a")], [], [Run("b")]], ", ")
    assert plain_text(parts) == "a, b"
    assert [piece.own for piece in parts if isinstance(piece, Run)] == [True, False, True]


def test_a_copy_can_be_changed_by_itself() -> None:
    pieces = [Span("italic", [Run("a", key="year")])]
    (copy,) = copied(pieces)
    assert isinstance(copy, Span)
    copy.pieces.append(Run("b"))
    assert plain_text(pieces) == "a"
    assert plain_text(copied(pieces)) == "a"


def test_parts_are_found_by_name_the_outermost_first() -> None:
    inner = Span("part", [Run("a")], key="names")
    outer = Span("part", [inner, Run("b", key="year")], key="names")
    assert list(find([outer], "names")) == [outer, inner]
    assert [plain_text([one]) for one in find([outer], "year")] == ["b"]
