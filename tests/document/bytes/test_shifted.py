"""Letters between shifts in seven bits, and sixteen bits each without a mark."""

from __future__ import annotations

import pytest

from postil.document.bytes.decode import decode, decode_head
from postil.document.bytes.shifted import in_seven_bits, sixteen_bits

TEXTS = {
    "zh": "看坝的人每到黄昏就放水，没有一个人来看。\n",
    "ja": "堰の番人は夕暮れに水を落とした。\n",
    "ko": "보를 지키는 사람은 해 질 녘에 물을 흘려보냈다.\n",
    "ru": "Сторож плотины спускал воду в сумерках.\n",
    "ar": "كان حارس السد ينزل الماء عند المساء.\n",
    "de": "Der Müller ließ das Wasser über Nacht abfließen, und am Morgen stäubte es wieder.\n",
}


@pytest.mark.parametrize(
    ("script", "encoding"),
    [("zh", "hz"), ("ja", "iso2022_jp"), ("ko", "iso2022_kr"), ("de", "utf_7"), ("ru", "utf_7")],
)
@pytest.mark.parametrize("times", [3, 3000])
def test_letters_between_shifts_are_read(script: str, encoding: str, times: int) -> None:
    text = TEXTS[script] * times
    data = text.encode(encoding)
    found = decode(data, "weir.txt")
    assert (found.encoding, found.text) == (encoding, text)
    # A head alone settles nothing else.
    assert decode_head(data[:65536], "weir.txt").text in ("", text)


@pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("script", TEXTS)
def test_sixteen_bits_are_told_without_a_mark(script: str, order: str) -> None:
    text = TEXTS[script] * 3
    found = decode(text.encode(order), "weir.txt")
    assert (found.encoding, found.text) == (order, text)


@pytest.mark.parametrize(
    "text",
    [
        "a+AB+C-D and c++ x+AAAA-1 y+ABC-2 z+Abc-3\n",
        "The home is ~{user} and the end is ~}, not more.\n",
        "Press \x1b$ to leave, and + to add, - to take off.\n",
        "~/bin and ~{} in a shell\n",
        "see +1-202-555-0100, +44-20-7946-0000 and +49-30-555\n",
    ],
)
def test_other_texts_with_such_signs_are_none(text: str) -> None:
    assert in_seven_bits(text.encode()) == ""


def test_bytes_at_random_are_no_sixteen_bits() -> None:
    from random import Random

    chance = Random(7)
    assert not any(sixteen_bits(bytes([0, *chance.randbytes(4001)])) for _ in range(20))
