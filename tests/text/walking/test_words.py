"""Words and their neighbours, in any script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.text.walking.words import next_word, previous_word, word_around, words


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One, two", ["One", ",", "two"]),
        ("don’t rock 'n' roll", ["don’t", "rock", "'", "n", "'", "roll"]),
        ("e\u0301te\u0301 naïve", ["e\u0301te\u0301", "naïve"]),
        ("हिन्दी शब्द", ["हिन्दी", "शब्द"]),
        ("東京タワーへ行く", ["東京タワー", "へ", "行く"]),
        ("霧が晴れるのを待った。", ["霧", "が", "晴れる", "の", "を", "待っ", "た", "。"]),
        (
            "等着江上的雾，谁也不知道",
            ["等", "着", "江上", "的", "雾", "，", "谁", "也", "不", "知道"],
        ),
        ("คนถือตะกร้า ใบหนึ่ง", ["คน", "ถือ", "ตะกร้า", "ใบหนึ่ง"]),
        ("한국어 문장.", ["한국어", "문장", "."]),
        ("ภาษาPython3 คือ", ["ภาษา", "Python3", "คือ"]),
        ("ພາສາ2 ខ្មែរx", ["ພາ", "ສາ", "2", "ខ្មែ", "រ", "x"]),
        ("ແມ່ນ မြန်မာ", ["ແມ່", "ນ", "မြန်", "မာ"]),
        ("ok👍🏽👩‍👩‍👧!", ["ok", "👍🏽👩‍👩‍👧!"]),
        ("x_1 = 3", ["x_1", "=", "3"]),
        ("  ", []),
        ("a \u0301b", ["a", "b"]),
    ],
)
def test_words_are_what_a_caret_stops_at(text: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end in words(text)] == parts


@given(st.text(st.sampled_from("ab ,.’字雾的かをカーไก่한\u0301"), max_size=40))
def test_neighbours_agree_with_the_whole(text: str) -> None:
    found = list(words(text))
    for at in range(len(text) + 1):
        around = [word for word in found if word[0] <= at < word[1]]
        assert word_around(text, at) == (around[0] if around else None)
        after = [word for word in found if word[0] > at]
        assert next_word(text, at) == (after[0] if after else None)
        before = [word for word in found if word[0] < at]
        assert previous_word(text, at) == (before[-1] if before else None)


def test_the_word_before_is_found_far_away() -> None:
    text = "one " + " " * 100_000 + "two"
    assert previous_word(text, len(text) - 3) == (0, 3)
    assert previous_word("x" * 100_000, 99_999) is not None
    assert next_word(text, 3) == (len(text) - 3, len(text))
