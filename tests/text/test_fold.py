"""Words that read alike have one key, and the key leads back to the words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.text.fold import fold, fold_key

MIXED = st.text(
    st.sampled_from("aZé’“—… \n\t\u00a0ßﬁÆ½①Ａ字が한각\u0301\u200dİΣς№㎏👩¨"), max_size=40
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Straße", "STRASSE"),
        ("café naïve", "CAFE NAIVE"),
        ("“it’s”", '"it\'s"'),
        ("«so»", '"so"'),
        ("1914–1918", "1914-1918"),
        ("well\u2011known", "well-known"),
        ("a — b", "a - b"),
        ("wait…", "wait..."),
        ("ﬁnal ﬂow", "final flow"),
        ("Ｆｕｌｌ　Ｗｉｄｔｈ", "full width"),
        ("one\n  two\tthree\u00a0four", "one two three four"),
        ("Æsop, Łódź, Øre", "aesop, lodz, ore"),
        ("İstanbul", "istanbul"),
        ("ΣΊΣΥΦΟΣ", "σισυφος"),
        ("e\u0301", "é"),
        ("ё", "е"),
        ("ｶﾀｶﾅ", "カタカナ"),
        ("½", "1/2"),
        ("co\u00adoperate", "cooperate"),
        ("٢٠١٥ ۲۰۱۵ ๒๐๑๕ २०१५", "2015 2015 2015 2015"),
        (
            "कि\u0924\u093e\u092c \u095b\u092e\u0940\u0928",
            "कि\u0924\u093e\u092c \u091c\u092e\u0940\u0928",
        ),
        ("\u06a9\u062a\u0627\u0628\u06cc", "\u0643\u062a\u0627\u0628\u064a"),
        (
            "\u0639\u0644\u0649 \u0645\u062f\u0631\u0633\u0629",
            "\u0639\u0644\u064a \u0645\u062f\u0631\u0633\u0647",
        ),
    ],
)
def test_what_reads_alike_has_one_key(one: str, other: str) -> None:
    assert fold_key(one) == fold_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("が", "か"), ("각", "가"), ("कि", "क"), ("'", '"'), ("a b", "ab"), ("¨", " "), ("कु", "कू")],
)
def test_what_reads_otherwise_has_another_key(one: str, other: str) -> None:
    assert fold_key(one) != fold_key(other)


@pytest.mark.parametrize(
    ("text", "needle", "found"),
    [
        ("a  \n b", "b", "b"),
        ("a  \n b", "a b", "a  \n b"),
        ("and… so", "...", "…"),
        ("and… so", "so", "so"),
        ("and… so", "and.", "and…"),
        ("die Straße da", "strass", "Straß"),
        ("die Straße da", "se da", "ße da"),
        ("xe\u0301e\u0302y", "ee", "e\u0301e\u0302"),
        ("ﬁnd ﬁnd", "ind", "ﬁnd"),
        ("“Ｑ” … q", "q", "Ｑ"),
    ],
)
def test_a_run_of_the_key_leads_back_to_whole_characters(
    text: str, needle: str, found: str
) -> None:
    folded = fold(text)
    at = folded.key.find(needle)
    start, end = folded.span(at, at + len(needle))
    assert text[start:end] == found


@given(MIXED)
def test_places_ascend_and_lie_in_the_text(text: str) -> None:
    folded = fold(text)
    places = [folded.place(at) for at in range(len(folded.key) + 1)]
    assert places == sorted(places)
    assert places[-1] == len(text)
    assert not places[:-1] or places[-2] < len(text)


@given(MIXED)
def test_each_key_character_comes_from_text_that_folds_to_it(text: str) -> None:
    folded = fold(text)
    for at, character in enumerate(folded.key):
        start, end = folded.span(at, at + 1)
        assert start < end
        assert character in fold_key(text[start:end])


@given(MIXED, MIXED, MIXED)
def test_the_words_of_a_text_are_found_in_it(before: str, words: str, after: str) -> None:
    assert fold_key(words).strip() in fold_key(before + " " + words + " " + after)


@given(st.text(max_size=60))
def test_any_text_can_be_folded_and_its_key_holds_no_capitals_or_line_ends(text: str) -> None:
    key = fold(text).key
    assert "\n" not in key
    assert not any("A" <= character <= "Z" for character in key)


def test_what_a_character_folds_to_folds_to_itself() -> None:
    for point in range(0x30000):
        folded = fold(chr(point))
        if len(folded.key) > 1 or folded.key != chr(point):
            assert fold(folded.key).key == folded.key, hex(point)
