"""Values of forms, and text typed onto a page, put where a reader sees them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from postil.document.formats.pdf.process.library import c, pdfium
from postil.document.formats.pdf.process.wire import Fragment
from postil.model.values import NamedTuple
from postil.text.clean import clean_line

_MOST = 3000
"""Fields of one page that are read."""
_LONGEST = 20_000
"""Bytes of a value."""
_SIZE = 10.0
"""Points in which a value counts as set where its box is high."""
_VERSION = 2
_BUTTON, _RADIO, _TEXT = 2, 3, (4, 5, 6)
_PUSHED = 1


class Value(NamedTuple):
    """What is filled in, and the box that it stands in."""

    text: str
    left: float
    low: float
    right: float
    high: float


class FormValues:
    """Reads the fields of a document that is open; nothing of it is run."""

    def __init__(self, document: Any) -> None:
        self._form: Any = None
        self._setting = pdfium.FPDF_FORMFILLINFO()
        self._setting.version = _VERSION
        if pdfium.FPDF_GetFormType(document) != pdfium.FORMTYPE_NONE:
            self._form = pdfium.FPDFDOC_InitFormFillEnvironment(document, self._setting)

    def values(self, page: Any, bounds: tuple[float, ...]) -> list[Value]:
        """Return what is filled in on a page."""
        count = min(pdfium.FPDFPage_GetAnnotCount(page), _MOST)
        if not count or not self._form:
            return self._found(page, count, bounds)
        # Until a page is shown, PDFium says of each box that nobody has ticked it.
        pdfium.FORM_OnAfterLoadPage(page, self._form)
        found = self._found(page, count, bounds)
        pdfium.FORM_OnBeforeClosePage(page, self._form)
        return found

    def _found(self, page: Any, count: int, bounds: tuple[float, ...]) -> list[Value]:
        found: list[Value] = []
        for at in range(count):
            annotation = pdfium.FPDFPage_GetAnnot(page, at)
            if not annotation:
                continue
            text = self._text(annotation)
            box = pdfium.FS_RECTF()
            if text and pdfium.FPDFAnnot_GetRect(annotation, box):
                low, high = sorted((box.bottom, box.top))
                left, right = sorted((box.left, box.right))
                x, y = bounds[0], bounds[1]
                found.append(Value(text, left - x, low - y, right - x, high - y))
            pdfium.FPDFPage_CloseAnnot(annotation)
        return found

    def placed(self, values: Sequence[Value], here: Sequence[Fragment]) -> list[Fragment]:
        """Return values as fragments on the lines of the words beside them."""
        return [_placed(value, here) for value in values]

    def _text(self, annotation: Any) -> str:
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        if kind == pdfium.FPDF_ANNOT_FREETEXT:
            return self._string(pdfium.FPDFAnnot_GetStringValue, annotation, b"Contents")
        if kind != pdfium.FPDF_ANNOT_WIDGET or not self._form:
            return ""
        field = pdfium.FPDFAnnot_GetFormFieldType(self._form, annotation)
        if field in (_BUTTON, _RADIO):
            return "☒" if pdfium.FPDFAnnot_IsChecked(self._form, annotation) else "☐"
        if field not in _TEXT:
            return ""
        return self._string(pdfium.FPDFAnnot_GetFormFieldValue, self._form, annotation)

    def _string(self, function: Any, *arguments: Any) -> str:
        size = min(function(*arguments, None, 0), _LONGEST)
        if size <= 2:
            return ""
        room = (c.c_ushort * (size // 2 + 1))()
        function(*arguments, room, size)
        return clean_line(bytes(room)[: size - 2].decode("utf-16-le", "replace"))


def _placed(value: Value, here: Sequence[Fragment]) -> Fragment:
    size = min(_SIZE, 0.75 * (value.high - value.low) or _SIZE)
    y = (value.high + value.low) / 2 - 0.35 * size
    lines = [one for one in here if value.low - 2 <= one.y + 0.3 * one.size <= value.high + 2]
    if lines:
        beside = min(
            lines, key=lambda one: min(abs(one.x1 - value.left), abs(one.x0 - value.right))
        )
        y, size = beside.y, beside.size
    right = min(value.right, value.left + 0.5 * size * len(value.text))
    return Fragment(value.text, round(value.left, 1), round(right, 1), round(y, 1), size, [])
