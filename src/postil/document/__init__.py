"""Bytes in, articles out: every form of document that Postil reads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from postil.document.base.progress import Pause
from postil.document.bytes.read_file import HEAD, head_bytes, read_bytes, shown
from postil.model.article import Article

__all__ = [
    "FORMATS",
    "Format",
    "format_of",
    "head_bytes",
    "known_suffixes",
    "open_article",
    "parse",
    "read_bytes",
    "shown",
]


class Format(NamedTuple):
    """A form of document, and the module that reads it."""

    label: str
    suffixes: tuple[str, ...]
    module: str
    """Has ``read(text, head, pause) -> Draft`` and ``preview(head, whole) -> Draft``."""
    ahead: bool = False
    """A first screenful needs the whole text: what stands at its end changes how it begins."""


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


def open_article(path: Path, pause: Pause | None = None) -> Iterator[Article]:
    """Yield a first screenful of a big file without waiting for the rest, then the whole.

    ``pause`` is called every few milliseconds while the whole is read.

    Raises CannotOpen in its forms.
    """
    from postil.document import pipeline

    name = shown(Path(path.name))
    if not format_of(path.name).ahead and (head := head_bytes(path, HEAD)):
        if first := pipeline.first_screenful(head, None, name, path):
            yield first
        yield pipeline.whole(read_bytes(path), name, path, pause)
        return
    yield from parse(read_bytes(path), name, path=path, pause=pause)


def parse(
    data: bytes, name: str, *, path: Path | None = None, pause: Pause | None = None
) -> Iterator[Article]:
    """Yield a first screenful (not ``complete``) of what is large, then the finished article.

    The texts of the first one's blocks are those with which the finished one begins. Raises
    NotText for bytes that are no text; empty text gives an article without blocks.
    """
    from postil.document import pipeline

    if len(data) > HEAD and (first := pipeline.first_screenful(data[:HEAD], data, name, path)):
        yield first
    yield pipeline.whole(data, name, path, pause)
