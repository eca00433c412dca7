from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from postil.anchoring.skeleton import Skeleton, spaced
from tests.anchoring.articles import letters_of

TEXTS = st.text(st.sampled_from("abZ ßİΣς\n\t-“é\u0301漢한ก\u0e34👩\ufe0f7_")) | st.text()


def test_letters_alone_remain() -> None:
    assert (
        letters_of("“The Größe, of\nwell-\nknown_things” — 41.5!") == "thegrößeofwellknownthings415"
    )
    assert letters_of("कि ก็") == "किก็"
    assert letters_of("— … 👩‍🔬️") == ""


@given(TEXTS)
def test_a_text_keeps_its_length(text: str) -> None:
    assert len(spaced(text)) == len(text)


@given(TEXTS)
def test_letters_lead_back_to_the_text(text: str) -> None:
    skeleton = Skeleton(text)
    plain = spaced(text)
    assert skeleton.letters == plain.replace(" ", "")
    places = [skeleton.place(letter) for letter in range(len(skeleton.letters))]
    assert [plain[place] for place in places] == list(skeleton.letters)
    assert places == sorted(set(places))
    for offset in range(len(text) + 1):
        assert skeleton.index(offset) == sum(place < offset for place in places)


@given(TEXTS)
def test_paragraphs_cover_all_letters(text: str) -> None:
    breaks = Skeleton(text).breaks
    assert breaks[0] == 0
    assert breaks[-1] == len(letters_of(text))
    assert breaks == sorted(set(breaks))


def test_paragraphs_words_and_signs() -> None:
    skeleton = Skeleton("One two.\n \nThree “four”")
    assert skeleton.breaks == [0, 6, 15]
    assert skeleton.paragraph(7, 8) == (6, 15)
    assert skeleton.paragraph(2, 8) == (0, 15)
    assert list(skeleton.words) == [0, 3, 6, 11]
    assert list(skeleton.words_between(3, 11)) == [3, 6]
    assert skeleton.signs(6) == ".\n \n"
    assert skeleton.signs(11) == " “"
    assert skeleton.signs(15) == "”"
    assert skeleton.signs(0) == ""


def test_every_sign_of_a_close_script_may_begin_a_word() -> None:
    skeleton = Skeleton("船は Linux に")
    assert list(skeleton.words) == [0, 1, 2, 7]
    assert Skeleton("その朝、港は静かだった。").dense
    assert not Skeleton("The harbour was quiet that morning.").dense


def test_long_texts_are_read_in_pieces() -> None:
    text = "Some words, and more.\n" * 20_000
    shares: list[float] = []
    skeleton = Skeleton(text, shares.append)
    assert skeleton.letters == "somewordsandmore" * 20_000
    assert skeleton.place(16 * 12_345) == 22 * 12_345
    assert len(shares) > 5
    assert Skeleton("a" * 200_000).place(199_999) == 199_999
