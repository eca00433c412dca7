"""Markdown of highlights: quotations or items of a list, with notes and tags, below titles.

What Readwise, Obsidian and its plug-ins, exporters of Kindle and Hypothesis, KOReader and Postil
itself write differs in little: a passage is a block quotation, an item of a list, or a paragraph
with a link back, and what follows it is the note.
"""

from __future__ import annotations

from collections.abc import Sequence

from postil.imports.base.fields import decoded, word
from postil.imports.base.records import Imported, ImportedArticle, ImportFile
from postil.imports.services import markdown_lines as signs
from postil.imports.services.markdown_parts import (
    ABOUT_ARTICLE,
    NoteRead,
    front_matter,
    is_about,
    made,
)
from postil.imports.services.markdown_words import cited, named_tags, passage, plain, tags_alone
from postil.model.values import replace

SUFFIXES = (".md", ".markdown", ".mdown", ".mkd", ".txt")

_NOTE = ("note", "notes", "annotation", "comment", "notiz", "nota", "anmerkung", "my note")
_TAGS = ("tags", "tag", "labels", "schlagw\u00f6rter")
_COLOUR = ("color", "colour", "farbe", "couleur")
_STRUCTURE = frozenset(
    (
        *("annotations", "bibliography", "clippings", "contents", "highlights", "metadata"),
        *("notes", "page notes", "quotes", "references", "summary"),
    )
)
_GROUPS = 2
"""The level of headings in what Postil writes; those in a note's own text stand below it."""

_SMALL = 5
"""The level from which a heading below a title is the author's name, as KOReader has it."""

_ENDS = frozenset(("references", "bibliography"))
_QUOTES = frozenset(("quote", "cite", "highlight", "quotation", "abstract"))


def looks(file: ImportFile) -> bool:
    """Tell whether a file is one of these: Markdown by its name, in which there are passages."""
    if not file.name.lower().endswith(SUFFIXES) or b"\0" in file.data[:4096]:
        return False
    return bool(read(file).notes)


def read(file: ImportFile) -> Imported:
    """Read the passages below each title."""
    lines = decoded(file.data).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return _Reading(lines).read()


