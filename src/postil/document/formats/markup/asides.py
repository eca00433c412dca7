"""Asides: notes, tips and warnings that a document sets apart from its text.

GitHub calls them alerts, reStructuredText admonitions, Obsidian callouts. They are no quotations:
nobody else speaks in them.
"""

from __future__ import annotations

from collections.abc import Mapping

from postil.document.formats.markup.tags import Attributes
from postil.model.article import Block, BlockKind, Inline, InlineKind
from postil.model.values import replace
from postil.text.lazy_regex import lazily

_KINDS: Mapping[str, str] = {
    name: kind
    for kind, names in (
        ("note", "note info abstract summary tldr todo question help faq example seealso"),
        ("tip", "tip hint success check done"),
        ("important", "important"),
        ("warning", "warning attention failure fail missing"),
        ("caution", "caution danger error bug"),
    )
    for name in names.split()
}
_BOX = lazily(r"(?:^|\s)(?:theme-admonition|markdown-alert|admonition|callout)(?=\s|$)")
_NAME = lazily(
    r"(?:^|\s)(?:theme-admonition-|markdown-alert-|callout-)?(?P<name>[a-z]{3,12})(?=\s|$)"
)
_TITLE = lazily(r"(?:^|\s)(?:markdown-alert|admonition|callout)-title(?=\s|$)")
_HOLDERS = ("div", "aside", "section", "details")


def aside_of(name: str) -> str:
    """Return the kind of an aside: note, tip, important, warning or caution; "" if it is none."""
    return _KINDS.get(name.lower(), "")


def names_aside(attributes: Attributes) -> bool:
    """Tell whether an element's class may be that of an aside, or of its title: a quick look."""
    names = attributes.get("class") or ""
    return "admonition" in names or "alert" in names or "callout" in names


class AsideFrames:
    """The aside that stands open, and the elements in it, which may bear its element's name."""

    def __init__(self) -> None:
        self.kind = ""
        """Of the innermost one, "" outside of all."""
        self._titled = False
        self._open: list[tuple[str, str]] = []

    def start(self, tag: str, attributes: Attributes) -> None:
        """Begin an element."""
        names = attributes.get("class") or ""
        self._titled = bool(names) and _TITLE.search(names) is not None
        if tag not in _HOLDERS:
            return
        kind = _kind(names) if names and not self._titled else ""
        if kind or self._open:
            self._open.append((tag, self.kind))
            self.kind = kind or self.kind

    def end(self, tag: str) -> None:
        """End an element."""
        if self._open and self._open[-1][0] == tag:
            self.kind = self._open.pop()[1]

    def dressed(self, block: Block) -> Block:
        """Return a block as one of the aside that stands open, in bold if it is its title."""
        if self._titled and block.kind is BlockKind.PARAGRAPH:
            inlines = (Inline(0, len(block.text), InlineKind.STRONG), *block.inlines)
            block = replace(block, inlines=inlines)
        self._titled = False
        return replace(block, aside=self.kind) if self.kind else block


def _kind(names: str) -> str:
    """Return the kind of aside that an element's classes name."""
    if not _BOX.search(names):
        return ""
    found = (aside_of(one["name"]) for one in _NAME.finditer(names))
    return next(filter(None, found), "note")
