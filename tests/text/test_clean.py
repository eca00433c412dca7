"""Nothing that a document holds can command the terminal."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.text.clean import clean, clean_line, is_clean

CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")
HIDDEN = re.compile("[\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff\xad]")

nasty = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "\x1b\x9b\x9d\x07\x9c[];m?0 \t\r\n\x0b\x0c\x85\u2028\u200d\ufe0f\u0301\u0327"
        ),
        st.sampled_from(
            "e\u0344\u0345\u0308\u1100\u1161\u11a8\U0001f469\U0001f3f4\U000e0067\U000e007f"
        ),
        st.sampled_from("\u0f71\u0f72\u0f73\u09c7\u09be\u3099\u304b\ud800\udc00"),
    ),
    max_size=60,
)


@given(nasty)
def test_what_is_clean_stays_as_it_is(text: str) -> None:
    once = clean(text)
    assert clean(once) == once


@given(nasty)
def test_no_control_and_nothing_hidden_is_left(text: str) -> None:
    once = clean(text)
    assert not CONTROL.search(once)
    assert not HIDDEN.search(once)
    assert unicodedata.is_normalized("NFC", once)


@given(nasty)
def test_a_line_is_one_line(text: str) -> None:
    line = clean_line(text)
    assert "\n" not in line
    assert line == clean_line(line)
    assert line == line.strip()


@pytest.mark.parametrize(
    ("raw", "safe"),
    [
        ("a\x1b[31mred\x1b[0m", "ared"),
        ("a\x1b]0;owned\x07b", "ab"),
        ("a\x1b]52;c;aGk=\x1b\\b", "ab"),
        ("a\x9b31mb\x9d0;t\x9cc", "abc"),
        ("a\x1bP+q544e\x1b\\b", "ab"),
        ("a\x1b]8;;http://x.example/\x1b\\link\x1b]8;;\x1b\\b", "alinkb"),
        ("never \x1b]closed and on", "never ]closed and on"),
        ("\x1b\x1b[2Jx", "x"),
        ("a\r\nb\rc\x85d\u2028e\x0bf", "a\nb\nc\nd\ne\nf"),
        ("one\n\x0c\ntwo", "one\n\ntwo"),
        ("one\x0ctwo", "one\ntwo"),
        ("user\u202e admin\u2069", "user admin"),
        ("pass\u200bword soft\u00adhyphen zero\u200dwidth", "password softhyphen zerowidth"),
        ("caf\u0065\u0301", "caf\u00e9"),
        ("e\u200b\u0301", "\u00e9"),
        ("nb\u00a0space", "nb space"),
        ("a\tb\n\tc", "a   b\n    c"),
        ("\ud800", "\ufffd"),
        ("\U000e0041hidden", "hidden"),
    ],
)
def test_what_becomes_of_it(raw: str, safe: str) -> None:
    assert clean(raw) == safe


@pytest.mark.parametrize(
    "kept",
    [
        "👩‍👩‍👧‍👦 🇰🇷 👍🏽",
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "“quoted” — dash … ───────────── ••••••••••••",
        "שָׁלוֹם 한국 ไทย",
    ],
)
def test_signs_that_readers_need_stay(kept: str) -> None:
    assert clean(kept) == kept


def test_marks_do_not_climb() -> None:
    assert len(clean("Z" + "\u0300\u0301\u0302" * 200 + " end")) < 20


def test_a_long_text_is_cleaned_like_its_parts() -> None:
    line = "words and 12 \x1b[1mthings\x1b[0m, caf\u0065\u0301\r\n"
    many = 20_000
    assert clean(line * many) == clean(line) * many


def test_a_line_is_cut_to_its_limit() -> None:
    assert clean_line("one two  three", limit=8) == "one two…"
    assert clean_line("one two", limit=8) == "one two"


@given(st.text() | st.text(st.sampled_from("a é\u0301\t\r\n\x1b\u200b漢\xa0”")))
def test_what_is_told_to_be_clean_stays_as_it_is(text: str) -> None:
    if is_clean(text.encode("utf-8", "surrogatepass")):
        assert clean(text) == text


@pytest.mark.parametrize(
    ("text", "clean_already"),
    [("Plain words.\n", True), ("“Café” 漢字", True), ("a\tb", False), ("a\r\n", False)],
)
def test_most_texts_are_told_to_be_clean_by_their_bytes(text: str, clean_already: bool) -> None:
    assert is_clean(text.encode()) is clean_already


def test_a_letter_that_is_cut_between_two_pieces_of_bytes_is_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("postil.text.clean._PIECE", 3)
    assert is_clean("abé漢字é".encode())
    assert not is_clean("abé漢\u200b字é".encode())


@pytest.mark.parametrize(
    "word",
    [
        "\u0645\u06cc\u200c\u06a9\u0631\u062f",
        "\u06a9\u062a\u0627\u0628\u200c\u0647\u0627",
        "\u0915\u094d\u200d\u0937",
        "\u0930\u094d\u200c\u092f",
        "\u09b0\u200d\u09cd\u09af",
        "\u0dc1\u0dca\u200d\u0dbb\u0dd3",
    ],
    ids=str.split("does books ksha ra-ya rya sri"),
)
def test_signs_that_part_or_join_letters_within_words_stay(word: str) -> None:
    assert clean(f"a {word}\n") == f"a {word}\n"
    assert clean(clean(word)) == word


@pytest.mark.parametrize(
    ("hidden", "shown"),
    [
        ("\u06a9\u200c\u200c\u06a9", "\u06a9\u06a9"),
        ("\u06a9\u200c a", "\u06a9 a"),
        ("\u200c\u06a9", "\u06a9"),
        ("a\u200cb", "ab"),
        ("\u0930\u094d\u200d\u094d\u200d\u094d", "\u0930\u094d\u094d\u094d"),
    ],
)
def test_others_of_no_width_go(hidden: str, shown: str) -> None:
    assert clean(hidden) == shown
