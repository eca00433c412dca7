"""Encodings that signs alone show: letters in seven bits between shifts, and sixteen bits each."""

from __future__ import annotations

from collections import Counter
from unicodedata import category

from postil.text.lazy_regex import lazily_bytes

SEVEN_BITS = ("iso2022_jp", "iso2022_kr", "hz", "utf_7")
"""Python's names of the encodings that ``in_seven_bits`` tells."""
_JAPANESE = lazily_bytes(rb"\x1b\$[@B][!-~]+\x1b\([BJ]")
_KOREAN = b"\x1b$)C"
_CHINESE = lazily_bytes(rb"~\{(?:[!-w][!-~]){1,4000}~\}")
_UNICODE = lazily_bytes(rb"\+[A-Za-z0-9+/]{2,4000}-?")
_FEWEST = 3
"""Stretches of letters between shifts that are UTF-7: two may stand in a program."""
_WIDE = (
    *(("\u2000", "\u206f"), ("\u3000", "\u30ff"), ("\u4e00", "\u9fff")),
    *(("\uac00", "\ud7a3"), ("\uff00", "\uffef")),
)
"""Signs that all scripts have, and letters of those with thousands."""
_SHARE = 0.97
"""Share of the characters of a text that are of one script."""
_CONTROL_SHARE = 0.02


def in_seven_bits(data: bytes) -> str:
    """Return the encoding of letters written in ASCII between shifts, "" where there are none."""
    if not data.isascii():
        return ""
    if b"\x1b$" in data:
        if _JAPANESE.search(data):
            return "iso2022_jp"
        if _KOREAN in data and _reads(data, "iso2022_kr"):
            return "iso2022_kr"
    if b"~{" in data and _CHINESE.search(data) and _reads(data, "hz"):
        return "hz"
    return "utf_7" if b"+" in data and _is_utf7(data) else ""


def _reads(data: bytes, encoding: str) -> str:
    """Return the text of all whole lines, "" where they are no text in an encoding."""
    try:
        return data[: data.rfind(b"\n") + 1 or None].decode(encoding)
    except UnicodeDecodeError:
        return ""


def _is_utf7(data: bytes) -> bool:
    """Tell whether each plus begins a stretch of letters outside ASCII, or is meant as a plus."""
    found: list[bytes] = _UNICODE.findall(data)
    others = _UNICODE.sub(b"", data)
    if len(found) < _FEWEST or others.count(b"+") != others.count(b"+-"):
        return False
    text = _reads(data, "utf_7")
    # Each is some letter or sign that ASCII has not, and no sign of ASCII is written so.
    written = "".join(_reads(one, "utf_7") for one in found)
    return (
        bool(text)
        and bool(written)
        and all(sign > "\x7f" and category(sign)[0] in "LMNPZ" for sign in written)
    )


def sixteen_bits(sample: bytes) -> str:
    """Recognise UTF-16 without a byte order mark; "" for what is none.

    Every other byte of Western text is NUL; elsewhere nearly all characters are of one script.
    """
    half = len(sample) / 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.3 * half and even < 0.1 * half:
        found = "utf-16-le"
    elif even > 0.3 * half and odd < 0.1 * half:
        found = "utf-16-be"
    else:
        whole = sample[: len(sample) // 2 * 2]
        orders = ("utf-16-le", "utf-16-be") if odd >= even else ("utf-16-be", "utf-16-le")
        return next((one for one in orders if _is_one_script(whole.decode(one, "replace"))), "")
    text = sample.decode(found, "replace")
    controls = sum(character < " " and not character.isspace() for character in text)
    return found if controls <= _CONTROL_SHARE * len(text) else ""


def _is_one_script(text: str) -> bool:
    """Tell whether nearly all characters are of one script, or signs that all scripts have."""
    alphabets: Counter[int] = Counter()
    usual = 0
    for sign in text:
        if " " <= sign < "\x7f" or sign in "\n\r\t" or _is_wide(sign):
            usual += 1
        elif category(sign)[0] in "LM":
            alphabets[ord(sign) >> 8] += 1
    most = alphabets.most_common(1)[0][1] if alphabets else 0
    lines = "\n" in text or " " in text
    return lines and usual + most >= _SHARE * len(text)


def _is_wide(sign: str) -> bool:
    return any(first <= sign <= last for first, last in _WIDE)
