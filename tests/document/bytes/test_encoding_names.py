"""Encodings have many names, and Python knows most of them."""

from __future__ import annotations

import pytest

from postil.document.bytes.decode import decode, decode_head, needs_no_encoding
from postil.document.bytes.encoding_names import candidates, canonical, known, spoken
from postil.errors import BadRequest
from postil.model.article import Evidence


@pytest.mark.parametrize(
    ("name", "python"),
    [
        ("GBK", "gbk"),
        ("UTF8", "utf_8"),
        ("Shift-JIS", "shift_jis"),
        ("windows-1250", "cp1250"),
        ("Windows 1250", "cp1250"),
        ("Latin-1", "latin_1"),
    ],
)
def test_each_is_known_by_one(name: str, python: str) -> None:
    assert canonical(name) == python


@pytest.mark.parametrize("name", ["rot13", "hex", "", "nothing-like-it", "zlib"])
def test_what_is_none_of_text_is_refused(name: str) -> None:
    with pytest.raises(BadRequest):
        canonical(name)


def test_all_can_be_chosen_and_spoken_of() -> None:
    assert len(candidates()) > 80
    assert "big5" in known()
    for one in candidates():
        assert canonical(one) == one
        assert spoken(one)


def test_what_is_chosen_beats_what_the_bytes_say() -> None:
    data = "na\u00efve \u2013 mill".encode()
    assert decode(data, "x").told == ("utf-8", Evidence.FORM, True)
    chosen = decode(data, "x", "cp1252")
    assert chosen.text == data.decode("cp1252")
    assert chosen.told == ("cp1252", Evidence.CHOSEN, True)
    assert decode_head(data, "x", "cp1252").text == ""


def test_what_a_document_begins_with_says_it() -> None:
    told = decode("mill".encode("utf-16"), "x").told
    assert told is not None
    assert told.evidence is Evidence.MARK


def test_a_guess_says_whether_another_is_as_likely() -> None:
    told = decode("caf\xe9".encode("cp1252") * 1, "x").told
    assert told is not None
    assert told.evidence is Evidence.GUESSED
    text = "\u041c\u0435\u043b\u044c\u043d\u0438\u043a \u0441\u043f\u0438\u0442. " * 30
    sure = decode(text.encode("cp1251"), "x").told
    assert sure == ("cp1251", Evidence.GUESSED, True)


@pytest.mark.parametrize("data", [b"\x1b$B", b"~{VP~}", b"+ZeVn-", b"m\0i\0l\0", b"\xe9"])
def test_bytes_that_another_encoding_reads_otherwise_need_one(data: bytes) -> None:
    assert not needs_no_encoding(data)
    assert needs_no_encoding(b"mill + wheel ~ 1")
