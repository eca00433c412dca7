"""Lines broken at any width are joined, and lines that are paragraphs never are."""

from __future__ import annotations

import random
from textwrap import fill

import pytest

from postil.document.formats.layout.line_layout import measure
from postil.model.article import BlockKind
from tests.document.articles import blocks

NOUNS = [
    "harbour",
    "lamp",
    "keeper",
    "letter",
    "winter",
    "ferry",
    "register",
    "island",
    "channel",
    "pilot",
    "storm",
    "market",
]
VERBS = [
    "kept",
    "watched",
    "answered",
    "crossed",
    "counted",
    "lost",
    "repaired",
    "remembered",
    "carried",
    "opened",
]
SMALL = [
    "the",
    "a",
    "of",
    "in",
    "with",
    "and",
    "for",
    "behind",
    "under",
    "without",
    "after",
    "before",
    "every",
    "no",
]


def sentence(chance: random.Random) -> str:
    words = [
        chance.choice(chance.choice((NOUNS, VERBS, SMALL, SMALL)))
        for _ in range(chance.randint(6, 24))
    ]
    if chance.random() < 0.3:
        words[chance.randrange(1, 5)] = chance.choice(("Tern", "Ann", "Westhaven", "1891"))
    end = chance.choice((".", ".", ".", "?", ".”"))
    return (" ".join(words) + end).capitalize()


def paragraphs(seed: int, count: int = 12) -> list[str]:
    chance = random.Random(seed)
    return [" ".join(sentence(chance) for _ in range(chance.randint(3, 9))) for _ in range(count)]


def wrapped(paragraph: str, width: int, indent: int = 0) -> str:
    return fill(paragraph, width, initial_indent=" " * indent, break_on_hyphens=False)


@pytest.mark.parametrize("width", [60, 72, 80, 97, 100, 101, 110, 120, 132, 160, 180])
@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_text_wrapped_at_any_width_is_read_by_its_paragraphs(
    width: int, seed: int, end: str
) -> None:
    written = paragraphs(seed)
    spaced = "\n\n".join(wrapped(one, width) for one in written)
    assert [block.text for block in blocks(spaced.replace("\n", end))] == written
    indented = "\n".join(wrapped(one, width, 3) for one in written)
    assert [block.text for block in blocks(indented.replace("\n", end))] == written


@pytest.mark.parametrize("separator", ["\n", "\n\n"])
@pytest.mark.parametrize("seed", range(4))
def test_lines_that_are_paragraphs_are_never_joined(separator: str, seed: int) -> None:
    written = paragraphs(seed)
    assert [block.text for block in blocks(separator.join(written))] == written
    chance = random.Random(seed)
    lines = [" ".join((sentence(chance), sentence(chance))) for _ in range(80)]
    kept = [line for line in lines if 100 < len(line) < 200]
    assert [block.text for block in blocks(separator.join(kept))] == kept


def test_long_lines_of_their_own_do_not_hide_that_the_others_are_wrapped() -> None:
    address = "https://harbour.example/" + "register/" * 12
    parts = [f"{wrapped(one, 97)}\n\n{address}" for one in paragraphs(1)]
    found = [block.text for block in blocks("\n\n".join(parts))]
    assert found[::2] == paragraphs(1)
    assert set(found[1::2]) == {address}


def test_rows_of_a_log_are_not_a_paragraph_however_alike_they_are() -> None:
    rows = [
        f"pilot: the ferry to the island number {at:04} left the quay with its lamp alight and all "
        f"its mail aboard at {at % 24:02}:00"
        for at in range(60)
    ]
    assert not measure("\n".join(rows)).wrapped


def test_what_people_say_to_each_other_is_not_a_paragraph() -> None:
    chance = random.Random(5)
    said = [
        f"{chance.choice(('ann', 'bo', 'cy'))}: {sentence(chance)} {sentence(chance)}".lower()
        for _ in range(60)
    ]
    assert not measure("\n".join(said)).wrapped


def test_code_and_long_verse_are_not_wrapped_text() -> None:
    code = "\n".join(
        f"    value_{at} = keep({', '.join(NOUNS[: 3 + at % 9])}, {at}) if lamp else lose({at})"
        for at in range(60)
    )
    assert not measure(code + "\n" + "x = 1 " * 30).wrapped
    chance = random.Random(7)
    verse = [sentence(chance).rstrip(".?”") + "," for _ in range(60)]
    layout = measure("\n".join(line for line in verse if len(line) > 60) + "\n" + "o " * 80)
    assert not layout.wrapped


def test_a_stanza_in_a_wide_text_keeps_its_lines() -> None:
    stanza = "The night is dark,\nThe sea is wide,\nAnd we who keep\nthe lamps abide."
    text = "\n\n".join([wrapped(one, 120) for one in paragraphs(2)] + [stanza])
    found = blocks(text)
    assert found[-1].kind is BlockKind.VERSE
    assert found[-1].text == stanza
    assert len(found) == 13
