"""Pipeline from the bytes of a document to an article: unpack, decode, clean, read, build.

A text is decoded and cleaned first; other formats are read from their bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from postil.document.article.builder import Draft, build
from postil.document.article.byline import from_byline
from postil.document.article.metadata import merged, sidecar
from postil.document.bytes.decode import decode, decode_head, needs_no_encoding
from postil.document.bytes.gunzip import MAGIC, inner_name, unpacked, unpacked_head
from postil.document.bytes.read_file import (
    HEAD,
    MOST,
    MOST_TEXT,
    head_bytes,
    read_bytes,
    shown,
    too_large,
)
from postil.document.formats.registry import PLAIN, Format, format_of
from postil.model.article import Article
from postil.model.values import NamedTuple, replace
from postil.text.clean import clean, is_clean
from postil.text.progress import Progress, within

if TYPE_CHECKING:
    from postil.document.base.means import Means
    from postil.document.from_bytes import ByteReader

_PAGE_BREAK = "\f"
_MANY = 1 << 16
"""Bytes of a document that may have more paragraphs than are read."""
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


def open_article(
    path: Path, progress: Progress | None = None, means: Means | None = None
) -> Iterator[Article]:
    """Yield a first screenful of a big file without waiting for the rest, then the whole.

    ``progress`` is called every few milliseconds while the whole is read. What takes long to read
    is kept by ``means``, and not read again.

    Raises CannotOpen in its forms.
    """
    name = shown(Path(path.name))
    head = head_bytes(path, HEAD)
    form = format_of(path.name, head or b"")
    if head and not form.ahead and not form.binary and not head.startswith(MAGIC):
        if first := _first_screenful(
            head, None, _Given(head, name, path.name, path, (), _chosen(head, means))
        ):
            yield first
        yield whole(read_bytes(path, most=_most(form)), name, path, progress, means)
        return
    data = read_bytes(path, most=_most(form))
    yield from parse(data, name, path=path, progress=progress, means=means)


def document_bytes(path: Path) -> bytes:
    """Return all bytes of a document; raises CannotOpen in its forms, at once where too large."""
    return read_bytes(path, most=_most(format_of(path.name, head_bytes(path) or b"")))


def _most(form: Format) -> int:
    return MOST if form.binary else MOST_TEXT


def parse(
    data: bytes,
    name: str,
    *,
    path: Path | None = None,
    progress: Progress | None = None,
    means: Means | None = None,
) -> Iterator[Article]:
    """Yield a first screenful (not ``complete``) of what is large, then the finished article.

    The texts of the first one's blocks are those with which the finished one begins. Raises
    NotText for bytes that are no text; empty text gives an article without blocks.
    """
    given = _given(data, name, path, progress, means)
    form = given.form
    if form.binary:
        yield from _from_bytes(given, progress, means)
        return
    data = given.data
    if len(data) > HEAD and (first := _first_screenful(data[:HEAD], data, given)):
        yield first
    yield _from_text(given, form, progress)


def whole(
    data: bytes,
    name: str,
    path: Path | None,
    progress: Progress | None = None,
    means: Means | None = None,
) -> Article:
    """Return the finished article; raises NotText, and CannotOpen in its forms."""
    given = _given(data, name, path, progress, means)
    form = given.form
    if form.binary:
        *_, article = _from_bytes(given, progress, means)
        return article
    return _from_text(given, form, progress)


def check_head(head: bytes, called: str, name: str, means: Means | None = None) -> None:
    """Raise NotText where the first bytes of a document already show that it is none."""
    head = unpacked_head(head, HEAD)
    if not format_of(inner_name(called), head).binary:
        decode_head(head, name, _chosen(head, means))


class _Given(NamedTuple):
    """A document as it is without any compression around it."""

    data: bytes
    name: str
    """For showing."""
    called: str
    """By which its format is told where its bytes do not tell."""
    path: Path | None
    remarks: tuple[str, ...] = ()
    encoding: str = ""
    """That the reader has chosen for it; "" for none, or where it makes no difference."""

    @property
    def form(self) -> Format:
        """The format by which it is read."""
        return format_of(self.called, self.data[:HEAD])


def _given(
    data: bytes,
    name: str,
    path: Path | None,
    progress: Progress | None,
    means: Means | None,
) -> _Given:
    found = unpacked(data, path.name if path else name, name, within(progress, 0, 0))
    given = _Given(found.data, name, found.called, path, found.remarks, _chosen(found.data, means))
    if len(given.data) > MOST_TEXT and not given.form.binary:
        raise too_large(name, MOST_TEXT)
    if len(given.data) > _MANY:
        # Most documents are spared what it takes to load.
        from postil.document.bytes.paragraph_limit import shortened

        if cut := shortened(given.data, given.form.label, means.most if means else None):
            given = given._replace(data=cut.data, remarks=(*given.remarks, cut.remark))
    return given


def _chosen(data: bytes, means: Means | None) -> str:
    """Return the encoding that the reader has chosen, as far as it makes a difference."""
    if means is None or means.encoding is None or needs_no_encoding(data):
        return ""
    return means.encoding()


def _first_screenful(head: bytes, data: bytes | None, given: _Given) -> Article | None:
    """Return the article's beginning, or None where the head alone settles nothing.

    ``data`` is all of the document, for the formats that must look ahead.
    """
    form = given.form
    text = _head_text(head, form, given)
    if not text:
        return None
    ahead = (
        decode(data, given.name, given.encoding).text if form.ahead and data is not None else None
    )
    draft = _reader(form.module).preview(text, ahead)
    if not draft.blocks:
        return None
    return build(given.name, _completed(draft, given), complete=False)


def _from_text(given: _Given, form: Format, progress: Progress | None) -> Article:
    """Return the article of a format that is read from its text."""
    data, name = given.data, given.name
    decoded = decode(data, name, given.encoding)
    sound = form.raw or (decoded.encoding == "utf-8" and not decoded.remarks and is_clean(data))
    text = decoded.text if sound else _cleaned(decoded.text, form)
    head = text
    if len(data) > HEAD:
        # Of an encoding that was guessed only the whole tells the beginning.
        head = _head_text(data[:HEAD], form, given) or _whole_lines(text[:HEAD])
    draft = _reader(form.module).read(text, head, within(progress, 0, _READ))
    draft = replace(draft, remarks=decoded.remarks + draft.remarks, encoding=decoded.told)
    return build(name, _completed(draft, given), progress=within(progress, _READ, 1))


def _from_bytes(given: _Given, progress: Progress | None, means: Means | None) -> Iterator[Article]:
    """Yield the articles of a format that is read from bytes."""
    # Commands that read texts are spared what such formats need.
    from postil.document.base.means import NO_MEANS
    from postil.document.from_bytes import Request, drafts

    reader = cast("ByteReader", import_module(given.form.module))
    kept, password, *_ = means or NO_MEANS
    step = within(progress, 0, _READ)
    request = Request(given.data, given.name, given.path, step, password, given.encoding)
    for draft in drafts(reader, request, kept):
        last = within(progress, _READ, 1) if draft.complete else None
        complete = draft.complete
        article = build(given.name, _completed(draft, given), complete=complete, progress=last)
        yield replace(article, lined=False)


def _head_text(head: bytes, form: Format, given: _Given) -> str:
    """Return the whole lines among the first bytes, clean; '' if not even one is whole."""
    text = _whole_lines(decode_head(head, given.name, given.encoding).text)
    return text if form.raw else _cleaned(text, form)


def _cleaned(text: str, form: Format) -> str:
    if form is PLAIN and ("\t" in text or "\x08" in text or "\xad" in text):
        # Most texts have none of them, and are spared what it takes to load.
        from postil.document.base.typewriter import as_set

        text = as_set(text)
    if form is PLAIN and _PAGE_BREAK in text:
        # The reader of plain text tells by them what stands at the edges of pages.
        return _PAGE_BREAK.join(map(clean, text.split(_PAGE_BREAK)))
    return clean(text)


def _whole_lines(text: str) -> str:
    cut = text.rfind("\n") + 1 or text.rfind("\r")
    return text[: max(cut, 0)]


def _completed(draft: Draft, given: _Given) -> Draft:
    """Let the sidecar, which the reader wrote on purpose, overrule what the document says.

    What neither says is taken from the byline below the title.
    """
    if given.remarks:
        draft = replace(draft, remarks=given.remarks + draft.remarks)
    stated = from_byline(draft.blocks, draft.metadata)
    if stated.origins:
        draft = replace(draft, metadata=merged(draft.metadata, stated))
    if given.path is None:
        return draft
    beside, remarks = sidecar(given.path)
    return replace(
        draft,
        metadata=merged(beside, draft.metadata),
        remarks=draft.remarks + remarks,
    )


def _reader(module: str) -> Reader:
    return cast("Reader", import_module(module))
