"""Parser of RTF: bytes in, drafts out."""

from __future__ import annotations

from collections.abc import Iterator

from postil.document.article.builder import Draft
from postil.document.base.request import Request
from postil.document.formats.office.other_text import read_as_text
from postil.document.formats.office.story_writer import draft_of
from postil.document.formats.rtf.reader import Reader
from postil.text.progress import within

_MAGIC = b"{\\rtf"
_FRAGMENT = b"{\\"
"""How a piece of a document begins that was cut out of one."""
_LEAD = 1024
"""Bytes that may stand before it."""


def drafts(request: Request) -> Iterator[Draft]:
    """Yield the draft of the whole document; raises NotText for what is no text."""
    begin = request.data[:_LEAD].find(_MAGIC)
    if begin < 0 and not request.data.startswith(_FRAGMENT):
        yield read_as_text(request)
        return
    data = request.data[begin:] if begin > 0 else request.data
    story = Reader(data).read(within(request.progress, 0, 0.7))
    yield draft_of(story, request.name, within(request.progress, 0.7, 1))
