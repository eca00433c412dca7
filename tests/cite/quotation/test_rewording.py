from __future__ import annotations

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.cite.quotation.rewording import reworded
from postil.errors import BadRequest
from tests.support.effort import at_most

PASSAGE = (
    "“The boats can be lost,” one captain told the Herald, for want of light. "
    "He left (at night) over the bar."
)
WORD = st.sampled_from(["fog", "Fog", "the", "boats", "it’s", "1,000", "“ships", "left.”", "(so)"])
WORDS = st.lists(WORD, min_size=1, max_size=30).map(" ".join)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The boats can be lost", "“The boats can be lost”"),
        ("the boats can be lost", "“[t]he boats can be lost”"),
        ("The boats may be lost", "“The boats [may] be lost”"),
        ("The boats will soon be lost", "“The boats [will soon] be lost”"),
        ("The old boats can be lost", "“The [old] boats can be lost”"),
        ("The boats can be lost, sadly, one captain told",
         "“The boats can be lost,” [sadly] one captain told"),
        ("The boats can be lost for want of light", "“The boats can be lost” … for want of light."),
        ("He left over the bar.", "He left … over the bar."),
        ("He left over the high bar", "He left … over the [high] bar."),
        ("He left at night over the bar again", "He left (at night) over the bar [again]."),
        ("told the Herald He left at night", "told the Herald. … He left (at night)"),
        ("He had gone over the bar", "He [had gone] over the bar."),
        ("THE boats can be lost", "“[THE] boats can be lost”"),
        ("Captains left at night over the bar", "[Captains] left (at night) over the bar."),
    ],
)  # fmt: skip
def test_what_the_reader_changed_is_marked(words: str, expected: str) -> None:
    assert reworded(PASSAGE, words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("[T]he boats can be lost", "“[T]he boats can be lost”"),
        ("The boats [of the port] can be lost", "“The boats [of the port] can be lost”"),
        ("[These] can be lost", "[These] can be lost”"),
        ("He left … over the bar.", "He left … over the bar."),
        ("He left ... over the bar.", "He left … over the bar."),
        ("He left [...] over the bar.", "He left […] over the bar."),
        ("told the Herald. … He left at night", "told the Herald. … He left (at night)"),
        ("He left … over the [high] bar.", "He left … over the [high] bar."),
    ],
)  # fmt: skip
def test_what_the_reader_has_marked_is_marked_once(words: str, expected: str) -> None:
    assert reworded(PASSAGE, words).removeprefix("“").rstrip("”") == expected.strip("“”")


JOINED = (
    "The two Koreas share an ancient culture and language. And what counts as entertainment "
    "north of the border is severely limited."
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("two Koreas share an old culture and what counts as entertainment is limited.",
         "two Koreas share an [old] culture … [a]nd what counts as entertainment … is … limited."),
        ("The two Koreas share an ancient culture. And what counts",
         "The two Koreas share an ancient culture. … And what counts"),
        ("The two Koreas share an ancient culture. and what counts as entertainment",
         "The two Koreas share an ancient culture and … what counts as entertainment"),
        ("The two Koreas share an old culture. and what counts",
         "The two Koreas share an [old] culture. … [a]nd what counts"),
    ],
)  # fmt: skip
def test_a_stop_stands_where_the_readers_sentence_ends(words: str, expected: str) -> None:
    assert reworded(JOINED, words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("and the two Koreas", "[and t]he two Koreas"),
        ("and [T]he two Koreas", "[and T]he two Koreas"),
        ("An [old] THE two Koreas", "[An old THE] two Koreas"),
        ("The two [old] new Koreas", "The two [old new] Koreas"),
        ("t\nEWThe two Koreas share", "[t EWThe] two Koreas share"),
        ("The two very\n\nold Koreas", "The two [very old] Koreas"),
        ("The two [very\nold] Koreas", "The two [very old] Koreas"),
        ("The two\nKoreas share", "The two Koreas share"),
    ],
)
def test_brackets_side_by_side_are_one_and_on_one_line(words: str, expected: str) -> None:
    assert reworded(JOINED, words) == expected


def test_brackets_of_the_passage_stay_apart_from_those_of_the_reader() -> None:
    assert reworded("Ships [of war] left port.", "Ships [of war] soon left") == (
        "Ships [of war] [soon] left"
    )


def test_a_wording_has_words() -> None:
    with pytest.raises(BadRequest, match="nothing in them"):
        reworded(PASSAGE, " — ")


def test_no_byte_of_a_wording_reaches_the_terminal_as_a_command() -> None:
    assert reworded(PASSAGE, "He left\x1b[31m over the bar\u202e") == "He left … over the bar."


@pytest.mark.parametrize("words", ["…", "Nothing here is like it", "[The boats can be lost]"])
def test_what_shares_too_little_is_no_quotation(words: str) -> None:
    with pytest.raises(BadRequest, match="no quotation") as found:
        reworded(PASSAGE, words)
    assert "\n" not in str(found.value)


@given(WORDS)
def test_unchanged_words_stay_as_they_are(passage: str) -> None:
    assert reworded(passage, passage) == passage
    assert reworded(passage, passage.replace("’", "'")) == passage


@given(WORDS, st.data())
def test_no_word_is_given_as_the_passages_that_it_has_not(
    passage: str, data: st.DataObject
) -> None:
    given_words = data.draw(WORDS)
    try:
        made = reworded(passage, given_words)
    except BadRequest:
        return
    assert reworded(passage, given_words) == made
    unmarked = re.sub(r"\[(?:([^\[\]]*) )?(\w)\](?=\w)", r"[\1 ]\2", made.casefold())
    own = iter(re.findall(r"[\w’]+", passage.casefold()))
    for word in re.findall(r"[\w’]+", re.sub(r"\[[^\]]+\]", "", unmarked)):
        assert word in own


def test_letters_without_blanks_are_compared_one_by_one() -> None:
    assert reworded("彼は港と海を見た。", "彼は港を見た。") == "彼は港 … を見た。"


def test_a_long_passage_takes_little_time() -> None:
    chance = random.Random(5)
    words = [chance.choice(["the", "of", f"word{chance.randrange(900)}"]) for _ in range(5000)]
    changed = [word if chance.random() > 0.1 else "other" for word in words]
    with at_most(4000):
        made = reworded(" ".join(words), " ".join(changed))
    assert made.count("[other") > 200
