"""Words are told apart, bent to singular and plural, compared, and found whole though cut."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.search.query.cut_words import joined_text
from postil.search.query.near_words import one_apart
from postil.search.query.plurals import forms
from postil.search.query.terms import INDIC, LETTER, has_word, is_letter, terms_in, terms_of


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("Anna.Berg@example.org", ["anna", "berg", "example", "org"]),
        ("read_file", ["read", "file"]),
        ("C++", ["c"]),
        ("L’été", ["l", "ete"]),
        ("管理PC", ["管", "理", "pc"]),
        ("ｶﾞ", ["ガ"]),
        ("हिन्दी", ["हिन्दी"]),
        ("ไทย", ["ไ", "ท", "ย"]),
        ("👍🏽!", ["👍", "🏽"]),
        ("--\\", []),
    ],
)
def test_terms_are_words_and_characters_of_scripts_without_blanks(
    typed: str, terms: list[str]
) -> None:
    assert [term.text for term in terms_of(typed)] == terms
    assert has_word(typed) == bool(terms)


def test_characters_that_follow_one_another_are_joined() -> None:
    assert [term.joined for term in terms_of("이웃 섬PC")] == [False, True, False, False]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("soldier", "soldiers"),
        ("church", "churches"),
        ("cache", "caches"),
        ("box", "boxes"),
        ("house", "houses"),
        ("bus", "buses"),
        ("city", "cities"),
        ("movie", "movies"),
        ("potato", "potatoes"),
        ("photo", "photos"),
        ("shoe", "shoes"),
        ("child", "children"),
        ("day", "days"),
        ("tie", "ties"),
    ],
)
def test_singular_and_plural_find_one_another(one: str, other: str) -> None:
    assert other in forms(one)
    assert one in forms(other)


@pytest.mark.parametrize(("one", "other"), [("new", "news"), ("do", "does"), ("thu", "thus")])
def test_an_s_alone_makes_no_plural(one: str, other: str) -> None:
    assert other not in forms(one)
    assert one not in forms(other)


def test_only_plain_words_are_bent() -> None:
    assert forms("1990") == ("1990",)
    assert forms("été") == ("été",)
    assert forms("is") == ("is",)


@pytest.mark.parametrize(
    ("word", "other", "near"),
    [
        ("korea", "korea", True),
        ("koera", "korea", True),
        ("kore", "korea", True),
        ("koreaa", "korea", True),
        ("koria", "korea", True),
        ("kroea", "koera", False),
        ("ko", "korea", False),
        ("abcd", "badc", False),
        ("", "a", True),
    ],
)
def test_one_letter_off_is_near(word: str, other: str, near: bool) -> None:
    assert one_apart(word, other) is near
    assert one_apart(other, word) is near


@given(st.text("abc", max_size=6), st.data())
def test_every_single_change_is_near(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word)))
    assert one_apart(word, word[:at] + "x" + word[at:])
    assert one_apart(word, word[:at] + word[at + 1 :])
    assert one_apart(word, word[:at] + "x" + word[at + 1 :])
    assert one_apart(word, word[:at] + word[at : at + 2][::-1] + word[at + 2 :])


def test_a_cut_word_is_whole_and_leads_back() -> None:
    key = "an inter- national and a re-\ncord, vor- und 5- 6"
    joined = joined_text(key)
    assert joined is not None
    assert joined.key == "an international and a record, vorund 5- 6"
    start = joined.key.index("international")
    assert key[slice(*joined.in_folded(start, start + 13))] == "inter- national"
    start = joined.key.index("record")
    assert key[slice(*joined.in_folded(start, start + 6))] == "re-\ncord"
    assert key[slice(*joined.in_folded(0, 2))] == "an"
    assert joined_text("well-known - and nothing cut") is None
    assert terms_in("well-known") == ["well", "known"]


def test_a_letter_is_told_as_the_expressions_tell_it() -> None:
    expression = re.compile(f"{LETTER}|{INDIC}")
    for sign in map(chr, range(0x30000)):
        assert is_letter(sign) == (expression.match(sign) is not None), hex(ord(sign))
