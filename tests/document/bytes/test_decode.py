"""Bytes of any encoding become text, and what cannot is said."""

from __future__ import annotations

import pytest

from postil.document.bytes.decode import decode, decode_head
from postil.document.bytes.read_file import HEAD
from postil.errors import NotText
from tests.support.effort import at_most

WESTERN = "Café déjà vu, naïve façade – “quoted” … 5 €.\n"
CHINESE = "港口在一月的第二个星期结了冰，没有一艘船进出。孩子们从船中间走过去上学。"
KOREAN = "등대지기는 밤마다 지나가는 배를 모두 적어 두었다. 마흔 해 동안 세 척만 놓쳤다.\n"
JAPANESE = (
    "灯台守は毎晩、通り過ぎる船をすべて書き留めていた。四十年で見落としたのは三隻だけだった。\n"
)
RUSSIAN = "Смотритель маяка записывал каждый корабль и за сорок лет пропустил только три.\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (WESTERN, "utf-8"),
        (WESTERN, "utf-8-sig"),
        (WESTERN, "utf-16"),
        (WESTERN, "utf-32"),
        (WESTERN * 3, "utf-16-le"),
        (WESTERN * 3, "utf-16-be"),
        (WESTERN, "cp1252"),
        (KOREAN * 5, "euc-kr"),
        (JAPANESE * 5, "shift_jis"),
        (JAPANESE * 5, "euc_jp"),
        (RUSSIAN * 5, "koi8-r"),
        (RUSSIAN * 5, "cp1251"),
        (KOREAN, "utf-8"),
    ],
    ids=str.split("utf8 sig utf16 utf32 le be western euckr sjis eucjp koi8 cp1251 korean"),
)
def test_the_encoding_is_found(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding), "x")
    assert decoded.text == text
    assert bool(decoded.remarks) == (not encoding.startswith("utf"))


def test_bytes_that_mean_nothing_are_counted_once() -> None:
    decoded = decode("Good words “é”".encode() * 30 + b"\xff\xfe and \x80 more\n", "x")
    assert decoded.text.endswith("”\ufffd\ufffd and \ufffd more\n")
    assert decoded.remarks == ("3 bytes could not be decoded and are shown as U+FFFD.",)
    one = decode("é \ufffd ".encode() + b"\xff", "x")
    assert one.remarks == ("1 byte could not be decoded and is shown as U+FFFD.",)


def test_what_is_in_order_needs_no_remark() -> None:
    for text in ("", "plain", "é \ufffd"):
        assert decode(text.encode(), "x").remarks == ()


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 8,
        b"%PDF-1.7\n",
        b"PK\x03\x04rest",
        b"\x89PNG\r\n\x1a\n",
        b"\x7fELF\x02\x01\x01" + bytes(200),
        b"\x1f\x8b\x08\x00",
        b"\x00\x01\x02\x03" * 100,
    ],
    ids=range(7),
)
def test_what_is_binary_is_refused(data: bytes) -> None:
    for read in (decode, decode_head):
        with pytest.raises(NotText, match=r"^x: it is .*; convert it"):
            read(data, "x")


@pytest.mark.parametrize(
    "whole",
    [
        ("a" * (HEAD - 1) + "é").encode() * 2,
        ("plain " * 20_000 + WESTERN).encode("cp1252"),
        (WESTERN * 3000).encode("utf-16-le"),
        (WESTERN * 3000).encode("utf-16"),
        (WESTERN * 2000).encode() + b"\xff" * 3,
    ],
    ids=range(5),
)
def test_the_head_is_decoded_as_the_whole(whole: bytes) -> None:
    head = decode_head(whole[:HEAD], "x").text
    assert len(head) > HEAD // 4
    assert decode(whole, "x").text.startswith(head)


def test_the_head_of_what_must_be_guessed_tells_nothing() -> None:
    assert decode_head((KOREAN * 2000).encode("euc-kr")[:HEAD], "x").text == ""


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(KOREAN * 4, "cp949"), (JAPANESE * 4, "cp932"), (CHINESE * 4, "gb18030")],
    ids=["korean", "japanese", "chinese"],
)
@pytest.mark.parametrize("at", range(60, 64))
def test_a_stray_byte_spoils_nothing_behind_it(text: str, encoding: str, at: int) -> None:
    data = text.encode(encoding)
    read = decode(data[:at] + b"\xff" + data[at:], "x").text
    assert read.count("\ufffd") == 1
    assert read.replace("\ufffd", "") == text


def test_an_encoding_is_told_by_what_comes_out_even_of_a_few_words() -> None:
    for words, encoding in (
        ("Blåbær på øya.\n", "cp1252"),
        ("Akşam ırmakta rüzgâr yoktu.\n", "cp1254"),
        ("Zażółć gęślą jaźń, się że.\n", "cp1250"),
        ("“It’s late,” she said – at last.\n", "cp1252"),
        ("Ça coûte 5 €, déjà.\n", "cp1252"),
        ("Où êtes-vous allés déjà, naïve ?\n", "mac_roman"),
    ):
        assert decode(words.encode(encoding), "x").text == words


def test_a_guess_takes_the_time_of_the_odd_bytes_and_not_of_all() -> None:
    line = b"the keeper of the light wrote down what he saw " * 80 + b"caf\xe9\n"
    with at_most(1200):
        found = decode(line * 60, "a.txt")
    assert found.encoding == "cp1252"
    assert found.text.count("caf\xe9") == 60


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("去年的冬天", "gbk"),
        ("Привет, друзья!", "cp866"),
        ("L’hiver « dernier » à Noël… 7 €", "mac_roman"),
        ("“It’s six o’clock” – she wrote…", "mac_roman"),
        ("“We’ll go when the ice is gone,” he said. “It’s Ann’s boat.”", "mac_roman"),
    ],
)
def test_a_few_words_are_no_utf_8_by_chance(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "x").text == text
