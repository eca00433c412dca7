"""Pipeline from the bytes of a document to an article: decode, clean, read, build.

A text is decoded and cleaned first; other formats are read from their bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from postil.document.article.builder import Draft, build
from postil.document.article.metadata import merged, sidecar
from postil.document.base.request import Request
from postil.document.bytes.decode import decode, decode_head
from postil.document.bytes.read_file import HEAD, head_bytes, read_bytes, shown
from postil.document.formats.registry import Format, format_of
from postil.model.article import Article
from postil.model.values import replace
from postil.text.clean import clean, is_clean
from postil.text.progress import Progress, within

_READ = 0.7
"""Share of the work after which the blocks of a long article are read, as a rule."""


class Reader(Protocol):
    """What a module named in FORMATS offers that reads text."""

    def read(self, text: str, head: str, progress: Progress | None = None) -> Draft:
        """Read a clean text; ``head`` is its beginning, on which all that shapes blocks rests.

        ``progress`` is called between steps of the work.
        """

    def preview(self, head: str, whole: str | None) -> Draft:
        """Read the first blocks from the head; ``whole`` is the text behind it, not yet clean."""


class ByteReader(Protocol):
    """What a module named in FORMATS offers that reads bytes."""

    def drafts(self, request: Request) -> Iterator[Draft]:
        """Yield a first screenful, if one comes early, and then the whole draft.

        Raises NotText for bytes of another form, and CannotOpen in its forms.
        """


def open_article(path: Path, progress: Progress | None = None) -> Iterator[Article]:
    """Yield a first screenful of a big file without waiting for the rest, then the whole.

    ``progress`` is called every few milliseconds while the whole is read.

    Raises CannotOpen in its forms.
    """
    name = shown(Path(path.name))
    head = head_bytes(path, HEAD)
    form = format_of(path.name, head or b"")
    if head and not form.ahead and not form.binary:
        if first := first_screenful(head, None, name, path):
            yield first
        yield whole(read_bytes(path), name, path, progress)
        return
    yield from parse(read_bytes(path), name, path=path, progress=progress)


def parse(
    data: bytes, name: str, *, path: Path | None = None, progress: Progress | None = None
) -> Iterator[Article]:
    """Yield a first screenful (not ``complete``) of what is large, then the finished article.

    The texts of the first one's blocks are those with which the finished one begins. Raises
    NotText for bytes that are no text; empty text gives an article without blocks.
    """
    if _form(data, name, path).binary:
        yield from _from_bytes(data, name, path, progress)
        return
    if len(data) > HEAD and (first := first_screenful(data[:HEAD], data, name, path)):
        yield first
    yield whole(data, name, path, progress)


def first_screenful(
    head: bytes, data: bytes | None, name: str, path: Path | None
) -> Article | None:
    """Return the article's beginning, or None where the head alone settles nothing.

    ``data`` is all of the document, for the formats that must look ahead.
    """
    form = _form(head, name, path)
    text = "" if form.binary else _head_text(head, name)
    if not text:
        return None
    ahead = decode(data, name).text if form.ahead and data is not None else None
    draft = _reader(form.module).preview(text, ahead)
    if not draft.blocks:
        return None
    return build(name, _with_sidecar(draft, path), complete=False)


def whole(data: bytes, name: str, path: Path | None, progress: Progress | None = None) -> Article:
    """Return the finished article; raises NotText."""
    form = _form(data, name, path)
    if form.binary:
        *_, article = _from_bytes(data, name, path, progress)
        return article
    decoded = decode(data, name)
    sound = decoded.encoding == "utf-8" and not decoded.remarks
    text = decoded.text if sound and is_clean(data) else clean(decoded.text)
    head = _head_text(data[:HEAD], name) if len(data) > HEAD else text
    draft = _reader(form.module).read(text, head, within(progress, 0, _READ))
    draft = replace(draft, remarks=decoded.remarks + draft.remarks)
    return build(name, _with_sidecar(draft, path), progress=within(progress, _READ, 1))


def _from_bytes(
    data: bytes, name: str, path: Path | None, progress: Progress | None
) -> Iterator[Article]:
    """Yield the articles of a format that is read from bytes."""
    reader = cast("ByteReader", import_module(_form(data, name, path).module))
    request = Request(data, name, path, within(progress, 0, _READ))
    for draft in reader.drafts(request):
        last = within(progress, _READ, 1) if draft.complete else None
        yield build(name, _with_sidecar(draft, path), complete=draft.complete, progress=last)


def _form(data: bytes, name: str, path: Path | None) -> Format:
    return format_of(path.name if path else name, data[:HEAD])


def _head_text(head: bytes, name: str) -> str:
    """Return the whole lines among the first bytes, clean; '' if not even one is whole."""
    decoded = decode_head(head, name)
    cut = decoded.text.rfind("\n") + 1 or decoded.text.rfind("\r")
    return clean(decoded.text[: max(cut, 0)])


def _with_sidecar(draft: Draft, path: Path | None) -> Draft:
    """Let the sidecar, which the reader wrote on purpose, overrule what the document says."""
    if path is None:
        return draft
    beside, remarks = sidecar(path)
    return replace(
        draft,
        metadata=merged(beside, draft.metadata),
        remarks=draft.remarks + remarks,
    )


def _reader(module: str) -> Reader:
    return cast("Reader", import_module(module))
