"""Where words of scripts without blanks end, the same from wherever it is looked at."""

from __future__ import annotations

import pytest

from postil.text.walking.segments import places
from postil.text.walking.words import next_word, previous_word, word_around, words

TEXTS = {
    "ja": "堰の番人は夕暮れに水を落とし、誰も見に来なかった。図書館でコンピューターを使いました。",
    "hans": "看坝的人每到黄昏就放水，没有一个人来看。图书馆里有很多计算机。",
    "hant": "看壩的人每到黃昏就放水，沒有一個人來看。圖書館裡有很多電腦。",
    "th": "คนเฝ้าฝายปล่อยน้ำลงตอนพลบค่ำและไม่มีใครมาดูน้ำไหลผ่านไป",
}


@pytest.mark.parametrize("script", TEXTS)
def test_words_are_the_same_from_every_place(script: str) -> None:
    text = TEXTS[script] * 12
    found = list(words(text))
    assert "".join(text[start:end] for start, end in found) == text
    assert max(end - start for start, end in found) < 9
    for at in range(260, len(text), 7):
        around = next(word for word in found if word[0] <= at < word[1])
        assert word_around(text, at) == around
        assert previous_word(text, around[0]) == max(word for word in found if word < around)
        assert next_word(text, at) == min((word for word in found if word > around), default=None)


def test_a_word_never_begins_with_a_mark_or_a_long_vowel() -> None:
    for text in (TEXTS["th"], "コンピューターとデータベースのテーブル", "か\u3099が\u200dき"):
        begun = {text[at] for at in places(text, 0, len(text))}
        assert not begun & set("ー\u3099\u200d\u0e48\u0e49\u0e31\u0e34\u0e37")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("毎朝、図書館へ行く", "図書館"),
        ("我们在图书馆等你", "图书馆"),
        ("เด็กสองคนถือตะกร้าใบหนึ่ง", "ตะกร้า"),
    ],
)
def test_a_word_is_what_a_reader_of_the_language_takes_for_one(text: str, word: str) -> None:
    at = text.index(word)
    assert word_around(text, at + 1) == (at, at + len(word))
