"""Parser of RTF: bytes in, drafts out."""

from __future__ import annotations

from collections.abc import Iterator

from postil.document.article.builder import Draft
from postil.document.base.request import Request
from postil.document.formats.office.story_writer import draft_of
from postil.document.formats.rtf.reader import Reader
from postil.errors import NotText
from postil.text.progress import within

_MAGIC = b"{\\rtf"
_LEAD = 1024
"""Bytes that may stand before it."""


def drafts(request: Request) -> Iterator[Draft]:
    """Yield the draft of the whole document; raises NotText for what is no RTF."""
    begin = request.data[:_LEAD].find(_MAGIC)
    if begin < 0:
        remedy = "open it by the name that its format has"
        raise NotText(request.name, "it is no RTF, whatever its name says", remedy)
    data = request.data[begin:] if begin else request.data
    story = Reader(data).read(within(request.progress, 0, 0.7))
    yield draft_of(story, request.name, within(request.progress, 0.7, 1))
