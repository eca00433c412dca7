"""Words of roff with their escapes, pushed as text with its fonts."""

from __future__ import annotations

from collections.abc import Mapping

from postil.document.formats.man.glyphs import glyph
from postil.document.formats.markup.block_writer import BlockWriter
from postil.text.lazy_regex import lazily

_ESCAPE = lazily(
    r"\\(?:f(?:\((..)|\[([^\]]{0,100})\]|(.))"
    r"|\((..)|\[([^\]]{0,100})\]"
    r"|C'([^']{0,100})'"
    r"|s(?:[-+]?\(\d\d|[-+]?\[[^\]]{0,100}\]|[-+]?'[^']{0,100}'|[-+]?[1-3]?\d|[-+]\d)"
    r"|[hvwxbDlLXZRHSBA](?:'[^']{0,300}'|\"[^\"]{0,300}\")"
    r"|[mMFOYkgV](?:\((?:..)|\[[^\]]{0,100}\]|.)"
    r"|N'(\d{1,4})'"
    r"|o'([^']{0,100})'"
    r"|z(.)"
    r"|(.)|$)"
)
_FONTS = {
    "B": "strong",
    "3": "strong",
    "I": "em",
    "2": "em",
    "BI": "strong",
    "4": "strong",
    "IB": "strong",
    "CW": "code",
    "C": "code",
    "CR": "code",
    "CB": "strong",
    "CI": "em",
    "CBI": "strong",
    "V": "code",
    "L": "code",
    "TT": "code",
    "CO": "code",
}
_SIGNS = {
    "-": "-",
    "e": "\\",
    "\\": "\\",
    "E": "\\",
    ".": ".",
    "'": "´",
    "`": "`",
    "~": "\u00a0",
    " ": "\u00a0",
    "0": "\u00a0",
    "t": "\t",
    "_": "_",
    '"': "",
}
"""What stands for itself, or for a blank; all others set nothing."""
_SILENT = frozenset('&|^%:/,!?)acpduxr{}"#')
_PREVIOUS = ("P", "")


class Words:
    """Pushes words; the font goes on from one line to the next, as in roff."""

    def __init__(self, out: BlockWriter, translated: Mapping[str, str]) -> None:
        self.out = out
        self._translated = translated
        self._font = self._before = self._open = ""
        self.glued = False
        """The last line ended without a blank."""

    def font(self, name: str) -> None:
        """Set the font, by its name in roff; ``P`` is the one before."""
        new = self._before if name in _PREVIOUS else _FONTS.get(name, "")
        self._before, self._font = self._font, new

    def plain(self) -> None:
        """Set the font back to roman, as paragraphs and headings do."""
        self._font = self._before = ""
        self.switch("")

    def switch(self, tag: str) -> None:
        """Let what follows stand in an element."""
        if tag != self._open:
            if self._open:
                self.out.end(self._open)
            if tag:
                self.out.start(tag)
            self._open = tag

    def push(self, words: str) -> None:
        """Push words in the font that is set."""
        at = 0
        for found in _ESCAPE.finditer(words):
            self._put(words[at : found.start()])
            at = found.end()
            self._escape(found.groups())
        self._put(words[at:])

    def plainly(self, words: str) -> str:
        """Return words without their escapes, for titles and marks."""
        said = []
        at = 0
        for found in _ESCAPE.finditer(words):
            said.append(words[at : found.start()])
            at = found.end()
            said.append(_said(found.groups()))
        return self._tr("".join([*said, words[at:]]))

    def _escape(self, groups: tuple[str | None, ...]) -> None:
        font = groups[0] if groups[0] is not None else groups[1]
        font = groups[2] if font is None else font
        if font is not None:
            self.font(font)
        elif groups[9] == "c":
            self.glued = True
        else:
            self._put(_said(groups))

    def _put(self, words: str) -> None:
        if words:
            self.switch(self._font)
            self.out.text(self._tr(words))

    def _tr(self, words: str) -> str:
        for old, new in self._translated.items():
            words = words.replace(_character(old), _character(new))
        return words


def _character(escape: str) -> str:
    """Return the character of an escape, or what is none as it is."""
    if not escape.startswith("\\"):
        return escape
    name = escape[1:].removeprefix("(").removeprefix("[").removesuffix("]")
    return glyph(name) or _SIGNS.get(name, " ")


def _said(groups: tuple[str | None, ...]) -> str:
    """Return what an escape sets."""
    *_, two, long, named, code, over, zero, sign = groups
    if name := two or long or named:
        return glyph(name)
    if code:
        return chr(int(code))
    if over or zero:
        return (over or zero or "")[-1:]
    if sign is None or sign in _SILENT:
        return ""
    return _SIGNS.get(sign, sign if not sign.isalnum() else "")
