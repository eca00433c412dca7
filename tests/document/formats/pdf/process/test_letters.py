"""Words from letters at places."""

from __future__ import annotations

from postil.document.formats.pdf.process.glyphs import Glyph, rows
from postil.document.formats.pdf.process.letters import fragments
from postil.document.formats.pdf.process.wire import FIXED, RAISED, Fragment


def letters(
    text: str, x: float = 0, y: float = 0, size: float = 10, *, wide: float = 5, blank: float = 3
) -> list[Glyph]:
    """Return letters one behind the other; a blank moves on and draws nothing."""
    found = []
    for sign in text:
        if sign == " ":
            x += blank
            continue
        found.append(Glyph(sign, x, x + wide, y, size, 0))
        x += wide
    return found


def read(glyphs: list[Glyph]) -> list[Fragment]:
    return [one for row in rows(glyphs) for one in fragments(row)]


def texts(glyphs: list[Glyph]) -> list[str]:
    return [one.text for one in read(glyphs)]


def test_gaps_are_blanks_and_wide_gaps_part_the_line() -> None:
    assert texts(letters("two words")) == ["two words"]
    assert texts(letters("two words", blank=12)) == ["two", "words"]


def test_letters_drawn_backwards_are_read_forwards() -> None:
    assert texts(letters("two words")[::-1]) == ["two words"]


def test_words_that_stand_close_are_parted_where_letters_touch() -> None:
    assert texts(letters("the mouth of the old river", blank=1.4)) == ["the mouth of the old river"]


def test_a_word_that_is_spaced_out_stays_whole() -> None:
    spaced = [
        glyph._replace(x0=7 * at, x1=7 * at + 5) for at, glyph in enumerate(letters("GAZETTE"))
    ]
    assert texts(spaced) == ["GAZETTE"]


def test_a_blank_over_which_the_next_letter_is_drawn_is_none() -> None:
    kerned = [
        Glyph("T", 0, 6, 0, 10, 0),
        Glyph("w", 5.3, 12.5, 0, 10, 0),
        Glyph(" ", 11.7, 14.2, 0, 10, 0),
        Glyph("o", 12.4, 17.4, 0, 10, 0),
    ]
    assert texts(kerned) == ["Two"]


def test_japanese_has_no_blanks_whatever_the_gaps() -> None:
    assert texts(letters("潮が引くと 浜へ", wide=10, blank=4)) == ["潮が引くと浜へ"]


def test_a_small_letter_beside_a_word_is_raised() -> None:
    body = letters("end")
    (line,) = read([*body, Glyph("1", 15.2, 18, 4, 6, 0)])
    assert line.text == "end1"
    assert [(run.start, run.end, run.style) for run in line.runs] == [(3, 4, RAISED)]


def test_a_letter_drawn_twice_for_weight_is_one() -> None:
    once = letters("bold")
    again = [glyph._replace(x0=glyph.x0 + 0.3, x1=glyph.x1 + 0.3) for glyph in once]
    assert texts([*once, *again]) == ["bold"]


def test_an_accent_drawn_over_a_letter_is_its_own() -> None:
    drawn = [Glyph("´", 0.5, 4.5, 0, 10, 0), Glyph("e", 0, 5, 0, 10, 0)]
    assert texts(drawn) == ["é"]


def test_right_to_left_is_put_in_the_order_of_reading() -> None:
    assert texts(letters("hello םולש")) == ["hello שלום"]
    assert texts(letters("abc םלוע םולש")) == ["שלום עולם abc"]


def test_letters_of_one_width_tell_themselves() -> None:
    (line,) = read(letters("print it", blank=5))
    assert line.style & FIXED
