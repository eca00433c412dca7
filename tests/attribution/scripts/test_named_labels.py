from __future__ import annotations

import pytest

from postil.attribution.scripts.named_labels import credit_label, source_label


@pytest.mark.parametrize("label", ["Quelle", "FUENTE", "Источник", "출처", "出典", "المصدر"])
@pytest.mark.parametrize("mark", [": ", "=", " : "])
def test_a_word_of_the_list_and_a_mark_are_a_label(label: str, mark: str) -> None:
    found = source_label(f"{label}{mark}Hafenblatt")
    assert found is not None
    assert found[1] == label


@pytest.mark.parametrize("text", ["Quelle Hafenblatt", "Hafen: Blatt", "Quelle://x", "", "Quelle:"])
def test_other_words_and_lone_words_are_none(text: str) -> None:
    assert source_label(text) is None


def test_a_picture_has_a_label_of_its_own() -> None:
    assert credit_label("Foto: Imke Rost")
    assert not source_label("Foto: Imke Rost")
