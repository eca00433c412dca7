"""Levels of headings: of numbers in several schemes, of words, and of the signs under titles."""

from __future__ import annotations

from textwrap import dedent

import pytest

from tests.document.articles import PROSE, headings

ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI"]


def outline(script: str) -> list[tuple[int, str]]:
    """Return the headings of a script with a title a line, and prose under each."""
    return headings("\n\n".join(f"{line.strip()}\n\n{PROSE * 2}" for line in script.split("\n")))


def wanted(script: str) -> list[tuple[int, str]]:
    """Return the headings that the indents of a script tell."""
    return [
        (1 + (len(line) - len(line.lstrip())) // 2, line.strip()) for line in script.split("\n")
    ]


@pytest.mark.parametrize("titles", [ROMAN, [f"{one}." for one in ROMAN]])
def test_roman_numerals_alone_are_titles_of_one_level(titles: list[str]) -> None:
    assert outline("\n".join(titles)) == [(1, title) for title in titles]


@pytest.mark.parametrize(
    "script",
    [
        "\n".join(f"{one}. Mill" for one in ROMAN),
        "\n".join(f"{letter}. Mill" for letter in "ABCDEFGHIJK"),
        """\
        I. Water
          A. Rain
            1. In spring
              a. Early
              b. Late
            2. In autumn
          B. Snow
        II. Stone
          A. Sand
          B. Rock
          C. Clay
          D. Chalk
        III. Wood""",
        """\
        一、木材
          （一）松木
          （二）杉木
        二、刀具""",
        """\
        第一部 山
          第一章 木匠
            第一节 春
            第二节 夏
          第二章 雨季
        第二部 海
          第三章 归途""",
        """\
        PART ONE
          Chapter 1
          Chapter 2
        PART TWO
          Chapter 3""",
        """\
        Preface
        Chapter 1. Water
          1.1. Rain
            1.1.1. In spring
          1.2. Snow
        Chapter 2. Stone
          2.1. Sand
        Appendix A. Tools
          A.1. Saws""",
        """\
        제1장 방앗간
          제1절 물
            가. 봄
            나. 여름
          제2절 돌
        제2장 바다""",
    ],
)
def test_each_scheme_has_its_level(script: str) -> None:
    script = dedent(script)
    assert outline(script) == wanted(script)


def titled(title: str, under: str, over: str = "") -> str:
    lines = [under * len(title)] if over else []
    return "\n".join([*lines, title, under * len(title)])


def test_signs_under_titles_rank_by_the_order_of_their_first_use() -> None:
    titles = ["Harbour", "Lamps", "Oil", "Wicks", "Ships"]
    styles = ["**", "-", "=", "=", "-"]
    text = "\n\n".join(
        f"{titled(title, style[0], style[1:])}\n\n{PROSE}"
        for title, style in zip(titles, styles, strict=True)
    )
    assert [level for level, _ in headings(text)] == [1, 2, 3, 3, 2]


def test_signs_above_and_below_are_another_style_than_signs_below() -> None:
    text = "\n\n".join(
        [titled("Harbour", "=", "="), PROSE, titled("Lamps", "="), PROSE, titled("Oil", "-"), PROSE]
    )
    assert headings(text) == [(1, "Harbour"), (2, "Lamps"), (3, "Oil")]
