"""Roff: the lines of a page with definitions, strings, conditions and comments taken out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from postil.document.formats.man.arguments import PREDEFINED, REGISTERS, arguments
from postil.document.formats.man.expressions import Conditions, number
from postil.model.values import NamedTuple
from postil.text.lazy_regex import lazily

MOST_LINES = 100_000
"""Lines that macros may expand to; a page that calls itself is given up there."""
_LONGEST = 100_000
"""Code points of a line after its strings are filled in."""
_DEEPEST = 40
"""Macros that may be called within one another."""
_REQUEST = lazily(r"[.'][ \t]*([^\s\\\"{}]{1,30}|\\[{}])?[ \t]*(.*)")
_COMMENT = lazily(r"(?<!\\)((?:\\\\)*)\\[\"#].*")
_STRING = lazily(r"\\\*(?:\((..)|\[([^\]\s]{0,100})[^\]]{0,300}\]|(.))")
_REGISTER = lazily(r"\\n([+-]?)(?:\((..)|\[([^\]]{0,100})\]|(.))")
_ARGUMENT = lazily(r"\\{1,8}\$(?:\((\d\d)|\[(\d+)\]|([0-9*@]))")
_SIGN = lazily(r"\\\((?:..)|\\\[[^\]]{0,100}\]|\\.|[^\\]")
_HUNG = lazily(r"\\h'-\d+'(.{1,12}?)\\h'\+\d+'\\c")
_ENDS = ("..", ".")


class Line(NamedTuple):
    """What is to be set: a line of text, or a request with the rest of its line."""

    request: str
    """"" for text."""
    words: str
    number: int
    """Of the line in the file, from 0."""


class Roff:
    """Reads lines; macros that the page defines are played, those of ``own`` never redefined."""

    def __init__(self, text: str, own: Callable[[str], bool]) -> None:
        self.strings = dict(PREDEFINED)
        self.registers = dict(REGISTERS)
        self.macros: dict[str, list[str]] = {}
        self.translated: dict[str, str] = {}
        self.follows: list[str] = []
        """Files that the page would have in it."""
        self._steps: dict[str, int] = {}
        self._own = own
        self._lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self._at = 0
        self._pushed: list[Iterator[str]] = []
        self._played = 0
        self._skipped = False
        """The last ``.ie`` did not hold."""
        self._conditions = Conditions(self._defined)

    @property
    def share(self) -> float:
        """How much of the page is read."""
        return min(1.0, self._at / max(1, len(self._lines)))

    def __iter__(self) -> Iterator[Line]:
        """Yield what is to be set, in order."""
        while (line := self._next()) is not None:
            if made := self._made(line):
                yield made

    def _next(self) -> str | None:
        """Return the next line, of a macro that is being played first."""
        while self._pushed:
            line = next(self._pushed[-1], None)
            if line is not None:
                self._played += 1
                return line if self._played < MOST_LINES else None
            self._pushed.pop()
        if self._at >= len(self._lines):
            return None
        line = self._lines[self._at]
        self._at += 1
        while line.endswith("\\") and not line.endswith("\\\\") and self._at < len(self._lines):
            if len(line) > _LONGEST:
                break
            line = line[:-1] + self._lines[self._at]
            self._at += 1
        return line

    def made(self, line: str) -> Iterator[Line]:
        """Yield what a line within a table has to be set."""
        if (made := self._made(line)) is not None:
            yield made

    def raw(self) -> str | None:
        """Return the next line as it stands, for tables; None at the end."""
        return self._next()

    def filled(self, words: str) -> str:
        """Return words with strings and registers filled in."""
        for _ in range(4):
            if "\\" not in words or len(words) > _LONGEST:
                return words
            before = words
            words = _STRING.sub(lambda found: self._string(found[1] or found[2] or found[3]), words)
            words = _REGISTER.sub(
                lambda found: self._register(found[2] or found[3] or found[4], found[1]), words
            )
            if words == before:
                return words
        return words

    def _register(self, name: str | None, sign: str) -> str:
        """Return the value of a register, which a sign makes go a step on first."""
        value = self.registers.get(name or "", "0")
        if sign and name:
            step = self._steps.get(name, 0)
            moved = _whole(value) + (step if sign == "+" else -step)
            value = self.registers[name] = str(moved)
        return value

    def _string(self, name: str | None) -> str:
        return self.strings.get(name or "", "")

    def _defined(self, kind: str, name: str) -> bool:
        if kind == "r":
            return name in self.registers
        return name in self.macros or name in self.strings or self._own(name)

    def _made(self, line: str) -> Line | None:
        """Return what a line has to be set, None for one that is for roff itself."""
        if "\\" in line:
            line = _COMMENT.sub(r"\1", line)
            if not line and self._at:
                return None
        if line[:1] not in (".", "'"):
            if hung := _HUNG.fullmatch(line):
                return Line("IP", f'"{hung[1].strip()}"', self._at - 1)
            return Line("", self.filled(line), self._at - 1)
        found = _REQUEST.match(line)
        if not found or not (name := found[1]):
            return None
        words = found[2]
        if played := self._control(name):
            return played(words)
        if name in self.macros and not self._own(name):
            self._play(self.macros[name], self.filled(words), name)
            return None
        return Line(name, self.filled(words), self._at - 1)

    def _control(self, name: str) -> Callable[[str], Line | None] | None:
        """Return what answers a request of roff itself."""
        return {
            "de": self._define,
            "de1": self._define,
            "am": self._define,
            "am1": self._define,
            "ig": self._define,
            "ds": self._set_string,
            "ds1": self._set_string,
            "as": self._add_string,
            "nr": self._set_register,
            "rm": self._remove,
            "rn": self._forget,
            "als": self._alias,
            "tr": self._translate,
            "if": self._if,
            "ie": self._if_else,
            "el": self._else,
            "while": self._forget,
            "\\}": self._forget,
            "so": self._follow,
            "mso": self._forget,
        }.get(name)

    # -- definitions

    def _define(self, words: str) -> Line | None:
        name, _, end = words.strip().partition(" ")
        ends = (f".{end.strip()}",) if end.strip() else (*_ENDS[:1], "'.")
        body = []
        while (line := self._next()) is not None:
            bare = line.replace(" ", "").replace("\t", "") if len(line) < 40 else line
            if bare in ends or (len(bare) > 2 and bare.startswith('..\\"')):
                break
            body.append(line.replace("\\\\", "\\"))
        if name and not self._own(name):
            self.macros[name] = body
        return None

    def _play(self, body: list[str], words: str, name: str) -> None:
        if len(self._pushed) >= _DEEPEST:
            return
        given = arguments(words)
        self.registers[".$"] = str(len(given))

        def put(line: str) -> str:
            if "\\$" not in line:
                return line

            def value(found: re.Match[str]) -> str:
                groups = found.groups()
                which = groups[0] or groups[1] or groups[2]
                if which in "*@":
                    return " ".join(given)
                at = int(which)
                if at == 0:
                    return name
                return given[at - 1] if at <= len(given) else ""

            return _ARGUMENT.sub(value, line)[:_LONGEST]

        self._pushed.append(iter([put(line) for line in body]))

    def _set_string(self, words: str) -> Line | None:
        name, _, value = words.partition(" ")
        value = value.lstrip(" ").removeprefix('"')
        self.strings[name] = self.filled(value.replace("\\\\", "\\"))[:_LONGEST]
        return None

    def _add_string(self, words: str) -> Line | None:
        name, _, value = words.partition(" ")
        value = value.lstrip(" ").removeprefix('"')
        self.strings[name] = (self.strings.get(name, "") + self.filled(value))[:_LONGEST]
        return None

    def _set_register(self, words: str) -> Line | None:
        name, _, value = self.filled(words).strip().partition(" ")
        value = value.strip()
        if not name or not value:
            return None
        amount, rest = number(value.lstrip("+-"))
        if rest.strip():
            self._steps[name] = int(min(max(number(rest)[0], -1e9), 1e9))
        if value[0] in "+-":
            before = _whole(self.registers.get(name, "0"))
            amount = before + amount if value[0] == "+" else before - amount
        self.registers[name] = str(int(min(max(amount, -1e9), 1e9)))
        return None

    def _remove(self, words: str) -> Line | None:
        for name in words.split():
            self.macros.pop(name, None)
            self.strings.pop(name, None)
        return None

    def _alias(self, words: str) -> Line | None:
        names = words.split()
        if len(names) == 2 and not self._own(names[0]):
            self.macros[names[0]] = self.macros.get(names[1], [f".{names[1]} \\$*"])
        return None

    def _translate(self, words: str) -> Line | None:
        signs = _SIGN.findall(self.filled(words))
        for old, new in zip(signs[::2], signs[1::2], strict=False):
            self.translated[old] = new
        return None

    def _follow(self, words: str) -> Line | None:
        self.follows.append(words.strip())
        return None

    def _forget(self, words: str) -> Line | None:  # noqa: ARG002 - as all requests have
        return None

    # -- conditions

    def _if(self, words: str) -> Line | None:
        holds, rest = self._conditions.split(self.filled(words))
        return self._branch(rest, holds=holds)

    def _if_else(self, words: str) -> Line | None:
        holds, rest = self._conditions.split(self.filled(words))
        self._skipped = not holds
        return self._branch(rest, holds=holds)

    def _else(self, words: str) -> Line | None:
        holds, self._skipped = self._skipped, False
        return self._branch(words.lstrip(" "), holds=holds)

    def _branch(self, rest: str, *, holds: bool) -> Line | None:
        """Read what a condition governs: the rest of the line, or what stands in braces."""
        if not rest.lstrip().startswith("\\{"):
            return self._made(rest) if holds and rest else None
        first = rest.lstrip()[2:].removesuffix("\\")
        lines = [first] if first.strip() else []
        depth = 1 + first.count("\\{") - first.count("\\}")
        while depth > 0 and (line := self._next()) is not None:
            depth += line.count("\\{") - line.count("\\}")
            lines.append(line)
        if holds and len(self._pushed) < _DEEPEST:
            if lines:
                head, _, tail = lines[-1].rpartition("\\}")
                lines[-1] = head + tail if head.strip(" .'\t") else ""
            self._pushed.append(iter([line for line in lines if line]))
        return None


def _whole(value: str) -> int:
    """Return the number that a register holds; 0 for what is none."""
    return int(value) if value.removeprefix("-").isdecimal() else 0
