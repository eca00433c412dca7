"""Tables in the header of RTF: fonts with their code pages, styles, and lists."""

from __future__ import annotations

from postil.document.formats.office.counters import LEVELS, Counter, ListLevel
from postil.document.formats.office.style_names import heading_level, is_monospaced, role_of
from postil.document.formats.office.symbols import is_symbolic
from postil.document.formats.rtf.code_pages import SYMBOL, charset_encoding, page_encoding
from postil.model.values import dataclass, field

_NUMBERINGS = {0: "1", 1: "I", 2: "i", 3: "A", 4: "a", 5: "1", 22: "01", 23: "", 255: ""}
_BULLET = 23
_MOST = 20_000
"""Fonts, styles or lists that are kept."""
_DEEPEST_BASE = 20
"""Styles that one may be based on, one on the other."""


@dataclass(slots=True)
class Font:
    """One font."""

    name: str = ""
    charset: int = 1
    page: int = 0


@dataclass(slots=True)
class Style:
    """One style of paragraphs."""

    name: str = ""
    based_on: int = -1
    outline: int = -1


@dataclass(slots=True)
class HeaderTables:
    """What the header says, by the numbers that the body names."""

    fonts: dict[int, Font] = field(default_factory=dict)
    styles: dict[int, Style] = field(default_factory=dict)
    lists: dict[int, list[ListLevel]] = field(default_factory=dict)
    overrides: dict[int, int] = field(default_factory=dict)
    """Numbers of lists in the body, and which list each is."""
    page: str = "cp1252"
    font: int = 0
    """That of words for which none is named."""
    _encodings: dict[int, str] = field(default_factory=dict)
    _charsets: frozenset[int] = frozenset()
    """Those of all fonts; empty where a font has been named since they were gathered."""
    _purposes: dict[int, tuple[str, int]] = field(default_factory=dict)
    _counters: dict[int, Counter] = field(default_factory=dict)

    def encoding(self, font: int) -> str:
        """Return the encoding of bytes in a font; ``SYMBOL`` where they are signs."""
        font = self.font if font < 0 else font
        known = self._encodings.get(font)
        if known is None:
            one = self.fonts.get(font)
            if one is None:
                known = self.page
            elif is_symbolic(one.name):
                known = SYMBOL
            elif one.page:
                known = page_encoding(one.page)
            else:
                if not self._charsets:
                    self._charsets = frozenset(each.charset for each in self.fonts.values())
                known = charset_encoding(one.charset, self.page, self._charsets)
            self._encodings[font] = known
        return known

    def forget_encodings(self) -> None:
        """Tell encodings anew: a font or the code page has just been named."""
        self._encodings.clear()
        self._charsets = frozenset()

    def font_name(self, font: int) -> str:
        """Return the name of a font, "" for one that is not known."""
        one = self.fonts.get(self.font if font < 0 else font)
        return one.name if one else ""

    def monospaced(self, font: int) -> bool:
        """Tell whether all letters of a font are equally wide."""
        return is_monospaced(self.font_name(font))

    def purpose(self, style: int) -> tuple[str, int]:
        """Return what paragraphs in a style are for, and the level of headings, from 1."""
        known = self._purposes.get(style)
        if known is None:
            known = self._purposes[style] = self._role(style), self._level(style)
        return known

    def _level(self, style: int) -> int:
        for one in self._bases(style):
            if found := heading_level(one.name):
                return found
            if one.outline >= 0:
                return one.outline + 1
            if role_of(one.name):
                return 0
        return 0

    def _role(self, style: int) -> str:
        return next((role for one in self._bases(style) if (role := role_of(one.name))), "")

    def add_font(self, number: int, font: Font) -> None:
        """Take a font; the name ends at a semicolon."""
        if len(self.fonts) < _MOST:
            font.name = font.name.partition(";")[0].strip()
            self.fonts[number] = font
            self.forget_encodings()

    def add_style(self, number: int, style: Style) -> None:
        """Take a style of paragraphs."""
        if len(self.styles) < _MOST:
            style.name = style.name.partition(";")[0].strip()
            self.styles[number] = style
            self._purposes.clear()

    def add_list(self, number: int, levels: list[ListLevel]) -> None:
        """Take a list."""
        if len(self.lists) < _MOST:
            self.lists[number] = levels

    def counted(self, list_id: int, level: int) -> str:
        """Count one item of a list; return its marker, "" where the list is not known."""
        number = self.overrides.get(list_id, list_id)
        levels = self.lists.get(number)
        if not levels:
            return ""
        counter = self._counters.get(list_id)
        if counter is None:
            counter = self._counters[list_id] = Counter(dict(enumerate(levels)))
        return counter.marker(level)

    def _bases(self, style: int) -> list[Style]:
        """Return a style and those that it is based on."""
        found: list[Style] = []
        while len(found) < _DEEPEST_BASE and (one := self.styles.get(style)):
            found.append(one)
            if one.based_on == style:
                break
            style = one.based_on
        return found


def list_level(numbering: int, start: int, text: bytes) -> ListLevel:
    """Return a level of a list.

    ``text`` is a length, then letters with the places of numbers as 0 to 8.
    """
    pattern = ""
    for byte in text[1 : 1 + min(text[0], 60)] if text else b"":
        pattern += f"%{byte + 1}" if byte < LEVELS else chr(byte)
    form = _NUMBERINGS.get(numbering, "1")
    if not form and "%" not in pattern:
        pattern = "•" if numbering == _BULLET else ""
    return ListLevel(form, pattern, start)
