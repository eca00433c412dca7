"""Words of Org with their emphasis, links, notes and entities."""

from __future__ import annotations

import re

from postil.document.formats.markup.block_writer import BlockWriter
from postil.document.formats.org.document import Document
from postil.document.formats.org.entities import entity
from postil.text.lazy_regex import lazily

_TAGS = {"*": "strong", "/": "em", "_": "u", "+": "del", "=": "code", "~": "code"}
_VERBATIM = "=~"
_OBJECT = lazily(
    r"\[\[(?P<link>[^\[\]\n]{0,4000}(?:\n[^\[\]\n]{0,4000})?)\](?:\[(?P<shown>(?:[^\]]|\](?!\])){1,4000})\])?\]"
    r"|\[fn:(?P<label>[-\w]{0,80})(?P<inside>:)?"
    r"|<<<(?P<radio>[^<>\n]{1,400})>>>|<<(?P<target>[^<>\n]{1,400})>>"
    r"|<(?P<angle>(?:https?|ftp|mailto):[^<>\n]{1,4000})>"
    r"|@@[-\w]{1,40}:(?P<snippet>.{0,1000}?)@@"
    r"|(?P<source>src_[-\w]{1,40}(?:\[[^\]\n]{0,400}\])?\{(?P<code>[^{}\n]{0,1000})\})"
    r"|\\(?P<entity>[A-Za-z]{1,40}|-)(?:\{\}|(?![A-Za-z]))"
    r"|(?P<break>[ \t]{0,40}\\\\[ \t]{0,40}(?:\n|$))"
    r"|(?<=\S)(?P<script>[_^])\{(?P<raised>[^{}\n]{0,1000})\}"
    r"|(?:(?<=[\s\-–—({'\"])|(?<![\s\S]))(?P<mark>[*/_+=~])(?=\S)"
)
_CLOSING = {
    mark: lazily(rf"(?<=\S){re.escape(mark)}(?=[\s\-–—.,;:!?'\")}}\[\]\\]|$)") for mark in _TAGS
}
_BRACKET = lazily(r"[\[\]]")
_FOLLOWED = ("http:", "https:", "mailto:", "ftp:")
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".tif", ".tiff", ".bmp")
_DEEPEST = 8
"""Emphasis within emphasis that is told apart."""
_LONGEST_MARK = 4000
"""Code points that may be set apart at once."""
_MOST_BREAKS = 2
_LONGEST_NOTE = 3000
"""Code points of a note within the words."""
_SCHEME = lazily(r"[A-Za-z][\w+.-]{0,20}:")


