"""Registry of formats: which module reads a document, told by its first bytes and its name."""

from __future__ import annotations

from pathlib import Path

from postil.document.bytes.sniff import sniff
from postil.model.values import NamedTuple


class Format(NamedTuple):
    """A format: a form of document, the suffixes of its files, and the module that reads it."""

    label: str
    suffixes: tuple[str, ...]
    module: str
    """Of text, it has ``read(text, head, progress)`` and ``preview(head, whole)``, both to a draft.

    Of bytes, it has ``drafts(request) -> Iterator[Draft]``: at most one first screenful, which is
    not ``complete``, and then the whole.
    """
    ahead: bool = False
    """The reader must look ahead: what stands at the end of a text changes how it begins."""
    binary: bool = False
    """It is read from bytes, which need not be text."""
    kind: str = ""
    """What ``sniff`` calls documents of this format; "" where their bytes do not tell."""


FORMATS = (
    Format("plain text", (".txt", ".text"), "postil.document.formats.plain"),
    Format(
        "Markdown",
        (".md", ".markdown", ".mdown", ".mkd"),
        "postil.document.formats.markdown.parser",
        ahead=True,
    ),
    Format(
        "DOCX",
        (".docx", ".docm", ".dotx", ".dotm"),
        "postil.document.formats.docx.parser",
        binary=True,
        kind="docx",
    ),
    Format(
        "ODT",
        (".odt", ".ott", ".fodt"),
        "postil.document.formats.odt.parser",
        binary=True,
        kind="odt",
    ),
    Format("RTF", (".rtf",), "postil.document.formats.rtf.parser", binary=True, kind="rtf"),
    Format(
        "web page",
        (".html", ".htm", ".xhtml", ".xht"),
        "postil.document.formats.html.page",
        binary=True,
        kind="html",
    ),
    Format("EPUB", (".epub",), "postil.document.formats.epub.book", binary=True, kind="epub"),
    Format("PDF", (".pdf",), "postil.document.formats.pdf.parser", binary=True, kind="pdf"),
)
PLAIN = FORMATS[0]


def known_suffixes() -> tuple[str, ...]:
    """Return the suffixes of the files that Postil reads, each with its dot."""
    return tuple(suffix for form in FORMATS for suffix in form.suffixes)


def format_of(name: str, head: bytes = b"") -> Format:
    """Return the format of a document; what its first bytes tell beats what its name tells.

    Plain text where neither tells any.
    """
    suffix = Path(name).suffix.lower()
    named = next((form for form in FORMATS if suffix in form.suffixes), None)
    if head and (kind := sniff(head)):
        return next((form for form in FORMATS if form.kind == kind), named or PLAIN)
    # Bytes that no magic number opens are not what a name of such a format promises.
    return named or PLAIN
