"""Letters, links and form values of one page, as PDFium tells them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from math import atan2, degrees, hypot
from typing import Any

from postil.document.formats.pdf.process.form_values import FormValues
from postil.document.formats.pdf.process.glyphs import Glyph, rows, turned
from postil.document.formats.pdf.process.letters import fragments
from postil.document.formats.pdf.process.library import c, function, pdfium
from postil.document.formats.pdf.process.pdfium_fonts import Font, Fonts
from postil.document.formats.pdf.process.pdfium_links import page_links
from postil.document.formats.pdf.process.stretches import Stretches
from postil.document.formats.pdf.process.wire import Fragment, Sheet

MOST_LETTERS = 120_000
"""Letters of one page that are read."""
_MOST_ANGLES = 8
"""Directions other than the main one that are read on a page."""
_MOST_PARTS = 5000
"""Objects of a page among which pictures are looked for."""
_DOWNWARDS = 270
"""Degrees by which the letters of vertical lines count as turned."""
_HYPHENS = (0x2, 0xFFFE, 0xAD)
_WIDE = range(0x2E80, 0xA4D0), range(0xF900, 0xFB00), range(0xFE30, 0xFE50), range(0xFF00, 0xFF61)
_BULLETS = (0xF0B7, 0xF0A7, 0xF0D8, 0xF0A8, 0xF076)
"""Codes by which fonts of signs have bullets."""
_TEX = {
    **dict(enumerate(("ff", "fi", "fl", "ffi", "ffl"), 0x0B)),
    **dict(enumerate(("ff", "fi", "fl", "ffi", "ffl"), 0x1B)),
    0x10: "“",
    0x11: "”",
    0x15: "–",
    0x16: "—",
    0x19: "ı",
    0x88: "•",
}
"""Signs of TeX's fonts that say nothing else; TeX's own codes are left."""
_LAST_NARROW = 0x2E7F
_NARROW = chr(_LAST_NARROW)
_LEAST_SIZE = 0.3
"""Points below which letters cannot be seen."""


class PageReader:
    """Reads the pages of a document that is open."""

    def __init__(self, document: Any, form: FormValues) -> None:
        self._document = document
        self._form = form
        self._fonts = Fonts()
        where, integer = c.c_void_p, c.c_int
        self._object = function("FPDFText_GetTextObject", where, integer, result=where)
        self._unicode = function("FPDFText_GetUnicode", where, integer, result=c.c_uint)
        self._origin = function("FPDFText_GetCharOrigin", where, integer, where, where)
        self._loose = function("FPDFText_GetLooseCharBox", where, integer, where)
        self._matrix = function("FPDFText_GetMatrix", where, integer, where)
        self._stretches = Stretches(self._object)

    def read(self, index: int) -> Sheet:
        """Return a page; one that cannot be loaded is empty and says so."""
        page = pdfium.FPDF_LoadPage(self._document, index)
        if not page:
            return Sheet(index, 0, 0, [], lost="it is damaged")
        try:
            return self._sheet(page, index)
        finally:
            self._fonts.forget()
            pdfium.FPDF_ClosePage(page)

    def _sheet(self, page: Any, index: int) -> Sheet:
        box = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, box)
        bounds = (box.left, box.bottom, box.right, box.top)
        if pdfium.FPDFPage_GetRotation(page) % 2:
            bounds = (box.bottom, box.left, box.top, box.right)
        links, places = page_links(self._document, page)
        groups, unknown = self._letters(page, bounds, places)
        # Upright words may stand together as one, turned ones are letters.
        letters = {angle: sum(len(one.char) for one in groups[angle]) for angle in groups}
        pictures = 0 if sum(letters.values()) > 50 else _pictures(page)
        main = max(letters, key=lambda angle: letters[angle], default=0)
        frames = [
            (angle, _framed(glyphs, angle, bounds))
            for angle, glyphs in sorted(groups.items(), key=lambda one: one[0] != main)
        ]
        values = self._form.values(page, bounds)
        found: list[list[Fragment]] = []
        for angle, glyphs in frames[: _MOST_ANGLES + 1]:
            standing = rows(glyphs)
            here = [one for row in standing for one in fragments(row)]
            if angle == main:
                here += self._form.placed(values, here)
            found.append(here)
        if not found:
            found.append(self._form.placed(values, []))
        wide, high = bounds[2] - bounds[0], bounds[3] - bounds[1]
        if main in (90, 270):
            wide, high = high, wide
        aside = [one for one in found[1:] if one]
        return Sheet(
            index, round(wide, 1), round(high, 1), found[0], links, aside, pictures, unknown
        )

    def _letters(
        self, page: Any, bounds: tuple[float, ...], places: list[tuple[float, ...]]
    ) -> tuple[dict[int, list[Glyph]], int]:
        """Return the letters by the angle at which they are drawn, and how many are unknown."""
        text = pdfium.FPDFText_LoadPage(page)
        if not text:
            return {}, 0
        groups: dict[int, list[Glyph]] = {}
        unknown = 0
        try:
            where = c.cast(text, c.c_void_p).value
            count = min(pdfium.FPDFText_CountChars(text), MOST_LETTERS)
            for angle, glyph in self._drawn(where, count, bounds, places):
                unknown += glyph.char == "\ufffd"
                groups.setdefault(angle, []).append(glyph)
        finally:
            pdfium.FPDFText_ClosePage(text)
        return _upright_or_down(groups), unknown

    def _drawn(
        self, text: object, count: int, bounds: tuple[float, ...], places: list[tuple[float, ...]]
    ) -> Iterator[tuple[int, Glyph]]:
        """Yield the angle and the letter of each character that is drawn on the page."""
        x, y, box = c.c_double(), c.c_double(), pdfium.FS_RECTF()
        at_x, at_y, at_box = map(c.addressof, (x, y, box))
        left, low, right, high = bounds
        find_object, find_code, find_box = self._object, self._unicode, self._loose
        told, seen = 0, False
        angle, size, style, font, base = 0, 0.0, 0, None, 0.0
        whole, rest = self._stretches.find(text, count, places)
        for first, last, words, drawn in whole:
            angle, size = self._set(text, first, drawn)
            font = self._fonts.of(drawn)
            self._origin(text, first, at_x, at_y)
            base = y.value
            find_box(text, first, at_box)
            start = box.left
            find_box(text, last, at_box)
            stop = box.right
            inside = low - 2 < base < high + 2 and left - 2 < start and stop < right + 2
            if angle or font is None or size < _LEAST_SIZE or start >= stop or not inside:
                rest.append(range(first, last + 1))
                continue
            link = _link_at(places, (start + stop) / 2, base + 0.3 * size) if places else -1
            yield 0, Glyph(words, start - left, stop - left, base - low, size, font.style, link)
        for index in chain.from_iterable(rest):
            drawn = find_object(text, index)
            if not drawn:
                continue
            code = find_code(text, index)
            if drawn != told or angle:
                if drawn != told:
                    told = drawn
                    angle, size = self._set(text, index, drawn)
                    font = self._fonts.of(drawn)
                    style = font.style if font else 0
                self._origin(text, index, at_x, at_y)
                base = y.value
                seen = size >= _LEAST_SIZE and low - 2 < base < high + 2 and font is not None
            if not seen:
                continue
            if angle:
                start = x.value
                wide = font.width(code, size) if font else 0.0
            else:
                find_box(text, index, at_box)
                start = box.left
                wide = box.right - start
                if code > _LAST_NARROW:
                    # Fonts for vertical lines go down within one object.
                    self._origin(text, index, at_x, at_y)
                    base = y.value
                    if wide > 1.5 * size:
                        start, wide = x.value, size
            if wide < 0:
                start, wide = start + wide, -wide
            if not left - 2 < start < right + 2:
                continue
            char = chr(code) if 31 < code < 0x7F else _char(code, font)
            link = -1
            if places:
                middle = start if angle else start + wide / 2
                link = _link_at(places, middle, base + 0.3 * size)
            if not angle:
                start -= left
                yield 0, Glyph(char, start, start + wide, base - low, size, style, link)
            else:
                yield angle, Glyph(char, start, start + wide, base, size, style, link)

    def _set(self, text: object, index: int, drawn: int) -> tuple[int, float]:
        """Return the angle in degrees and the size in points in which an object is set."""
        matrix = pdfium.FS_MATRIX()
        size = c.c_float()
        self._matrix(text, index, c.addressof(matrix))
        pdfium.FPDFTextObj_GetFontSize(c.cast(drawn, pdfium.FPDF_PAGEOBJECT), size)
        turn = degrees(atan2(matrix.b, matrix.a)) if matrix.a or matrix.b else 0.0
        angle = round(turn) % 360
        # Letters that lean by a degree or two stand on the page all the same.
        near = next((flat for flat in (0, 90, 180, 270, 360) if abs(angle - flat) <= 2), angle)
        return near % 360, abs(size.value) * (hypot(matrix.c, matrix.d) or 1.0)


def _char(code: int, font: Font | None) -> str:
    """Return the letter of a code; one that means nothing outside its font is U+FFFD."""
    if code in _HYPHENS:
        return "-"
    if code in _BULLETS:
        return "•"
    if code < 0xA0:
        if code in _TEX and not (font and font.signs):
            return _TEX[code]
        return bytes([code]).decode("cp1252", "replace") if code > 0x7F else "\ufffd"
    private = 0xE000 <= code < 0xF900 or 0xD800 <= code < 0xE000
    return "\ufffd" if private or code > 0x10FFFF else chr(code)


def _upright_or_down(groups: dict[int, list[Glyph]]) -> dict[int, list[Glyph]]:
    """Let letters of Chinese and Japanese that stand one below the other be vertical lines."""
    upright = groups.get(0, [])
    if not any(glyph[0] > _NARROW for glyph in upright):
        return groups
    down = [False] * len(upright)
    for at in range(1, len(upright)):
        one, other = upright[at - 1], upright[at]
        if not (_is_wide(one.char) and _is_wide(other.char)):
            continue
        fall = (one.y - other.y) / other.size
        if abs(one.x0 - other.x0) < 0.3 * other.size and 0.7 < fall < 1.7:
            down[at - 1] = down[at] = True
    if sum(down) < max(4, 0.3 * len(upright)):
        return groups
    kept = [glyph for glyph, falls in zip(upright, down, strict=True) if not falls]
    for glyph, falls in zip(upright, down, strict=True):
        if falls:
            centre = (glyph.x0 + glyph.x1) / 2
            # As if turned: the line begins at the top of the letter.
            made = glyph._replace(
                x0=centre - 0.4 * glyph.size,
                x1=centre + 0.6 * glyph.size,
                y=glyph.y + 0.85 * glyph.size,
            )
            groups.setdefault(_DOWNWARDS, []).append(made)
    groups[0] = kept
    return {angle: glyphs for angle, glyphs in groups.items() if glyphs}


def _is_wide(char: str) -> bool:
    if len(char) > 1:
        return False
    return any(ord(char) in one for one in _WIDE) or char in "‥…—―"


def _framed(glyphs: list[Glyph], angle: int, bounds: tuple[float, ...]) -> list[Glyph]:
    """Return letters upright, with the lower left corner of the page at the origin."""
    if not angle:
        return glyphs
    left, low, right, high = bounds
    corners = [turned(Glyph("", x, x, y, 0, 0), angle) for x in (left, right) for y in (low, high)]
    by_x, by_y = min(one.x0 for one in corners), min(one.y for one in corners)
    made = [turned(glyph, angle) for glyph in glyphs]
    return [
        glyph._replace(x0=glyph.x0 - by_x, x1=glyph.x1 - by_x, y=glyph.y - by_y) for glyph in made
    ]


def _link_at(places: list[tuple[float, ...]], x: float, y: float) -> int:
    for left, low, right, high, index in places:
        if left <= x <= right and low <= y <= high:
            return int(index)
    return -1


def _pictures(page: Any) -> int:
    """Return how many pictures a page has, in its forms as well."""
    found = 0
    parts = [
        pdfium.FPDFPage_GetObject(page, at)
        for at in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_PARTS))
    ]
    for part in parts:
        kind = pdfium.FPDFPageObj_GetType(part)
        found += kind == pdfium.FPDF_PAGEOBJ_IMAGE
        if kind == pdfium.FPDF_PAGEOBJ_FORM and len(parts) < _MOST_PARTS:
            count = min(pdfium.FPDFFormObj_CountObjects(part), _MOST_PARTS - len(parts))
            parts += [pdfium.FPDFFormObj_GetObject(part, at) for at in range(count)]
    return found
