"""Fields of a DOCX that stand open: from their code over their result to their end."""

from __future__ import annotations

from postil.document.formats.office.fields import field_kind, link_of
from postil.model.values import dataclass

_MOST = 50
"""Fields within fields."""
_LONGEST_CODE = 8000
_PATIENCE = 20
"""Paragraphs after which the code of a field that does not end is given up."""


@dataclass(slots=True)
class _Field:
    code: str = ""
    shown: bool = False
    """Its code has ended: its result follows."""
    age: int = 0
    """Paragraphs that its code has taken."""
    silent: bool = False
    """Its result is no text: a table of contents."""
    link: str = ""

    def show(self) -> None:
        """Begin the result."""
        self.shown = True
        self.silent = field_kind(self.code) == "TOC"
        self.link = link_of(self.code)


class Fields:
    """The fields around the present place, which can reach over paragraphs."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    @property
    def silent(self) -> bool:
        """Whether words here are no text: a code, or the result of a table of contents."""
        return any(not one.shown or one.silent for one in self._open)

    @property
    def link(self) -> str:
        """Where words here lead, "" if nowhere."""
        return next((one.link for one in reversed(self._open) if one.link), "")

    def mark(self, kind: str) -> None:
        """Begin a field, its result, or end it."""
        if kind == "begin" and len(self._open) < _MOST:
            self._open.append(_Field())
        elif kind == "separate" and self._open:
            self._open[-1].show()
        elif kind == "end" and self._open:
            self._open.pop()

    def code(self, words: str) -> None:
        """Append to the code of the field that stands open."""
        if self._open and not self._open[-1].shown and len(self._open[-1].code) < _LONGEST_CODE:
            self._open[-1].code += words

    def simple(self, code: str) -> None:
        """Begin a field that has its code as an attribute, and its result."""
        self._open.append(_Field(code))
        self._open[-1].show()

    def end_paragraph(self) -> None:
        """End a paragraph: a code that goes on for too long is none."""
        for one in self._open:
            one.age += not one.shown
        self._open = [one for one in self._open if one.age < _PATIENCE]
