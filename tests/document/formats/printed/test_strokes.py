"""Letters struck over one another, and sequences that colour them, as styles of letters."""

from __future__ import annotations

import pytest

from postil.document.formats.printed.strokes import styled_lines


@pytest.mark.parametrize(
    ("struck", "text", "styles"),
    [
        ("N\bNA\bA is", "NA is", "bb   "),
        ("_\bf_\bi", "fi", "uu"),
        ("f\b_", "f", "u"),
        ("_\bf\bf", "f", "i"),
        ("B\bB\bB\bB", "B", "b"),
        ("_\b_", "_", "b"),
        ("+\bo item", "• item", "      "),
        ("\babc\b", "abc", "   "),
        ("\x1b[1mab\x1b[0m c", "ab c", "bb  "),
        ("\x1b[4mab\x1b[1mc\x1b[24md\x1b[22me", "abcde", "uuib "),
        ("\x1b[01;31mab\x1b[m", "ab", "bb"),
        ("\x1b]8;;https://harbour.example\x1b\\lamp\x1b]8;;\x1b\\", "lamp", "    "),
        ("a\tb\b\bb", "a       bb", ""),
        ("plain", "plain", ""),
    ],
)
def test_strokes_are_styles(struck: str, text: str, styles: str) -> None:
    [line] = styled_lines(struck)
    assert line.text == text
    assert line.styles.rstrip() == styles.rstrip()


def test_a_colour_goes_on_over_line_ends() -> None:
    first, second, third = styled_lines("\x1b[1mab\ncd\x1b[0m\nef")
    assert (first.styles, second.styles, third.styles) == ("bb", "bb", "")


def test_nothing_of_a_command_is_left() -> None:
    [line] = styled_lines("a\x1b[2Jb\x1b[1;1Hc\x1b]0;title\x07d\x1b[1me")
    assert line.text == "abcde"
