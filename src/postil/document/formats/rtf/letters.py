"""Letters of RTF: bytes decoded by the font they are in, and Unicode characters with a fallback."""

from __future__ import annotations

import codecs

from postil.document.formats.office.symbols import readable
from postil.document.formats.rtf.code_pages import SYMBOL
from postil.document.formats.rtf.header_tables import HeaderTables

_HIGH, _LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)


class Letters:
    """Makes letters of bytes and numbers, of which several can make one."""

    def __init__(self, tables: HeaderTables) -> None:
        """Begin; the tables tell the encodings of fonts."""
        self.passing = 0
        """Characters still to be passed over, which stand for a Unicode one."""
        self._tables = tables
        self._high = 0
        """The first half of a pair."""
        self._decoder: tuple[str, codecs.IncrementalDecoder] | None = None

    def break_off(self) -> None:
        """Forget the first byte of a letter: something else has come."""
        self._decoder = None

    def unpassed(self, value: bytes) -> bytes:
        """Return what is left of some bytes behind those that are to be passed over."""
        if not self.passing:
            return value
        passed = min(self.passing, len(value))
        self.passing -= passed
        return value[passed:]

    def of_page(self, value: bytes) -> str:
        """Return the letters of some bytes in the code page of the document."""
        return self._decoded(value, self._tables.page)

    def of_bytes(self, value: bytes, font: int, *, escaped: bool) -> str:
        """Return the letters of some bytes in a font, "" for the first half of one."""
        encoding = self._tables.encoding(font)
        if encoding == SYMBOL:
            return readable(value.decode("latin-1"), self._tables.font_name(font) or SYMBOL)
        if self._decoder is None and value.isascii():
            return value.decode("ascii")
        if not escaped and (text := _as_utf8(value)) is not None:
            return text
        return self._decoded(value, encoding)

    def _decoded(self, value: bytes, encoding: str) -> str:
        if self._decoder is None or self._decoder[0] != encoding:
            self._decoder = (encoding, codecs.getincrementaldecoder(encoding)("replace"))
        return self._decoder[1].decode(value)

    def of_number(self, number: int, font: int) -> str:
        """Return the letter of a Unicode number, "" for the first half of a pair."""
        code = number + 0x10000 if number < 0 else number
        if code in _HIGH:
            self._high = code
            return ""
        if code in _LOW and self._high:
            code = 0x10000 + ((self._high - _HIGH.start) << 10) + code - _LOW.start
        self._high = 0
        if not 0 < code < 0x110000 or code in _LOW:
            return ""
        return readable(chr(code), self._tables.font_name(font))


def _as_utf8(value: bytes) -> str | None:
    """Return bytes that were not escaped as UTF-8, which some programs write; None if none."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return None
