"""Decodes the bytes of a document, whatever their encoding."""

from __future__ import annotations

import codecs

from postil.document.bytes.read_file import HEAD
from postil.errors import NotText
from postil.model.values import NamedTuple
from postil.text.lazy_regex import lazily_bytes

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive, as EPUB and Office files are"),
    (b"\x7fELF", "a program"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"\x1f\x8b\x08", "compressed by gzip"),
    (b"BZh91AY&SY", "compressed by bzip2"),
    (b"\xfd7zXZ\x00", "compressed by xz"),
    (b"\x28\xb5\x2f\xfd", "compressed by zstd"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
)

_LEGACY = (
    *("cp949", "cp932", "euc_jp", "gb18030", "big5"),
    *("koi8_r", "cp1251", "cp1253", "cp1255", "cp1256", "cp874"),
)
"""Encodings told apart by their letters; among Western ones only a guess is possible."""

_WESTERN = lazily_bytes(
    rb"(?<=[A-Za-z])[\xc0-\xfd]|[\xc0-\xfd](?=[A-Za-z])|[\x82-\x8c\x8e\x91-\x9c\x9e\x9f\xa1-\xbf]"
    rb"|(?<=[!-~])\xa0|(?<=\d)\x80|(?<=\d )\x80|\x80(?= ?\d)"
)
"""Bytes that make sense as Windows-1252: letters beside letters, and typographic signs."""
_WESTERN_SHARE = 0.7
"""Share of the bytes outside ASCII that must make such sense."""

_JAPANESE = ("cp932", "euc_jp")
_KANA_SHARE = 0.2
"""Share of the characters outside ASCII that is hiragana in Japanese at the least."""

_SAMPLE = 8192
"""Bytes from which it is told whether this is text at all."""
_GUESSED_FROM = 1 << 18
"""Bytes from which an encoding is guessed at most."""
_CONTROLS = bytes({*range(32), 127} - set(b"\t\n\v\f\r\b\a\x1b"))
_CONTROL_SHARE = 0.02
"""Share of control characters beyond which this is no text."""
_MARK = "\ufffd"
_MARK_UTF8 = _MARK.encode()


class Decoded(NamedTuple):
    """The text of a document, with what is to be said about its bytes."""

    text: str
    encoding: str
    remarks: tuple[str, ...] = ()


def decode(data: bytes, name: str) -> Decoded:
    """Return the text of all the bytes; raises NotText for what is no text.

    The encoding is settled by the first bytes as far as they tell, so that a text read from its
    head alone is what the whole begins with.
    """
    encoding, guessed = _encoding(data, name)
    text = data.decode(encoding, "replace")
    remarks = []
    if guessed:
        remarks.append(f"The text is not UTF-8; it was read as {_spoken(encoding)}, a guess.")
    if lost := _lost(data, text, encoding):
        remarks.append(lost)
    return Decoded(text, encoding, tuple(remarks))


def decode_head(head: bytes, name: str) -> Decoded:
    """Return the text of the first HEAD bytes of a longer document; raises NotText.

    Bytes of a character that was cut off at the end are left out.
    """
    encoding, _ = _encoding(head, name, whole=False)
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    return Decoded(decoder.decode(head), encoding)


def _encoding(data: bytes, name: str, *, whole: bool = True) -> tuple[str, bool]:
    """Return the encoding and whether it is a guess."""
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise NotText(name, f"it is {kind}, not a text", "convert it to text or Markdown first")
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding, False
    sample = data[:_SAMPLE]
    if 0 in sample and (encoding := _sixteen_bits(sample)):
        return encoding, False
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > _CONTROL_SHARE * len(sample):
        raise NotText(name, "it is binary, not a text", "convert it to text or Markdown first")
    head = data[:HEAD]
    cut = len(data) > HEAD or not whole
    if not head.isascii():
        return ("utf-8", False) if _is_utf8(head, cut=cut) else _guess(head)
    if not whole:
        return "ascii", False
    if data.isascii() or _is_utf8(data, cut=False):
        return "utf-8", False
    return _guess(data[_first_odd(data) :][:_GUESSED_FROM])


def _sixteen_bits(sample: bytes) -> str:
    """Recognise UTF-16 without a byte order mark: every other byte of Western text is NUL."""
    half = len(sample) / 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.3 * half and even < 0.1 * half:
        encoding = "utf-16-le"
    elif even > 0.3 * half and odd < 0.1 * half:
        encoding = "utf-16-be"
    else:
        return ""
    text = sample.decode(encoding, "replace")
    controls = sum(character < " " and not character.isspace() for character in text)
    return encoding if controls <= _CONTROL_SHARE * len(text) else ""


def _is_utf8(data: bytes, *, cut: bool) -> bool:
    """Tell whether the bytes are UTF-8, a few broken ones aside."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    text = decoder.decode(data, final=not cut)
    bad = text.count(_MARK) - data.count(_MARK_UTF8)
    if bad <= 0:
        return True
    odd = sum(1 for character in text[:HEAD] if character > "\x7f" and character != _MARK)
    return odd > 0 and bad <= max(8, 0.1 * odd)


def _first_odd(data: bytes) -> int:
    """Return where the first byte outside ASCII stands."""
    at = 0
    while data[at : at + _SAMPLE].isascii() and at < len(data):
        at += _SAMPLE
    return at


def _guess(data: bytes) -> tuple[str, bool]:
    """Return the encoding that the bytes outside ASCII make sense in, and whether it is a guess."""
    sample = data[:HEAD]
    odd = sum(byte > 127 for byte in sample)
    letters = sum(65 <= byte <= 90 or 97 <= byte <= 122 for byte in sample)
    if odd < 0.25 * max(1, letters):
        western = len(_WESTERN.findall(sample)) >= _WESTERN_SHARE * odd
        return ("cp1252", True) if western else ("utf-8", False)
    for encoding in _JAPANESE:
        if _has_kana(sample, encoding):
            return encoding, True
    # Takes 14 ms to load, and nearly all texts are UTF-8.
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_GUESSED_FROM], cp_isolation=list(_LEGACY)).best()
    return (best.encoding, True) if best else ("utf-8", False)


def _has_kana(data: bytes, encoding: str) -> bool:
    """Tell whether this is Japanese: no other script reads as so much hiragana."""
    text = codecs.getincrementaldecoder(encoding)("replace").decode(data)
    odd = sum(character > "\x7f" for character in text)
    kana = sum("\u3041" <= character <= "\u3096" for character in text)
    return kana > _KANA_SHARE * odd and text.count(_MARK) < 0.01 * odd


def _lost(data: bytes, text: str, encoding: str) -> str:
    """Return a sentence on what could not be decoded, '' if nothing."""
    if _MARK not in text:
        return ""
    if encoding.startswith("utf-8"):
        kept = len(text.replace(_MARK, "").encode("utf-8"))
        bom = len(codecs.BOM_UTF8) if encoding == "utf-8-sig" else 0
        count = len(data) - bom - kept - len(_MARK_UTF8) * data.count(_MARK_UTF8)
        noun = "byte"
    else:
        count = text.count(_MARK)
        noun = "character"
    if count <= 0:
        return ""
    if count == 1:
        return f"1 {noun} could not be decoded and is shown as U+FFFD."
    return f"{count:,} {noun}s could not be decoded and are shown as U+FFFD."


def _spoken(encoding: str) -> str:
    return {"cp1252": "Windows-1252", "cp949": "EUC-KR", "cp932": "Shift JIS"}.get(
        encoding, encoding.upper().replace("_", "-")
    )
