"""Parser of RTF: bytes in, drafts out."""

from __future__ import annotations

from collections.abc import Iterator

from postil.document.article.builder import Draft
from postil.document.base.request import Request
from postil.document.formats.office.first_screenful import FirstScreenful
from postil.document.formats.office.other_text import read_as_text
from postil.document.formats.rtf.reader import Reader
from postil.text.progress import within

_MAGIC = b"{\\rtf"
_FRAGMENT = b"{\\"
"""How a piece of a document begins that was cut out of one."""
_LEAD = 1024
"""Bytes that may stand before it."""


def drafts(request: Request) -> Iterator[Draft]:
    """Yield the beginning of a long document, then the whole; raises NotText for what is none."""
    begin = request.data[:_LEAD].find(_MAGIC)
    if begin < 0 and not request.data.startswith(_FRAGMENT):
        yield read_as_text(request)
        return
    data = request.data[begin:] if begin > 0 else request.data
    reader, first = Reader(data), FirstScreenful(request.name)
    for items in reader.read(within(request.progress, 0, 0.7)):
        if draft := first.of(items, reader.story):
            yield draft
    yield first.draft_of(reader.story, within(request.progress, 0.7, 1))
