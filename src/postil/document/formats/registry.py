"""Registry of formats: which module reads a document, told by its first bytes and its name."""

from __future__ import annotations

from pathlib import Path

from postil.document.bytes.decode import decode_head
from postil.document.bytes.gunzip import SUFFIX, inner_name, unpacked_head
from postil.document.bytes.read_file import HEAD
from postil.document.bytes.sniff import sniff
from postil.errors import NotText
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
    sure: bool = False
    """Its first bytes always tell; what only bears its suffix is plain text."""
    magic: bool = False
    """Its documents begin with a magic number, and a text under such a name is plain text.

    Not so EPUB: its reader says that the file is no book, as of one that was spoilt on its way.
    """
    raw: bool = False
    """A text is given as it was decoded, tabs and all; the reader cleans what it writes."""
    listed: bool = True
    """Files of this kind in a folder are articles; tables of values are opened by name alone."""


FORMATS = (
    Format("plain text", (".txt", ".text"), "postil.document.formats.plain"),
    Format(
        "Markdown",
        (".md", ".markdown", ".mdown", ".mkd"),
        "postil.document.formats.markdown.parser",
        ahead=True,
    ),
    Format(
        "table of values",
        (".csv", ".tsv", ".tab"),
        "postil.document.formats.preformatted.delimited",
        raw=True,
        listed=False,
    ),
    Format("reStructuredText", (".rst", ".rest"), "postil.document.formats.rst.reader", raw=True),
    Format(
        "Org", (".org",), "postil.document.formats.org.reader", ahead=True, kind="org", raw=True
    ),
    Format(
        "manual page",
        (".man", ".mdoc", *(f".{section}" for section in range(1, 10))),
        "postil.document.formats.man.reader",
        ahead=True,
        kind="man",
        sure=True,
        raw=True,
    ),
    Format(
        "printed manual page",
        (),
        "postil.document.formats.printed.reader",
        kind="printed",
        raw=True,
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
        (".html", ".htm", ".xhtml", ".xht", ".mht", ".mhtml"),
        "postil.document.formats.html.page",
        binary=True,
        kind="html",
    ),
    Format("EPUB", (".epub",), "postil.document.formats.epub.book", binary=True, kind="epub"),
    Format(
        "PDF", (".pdf",), "postil.document.formats.pdf.parser", binary=True, kind="pdf", magic=True
    ),
)
PLAIN = FORMATS[0]


def known_suffixes() -> tuple[str, ...]:
    """Return the suffixes of the files that Postil reads, each with its dot."""
    plain = tuple(suffix for form in FORMATS if form.listed for suffix in form.suffixes)
    return plain + tuple(suffix + SUFFIX for suffix in plain)


def spoken_suffixes() -> str:
    """Return the suffixes to name to a reader, without the variants of each."""
    forms = [form for form in FORMATS if form.listed]
    named = [one for form in forms for one in form.suffixes if not one[1:].isdecimal()]
    return ", ".join((*named, SUFFIX))


def doubtful_suffixes() -> tuple[str, ...]:
    """Return the suffixes among those known that many a file bears which is no text at all."""
    plain = tuple(suffix for form in FORMATS if form.sure for suffix in form.suffixes)
    return plain + tuple(suffix + SUFFIX for suffix in plain)


def format_of(name: str, head: bytes = b"") -> Format:
    """Return the format of a document; what its first bytes tell beats what its name tells.

    Plain text where neither tells any. What is compressed is told by what it holds.
    """
    if head:
        head = unpacked_head(head, HEAD)
    suffix = Path(inner_name(name)).suffix.lower()
    named = next((form for form in FORMATS if suffix in form.suffixes), None)
    if head and (kind := sniff(head)):
        return next((form for form in FORMATS if form.kind == kind), named or PLAIN)
    if named is None or not head:
        return named or PLAIN
    # Bytes that no magic number opens are not what the name of such a format promises: its reader
    # says so. Many a text bears the number of a chapter or of a copy, as manual pages do, or was
    # saved under the name of what it was made from.
    return PLAIN if named.sure or (named.magic and _is_text(head)) else named


def _is_text(head: bytes) -> bool:
    """Tell whether bytes are those of a text."""
    try:
        decode_head(head, "")
    except NotText:
        return False
    return True
