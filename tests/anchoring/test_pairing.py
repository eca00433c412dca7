"""How two versions of a text are laid upon each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from postil.anchoring.blocks import Block, Blocks
from postil.anchoring.letter_diff import backward, forward, in_order, matching
from postil.anchoring.pairing import pair
from postil.anchoring.skeleton import Skeleton
from postil.anchoring.transfer import transfer

PARAGRAPHS = st.lists(
    st.text(st.sampled_from("ab 漢\n"), max_size=30)
    | st.sampled_from(["The lamps are lit.", "Nobody came that day, and no ship."]),
    max_size=8,
).map("\n\n".join)
LETTERS = st.text(st.sampled_from("ab"), max_size=60)


def blocks_of(old: str, new: str) -> list[str]:
    one = Skeleton(old)
    return [one.letters[at : at + size] for at, _, size in pair(one, Skeleton(new)).all]


@given(PARAGRAPHS, PARAGRAPHS)
def test_blocks_are_equal_in_both_texts_and_never_overlap(old: str, new: str) -> None:
    one, other = Skeleton(old), Skeleton(new)
    blocks = pair(one, other).all
    for at, there, size in blocks:
        assert size > 0
        assert one.letters[at : at + size] == other.letters[there : there + size]
    assert sum(block.size for block in blocks) == len(
        {at + n for at, _, size in blocks for n in range(size)}
    )
    assert sum(block.size for block in blocks) == len(
        {there + n for _, there, size in blocks for n in range(size)}
    )


@given(PARAGRAPHS)
def test_a_text_is_paired_with_itself_whole(text: str) -> None:
    skeleton = Skeleton(text)
    size = len(skeleton.letters)
    assert pair(skeleton, skeleton).all == ([Block(0, 0, size)] if size else [])


def test_paragraphs_that_were_moved() -> None:
    one, two, three = "The lamps are lit tonight.", "Nobody came at noon.", "A rope remains here."
    found = blocks_of("\n\n".join([one, two, three]), "\n\n".join([three, one, two]))
    assert found == ["thelampsarelittonightnobodycameatnoon", "aroperemainshere"]


def test_short_items_between_paired_paragraphs() -> None:
    """They stand once in many lists, so only their order tells which is which."""
    old = (
        "The first list of all:\n\nPerl 5\n\nRuby 2\n\nThe second list of all:\n\nPerl 6\n\nRuby 2"
    )
    new = old.replace("\n\nRuby", "\n\nSomething new that is rather long, longer than all.\n\nRuby")
    one, other = Skeleton(old), Skeleton(new)
    blocks = pair(one, other)
    for at in (old.index("Ruby"), old.rindex("Ruby")):
        letter = blocks.letter(one.index(at))
        assert letter is not None
        there = new.index("Ruby") if at == old.index("Ruby") else new.rindex("Ruby")
        assert other.place(letter) == there


def test_blocks_by_their_letters() -> None:
    blocks = Blocks([Block(10, 40, 5), Block(0, 20, 4), Block(4, 24, 2)])
    assert blocks.all == [Block(0, 20, 6), Block(10, 40, 5)]
    assert blocks.within(3, 12) == [Block(3, 23, 3), Block(10, 40, 2)]
    assert blocks.within(6, 10) == []
    assert [blocks.letter(at) for at in (-1, 0, 5, 6, 10, 14, 15)] == [
        None, 20, 25, None, 40, 44, None,
    ]  # fmt: skip
    assert [blocks.taken(*run) for run in ((0, 20), (20, 26), (22, 42), (44, 99))] == [0, 6, 6, 1]


@given(LETTERS, LETTERS, st.integers(0, 60), st.integers(0, 60))
def test_equal_letters_are_counted(one: str, other: str, at: int, there: int) -> None:
    at, there = min(at, len(one)), min(there, len(other))
    most = min(len(one) - at, len(other) - there)
    ahead = 0
    while ahead < most and one[at + ahead] == other[there + ahead]:
        ahead += 1
    assert forward(one, at, other, there, most) == ahead
    most = min(at, there)
    back = 0
    while back < most and one[at - back - 1] == other[there - back - 1]:
        back += 1
    assert backward(one, at, other, there, most) == back


@given(LETTERS, LETTERS)
def test_matching_runs_are_equal_and_ascend(old: str, new: str) -> None:
    last, until = 0, 0
    for at, there, size in matching(old, new):
        assert at >= last
        assert there >= until
        assert old[at : at + size] == new[there : there + size]
        last, until = at + size, there + size


def test_nothing_is_matched_in_what_has_little_in_common() -> None:
    assert matching("x" * 40 + "abc" + "y" * 40, "z" * 40 + "abc" + "v" * 40) == []
    assert in_order(["a", "b", "c"], ["b", "x", "c"]) == [(1, 0, 1), (2, 2, 1)]
    assert in_order([], ["b"]) == []


def test_a_word_alone_needs_witnesses() -> None:
    """A word that stands elsewhere by chance is not the word that the note was made on."""
    old = Skeleton("here they set the lamps upon a table at noon")
    new = Skeleton(
        "some other thing of which we speak is about lamps in a distant country, not here"
    )
    start, there = old.letters.index("lamps"), new.letters.index("lamps")
    alone = Blocks([Block(start, there, 5)])
    assert transfer(alone, old, new, start, start + 5) is None
    around = Blocks([Block(start - 6, there - 6, 6), *alone.all, Block(start + 5, there + 5, 9)])
    assert transfer(around, old, new, start, start + 5) == (there, there + 5, 1.0, None, None)
