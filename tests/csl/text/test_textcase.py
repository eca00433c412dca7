"""Upper and lower case."""

from __future__ import annotations

import pytest

from postil.csl import Run, plain_text
from postil.csl.text.textcase import in_case, style_lang
from tests.csl.rendering import field


@pytest.mark.parametrize(
    ("case", "title", "expected"),
    [
        ("title", "the rain in spain: a study of wind", "The Rain in Spain: A Study of Wind"),
        ("title", "THE RAIN IN SPAIN", "THE RAIN IN SPAIN"),
        ("title", "UK rain", "UK Rain"),
        ("sentence", "The Rain In Spain", "The rain in spain"),
        ("capitalize-first", "“the rain”", "“The rain”"),
        ("uppercase", "rain <span class=\"nocase\">iPod</span>", "RAIN iPod"),
        ("lowercase", "RAIN", "rain"),
        ("capitalize-all", "the rain in", "The Rain In"),
    ],
)  # fmt: skip
def test_upper_and_lower_case(case: str, title: str, expected: str) -> None:
    assert field(f'<text variable="title" text-case="{case}"/>', title=title) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("rain for in-house use", "Rain for In-House Use"),
        ("the on-off switch", "The On-off Switch"),
        ("state-of-the-art", "State-of-the-Art"),
        ("fog at the #harbour says @keeper", "Fog at the #harbour Says @keeper"),
    ],
)
def test_small_words_before_hyphens_and_words_with_signs(title: str, expected: str) -> None:
    assert field('<text variable="title" text-case="title"/>', title=title) == expected


def test_letters_of_turkish_keep_their_dots() -> None:
    lang = style_lang("tr-TR", "capitalize-first")
    made = in_case([Run("istanbul")], "capitalize-first", lang)
    assert plain_text(made) == "\u0130stanbul"
    assert style_lang("de-DE", "title") == style_lang("tr-TR", "title") == "en"
