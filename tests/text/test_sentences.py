"""Sentences end where a reader would say so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.text.sentences import sentences
from tests.support.effort import at_most


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "marked",
    [
        "One goes.| Two stays.",
        "Who goes?| They do!| Why?!| Nobody knows",
        "Mr. Kim met Dr. Lee at St. Mary.| They spoke.",
        "The U.S. Congress met.| It voted.",
        "He moved to the U.S.| The weather was cold.",
        "J. R. Hale wrote it.| S. Park did not.",
        "They took vitamin C.| Then they slept.",
        "So do I.| Nobody minds.",
        "It cost 3.5 million in 2.0 terms.| Prices fell.",
        "See No. 5 and p. 12 for more.| Or do not.",
        "We said no.| Then we left in 2015.| It was cold.",
        "They met on Jan. 24 at 5 p.m. Eastern.| Nobody came.",
        "Bring pens, paper, etc.| The rest is here.",
        "Bring pens, etc. and paper.",
        "Several tools (e.g. hammers, i.e. Claw hammers) fell.| One broke.",
        "Kim et al. Found nothing vs. Lee.| It is so.",
        "“Come in.| Sit down,” she said.| “Why?” he asked.",
        "She said, “Go.”| He went.",
        "She said, 'Go.'| He went.",
        "He left (she stayed).| They wrote.",
        "(He left.| She stayed.)| They wrote.",
        "It is long (see Part 2. It is there) and dull.| Next.",
        "It is open (at the end.| It never closes.",
        "It ended.[3]| It began again.*| So it goes.",
        "Prices rose.| [Source: A. Writer, Daily, Jan. 4, 2015]| They fell.",
        "Prices rose| [Image source: A. Writer].| They fell.",
        "Prices rose [Source: and fell.| They stayed.",
        "Well…| I think so.",
        "He waited...| Nobody came…| Night fell.",
        "The law … Article 3 ... Stands.| It holds.",
        "That was all....| Then came more.",
        "1. Wash the brush.| 2. Dry it.",
        "今日は晴れ。|明日は雨？|そう！|はい",
        "「行く。」と言った。|帰った。",
        "「はい。」|彼は帰った。",
        "他说：“好。”|她走了。",
        "오늘은 맑다.| 내일은 비가 온다.| 정말?",
        "a line of verse|\nand its second line",
        "Visit postil.example.org/a.html today.| It is there.",
        "¡Ven!| ¿Quién eres?| Soy yo.",
        "",
        "...",
        "No stop at all",
        "  Blanks around.  | And between.  ",
    ],
)
def test_sentences_end_where_a_reader_says(marked: str) -> None:
    parts = [part.strip() for part in marked.split("|") if part.strip()]
    assert split(marked.replace("|", "")) == parts


@given(st.text(st.sampled_from('aA1 .!?…"”“()[]。」\n와e.gMrS'), max_size=60))
def test_sentences_hold_all_words_in_order(text: str) -> None:
    at = 0
    for start, end in sentences(text):
        assert start < end
        assert text[at:start].strip() == ""
        assert text[start:end] == text[start:end].strip()
        at = end
    assert text[at:].strip() == ""


@pytest.mark.parametrize(
    "repeated",
    ["No. 5 ", "( . A", "[Source: ", "1. ", ".", "[", "a", "“", "e.g. X", "(A. B ", "。"],
)
def test_long_lines_take_no_more_than_their_share(repeated: str) -> None:
    with at_most(1500):
        sentences(repeated * (300_000 // len(repeated)))


@pytest.mark.parametrize(
    "marked",
    [
        "चक्की चली।| पानी आया।| सब सो गए॥",
        "دکان کھلی۔| پانی آیا۔| کیا ہوا؟| کچھ نہیں۔",
        "متى وصلت؟| أمس.| ومن معك؟!| لا أحد.",
        "Դուռը բացվեց։| Մարդը մտավ։",
        "በሩ ተከፈተ።| ሰውየው ገባ።",
        "တံခါးပွင့်သည်။| လူဝင်သည်။",
        "ទ្វារបើក។| មនុស្សចូល។",
        "Τι θέλεις;| Τίποτα.| Πάμε;| Ναι.",
        "One clause; another.| And more.",
    ],
)
def test_stops_of_other_scripts_end_sentences(marked: str) -> None:
    assert split(marked.replace("|", "")) == [part.strip() for part in marked.split("|")]
