"""The bytes of a page are decoded as it says, unless they are UTF-8."""

from __future__ import annotations

import pytest

from postil.document.formats.html.source.charset import declared, page_text


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        (b'<meta charset="windows-1251">', "cp1251"),
        (b"<META http-equiv=Content-Type content='text/html; charset=Shift_JIS'>", "cp932"),
        (b'<?xml version="1.0" encoding="ISO-8859-1"?><html>', "cp1252"),
        (b"<meta charset=gb2312>", "gb18030"),
        (b"<meta charset=utf-16>", "utf-8"),
        (b"<meta charset=nonesuch>", ""),
        (b"<meta charset=base64>", ""),
        (b"<p>charset=big5", ""),
    ],
)
def test_a_page_names_its_encoding(head: bytes, encoding: str) -> None:
    assert declared(head) == encoding


def test_what_is_utf_8_is_read_so_whatever_the_page_says() -> None:
    assert page_text('<meta charset="koi8-r">Café'.encode(), "x").text.endswith("Café")
    assert page_text('<meta charset="koi8-r">Лёд'.encode("koi8-r"), "x").text.endswith("Лёд")


def test_marks_at_the_beginning_win_and_pages_that_say_nothing_are_guessed() -> None:
    assert page_text("<p>Eis".encode("utf-16"), "x").text == "<p>Eis"
    assert page_text(b"\xef\xbb\xbf<p>Eis", "x").text == "<p>Eis"
    guessed = page_text(
        b"<p>" + "Der Hafen war für Schiffe geschlossen. ".encode("cp1252") * 9, "x"
    )
    assert "für" in guessed.text
    assert guessed.remarks, "a guess is told"
