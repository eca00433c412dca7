"""Package of a DOCX: the parts of the archive, and what leads from one to another."""

from __future__ import annotations

import posixpath

from postil.document.bytes.archive import Archive
from postil.document.formats.docx.names import SPACES
from postil.document.formats.office.xml_parts import Element, tree
from postil.errors import BadMember, NotText
from postil.model.values import NamedTuple

_MAIN = ("officeDocument",)
_USUAL_MAIN = "word/document.xml"


class Relation(NamedTuple):
    """Where a part leads."""

    kind: str
    """The last word of its type, such as ``footnotes``."""
    target: str
    """The name of a part, or an address outside."""
    outside: bool


class Package:
    """One package."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open an archive; raises NotText."""
        self.name = name
        self.archive = Archive(data, name)
        self.remarks = list(self.archive.remarks)
        leads = self.relations("")
        named = [one.target for one in leads.values() if one.kind in _MAIN and not one.outside]
        self.main = next(filter(None, map(self.archive.find, [*named, _USUAL_MAIN])), "")
        """The name of the part that holds the text."""
        if not self.main:
            raise NotText(name, "it is no Word document: it has no text", "open another file")
        self.leads = self.relations(self.main)
        """What that part leads to."""

    def relations(self, part: str) -> dict[str, Relation]:
        """Return what a part leads to, by the ids that it names; "" is the package itself."""
        folder, _, base = part.rpartition("/")
        listed = self.tree(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, Relation] = {}
        for one in listed.elements() if listed else ():
            kind = one.get("Type").rpartition("/")[2]
            target = one.get("Target")
            outside = one.get("TargetMode") == "External"
            if not outside:
                joined = target[1:] if target.startswith("/") else posixpath.join(folder, target)
                target = posixpath.normpath(joined)
            found[one.get("Id")] = Relation(kind, target, outside)
        return found

    def related(self, kind: str) -> str:
        """Return the name of the part of some kind, such as ``styles``; "" if there is none.

        It is the one that the text leads to, else that with the usual name.
        """
        for one in self.leads.values():
            if one.kind == kind and not one.outside:
                return self.archive.find(one.target)
        return self.archive.find(posixpath.join(posixpath.dirname(self.main), f"{kind}.xml"))

    def read(self, part: str) -> bytes:
        """Return the bytes of the part that holds the text; raises BadMember."""
        return self.archive.read(part)

    def tree(self, part: str) -> Element | None:
        """Return a small part; None where it is not there, or damaged, which is remarked."""
        if not part or not (found := self.archive.find(part)):
            return None
        try:
            return tree(self.archive.read(found), self.name, SPACES)
        except (BadMember, NotText) as error:
            remark = f"A part was left out: {error.why}."
            if remark not in self.remarks:
                self.remarks.append(remark)
            return None

    def core(self) -> Element | None:
        """Return the properties of the document."""
        for one in self.relations("").values():
            if one.kind == "core-properties" and not one.outside:
                return self.tree(one.target)
        return self.tree("docProps/core.xml")
