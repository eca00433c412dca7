"""Decodes the bytes of a document, whatever their encoding."""

from __future__ import annotations

import codecs

from postil.document.bytes.read_file import HEAD
from postil.errors import NotText
from postil.model.article import Encoding, Evidence
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

_SAMPLE = 8192
"""Bytes from which it is told whether this is text at all."""
_SHIFTS = lazily_bytes(rb"[\x00\x0e\x1b]|~\{|\+[A-Za-z0-9+/]{2,200}-")
"""By which letters outside ASCII are written in seven bits."""
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
    told: Encoding | None = None
    """None where only a head was looked at."""


def needs_no_encoding(data: bytes) -> bool:
    """Tell whether bytes are the same letters in nearly all encodings."""
    return data.isascii() and not _SHIFTS.search(data)


def decode(data: bytes, name: str, chosen: str = "") -> Decoded:
    """Return the text of all the bytes; raises NotText for what is no text.

    The encoding is settled by the first bytes as far as they tell, so that a text read from its
    head alone is what the whole begins with; one that the reader has ``chosen`` settles it.
    """
    if chosen:
        return _as_chosen(data, chosen)
    encoding, guessed = _encoding(data, name)
    told = Encoding(encoding, _evidence(data, encoding))
    if guessed and not encoding:
        # Nearly all texts are UTF-8, and are spared what tells the others apart.
        from postil.document.bytes.guess.best import guesses, is_sure, read

        found = guesses(data)
        # The few bytes that are odd may stand outside of all samples.
        guessed = bool(found)
        encoding = found[0].encoding if found else "utf-8"
        sure = is_sure(data, found)
        told = Encoding(encoding, Evidence.GUESSED if found else Evidence.FORM, sure)
        text = read(data, found[0]) if found else data.decode(encoding, "replace")
    else:
        text = data.decode(encoding, "replace")
    remarks = []
    if guessed:
        from postil.document.bytes.encoding_names import spoken

        remarks.append(f"The text is not UTF-8; it was read as {spoken(encoding)}, a guess.")
    if lost := _lost(data, text, encoding):
        remarks.append(lost)
    return Decoded(text, encoding, tuple(remarks), told)


def decode_head(head: bytes, name: str, chosen: str = "") -> Decoded:
    """Return the text of the first HEAD bytes of a longer document; raises NotText.

    Bytes of a character that was cut off at the end are left out. The text is "" where the
    encoding must be guessed, which takes the whole document, or was chosen.
    """
    if chosen:
        return Decoded("", chosen)
    encoding, guessed = _encoding(head, name, whole=False)
    if guessed:
        return Decoded("", encoding)
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    return Decoded(decoder.decode(head), encoding)


def _as_chosen(data: bytes, encoding: str) -> Decoded:
    """Return the text in the encoding that the reader has chosen, whatever else speaks for it."""
    from postil.document.bytes.guess.best import read_as

    if encoding == "utf_8" and data.startswith(codecs.BOM_UTF8):
        encoding = "utf-8-sig"
    text = read_as(data, encoding)
    lost = _lost(data, text, encoding)
    told = Encoding(encoding, Evidence.CHOSEN)
    return Decoded(text, encoding, (lost,) if lost else (), told)


def _evidence(data: bytes, encoding: str) -> Evidence:
    marked = any(data.startswith(mark) for mark, _ in _BOMS)
    return Evidence.MARK if marked and encoding else Evidence.FORM


def _encoding(data: bytes, name: str, *, whole: bool = True) -> tuple[str, bool]:
    """Return the encoding, and whether it is a guess; "" where only the letters tell it."""
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise NotText(name, f"it is {kind}, not a text", "convert it to text or Markdown first")
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding, False
    sample = data[:_SAMPLE]
    if 0 in sample or _may_shift(data):
        # Hardly any text is, and the others are spared what it takes to load.
        from postil.document.bytes.shifted import in_seven_bits, sixteen_bits

        if 0 in sample and (encoding := sixteen_bits(sample)):
            return encoding, False
        if _may_shift(data) and (encoding := in_seven_bits(data)):
            return encoding, True
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > _CONTROL_SHARE * len(sample):
        raise NotText(name, "it is binary, not a text", "convert it to text or Markdown first")
    head = data[:HEAD]
    if not head.isascii():
        cut = len(data) > HEAD or not whole
        return ("utf-8", False) if _is_utf8(head, cut=cut) else ("", True)
    if not whole:
        return "ascii", False
    if data.isascii() or _is_utf8(data, cut=False):
        return "utf-8", False
    return "", True


def _may_shift(data: bytes) -> bool:
    """Tell at a glance whether ASCII may hold letters of other scripts."""
    return b"\x1b$" in data or b"~{" in data or (b"+" in data and data.isascii())


def _is_utf8(data: bytes, *, cut: bool) -> bool:
    """Tell whether the bytes are UTF-8, a few broken ones aside."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    text = decoder.decode(data, final=not cut)
    bad = text.count(_MARK) - data.count(_MARK_UTF8)
    if bad <= 0:
        return True
    odd = sum(1 for character in text[:HEAD] if character > "\x7f" and character != _MARK)
    # Of a few letters in other encodings some pairs of bytes are letters of UTF-8 by chance.
    return bad <= min(odd, max(8, 0.1 * odd))


def _lost(data: bytes, text: str, encoding: str) -> str:
    """Return a sentence on what could not be decoded, '' if nothing."""
    if _MARK not in text:
        return ""
    if encoding.startswith(("utf-8", "utf_8")):
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
