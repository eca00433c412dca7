"""Registry of formats: which module reads a file, told by the suffix of its name."""

from __future__ import annotations

from pathlib import Path

from postil.model.values import NamedTuple


class Format(NamedTuple):
    """A format: a form of document, the suffixes of its files, and the module that reads it."""

    label: str
    suffixes: tuple[str, ...]
    module: str
    """Has ``read(text, head, progress) -> Draft`` and ``preview(head, whole) -> Draft``."""
    ahead: bool = False
    """The reader must look ahead: what stands at the end of a text changes how it begins."""


FORMATS = (
    Format("plain text", (".txt", ".text"), "postil.document.formats.plain"),
    Format(
        "Markdown",
        (".md", ".markdown", ".mdown", ".mkd"),
        "postil.document.formats.markdown.parser",
        True,
    ),
)


def known_suffixes() -> tuple[str, ...]:
    """Return the suffixes of the files that Postil reads, each with its dot."""
    return tuple(suffix for form in FORMATS for suffix in form.suffixes)


def format_of(name: str) -> Format:
    """Return the format that a file's name tells; plain text if it tells none."""
    suffix = Path(name).suffix.lower()
    return next((form for form in FORMATS if suffix in form.suffixes), FORMATS[0])
