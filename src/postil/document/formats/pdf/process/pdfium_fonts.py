"""Fonts of a document: what their letters look like, and how wide they are."""

from __future__ import annotations

from typing import Any

from postil.document.formats.pdf.process.library import c, pdfium
from postil.document.formats.pdf.process.wire import BOLD, FIXED, ITALIC
from postil.text.lazy_regex import lazily

_NAME = 200
"""Bytes of a name that are read."""
_BOLD = lazily(r"(?i)bold|black|heavy|demi|medi$|medi-?ital|-bd|cmbx|cmb\d|sfbx|ecbx|cmssbx|lmb")
_ITALIC = lazily(r"(?i)ital|obli|slant|kursiv|cmti|cmsl|cmmi|cmbxti|sfti|sfsl|ecti|-it$|-it,")
_FIXED = lazily(r"(?i)mono|courier|typewriter|cmtt|cmsltt|sftt|ectt|consol|menlo|fixed|lmtt|-tt")
_SIGNS = lazily(r"(?i)cmsy|cmex|msam|msbm|wasy|stmary")
_FIXED_PITCH, _SLANTED, _FORCED_BOLD = 1, 1 << 6, 1 << 18


class Font:
    """One font."""

    def __init__(self, handle: Any) -> None:
        name = c.create_string_buffer(_NAME)
        pdfium.FPDFFont_GetBaseFontName(handle, name, _NAME)
        self.style = style_of(
            name.value.decode("utf-8", "replace"), pdfium.FPDFFont_GetFlags(handle)
        )
        self.signs = _SIGNS.search(name.value.decode("utf-8", "replace")) is not None
        """It has signs, and letters only by chance."""
        self._handle = handle
        self._widths: dict[int, float] = {}

    def width(self, code: int, size: float) -> float:
        """Return how far a letter moves the pen, in points."""
        if code not in self._widths:
            wide = c.c_float()
            known = pdfium.FPDFFont_GetGlyphWidth(self._handle, code, 1000.0, wide)
            self._widths[code] = wide.value / 1000 if known and wide.value > 0 else 0.5
        return self._widths[code] * size


class Fonts:
    """The fonts that were met."""

    def __init__(self) -> None:
        self._known: dict[int, Font] = {}

    def of(self, drawn: int) -> Font | None:
        """Return the font of a text object."""
        handle = pdfium.FPDFTextObj_GetFont(c.cast(drawn, pdfium.FPDF_PAGEOBJECT))
        if not handle:
            return None
        key = c.cast(handle, c.c_void_p).value or 0
        if key not in self._known:
            self._known[key] = Font(handle)
        return self._known[key]

    def forget(self) -> None:
        """Forget all: where one was, another may be once its page is closed."""
        self._known.clear()


def style_of(name: str, flags: int) -> int:
    """Return the bits of a font's style by its name and the flags of its descriptor."""
    flags = max(flags, 0)
    style = BOLD if _BOLD.search(name) or flags & _FORCED_BOLD else 0
    if _ITALIC.search(name) or flags & _SLANTED:
        style |= ITALIC
    if _FIXED.search(name) or flags & _FIXED_PITCH:
        style |= FIXED
    return style
