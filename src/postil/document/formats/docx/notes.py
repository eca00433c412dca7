"""Notes of a DOCX: footnotes and endnotes by their ids, and the comments of others."""

from __future__ import annotations

from collections.abc import Iterator

from postil.document.formats.docx.package import Package, Relation
from postil.document.formats.markup.list_frames import counted
from postil.document.formats.office.comments import MOST, add
from postil.document.formats.office.paragraphs import Story
from postil.document.formats.office.xml_parts import Element

_FORMS = {
    "decimal": "1", "lowerRoman": "i", "upperRoman": "I", "lowerLetter": "a", "upperLetter": "A",
}  # fmt: skip
_APART = frozenset(("separator", "continuationSeparator", "continuationNotice"))


class Notes:
    """Footnotes, or endnotes, of one document."""

    def __init__(self, package: Package, kind: str, form: str) -> None:
        """Read them; ``kind`` is ``footnote`` or ``endnote``, ``form`` how they are counted."""
        part = package.related(f"{kind}s")
        root = package.tree(part)
        self.relations: dict[str, Relation] = package.relations(part) if root else {}
        self._notes: dict[str, Element] = {}
        self._form = _FORMS.get(_numbering(package, kind) or form, "1")
        self._count = 0
        for holder in root.elements() if root else ():
            if holder.get("w:type") not in _APART:
                self._notes.setdefault(holder.get("w:id"), holder)

    def take(self, note_id: str) -> Element | None:
        """Return a note, which is not given a second time."""
        return self._notes.pop(note_id, None)

    def label(self) -> str:
        """Return the label of the next one that has none of its own."""
        self._count += 1
        return counted(self._count, self._form)


def read_comments(package: Package, story: Story) -> None:
    """Take what others have remarked on the document."""
    root = package.tree(package.related("comments"))
    for count, one in enumerate(root.elements() if root else ()):
        if count >= MOST:
            return
        said = ["".join(each.text for each in _words(paragraph)) for paragraph in one.all("w:p")]
        add(story, one.get("w:id"), one.get("w:author"), said)


def _words(paragraph: Element) -> Iterator[Element]:
    return (one for one in paragraph.descendants() if one.tag == "w:t")


def _numbering(package: Package, kind: str) -> str:
    settings = package.tree(package.related("settings"))
    properties = settings.first(f"w:{kind}Pr") if settings else None
    form = properties.first("w:numFmt") if properties else None
    return form.get("w:val") if form else ""