class _Reading:
    """Reads a file line by line."""

    def __init__(self, lines: list[str]) -> None:
        self._front, lines = front_matter(lines)
        self._lines = lines
        self._quoted = any(signs.QUOTED.match(line) for line in lines)
        self._own = any(signs.own(line) or signs.OWN_BLOCK.match(line) for line in lines)
        """Whether Postil has written it: what a note says may have headings there."""
        self._listed = not self._quoted and signs.has_items(lines)
        self._article = self._front
        self._generic = False
        """Whether the first heading names no article, so that those below it do."""
        self._notes: list[tuple[ImportedArticle, NoteRead]] = []
        self._now: NoteRead | None = None
        self._in_metadata = False
        self._paged = False
        """Whether a heading has named the page of the passage that follows."""
        self._dated = ""
        self._skipped = 0

    def read(self) -> Imported:
        """Return all notes."""
        self._walk()
        found = (made(article, note) for article, note in self._notes)
        return Imported(
            tuple(one for one in found if one.quote or one.body or one.tags), self._skipped
        )

    def _walk(self) -> None:
        at = 0
        while at < len(self._lines):
            line = self._lines[at]
            heading = signs.HEADING.match(line)
            if heading is not None and self._own and self._now and len(heading[1]) > _GROUPS:
                # Postil sets it lower by as much as its own headings take.
                lower = len(heading[1]) < _SMALL + 1
                self._now.said.append(line.lstrip()[_GROUPS:] if lower else line)
                at += 1
            elif heading is not None:
                if plain(heading[2]).casefold() in _ENDS:
                    # Works that are cited, to the next article.
                    at = self._behind(at, len(heading[1]))
                    continue
                self._head(len(heading[1]), plain(heading[2]))
                at += 1
            elif self._quoted and signs.QUOTED.match(line):
                at = self._quotation(at)
            elif self._listed and (item := signs.ITEM.match(line)):
                at = self._item(at, item[1], item[2])
            else:
                at = self._paragraph(at)

    def _behind(self, at: int, level: int) -> int:
        for behind in range(at + 1, len(self._lines)):
            found = signs.HEADING.match(self._lines[behind])
            if found is not None and len(found[1]) < level:
                return behind
        return len(self._lines)

    def _begin(self, note: NoteRead | None) -> None:
        self._now = note
        if note is not None:
            self._notes.append((self._article, note))

    def _head(self, level: int, title: str) -> None:
        key = title.casefold()
        page = signs.PAGE.match(title)
        self._in_metadata = key == "metadata"
        self._paged, self._dated = page is not None, ""
        self._begin(None)
        if page is not None:
            self._dated = page[1] or ""
        elif level >= _SMALL and not self._article.author and self._article.title:
            self._article = replace(self._article, author=title)
        elif key in _STRUCTURE or key.startswith(("highlights", "new highlights")):
            self._generic = self._generic or (level == 1 and not self._article.title)
        elif level == 1 or (level == 2 and self._generic):
            self._article = replace(self._front, title=title)
            if level == 1:
                self._generic = False

    def _quotation(self, at: int) -> int:
        lines: list[str] = []
        while at < len(self._lines) and (found := signs.QUOTED.match(self._lines[at])):
            if lines and self._lines[at].lstrip()[0] in "-*+":
                break
            lines.append(found[1])
            at += 1
        callout = signs.CALLOUT.match(lines[0])
        if callout is not None:
            lines = lines[1:]
            if callout[1].lower() not in _QUOTES:
                said = "\n".join(lines).strip()
                if self._now is not None and said:
                    self._now.said.append(said)
                return at
        note = NoteRead(when=self._dated)
        if len(lines) > 1 and lines[-1].lstrip().startswith(("\u2014 ", "\u2013 ", "-- ")):
            # Whose words they are, as it stands below them.
            lines = lines[:-1]
        if lines and (last := lines[-1].strip()).startswith("^") and " " not in last:
            note.id, lines = last[1:], lines[:-1]
        note.quote = lines
        self._begin(note)
        return at

    def _item(self, at: int, indent: str, text: str) -> int:
        said = signs.SAID.match(text)
        at += 1
        more: list[str] = []
        while at < len(self._lines) and self._lines[at].startswith((" ", "\t")):
            if signs.ITEM.match(self._lines[at]):
                break
            more.append(self._lines[at].strip())
            at += 1
        deep = len(indent.expandtabs(4)) >= 2
        if deep and self._now is not None:
            self._told(text if said is None else "", said and said[1], said and said[2], more)
        elif self._in_metadata or (said is not None and self._now is None and is_about(said[1])):
            if said is not None:
                self._about(said[1], said[2])
        else:
            self._begin(NoteRead(quote=[text, *more]))
        return at

    def _told(self, text: str, name: str | None, value: str | None, more: Sequence[str]) -> None:
        """Take what an item below a passage says."""
        note = self._now
        assert note is not None
        key = (name or "").casefold()
        if key in _TAGS:
            note.tags += named_tags(value or "")
        elif key in _COLOUR:
            note.colour = word(value)
        elif key in _NOTE:
            note.said.append("\n".join([value or "", *more]))
        else:
            whole = text or f"{name}: {value}"
            if (tags := tags_alone(whole)) is not None:
                note.tags += tags
            else:
                note.said.append("\n".join([whole, *more]))

    def _paragraph(self, at: int) -> int:
        if signs.RULE.match(self._lines[at]):
            if not self._paged and not self._quoted:
                self._now = None
            return at + 1
        lines: list[str] = []
        fence = ""
        while at < len(self._lines):
            line = self._lines[at]
            if (mark := signs.FENCE.match(line)) is not None:
                fence = "" if fence == mark[1] else fence or mark[1]
            elif fence:
                lines.append(line)
                at += 1
                continue
            if not line.strip() or signs.HEADING.match(line) or (lines and signs.RULE.match(line)):
                break
            if self._quoted and signs.QUOTED.match(line):
                break
            lines.append(line)
            at += 1
        if not lines:
            return at + 1
        self._take("\n".join(lines).strip())
        return at

    def _take(self, text: str) -> None:
        """Take a paragraph: a passage, what is said of one, or what is said of the article."""
        note = self._now
        if (whole := signs.WHOLE.match(text)) is not None:
            article = replace(self._article, title=self._article.title or plain(whole[1]))
            self._notes.append((article, whole_note := NoteRead(whole=True)))
            self._now = whole_note
        elif (found := cited(text)) is not None:
            self._begin(NoteRead(quote=[found[0]], said=[found[1]]))
        elif note is not None and self._of_note(note, text):
            return
        elif (
            not self._quoted
            and not self._listed
            and ((self._paged and note is None) or _has_link_back(text))
        ):
            self._begin(NoteRead(quote=[text], when=self._dated))
        elif (
            (said := signs.SAID.match(text)) is not None and "\n" not in text and is_about(said[1])
        ):
            self._about(said[1], said[2])
        elif note is not None:
            note.said.append(text)
        elif not self._article.author and text.startswith("by ") and len(text) < 200:
            self._article = replace(self._article, author=word(plain(text[3:])))
        elif not self._article.url and (address := signs.address_in(text)):
            self._article = replace(self._article, url=address)
        else:
            self._skipped += 1

    def _of_note(self, note: NoteRead, text: str) -> bool:
        """Take what is known of a note: its tags, its id, as Postil writes them, or a block's."""
        if (tags := tags_alone(text)) is not None:
            note.tags += tags
            return True
        if text.startswith("^") and " " not in text and "\n" not in text:
            note.id = text[1:]
            return True
        own = signs.own(text)
        if own is not None:
            note.colour, note.id, note.kept = own[1], own[2], True
            for part in text.split(" \u00b7 "):
                if (link := signs.LINK.match(part)) is not None:
                    note.links.append((link[1].replace(" ", "-"), link[2]))
                elif part.startswith("\\#"):
                    note.tags.append(plain(part[2:]))
            self._now = None
            return True
        said = signs.SAID.match(text)
        if said is not None and said[1].casefold() in (*_TAGS, *_COLOUR, *_NOTE):
            first, *more = text.split("\n")
            said = signs.SAID.match(first) or said
            self._told("", said[1], said[2], more)
            return True
        return False

    def _about(self, name: str, value: str) -> None:
        for known, names in ABOUT_ARTICLE.items():
            if name.casefold() in names:
                address = signs.ADDRESS.search(value)
                said = address[0] if known == "url" and address else word(plain(value))
                if known != "url" or address:
                    self._article = replace(self._article, **{known: said})


def _has_link_back(text: str) -> bool:
    found = passage(text)
    return bool(found.id or found.when)
