"""A small format of bytes, as a reader of printed documents is: pages, headings, places to go to.

MAGIC              begins it
a form feed        begins a page, whose first line is its label
# words            is a heading, which is named by its words in small letters
@ title            is the title of the whole
! password         opens it
! password         opens it
"""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event

import pytest

from postil.document.article.builder import Draft
from postil.document.article.metadata import from_mapping
from postil.document.base.request import Request
from postil.document.formats import registry
from postil.document.formats.markup.block_writer import BlockWriter
from postil.errors import NeedsPassword, NotText

MAGIC = b"\x00PAGED\n"
AHEAD = 3
"""Pages of which a first screenful is made, where there are more."""


class Held:
    """Holds the reading back until the test lets it go."""

    def __init__(self) -> None:
        self.go = Event()


HELD: Held | None = None
"""What holds all readings back, if anything."""
HELD_BEHIND: Held | None = None
"""What holds back all that follows a first screenful."""


def paged(
    *pages: str, title: str = "A printed book", kind: str = "book", password: str = ""
) -> bytes:
    """Return a document: of each page its lines, the first of which is its label."""
    lock = f"! {password}\n" if password else ""
    head = f"@ {title}\n% {kind}\n{lock}"
    return MAGIC + (head + "".join(f"\f{one}\n" for one in pages)).encode()


def known(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Postil read the format."""
    form = registry.Format("paged", (".paged",), __name__, binary=True, kind="paged")
    monkeypatch.setattr(registry, "FORMATS", (*registry.FORMATS, form))


def drafts(request: Request) -> Iterator[Draft]:
    """Yield the first pages of a longer document, then all of it."""
    if not request.data.startswith(MAGIC):
        raise NotText(request.name, "it is not paged", "open another")
    head, *pages = request.data[len(MAGIC) :].decode().split("\f")
    lock = next((line[2:] for line in head.splitlines() if line.startswith("! ")), "")
    if request.password != lock:
        why = "the password is wrong" if request.password else "it is locked with a password"
        raise NeedsPassword(request.name, why, "give its password")
    _wait(HELD, request)
    if len(pages) > AHEAD:
        yield _draft(head, pages[:AHEAD], request, complete=False)
        _wait(HELD_BEHIND, request)
    yield _draft(head, pages, request, complete=True)


def _wait(held: Held | None, request: Request) -> None:
    while held is not None and not held.go.wait(0.01):
        if request.progress is not None:
            request.progress(0.1)


def _draft(head: str, pages: list[str], request: Request, *, complete: bool) -> Draft:
    writer = BlockWriter()
    for number, page in enumerate(pages):
        if request.progress is not None and complete:
            request.progress(number / len(pages))
        label, *lines = page.strip("\n").split("\n")
        writer.page(label)
        for line in lines:
            tag = "h2" if line.startswith("# ") else "p"
            writer.start(tag, {"id": line[2:].lower()} if tag == "h2" else {})
            writer.text(line.removeprefix("# "))
            writer.end(tag)
    writer.close()
    said = {"@": "title", "%": "type", "~": "author"}
    fields = {said[line[0]]: line[2:] for line in head.splitlines() if line[:1] in said}
    about, _ = from_mapping(fields, "document")
    return Draft(
        writer.blocks,
        metadata=about,
        pages=writer.pages(),
        anchors=writer.anchors(),
        complete=complete,
    )
