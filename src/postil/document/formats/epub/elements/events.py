"""Elements of an XML or HTML text, one after another as they begin and end.

A part is read as XML first, since an HTML parser takes ``<a/>`` and ``<script/>`` for elements
that have only begun, and lets them swallow what follows. What is no XML is read as HTML.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from xml.parsers import expat

from postil.document.formats.epub.elements.coded import text_of, without_entities
from postil.document.formats.html.source.taming import tamed
from postil.model.values import NamedTuple
from postil.text.lazy_regex import lazily
from postil.text.progress import Progress

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

MOST_ELEMENTS = 120_000
"""Elements of one part that are read; it ends with the last of them."""
MOST_ATTRIBUTES = 2_000
"""Attributes of one element that are kept."""
_DEEPEST = 256
"""Elements in one another that are told apart; those further in give their words alone."""
_MUTE = frozenset(("script", "style", "head", "template"))
_NONE: Mapping[str, str] = {}
_PIECE = 1 << 16
"""Code points that are parsed between two reports of progress."""

START, END, TEXT = 0, 1, 2


class Event(NamedTuple):
    """An element that begins or ends, or words."""

    kind: int
    """START, END or TEXT."""
    name: str
    """The element's, in small letters and without a prefix; of words, the words."""
    attributes: Mapping[str, str] = _NONE
    """By names in small letters; ``epub:type`` has its prefix whatever the part calls it."""


class Events(NamedTuple):
    """What a part consists of."""

    all: list[Event]
    whole: bool
    """False for one that has more elements than are read."""


class _TooMany(Exception):
    """A part has more elements than are read."""


def events_of(data: bytes, name: str, progress: Progress | None = None) -> Events:
    """Return what a part consists of; raises NotText for bytes that are no text."""
    text = text_of(data, name)
    try:
        return _by_xml(without_entities(text), progress)
    except expat.ExpatError:
        return _by_html(text, progress)


class _Gatherer:
    """Gathers events as a parser finds them."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self._names: dict[str, str] = {}
        self._elements = 0
        self._depth = 0
        self._mute = 0
        """The depth of an element too far in whose words are not for reading, 0 for none."""

    def start(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        self._elements += 1
        if self._elements > MOST_ELEMENTS:
            raise _TooMany
        self._depth += 1
        if self._depth > _DEEPEST:
            if not self._mute and self.local(tag) in _MUTE:
                self._mute = self._depth
            return
        held = self._attributes(attributes) if attributes else _NONE
        self.events.append(Event(START, self.local(tag), held))

    def end(self, tag: str) -> None:
        self._depth -= 1
        if self._depth >= _DEEPEST:
            if self._depth < self._mute:
                self._mute = 0
            return
        self.events.append(Event(END, self.local(tag)))

    def text(self, words: str) -> None:
        if not self._mute:
            self.events.append(Event(TEXT, words))

    def local(self, tag: str) -> str:
        """Return a name without its prefix."""
        if (local := self._names.get(tag)) is None:
            local = tag.rpartition(":")[2].lower()
            self._names[tag] = local
        return local

    @staticmethod
    def _attributes(attributes: Mapping[str, str | None]) -> Mapping[str, str]:
        held: dict[str, str] = {}
        for name, value in attributes.items():
            if len(held) >= MOST_ATTRIBUTES:
                break
            key = name.lower()
            if ":" in key:
                prefix, _, local = key.rpartition(":")
                if prefix == "xmlns":
                    continue
                key = "epub:type" if local == "type" and prefix not in ("xlink", "xsi") else local
            held.setdefault(key, value or "")
        return held


def _by_xml(text: str, progress: Progress | None) -> Events:
    gatherer = _Gatherer()
    parser: Any = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = gatherer.start
    parser.EndElementHandler = gatherer.end
    parser.CharacterDataHandler = gatherer.text
    try:
        for at in range(0, len(text), _PIECE):
            if progress and at:
                progress(at / len(text))
            parser.Parse(text[at : at + _PIECE], False)
        parser.Parse("", True)
    except _TooMany:
        return Events(gatherer.events, whole=False)
    return Events(gatherer.events, whole=True)


_CLOSED = lazily(r"<([a-zA-Z][\w:.-]*)((?:\s[^<>]{0,2000})?)/>")
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905
)


def _opened(found: re.Match[str]) -> str:
    """Return an element that is closed in itself with an end of its own."""
    name = found[1]
    return found[0] if name.lower() in _VOID else f"<{name}{found[2]}></{name}>"


def _by_html(text: str, progress: Progress | None) -> Events:
    """Return the elements that an HTML parser finds; those closed in themselves have ended."""
    # Takes 3 ms to load, and nearly all parts are sound XML.
    from selectolax.lexbor import LexborHTMLParser

    tags = text.count("<")
    whole = tags <= 2 * MOST_ELEMENTS
    if not whole:
        text = text[: len(text) * 2 * MOST_ELEMENTS // tags]
    text = tamed(_CLOSED.sub(_opened, text))
    gatherer = _Gatherer()
    try:
        _walk(LexborHTMLParser(text).root, gatherer, progress)
    except _TooMany:
        whole = False
    return Events(gatherer.events, whole)


def _walk(node: LexborNode | None, gatherer: _Gatherer, progress: Progress | None) -> None:
    """Tell the gatherer of all elements from a root on."""
    depth = 0
    while node is not None:
        if progress and not len(gatherer.events) % 1000:
            progress(0.5)
        if node.is_text_node:
            gatherer.text(node.text_content or "")
        elif node.is_element_node:
            gatherer.start(node.tag or "", node.attributes)
            if (first := node.first_child) is not None:
                node = first
                depth += 1
                continue
            gatherer.end(node.tag or "")
        while depth and node.next is None and node.parent is not None:
            node = node.parent
            depth -= 1
            gatherer.end(node.tag or "")
        node = node.next if depth else None