class Inlines:
    """Pushes words; the notes that they hold are kept until the element is at its end."""

    def __init__(self, out: BlockWriter, document: Document) -> None:
        self.kept: list[tuple[str, str]] = []
        """Notes within the words: label, words."""
        self._out = out
        self._document = document
        self._numbers: dict[str, str] = {}
        self._unnamed = 0

    def number(self, label: str) -> str:
        """Return the number of a note: they are counted in the order in which they are named."""
        return self._numbers.setdefault(label, str(len(self._numbers) + 1))

    def push(self, words: str, depth: int = 0) -> None:
        """Push words with all that is in them."""
        at = start = 0
        while found := _OBJECT.search(words, at):
            end = self._end(words, found)
            if end <= found.start():
                # Nothing begins here: it is what it looks like.
                at = found.start() + 1
                continue
            self._out.text(words[start : found.start()])
            self._object(words, found, end, depth)
            at = start = end
        self._out.text(words[start:])

    def plain(self, words: str) -> str:
        """Return words without links and marks, for what is compared."""
        return _PLAIN_LINK.sub(lambda found: found[2] or found[1], words)

    def _end(self, words: str, found: re.Match[str]) -> int:
        """Return where an object ends; 0 where there is none after all."""
        if mark := found["mark"]:
            return _closing(words, found.start("mark"), mark)
        if found["inside"]:
            return _bracket(words, found.start())
        if found["label"] is not None:
            behind = found.end()
            return behind + 1 if found["label"] and words[behind : behind + 1] == "]" else 0
        if found["entity"] is not None and entity(found["entity"]) is None:
            return 0
        return found.end()

    def _object(self, words: str, found: re.Match[str], end: int, depth: int) -> None:
        out = self._out
        if mark := found["mark"]:
            inside = words[found.start("mark") + 1 : end - 1]
            out.start(_TAGS[mark])
            if mark in _VERBATIM or depth >= _DEEPEST:
                out.text(inside)
            else:
                self.push(inside, depth + 1)
            out.end(_TAGS[mark])
        elif found["link"] is not None:
            self._link(found["link"], found["shown"], depth)
        elif found["label"] is not None:
            self._note(found["label"], words[found.end() : end - 1] if found["inside"] else "")
        elif found["radio"] or found["target"]:
            name = (found["radio"] or found["target"]).strip()
            out.name(name.lower())
            out.text(found["radio"] or "")
        elif found["angle"]:
            self._anchor(found["angle"], found["angle"], depth)
        elif found["source"]:
            out.start("code")
            out.text(found["code"])
            out.end("code")
        elif found["entity"] is not None:
            out.text(entity(found["entity"]) or "")
        elif found["break"] is not None:
            out.start("br")
        elif found["script"]:
            tag = "sub" if found["script"] == "_" else "sup"
            out.start(tag)
            self.push(found["raised"], depth + 1) if depth < _DEEPEST else None
            out.end(tag)

    def _note(self, label: str, inside: str) -> None:
        if not label:
            self._unnamed += 1
            label = f" {self._unnamed}"
        number = self.number(label)
        self._out.refer(number)
        if inside:
            self.kept.append((number, inside.strip()))

    def _link(self, target: str, shown: str | None, depth: int) -> None:
        target = " ".join(target.split())
        path = target.removeprefix("file:")
        if path.lower().endswith(_PICTURES) and (not shown or _is_picture(shown)):
            source = target if target.startswith(_FOLLOWED) else ""
            name = path.rpartition("/")[2].rpartition(".")[0]
            self._out.start("img", {"alt": name, "src": source})
            return
        known = self._document
        there = next(
            (one for one in (target.lower(), f"*{target.lower()}") if one in known.places), ""
        )
        title = known.titles.get(there, "")
        words = shown or title or target.removeprefix("*") if there else shown or path
        self._anchor(f"#{there}" if there else target, words, depth, plain=not shown and not there)

    def _anchor(self, address: str, words: str, depth: int, *, plain: bool = True) -> None:
        followed = address.lower().startswith(_FOLLOWED) or address.startswith("#")
        self._out.start("a", {"href": address if followed else ""})
        if plain or depth >= _DEEPEST:
            self._out.text(words)
        else:
            self.push(words, depth + 1)
        self._out.end("a")


_PLAIN_LINK = lazily(r"\[\[([^\[\]]*)\](?:\[([^\[\]]*)\])?\]")


def _is_picture(words: str) -> bool:
    return words.lower().endswith(_PICTURES) and " " not in words


def _closing(words: str, start: int, mark: str) -> int:
    """Return where a mark's other half ends, 0 where it has none: Org's rules for emphasis."""
    limit = min(len(words), start + _LONGEST_MARK)
    found = _CLOSING[mark].search(words, start + 2, limit)
    if not found or words.count("\n", start, found.start()) > _MOST_BREAKS:
        return 0
    return found.end()


def _bracket(words: str, start: int) -> int:
    """Return where a bracket that holds others ends, 0 where it does not."""
    depth = 0
    for found in _BRACKET.finditer(words, start, min(len(words), start + _LONGEST_NOTE)):
        depth += 1 if found[0] == "[" else -1
        if depth == 0:
            return found.end()
    return 0
