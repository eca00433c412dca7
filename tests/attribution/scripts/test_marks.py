from __future__ import annotations

import pytest

from postil.attribution.scripts.marks import (
    is_caseless,
    is_eastern,
    with_latin_brackets,
    with_latin_marks,
)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("（出典：港湾、2019年）", "(出典:港湾,2019年)"),
        ("《渡口旧事》", "『渡口旧事』"),
        ("٣ مايو ٢٠١٤", "3 مايو 2014"),
        ("Quay Herald", "Quay Herald"),
    ],
)
def test_marks_and_digits_become_latin_ones_in_their_places(text: str, result: str) -> None:
    assert with_latin_marks(text) == result
    assert len(result) == len(text)


def test_only_brackets_change_where_the_words_are_shown() -> None:
    assert with_latin_brackets("（港湾、2019）") == "(港湾、2019)"


def test_letters_tell_the_script_of_a_text() -> None:
    assert is_eastern("출처: AFP 통신사 보도")
    assert not is_eastern("Quay Herald (港湾)")
    assert not is_eastern("")
    assert is_caseless("صحيفة")
    assert not is_caseless("Quay")
    assert not is_caseless("")
