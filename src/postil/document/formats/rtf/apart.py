"""Groups of RTF that are read apart: names, codes of fields, notes, comments and text boxes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from postil.document.formats.markup.list_frames import counted
from postil.document.formats.office import comments
from postil.document.formats.office.paragraphs import Item, Paragraph, Piece, Story
from postil.document.formats.rtf.flow import Flow
from postil.document.formats.rtf.groups import Group
from postil.document.formats.rtf.looks import Look, Shape

ENDNOTE = b"endnote"
_BOXES = (b"shptxt", b"dptxbxtext")
_PICTURES = (b"pict", b"shpinst", b"do")
ALTERNATIVE = b"wzDescription"
"""The property of a picture that says what is to be read in its place."""


class Apart:
    """Begins such groups, and puts what they held where it belongs when they end."""

    def __init__(self, story: Story, paragraph: Callable[[Group, int], None]) -> None:
        """Begin; ``paragraph`` ends the paragraph that is open in a group."""
        self._story = story
        self._paragraph = paragraph
        self._property = self._alternative = self._commenter = ""
        self._reference = ""
        """Of the words that the next comment is on."""
        self._ranges = comments.Ranges()
        self._ranged: set[str] = set()
        """Comments of which it is said where their words begin."""
        self._endnotes = 0

    def capture(self, group: Group, word: bytes, field: str = "") -> None:
        """Keep the words of a group apart until it ends; ``field`` is one of the metadata."""
        words: list[str] = []
        group.sink = words

        def ended(group: Group) -> None:
            text = "".join(words)
            if field:
                self._story.properties.setdefault(field, text)
            elif word == b"fldinst":
                if group.field:
                    group.field.code += text
            elif word == b"bkmkstart":
                group.flow.pieces.append(Piece("name", text.strip()))
            elif word == b"atrfstart":
                self._ranged.add(text.strip())
                self._ranges.begin(group.flow.pieces, text.strip())
            elif word == b"atrfend":
                self._ranges.end(group.flow.pieces, text.strip())
            elif word == b"atnref":
                self._reference = text.strip()
            elif word in (b"listtext", b"pntext"):
                group.flow.marker = " ".join(text.split())
            else:
                self._shape_property(word, text.strip())

        group.end = ended

    def _shape_property(self, word: bytes, text: str) -> None:
        """Take the name of a commenter, or the name or value of a shape's property."""
        if word == b"atnauthor":
            self._commenter = text
        elif word == b"sn":
            self._property = text
        elif self._property == ALTERNATIVE.decode():
            self._alternative = text

    def silence(self, group: Group, word: bytes) -> None:
        """Begin a group whose own words are none, such as a picture."""
        group.sink = None
        if word == b"info":
            group.destination = word
        if word not in _PICTURES:
            return
        self._alternative = ""

        def ended(group: Group) -> None:
            if self._alternative and not group.look.hidden:
                group.flow.pieces.append(Piece("image", self._alternative))
            self._alternative = ""

        group.end = ended

    def flow(self, group: Group, word: bytes) -> None:
        """Begin a group with paragraphs of its own: a note, a comment or a text box."""
        outer, inner = group.flow, Flow()
        hidden = group.look.hidden or group.look.deleted
        hidden = hidden or (word not in _BOXES and not isinstance(group.sink, Flow))
        group.sink = group.flow = inner
        group.look, group.shape, group.link, group.field = Look(), Shape(), "", None

        def ended(group: Group) -> None:
            self._paragraph(group, 0)
            items = inner.close()
            if word == b"annotation":
                self._comment(items, outer)
            elif hidden:
                return
            elif word == b"footnote":
                label = self._label(group)
                self._story.notes[label] = items
                outer.pieces.append(Piece("note", label))
            else:
                outer.floating += items

        group.end = ended

    def _comment(self, items: Sequence[Item], outer: Flow) -> None:
        """Keep a comment; one that does not say which words it is on is on the last one."""
        said = [one.text for one in items if isinstance(one, Paragraph)]
        name = self._reference or f"{len(self._story.comments)}."
        comments.add(self._story, name, self._commenter, said)
        if name not in self._ranged:
            self._ranges.end(outer.pieces, name)
        self._reference = self._commenter = ""

    def _label(self, group: Group) -> str:
        """Return the label of the next footnote, or of the next endnote: i, ii, iii."""
        if group.destination == ENDNOTE:
            self._endnotes += 1
            return counted(self._endnotes, "i")
        return str(len(self._story.notes) - self._endnotes + 1)
