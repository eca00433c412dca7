"""Entries that are damaged, or are none, are read without harm and without more than they say."""

from __future__ import annotations

import random

from postil.attribution.works.read import LONGEST, read_work
from tests.attribution.entry_tables import entry_cases

ROUNDS = 400
SIGNS = [
    *".,;:()[]“”\"«»„ ’'-/*&0123456789abcXYZ\u00a0\n\u2116\u5e74",
    " and ",
    " (1998) ",
    "http://",
]


def damaged(entry: str, chance: random.Random) -> str:
    """Return an entry with some signs too many and some too few."""
    signs = list(entry)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(signs) + 1)
        if chance.random() < 0.5:
            signs.insert(at, chance.choice(SIGNS))
        elif at < len(signs):
            del signs[at]
    return "".join(signs)


def test_damaged_entries_give_records_without_stray_blanks() -> None:
    chance = random.Random(7)
    entries = [case.raw.replace("*", "") for case in entry_cases("kinds_of_entries.txt")]
    for _ in range(ROUNDS):
        words = damaged(chance.choice(entries), chance)
        start = chance.randrange(len(words) + 1)
        work = read_work(words, [(start, start + chance.randint(1, 40))])
        if work is not None:
            source = work.source
            assert source.title, words
            for value in (source.title, source.container_title, source.publisher):
                assert value == " ".join(value.split()), words


def test_what_is_no_entry_names_no_work() -> None:
    assert read_work("") is None
    assert read_work("1998") is None
    assert read_work("x" * (LONGEST + 1)) is None
    assert read_work("The board met in 1998 and in 1999, and never again.") is None


def test_a_joint_behind_a_line_end_parts_two_names() -> None:
    work = read_work(
        "Mary Lamb\nand Ann Hale. 2007. Lamps and Wicks. Coastal Review, 18(4), 12–30."
    )
    assert work is not None
    assert [name.family for name in work.source.author] == ["Lamb", "Hale"]
