"""Inline tokens of Markdown, gathered as the words of a block."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from postil.document.formats.markup.inline_text import InlineText
from postil.document.formats.markup.tags import INLINE_KINDS, SILENT, words_of_image
from postil.model.article import InlineKind
from postil.text.clean import clean_line
from postil.text.lazy_regex import lazily

if TYPE_CHECKING:
    from markdown_it.token import Token

_SPANS = {name: INLINE_KINDS[name] for name in ("em", "strong", "s", "mark", "sub", "sup")}
_TAG = lazily(r"</?(?P<tag>[A-Za-z][A-Za-z0-9-]*)")
_LONGEST_TARGET = 4000
"""Code points that are kept of an address."""


def gather(tokens: Sequence[Token], run: InlineText) -> None:
    """Append the text of inline tokens; every line end stays one."""
    opened: list[tuple[int, str]] = []
    html = _RawInline(run)
    bare = False
    """Something that leaves no words stands behind the last ones."""
    for token in tokens:
        kind = token.type
        if kind == "html_inline":
            bare = True
            html.take(token.content)
        elif html.silent:
            continue
        elif kind in ("text", "text_special"):
            words = token.content.replace("\n", " ")
            if bare and run.parts and run.parts[-1].endswith(" "):
                words = words.lstrip(" ")
            bare = False
            run.add(words)
        elif kind in ("softbreak", "hardbreak"):
            # The line of the file may end behind a break that HTML has made.
            if kind == "hardbreak" or run.parts[-1:] != ["\n"]:
                run.hard += kind == "hardbreak"
                run.soft += kind == "softbreak"
                run.add("\n")
            run.breaks.append(run.length)
        elif kind == "code_inline":
            start = run.length
            run.add(token.content)
            run.set_apart(start, InlineKind.CODE)
        elif kind == "footnote_ref":
            start, label = run.length, clean_line(token.meta["label"])
            run.add(f"[{label}]")
            run.set_apart(start, InlineKind.FOOTNOTE, label)
        elif kind == "image":
            start, source = run.length, _target(token, "src")
            if words_of_image("picture", source):
                gather(token.children or (), run)
                run.set_apart(start, InlineKind.IMAGE, source)
            bare = start == run.length
        elif kind.endswith("_open"):
            opened.append((run.length, _target(token, "href")))
        elif kind.endswith("_close") and opened:
            start, target = opened.pop()
            name = kind.removesuffix("_close")
            run.set_apart(start, _SPANS.get(name, InlineKind.LINK), target)


class _RawInline:
    """Tags of raw HTML among the words of a block."""

    def __init__(self, run: InlineText) -> None:
        self._run = run
        self._open: list[tuple[str, int, str]] = []
        self.silent = ""
        """The element whose content is left out, "" if none is."""

    def take(self, source: str) -> None:
        """Take a tag, or what else of HTML may stand within a line."""
        found = _TAG.match(source)
        tag = found["tag"].lower() if found else ""
        ends = source.startswith("</")
        if self.silent:
            if ends and tag == self.silent:
                self.silent = ""
        elif tag == "img":
            self._image(source)
        elif ends and tag != "br":
            self._end(tag)
        elif tag == "br":
            self._run.hard += 1
            self._run.add("\n")
        elif tag in SILENT:
            self.silent = tag
        elif tag in INLINE_KINDS or tag == "a":
            self._open.append((tag, self._run.length, source))
        if not ends and not self.silent and (name := name_of(source, tag)):
            self._run.names.append((name, self._run.length))

    def _end(self, tag: str) -> None:
        for at in range(len(self._open) - 1, -1, -1):
            name, start, source = self._open[at]
            if name == tag:
                del self._open[at]
                if tag != "a":
                    self._run.set_apart(start, INLINE_KINDS[tag])
                elif address := _attribute(source, "href"):
                    self._run.set_apart(start, InlineKind.LINK, address)
                return

    def _image(self, source: str) -> None:
        address = _attribute(source, "src")
        if words := words_of_image(_attribute(source, "alt"), address):
            start = self._run.length
            self._run.add(words)
            self._run.set_apart(start, InlineKind.IMAGE, address)


def name_of(source: str, tag: str) -> str:
    """Return the name that a start tag gives to its place, "" if it gives none."""
    if "id" not in source and "name" not in source:
        return ""
    return _attribute(source, "id") or (_attribute(source, "name") if tag == "a" else "")


def _attribute(source: str, name: str) -> str:
    from postil.document.formats.markdown.raw_html import attribute

    return clean_line(attribute(source, name), _LONGEST_TARGET)


def _target(token: Token, name: str) -> str:
    return clean_line(str(token.attrGet(name) or ""), _LONGEST_TARGET)
