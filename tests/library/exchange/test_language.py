"""The language of a text, by letters and frequent words."""

from __future__ import annotations

import pytest

from postil.library.exchange.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The harbour froze, and that was the end of it for the year.", "en"),
        ("Der Hafen ist nicht gefroren, und das war es für die Stadt.", "de"),
        ("La rivière est dans la vallée et les gens sont sur la route.", "fr"),
        ("그해 겨울 항구는 두 번 얼었다.", "ko"),
        ("港は二度凍った。それからは春まで静かだった。", "ja"),
        ("港口冻了两次，然后春天来了。", "zh"),
        ("سافر أحمد إلى الجبل ليرسم الآثار.", "ar"),
        ("הנמל קפא פעמיים באותו חורף", "he"),
        ("Порт замёрз дважды, и это было не в первый раз на реке.", "ru"),
        ("", ""),
        ("xyzzy 123 plugh", ""),
    ],
)
def test_a_text_tells_its_language(text: str, language: str) -> None:
    assert language_of(text) == language
