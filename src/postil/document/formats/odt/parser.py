"""Parser of ODT: bytes in, drafts out."""

from __future__ import annotations

from collections.abc import Iterator

from postil.document.article.builder import Draft
from postil.document.base.request import Request
from postil.document.bytes.archive import Archive
from postil.document.formats.odt.body import Body, Shared
from postil.document.formats.odt.lists import Lists
from postil.document.formats.odt.names import SPACES
from postil.document.formats.odt.styles import Styles
from postil.document.formats.office.first_screenful import FirstScreenful
from postil.document.formats.office.other_text import read_as_text
from postil.document.formats.office.paragraphs import Story
from postil.document.formats.office.xml_parts import Element, XmlParts, tree
from postil.errors import BadMember, NotText
from postil.text.progress import Progress, within

_ARCHIVE = b"PK"
_LEAD = 1024
"""Bytes within which XML begins."""
_HOLDERS = frozenset(
    "office:document office:document-content office:document-styles office:document-meta "  # noqa: SIM905
    "office:body office:text office:styles office:automatic-styles office:meta "
    "office:font-face-decls".split()
)
_PROPERTIES = {
    "dc:title": "title",
    "meta:initial-creator": "author",
    "dc:language": "language",
    "meta:creation-date": "date",
}
_SECOND = {"dc:creator": "author", "dc:date": "date"}
"""Who changed it last, and when: where nobody is said to have made it."""
_OWN = ("date", "author", "publisher", "type")
"""Properties of a reader's own naming that are metadata."""


def drafts(request: Request) -> Iterator[Draft]:
    """Yield the beginning of a long document, and then the whole; raises NotText for none."""
    document = _Document(request)
    if request.data.startswith(_ARCHIVE):
        yield from document.read_archive()
    elif b"<" not in request.data[:_LEAD]:
        yield read_as_text(request)
        return
    else:
        yield from document.read(request.data, within(request.progress, 0, 0.7))
    yield document.whole(within(request.progress, 0.7, 1))


class _Document:
    """One document, of one or of several parts."""

    def __init__(self, request: Request) -> None:
        """Begin with nothing read."""
        self._request = request
        self._story = Story()
        self._first = FirstScreenful(request.name)
        self._shared = Shared(Styles(), Lists(), self._story, self._object)
        self._body = Body(self._shared)
        self._archive: Archive | None = None
        self._second: dict[str, str] = {}

    def whole(self, progress: Progress | None) -> Draft:
        """Return the draft of all that was read."""
        self._story.items = self._body.items
        for field, value in self._second.items():
            self._story.properties.setdefault(field, value)
        return self._first.draft_of(self._story, progress)

    def read_archive(self) -> Iterator[Draft]:
        """Read the parts of an archive, of which only the text must be there; yield as ``read``."""
        archive = self._archive = Archive(self._request.data, self._request.name)
        manifest = self._small("META-INF/manifest.xml")
        if manifest and any(
            one.tag == "manifest:encryption-data" for one in manifest.descendants()
        ):
            remedy = "save a copy without the password, and open that"
            raise NotText(self._request.name, "it is encrypted with a password", remedy)
        for part in ("meta.xml", "styles.xml"):
            try:
                if name := archive.find(part):
                    yield from self.read(archive.read(name), None)
            except (BadMember, NotText) as error:
                self._story.remarks.append(f"{part} was left out: {error.why}.")
        if not (content := archive.find("content.xml")):
            why = "it is no text document: it has no content.xml"
            raise NotText(self._request.name, why, "open another file")
        yield from self.read(archive.read(content), within(self._request.progress, 0, 0.7))
        self._story.remarks += archive.remarks

    def read(self, data: bytes, progress: Progress | None) -> Iterator[Draft]:
        """Read one document of XML, and yield its beginning on the way; raises NotText."""
        parts = XmlParts(data, self._request.name, SPACES, _HOLDERS)
        for holder, part in parts.read(progress):
            if holder == "office:text":
                self._body.read((part,))
                if draft := self._first.of(self._body.items, self._story):
                    yield draft
            elif holder == "office:meta":
                self._property(part)
            else:
                self._shared.styles.add(part)
                self._shared.lists.add(part)
        self._story.remarks += parts.remarks

    def _property(self, one: Element) -> None:
        value = one.text.strip()
        said = self._story.properties
        if not value:
            return
        if one.tag == "meta:user-defined":
            if (name := one.get("meta:name").strip().lower()) in _OWN:
                said[name] = value
        elif field := _PROPERTIES.get(one.tag):
            said.setdefault(field, value)
        elif field := _SECOND.get(one.tag):
            self._second.setdefault(field, value)

    def _object(self, name: str) -> Element | None:
        """Return an object in the archive, such as a formula."""
        return self._small(f"{name.removeprefix('./').rstrip('/')}/content.xml")

    def _small(self, part: str) -> Element | None:
        """Return a small part; None where it is not there or damaged."""
        if self._archive is None or not (name := self._archive.find(part)):
            return None
        try:
            return tree(self._archive.read(name), self._request.name, SPACES)
        except (BadMember, NotText):
            return None
