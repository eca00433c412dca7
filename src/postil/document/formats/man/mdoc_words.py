"""Words of a line of mdoc(7): macros within the line, what encloses, and blanks between."""

from __future__ import annotations

from postil.document.formats.man.escapes import Words
from postil.document.formats.man.mdoc_names import (
    AROUND,
    CALLED,
    CLOSING,
    DEFAULTS,
    FIRST,
    FONTS,
    LAST,
    LIBRARIES,
    OPENING,
    SPECIAL,
    SYSTEMS,
)
from postil.document.formats.markup.block_writer import BlockWriter


class MdocWords:
    """Pushes the words of lines; blanks stand between words unless a macro takes them out."""

    def __init__(self, words: Words, out: BlockWriter) -> None:
        self.name = ""
        """What the page is about, which ``.Nm`` repeats."""
        self.cell = False
        """The next cell of a row was begun."""
        self._words = words
        self._out = out
        self._glued = True
        self._spaced = True
        """``.Sm off`` takes out all blanks from the next word on."""
        self._last_blank = False
        self.synopsis = False

    def begin(self) -> None:
        """Begin a block: no blank stands before its first word."""
        self._glued = True
        self._words.plain()

    def line(self, tokens: list[str]) -> None:
        """Push a line that begins with a macro."""
        behind: list[str] = []
        while len(tokens) > 1 and tokens[-1] in LAST:
            behind.insert(0, tokens.pop())
        closers: list[str] = []
        at = 0
        while at < len(tokens):
            at = self._macro(tokens, at, closers)
        for closer in reversed(closers):
            self.put(closer, "R", glued=True)
        for sign in behind:
            self.put(sign, "R", glued=True)

    def put(self, words: str, font: str, *, glued: bool = False) -> None:
        """Push a word in a font, with a blank before it unless it is glued."""
        if not (glued or self._glued) and (self._spaced or self._last_blank):
            self._words.font("R")
            self._words.push(" ")
        self._words.font(font)
        self._words.push(words)
        self._words.font("R")
        self._last_blank = False
        self._glued = words in FIRST

    def _macro(self, tokens: list[str], at: int, closers: list[str]) -> int:
        """Push a macro with its words; return where the next one stands."""
        name = tokens[at]
        end = at + 1
        while end < len(tokens) and tokens[end] not in CALLED:
            end += 1
        given = tokens[at + 1 : end]
        if name not in CALLED:
            self._plain(tokens[at:end], "R")
        elif name in AROUND:
            opening, closing = AROUND[name][0], AROUND[name][1]
            if name == "Aq" and tokens[at + 1 : at + 2] == ["Mt"]:
                opening, closing = "<", ">"
            self.put(opening, "R")
            self._glued = True
            closers.append(closing)
            self._plain(given, "CW" if name == "Ql" else "R")
        elif name in OPENING:
            self.put(OPENING[name], "R")
            self._glued = True
            self._plain(given, "R")
        elif name in CLOSING:
            self.put(CLOSING[name], "R", glued=True)
            self._plain(given, "R")
        elif name in SYSTEMS:
            self.put(" ".join([SYSTEMS[name], *given]), "R")
        elif name in SPECIAL:
            self._special(name, given)
        else:
            self._fonted(name, given)
            if name == "Fl" and not given and end == len(tokens):
                # A hyphen that nothing follows on its line is a word.
                self._glued = False
        return end

    def _plain(self, given: list[str], font: str) -> None:
        for one in given:
            if one in LAST:
                self.put(one, "R", glued=True)
            else:
                self.put(one, "R" if one in FIRST or one == "|" else font)

    def _fonted(self, name: str, given: list[str]) -> None:
        font = FONTS[name]
        default = self.name if name == "Nm" else DEFAULTS.get(name, "")
        bare = not given or given[0] in LAST
        if name == "Fl":
            given = [
                one if one in LAST or one in FIRST or one == "|" else f"-{one}" for one in given
            ]
            if bare:
                self.put("-", font)
                self._glued = True
        elif name == "Nm" and not bare and not self.name:
            self.name = given[0]
        elif bare and default:
            self.put(default, font)
        if name == "St":
            given = [_standard(one) for one in given]
        elif name == "Lb":
            given = [_library(one) for one in given]
        elif name == "An":
            given = [one for one in given if one not in ("-nosplit", "-split")]
        self._plain(given, font)

    def _special(self, name: str, given: list[str]) -> None:
        if name == "Ns":
            self._glued = True
            self._plain(given, "R")
        elif name == "Ap":
            self.put("'", "R", glued=True)
            self._glued = True
            self._plain(given, "R")
        elif name == "Pf":
            self._plain(given[:1], "R")
            self._glued = True
            self._plain(given[1:], "R")
        elif name == "Xr" and given:
            section = f"({given[1]})" if len(given) > 1 and given[1] not in LAST else ""
            self.put(given[0] + section, "R")
            self._plain(given[2 if section else 1 :], "R")
        elif name in ("Mt", "Lk") and given:
            self._link(name, given)
        elif name == "Sm":
            self._spaced = given[:1] == ["on"] or (not given and not self._spaced)
            self._last_blank = not self._glued
        elif name == "Fn" and given:
            self.put(given[0], "B")
            self.put("(", "R", glued=True)
            self._plain([f"{one}," for one in given[1:-1]] + given[1:][-1:], "I")
            self.put(")", "R", glued=True)
        elif name == "In" and given:
            self.put(f"{'#include ' if self.synopsis else ''}<{given[0]}>", "B")
        elif name == "Ta":
            self.cell = True
            self._plain(given, "R")
        elif name in ("Bt", "Ud"):
            self.put(
                "is currently in beta test." if name == "Bt" else "currently under development.",
                "R",
            )

    def _link(self, name: str, given: list[str]) -> None:
        address = self._words.plainly(given[0])
        shown = " ".join(given[1:]) if name == "Lk" and len(given) > 1 else given[0]
        href = f"mailto:{address}" if name == "Mt" else address
        safe = href.startswith(("http:", "https:", "mailto:", "ftp:"))
        self.put("", "R")
        self._words.switch("")
        self._out.start("a", {"href": href if safe else ""})
        self._words.push(shown)
        self._words.switch("")
        self._out.end("a")
        if name == "Mt":
            self._glued = False
            self._plain(given[1:], "R")


def _library(name: str) -> str:
    """Return a library as it is called, and how to link with it."""
    known = LIBRARIES.get(name)
    return f"{known} ({name}, -l{name.removeprefix('lib')})" if known else f"library “{name}”"


def _standard(name: str) -> str:
    """Return a standard as people call it: ``-p1003.1-2008`` is IEEE Std 1003.1-2008."""
    known = {
        "-ansiC": "ANSI X3.159-1989 (“ANSI C89”)",
        "-isoC": "ISO/IEC 9899:1990 (“ISO C90”)",
        "-isoC-99": "ISO/IEC 9899:1999 (“ISO C99”)",
        "-isoC-2011": "ISO/IEC 9899:2011 (“ISO C11”)",
        "-xpg4": "X/Open Portability Guide Issue 4 (“XPG4”)",
        "-susv2": "Version 2 of the Single UNIX Specification (“SUSv2”)",
        "-susv3": "Version 3 of the Single UNIX Specification (“SUSv3”)",
        "-susv4": "Version 4 of the Single UNIX Specification (“SUSv4”)",
    }
    if name in known:
        return known[name]
    if name.startswith("-p1003."):
        number = name[2:]
        kind = "POSIX.2" if number.startswith("1003.2") else "POSIX.1"
        return f"IEEE Std {number} (“{kind}”)"
    return name
