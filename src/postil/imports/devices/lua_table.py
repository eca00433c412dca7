"""Lua tables as files hold them, read as data and never as a program (Lua 5.1 manual, 2.5.7)."""

from __future__ import annotations

from postil.errors import BadRequest
from postil.text.lazy_regex import lazily

_BLANK = lazily(r"(?:\s|--\[\[[^\]]{0,9999}\]\]|--[^\n]{0,9999}(?:\n|$))*")
_NUMBER = lazily(r"-?(?:0[xX][0-9A-Fa-f]{1,16}|\d{1,20}(?:\.\d{0,20})?(?:[eE][-+]?\d{1,3})?)")
_NAME = lazily(r"[A-Za-z_][A-Za-z_0-9]{0,99}")
_WORDS: dict[str, object] = {"true": True, "false": False, "nil": None}
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "\n": "\n", "a": "", "b": "", "f": "", "v": ""}
_DEEPEST = 40
"""Tables within tables."""


class LuaTable:
    """Reads one value; a table is a mapping, one with the keys 1, 2, … a list."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def value(self) -> object:
        """Return the value that the text returns. Raises BadRequest for what is no data."""
        self._skip()
        if self._text.startswith("return", self._at):
            self._at += 6
        return self._value(0)

    def _value(self, depth: int) -> object:
        self._skip()
        sign = self._text[self._at : self._at + 1]
        if sign == "{":
            return self._table(depth + 1)
        if sign in ("'", '"'):
            return self._quoted(sign)
        if sign == "[":
            return self._long()
        if number := _NUMBER.match(self._text, self._at):
            self._at = number.end()
            said = number[0]
            hexadecimal = said.lstrip("-").lower().startswith("0x")
            return int(said, 16) if hexadecimal else float(said) if _broken(said) else int(said)
        name = _NAME.match(self._text, self._at)
        if name and name[0] in _WORDS:
            self._at = name.end()
            return _WORDS[name[0]]
        raise self._wrong()

    def _table(self, depth: int) -> object:
        if depth > _DEEPEST:
            raise BadRequest("the table", "it is nested too deep")
        self._at += 1
        found: dict[object, object] = {}
        places = 0
        while True:
            self._skip()
            if self._take("}"):
                break
            name = _NAME.match(self._text, self._at)
            key: object
            if not self._text.startswith("[[", self._at) and self._take("["):
                key = self._value(depth)
                self._expect("]")
                self._expect("=")
            elif name and name[0] not in _WORDS:
                key = name[0]
                self._at = name.end()
                self._expect("=")
            else:
                places += 1
                key = places
            found[key] = self._value(depth)
            self._skip()
            if not (self._take(",") or self._take(";")):
                self._expect("}")
                break
        ordered = [found[at] for at in range(1, len(found) + 1) if at in found]
        return ordered if found and len(ordered) == len(found) else found

    def _quoted(self, mark: str) -> str:
        self._at += 1
        out: list[str] = []
        raw = bytearray()
        while self._at < len(self._text):
            sign = self._text[self._at]
            self._at += 1
            if sign == mark:
                out.append(raw.decode("utf-8", "replace"))
                return "".join(out)
            if sign != "\\":
                if raw:
                    out.append(raw.decode("utf-8", "replace"))
                    raw.clear()
                out.append(sign)
                continue
            escaped = self._text[self._at : self._at + 1]
            self._at += 1
            if escaped.isdigit():
                digits = escaped
                while len(digits) < 3 and self._text[self._at : self._at + 1].isdigit():
                    digits += self._text[self._at]
                    self._at += 1
                raw.append(int(digits) & 255)
            else:
                if raw:
                    out.append(raw.decode("utf-8", "replace"))
                    raw.clear()
                out.append(_ESCAPES.get(escaped, escaped))
        raise self._wrong()

    def _long(self) -> str:
        end = self._text.find("]]", self._at)
        if not self._text.startswith("[[", self._at) or end < 0:
            raise self._wrong()
        found = self._text[self._at + 2 : end]
        self._at = end + 2
        return found.removeprefix("\n")

    def _skip(self) -> None:
        found = _BLANK.match(self._text, self._at)
        self._at = found.end() if found else self._at

    def _take(self, sign: str) -> bool:
        if self._text.startswith(sign, self._at):
            self._at += len(sign)
            return True
        return False

    def _expect(self, sign: str) -> None:
        self._skip()
        if not self._take(sign):
            raise self._wrong()

    def _wrong(self) -> BadRequest:
        line = self._text.count("\n", 0, self._at) + 1
        return BadRequest(f"line {line}", "it is no table of data")


def _broken(said: str) -> bool:
    return "." in said or "e" in said.lower()
