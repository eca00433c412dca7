"""Tokens of RTF: groups, control words with their numbers, escaped bytes and plain bytes."""

from __future__ import annotations

from collections.abc import Iterator

from postil.text.lazy_regex import lazily_bytes

OPEN, CLOSE, WORD, BYTES, SIGN = range(5)
"""Kinds of token: a group's begin and end, a control word, bytes of text, a control symbol."""

_TOKEN = lazily_bytes(
    rb"(?P<brace>[{}])"
    rb"|\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?[0-9]{1,10})? ?"
    rb"|(?P<hex>(?:\\'[0-9a-fA-F]{2}[\r\n]{0,2}){1,4096})"
    rb"|\\(?P<sign>[^a-zA-Z])"
    rb"|[\r\n\x00]+"
    rb"|(?P<bytes>[^\\{}\r\n\x00]{1,65536})"
)
_SKIPPED = lazily_bytes(rb"[{}]|\\bin(?P<number>[0-9]{1,10}) ?|\\.", 16)


Token = tuple[int, bytes, int | None]
"""Kind, what stands there, and the number of a control word, or of bytes that are escaped."""

_NO_DIGITS = b"\\'\r\n"


class Tokens:
    """The tokens of a document, in order; a group that is of no use can be skipped."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    @property
    def at(self) -> int:
        """Bytes that were read."""
        return self._at

    @property
    def stars_next(self) -> bool:
        """Whether the next token is a star, which says that a group may be passed over."""
        return self._data.startswith(b"\\*", self._at)

    def __iter__(self) -> Iterator[Token]:
        going = True
        while going:
            going = False
            for found in _TOKEN.finditer(self._data, self._at):
                end = self._at = found.end()
                kind = found.lastgroup
                if kind == "bytes":
                    yield BYTES, found[0], None
                elif kind == "hex":
                    digits = found[0].translate(None, _NO_DIGITS).decode("ascii")
                    yield BYTES, bytes.fromhex(digits), len(digits) // 2
                elif kind == "brace":
                    yield OPEN if found[0] == b"{" else CLOSE, b"", None
                elif kind == "sign":
                    yield SIGN, found["sign"], None
                elif kind is not None:
                    word, number = found.group("word", "number")
                    if word == b"bin":
                        self._at += max(0, int(number or 0))
                    else:
                        yield WORD, word, int(number) if number else None
                if self._at != end:
                    # Something was skipped.
                    going = True
                    break

    def group_has(self, word: bytes) -> bool:
        """Tell whether a word stands anywhere in the group around this place."""
        begin = self._at
        self.skip_group()
        end, self._at = self._at, begin
        return self._data.find(word, begin, end) >= 0

    def skip_group(self) -> None:
        """Go to the brace that ends the group around this place."""
        deep = 1
        while found := _SKIPPED.search(self._data, self._at):
            self._at = found.end()
            if found[0] == b"{":
                deep += 1
            elif found[0] == b"}":
                deep -= 1
                if not deep:
                    self._at -= 1
                    return
            elif found["number"]:
                self._at += int(found["number"])
        self._at = len(self._data)
