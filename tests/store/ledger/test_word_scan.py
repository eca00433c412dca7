"""Lines are scanned for words, and none that has them is missed."""

from __future__ import annotations

import pytest

from postil.store.ledger.ledger_format import dump
from postil.store.ledger.word_scan import lines_with_words

NEEDS = [["harbour", "harbours"], ["new"]]


def may(text: str) -> bool:
    words = text.lower().replace("ö", "o").replace("-\n", "")
    return all(any(word in words for word in need) for need in NEEDS)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The new harbour", True),
        ("NEW HARBOURS", True),
        ("The harbour", False),
        ("a\nnew\nharbour", True),
        ('"new harbour"', True),
        ("C:\\new harbour", True),
        ("the new härbour", False),
        ("the new harböur", True),
        ("the new harbour, schön", True),
        ("the new harb-\nour", True),
        ("the new h\x02arbour", False),
    ],
)
def test_a_line_is_found_by_its_words(words: str, found: bool) -> None:
    lines = [dump({"quote": "nothing"}), dump({"quote": words}), dump({"quote": "new"})]
    raw = b"\n".join([b"head", *lines])
    start = raw.index(b"\n") + 1
    at = start + len(lines[0]) + 1
    assert list(lines_with_words(raw, start, len(raw), NEEDS, may)) == ([at] if found else [])
