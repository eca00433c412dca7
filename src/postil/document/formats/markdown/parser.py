"""Markdown: CommonMark with tables, footnotes, strikethrough and front matter.

The parser (40 ms to load) is imported for the first part that has markup in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from postil.document.article.builder import Draft
from postil.document.base.bare_urls import bare_links
from postil.document.formats.layout.list_items import joined
from postil.document.formats.markdown.definitions import Definitions, definitions
from postil.document.formats.markdown.front_matter import FrontMatter, front_matter
from postil.document.formats.markdown.slices import Slice, slices
from postil.document.formats.markdown.tokens import TokenWalk
from postil.model.article import Block, BlockKind
from postil.model.source import Metadata
from postil.model.values import dataclass, field, replace
from postil.text.lazy_regex import lazily
from postil.text.progress import Progress, tracked

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

_SIGNS_OF_MARKUP = r"*_`[]<&\~|"
_MARKUP = lazily(rf"[{re.escape(_SIGNS_OF_MARKUP)}]")
_ATX = lazily(r"(#{1,6})[ ]+(?P<title>[^\n]*?)(?:[ ]+#+)?[ ]*")
_START = r"[ ]*(?:[^\W\d_]|[\"'“‘’”(…—–«¿¡$€£%.,;:?!/@]|\d+(?!\d|[.)](?:\s|$)))"
_PLAIN = lazily(rf"(?![ ]{{4}}){_START}[^\n]*(?:\n{_START}[^\n]*)*")

_NESTED = lazily(r"(?m)^(?:[ >*+\-]|\d{1,9}[.)] ){60}")
"""Quotations and lists so deep that only an attack, or an accident, makes them."""
_SIGNS = lazily(r"[ >]*(?:(?:[*+\-]|\d{1,9}[.)])[ ]+)*")
_MOST_NESTING = 100
"""Levels of quotations, lists and brackets that are followed."""
_LONGEST_RUN = 100_000
"""Code points of one paragraph in which markup is looked for."""
_MOST_SIGNS = 3000
"""Signs of markup in one paragraph; parsing takes the square of their number."""


@dataclass(slots=True)
class _Blocks:
    """The blocks found so far."""

    blocks: list[Block] = field(default_factory=list)
    footnotes: list[Block] = field(default_factory=list)


def read(
    text: str,
    head: str,  # noqa: ARG001 - each slice is settled by itself
    progress: Progress | None = None,
) -> Draft:
    """Read a clean text to its end."""
    front = front_matter(text)
    lines = 1 + text.count("\n")
    parts = tracked(_slices(text, front), progress, lambda _, part: part.line / lines)
    found = _read(parts, definitions(text), front)
    metadata = _titled(front.metadata, found.blocks)
    return Draft(found.blocks + found.footnotes, None, metadata, front.remarks)


def preview(head: str, whole: str | None) -> Draft:
    """Read the slices that the head holds to their end; references may lead beyond it."""
    front = front_matter(head)
    known = definitions(head if whole is None else whole)
    found = _read(list(_slices(head, front))[:-1], known, front)
    return Draft(found.blocks, None, _titled(front.metadata, found.blocks), front.remarks)


def _slices(text: str, front: FrontMatter) -> Iterable[Slice]:
    return slices(text[front.end :] if front.end else text, 1 + text.count("\n", 0, front.end))


def _read(parts: Iterable[Slice], known: Definitions, front: FrontMatter) -> _Blocks:
    found = _Blocks()
    if front.broken:
        found.blocks.append(Block(BlockKind.CODE, front.broken, 2, language="yaml"))
    parser: _Parser | None = None
    for part in parts:
        if block := _simple(part):
            found.blocks.append(block)
            continue
        parser = parser or _Parser(known)
        parser.read(part, found)
    return found


def _titled(metadata: Metadata, blocks: list[Block]) -> Metadata:
    """Take the only heading of the first level for the title, where it opens the text."""
    if metadata.title or not blocks or blocks[0].kind is not BlockKind.HEADING:
        return metadata
    tops = sum(block.kind is BlockKind.HEADING and block.level == 1 for block in blocks)
    if blocks[0].level != 1 or tops != 1:
        return metadata
    origins = (*metadata.origins, ("title", "text"))
    return replace(metadata, title=blocks[0].text, origins=origins)


def _simple(part: Slice) -> Block | None:
    """Read a paragraph or heading without any markup in it, as most are."""
    text = part.text
    # Each sign is looked for in a tenth of the time that a pattern takes for all of them.
    for sign in _SIGNS_OF_MARKUP:
        if sign in text:
            return None
    if text[0].isalpha():
        if "\n" not in text:
            text = text.strip()
            links = bare_links(text) if "://" in text else ()
            return Block(BlockKind.PARAGRAPH, text, part.line, 0, "", 0, links)
    elif _NESTED.match(text):
        return None
    if text[0] == "#":
        found = _ATX.fullmatch(text)
        if not found or not found["title"]:
            return None
        title, level = found["title"], len(found[1])
        return Block(BlockKind.HEADING, title, part.line, level, inlines=bare_links(title))
    if "  \n" in text or not _PLAIN.fullmatch(text):
        return None
    text, breaks = joined(text.split("\n"))
    links = bare_links(text)
    return Block(BlockKind.PARAGRAPH, text, part.line, inlines=links, breaks=breaks)


def _deep(part: Slice) -> list[Block]:
    """Read lines that are nested beyond measure, each by itself."""
    blocks = []
    for at, line in enumerate(part.text.split("\n")):
        found = _SIGNS.match(line)
        text = line[found.end() :].strip() if found else line.strip()
        if text:
            quoted = min(line.count(">", 0, len(line) - len(text)), _MOST_NESTING)
            blocks.append(Block(BlockKind.PARAGRAPH, text, part.line + at, quoted=quoted))
    return blocks


class _Parser:
    """The parser, set up once for a text with all that the text defines."""

    def __init__(self, known: Definitions) -> None:
        self._parser = _parser()
        links: dict[str, dict[str, str]] = {}
        for label, address in known.links.items():
            self._define(label, address, links)
        self._links = links
        self._footnotes: dict[str, Any] = {
            "refs": {":" + label: -1 for label in known.footnotes},
            "list": {},
        }

    def read(self, part: Slice, found: _Blocks) -> None:
        """Append the blocks of a slice."""
        if _NESTED.search(part.text):
            found.blocks += _deep(part)
            return
        environment = {"references": self._links, "footnotes": self._footnotes}
        try:
            tokens = self._parser.parse(part.text, environment)
        except RecursionError:
            found.blocks += _deep(part)
            return
        walk = TokenWalk(tokens, part.line)
        walk.run()
        found.blocks += walk.blocks
        found.footnotes += walk.footnotes

    def _define(self, label: str, address: str, links: dict[str, dict[str, str]]) -> None:
        from markdown_it.common.utils import normalizeReference, unescapeAll

        target = self._parser.normalizeLink(unescapeAll(address))
        if self._parser.validateLink(target):
            links.setdefault(normalizeReference(label), {"title": "", "href": target})


def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark", {"maxNesting": _MOST_NESTING})
    parser.enable(["table", "strikethrough"])
    parser.use(footnote_plugin, inline=False, move_to_end=False)
    parser.core.ruler.at("inline", _parse_inline)
    return parser


def _parse_inline(state: StateCore) -> None:
    """Parse the words of each block, except where there is too much markup to be meant."""
    from markdown_it.token import Token

    for token in state.tokens:
        if token.type != "inline":
            continue
        content = token.content
        signs = len(_MARKUP.findall(content)) if len(content) > _MOST_SIGNS else 0
        if signs > _MOST_SIGNS or len(content) > _LONGEST_RUN:
            token.children = [Token("text", "", 0, content=content)]
            continue
        token.children = []
        state.md.inline.parse(content, state.md, state.env, token.children)
