"""Documents that are read from their bytes: what takes long to read is kept, and read once."""

from __future__ import annotations

from collections.abc import Iterator
from time import monotonic
from typing import Protocol

from postil.document.article.builder import Draft
from postil.document.article.packed_draft import pack, unpack
from postil.document.base.means import Keeping
from postil.document.base.request import Request

__all__ = ["ByteReader", "Request", "drafts"]

SLOW = 0.25
"""Seconds of reading from which on what was read is kept: less than that, and it is read again."""


class ByteReader(Protocol):
    """What a module named in FORMATS offers that reads bytes."""

    def drafts(self, request: Request) -> Iterator[Draft]:
        """Yield a first screenful, if one comes early, and then the whole draft.

        Raises NotText for bytes of another form, and CannotOpen in its forms.
        """


def drafts(reader: ByteReader, request: Request, keeping: Keeping | None) -> Iterator[Draft]:
    """Yield what was kept of a document, else what a reader makes of it.

    What a password opens is kept nowhere.
    """
    if request.password:
        keeping = None
    name = f"{request.name}\0{request.encoding}" if request.encoding else request.name
    first: Draft | None = None
    if keeping is not None and (packed := keeping.get(request.data, name)) is not None:
        for draft in unpack(packed):
            yield draft
            if draft.complete:
                return
            first = draft
    begun = first is not None
    seconds = -monotonic()
    for draft in reader.drafts(request):
        seconds += monotonic()
        if not draft.complete:
            first = draft
        elif keeping is not None and seconds > SLOW:
            keeping.put(request.data, name, pack(first, draft))
        if draft.complete or not begun:
            yield draft
        seconds -= monotonic()
