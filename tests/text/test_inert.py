"""What is printed stands on the terminal; none of it is obeyed."""

from __future__ import annotations

import json
import sys
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from postil.text.inert import inert, inert_json, inert_line

ACTING = [*range(0x20), *range(0x7F, 0xA0), 0x61C, 0x200E, 0x200F, *range(0x2028, 0x202F)]
ACTING += [*range(0x2066, 0x206A), 0xD800, 0xDFFF]


def test_nothing_that_acts_is_left() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    for kept, made in (("\n\t", inert(every)), ("", inert_line(every))):
        left = {one for one in ACTING if chr(one) in made}
        assert left == set(map(ord, kept))
        left = {one for one in made if unicodedata.category(one) in ("Cc", "Cs", "Zl", "Zp")}
        assert left == set(kept)


@given(st.text())
def test_json_says_the_same_and_shows_nothing_that_acts(text: str) -> None:
    line = inert_json(json.dumps({"text": text}, ensure_ascii=False))
    assert json.loads(line) == {"text": text}
    assert not [one for one in ACTING if chr(one) in line]


def test_a_line_stays_one_and_words_stay() -> None:
    assert inert_line("a\nb\tc\x1b[31md") == "a b c[31md"
    assert inert("é\n漢\t🎭\x1b]52;c;x\x07") == "é\n漢\t🎭]52;c;x"
