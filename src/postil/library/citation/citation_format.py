"""Citation formats: one of Postil's own, or a style and a form, as one value of the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from postil.library.citation.citing import FORMATS
from postil.model.values import dataclass

if TYPE_CHECKING:
    # Who cites in no style is spared the processor of styles.
    from postil.csl import Format

__all__ = [
    "CITATION",
    "DEFAULT_OPTIONS",
    "FORMS",
    "OTHER_NAMES",
    "QUOTATION",
    "REFERENCE",
    "STYLE_FORMATS",
    "STYLE_FORMS",
    "CitationFormat",
    "CitationOptions",
    "parse_citation_format",
]

QUOTATION, CITATION, REFERENCE = "quotation", "citation", "bibliography"
FORMS = (QUOTATION, CITATION, REFERENCE)
"""The forms in which a style cites, as the verb cite calls them; of notes too."""

STYLE_FORMS = ("quotation", "citation", "note", "bibliography")
"""What a style can be asked for; a note only where it cites in notes."""

STYLE_FORMATS: tuple[Format, ...] = ("text", "markdown", "html")
"""The formats in which a style sets what it cites."""

OTHER_NAMES = {"note": CITATION, "reference": REFERENCE}
"""What the forms are called too."""


@dataclass(frozen=True, slots=True)
class CitationFormat:
    """How to cite: in a format, or in a style and a form of it."""

    name: str
    """A format, or a style by its name or the path of its file."""
    form: str = QUOTATION
    """One of ``FORMS``; a format has but one."""

    @property
    def in_style(self) -> bool:
        """Whether it is a style, and no format of Postil's own."""
        return self.name not in FORMATS

    @property
    def value(self) -> str:
        """What stands for it in the settings, such as ``apa`` or ``apa citation``."""
        return f"{self.name} {self.form}" if self.in_style and self.form != QUOTATION else self.name


@dataclass(frozen=True, slots=True)
class CitationOptions:
    """What the reader wants of one citation besides its format."""

    words: str | None = None
    """The passage in the reader's own wording, where it is to be marked what that changes."""
    place: bool = False
    """Whether a style says in which section and paragraph the passage stands."""


DEFAULT_OPTIONS = CitationOptions()


def parse_citation_format(value: str) -> CitationFormat:
    """Return the format, or the style and the form, that a value of the settings stands for."""
    name, _, form = value.rpartition(" ")
    form = OTHER_NAMES.get(form, form)
    return (
        CitationFormat(name.rstrip(), form)
        if name.strip() and form in FORMS
        else CitationFormat(value)
    )
