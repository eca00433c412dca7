"""Parser of DOCX: bytes in, drafts out."""

from __future__ import annotations

from collections.abc import Iterator

from postil.document.article.builder import Draft
from postil.document.base.request import Request
from postil.document.formats.docx.body import Body, Shared
from postil.document.formats.docx.names import SPACES
from postil.document.formats.docx.notes import Notes, read_comments
from postil.document.formats.docx.numbering import Numbering
from postil.document.formats.docx.package import Package
from postil.document.formats.docx.styles import Styles
from postil.document.formats.office.first_screenful import FirstScreenful
from postil.document.formats.office.other_text import read_as_text
from postil.document.formats.office.paragraphs import Story
from postil.document.formats.office.xml_parts import XmlParts
from postil.errors import NotText
from postil.text.progress import within

_HOLDERS = frozenset(("w:document", "w:body"))
_PROPERTIES = {
    "dc:title": "title",
    "dc:creator": "author",
    "dc:language": "language",
    "dcterms:created": "date",
    "cp:category": "type",
}


_ARCHIVE = b"PK"
_OLD = b"\xd0\xcf\x11\xe0"
"""How documents of Word before 2007 begin, and those that are encrypted."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def drafts(request: Request) -> Iterator[Draft]:
    """Yield the beginning of a long document, and then the whole; raises NotText for none."""
    if request.data.startswith(_OLD):
        raise _refusal(request)
    if not request.data.startswith(_ARCHIVE):
        yield read_as_text(request)
        return
    package = Package(request.data, request.name)
    story = Story()
    styles = Styles()
    styles.read(package.tree(package.related("styles")))
    numbering = Numbering(styles)
    numbering.read(package.tree(package.related("numbering")))
    notes = {
        "footnote": Notes(package, "footnote", "decimal"),
        "endnote": Notes(package, "endnote", "lowerRoman"),
    }
    core = package.core()
    for one in core.elements() if core else ():
        if (field := _PROPERTIES.get(one.tag)) and one.text.strip():
            story.properties.setdefault(field, one.text)
    first = FirstScreenful(request.name)
    body = Body(Shared(styles, numbering, notes, story, package.tree), package.leads)
    parts = XmlParts(package.read(package.main), request.name, SPACES, _HOLDERS)
    for _, part in parts.read(within(request.progress, 0, 0.7)):
        body.read((part,))
        if draft := first.of(body.items, story):
            yield draft
    story.items = body.items
    read_comments(package, story)
    story.remarks += parts.remarks
    story.remarks += package.remarks
    yield first.draft_of(story, within(request.progress, 0.7, 1))


def _refusal(request: Request) -> NotText:
    """Say what a document is that is no archive."""
    if _ENCRYPTED in request.data:
        remedy = "save a copy without the password, and open that"
        return NotText(request.name, "it is encrypted with a password", remedy)
    remedy = "save it as DOCX, and open that"
    return NotText(request.name, "it is a document of Word before 2007", remedy)
