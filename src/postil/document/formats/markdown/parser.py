"""Markdown: CommonMark with tables, footnotes, strikethrough and front matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from postil.document.article.builder import Draft, Place
from postil.document.article.metadata import titled
from postil.document.base.bare_urls import bare_links
from postil.document.formats.layout.line_joins import AS_TYPED
from postil.document.formats.markdown.block_parser import MOST_NESTING, BlockParser
from postil.document.formats.markdown.front_matter import FrontMatter, front_matter
from postil.document.formats.markdown.slices import DEFINED, Slice, slices
from postil.document.formats.markdown.tokens import TokenWalk
from postil.model.article import Block, BlockKind
from postil.model.values import dataclass, field
from postil.text.clean import clean
from postil.text.lazy_regex import lazily
from postil.text.progress import Progress, tracked, within

_SIGNS_OF_MARKUP = (*r"*_`[]<&\~|^", "==", "$$")
_ATX = lazily(r"(#{1,6})[ ]+(?P<title>[^\n]*?)(?:[ ]+#+)?[ ]*")
_START = (
    r"[ ]*(?:[^\W\d_]|[\"'“‘’”(…—–«¿¡$€£%.,;/@]|[?!](?![?!])|:(?![\s:])|\d+(?!\d|[.)](?:\s|$)))"
)
_CUT = 0.3
"""Share of the work after which a text is cut into slices, as a rule."""
_PLAIN = lazily(rf"(?![ ]{{4}}){_START}[^\n]*(?:\n{_START}[^\n]*)*")

_SIGNS = lazily(r"[ >]*(?:(?:[*+\-]|\d{1,9}[.)])[ ]+)*")
_OVERLAP = 4096
"""Code points before the end of the head in which a definition may begin that ends behind it."""
_NUMBERED = lazily(r"\[\^\d{1,9}\]:")
"""Defines a footnote whose number one among the words must not bear."""
_REFERRED = lazily(r"\[((?:[^\[\]\\]|\\.){1,999})\]")


@dataclass(slots=True)
class _Blocks:
    """The blocks found so far."""

    blocks: list[Block] = field(default_factory=list)
    footnotes: list[Block] = field(default_factory=list)
    anchors: dict[str, Place] = field(default_factory=dict)


def read(
    text: str,
    head: str,  # noqa: ARG001 - each slice is settled by itself
    progress: Progress | None = None,
) -> Draft:
    """Read a clean text to its end."""
    front = front_matter(text)
    lines = 1 + text.count("\n")
    parser = BlockParser()
    cut = tracked(
        _slices(text, parser, front),
        within(progress, 0, _CUT),
        lambda _, part: part.line / lines,
    )
    parts = list(cut)
    rest = within(progress, _CUT, 1)
    found = _read(tracked(parts, rest, lambda _, part: part.line / lines), parser, front)
    metadata = titled(front.metadata, found.blocks)
    blocks = found.blocks + found.footnotes
    return Draft(blocks, None, metadata, front.remarks, anchors=found.anchors)


def preview(head: str, whole: str | None) -> Draft:
    """Read the slices that the head holds to their end; references may lead beyond it."""
    front = front_matter(head)
    if front.unfinished:
        return Draft([])
    parser = BlockParser()
    if whole is not None and _refers_ahead(head, whole):
        for _ in _slices(clean(whole), parser, front):
            pass
    parts = list(_slices(head, parser, front))[:-1]
    found = _read(parts, parser, front)
    metadata = titled(front.metadata, found.blocks)
    return Draft(found.blocks, None, metadata, front.remarks, anchors=found.anchors)


def _slices(text: str, parser: BlockParser, front: FrontMatter) -> Iterator[Slice]:
    body = text[front.end :] if front.end else text
    return slices(body, parser, 1 + text.count("\n", 0, front.end))


def _refers_ahead(head: str, whole: str) -> bool:
    """Tell whether the head may refer to what stands behind it."""
    behind = max(0, len(head) - _OVERLAP)
    if "^[" in head and _NUMBERED.search(whole, behind):
        return True
    if whole.find("]:", behind) < 0:
        return False
    defined = {_label(found[1]) for found in DEFINED.finditer(whole, behind)}
    return bool(defined) and any(_label(one[1]) in defined for one in _REFERRED.finditer(head))


def _label(written: str) -> str:
    return " ".join(written.split()).casefold()


def _read(parts: Iterable[Slice], parser: BlockParser, front: FrontMatter) -> _Blocks:
    found = _Blocks()
    if front.broken:
        found.blocks.append(Block(BlockKind.CODE, front.broken, 2, language="yaml"))
    for part in parts:
        if part.tokens is None and (block := _simple(part)):
            found.blocks.append(block)
        else:
            _parsed(part, parser, found)
    return found


def _parsed(part: Slice, parser: BlockParser, found: _Blocks) -> None:
    """Append the blocks of a slice that the parser must read."""
    tokens = parser.blocks(part.text) if part.tokens is None else part.tokens
    if tokens is None:
        found.blocks += _deep(part)
        return
    parser.words(tokens)
    walk = TokenWalk(tokens, part.line)
    walk.run()
    for name, place in walk.anchors.items():
        found.anchors.setdefault(name, Place(place.block + len(found.blocks), place.offset))
    found.blocks += walk.blocks
    found.footnotes += walk.footnotes
    part.tokens = ()


def _simple(part: Slice) -> Block | None:
    """Read a paragraph or heading without any markup in it, as most are."""
    text = part.text
    # Each sign is looked for in a tenth of the time that a pattern takes for all of them.
    for sign in _SIGNS_OF_MARKUP:
        if sign in text:
            return None
    if text[0].isalpha() and "\n" not in text:
        text = text.strip()
        links = bare_links(text) if "://" in text else ()
        return Block(BlockKind.PARAGRAPH, text, part.line, 0, "", 0, links)
    if text[0] == "#":
        found = _ATX.fullmatch(text)
        if not found or not found["title"].strip("#") or text.rstrip().endswith("}"):
            return None
        title, level = found["title"], len(found[1])
        return Block(BlockKind.HEADING, title, part.line, level, inlines=bare_links(title))
    if "  \n" in text or not _PLAIN.fullmatch(text):
        return None
    text, breaks = AS_TYPED.joined(text.split("\n"))
    links = bare_links(text)
    return Block(BlockKind.PARAGRAPH, text, part.line, inlines=links, breaks=breaks)


def _deep(part: Slice) -> list[Block]:
    """Read lines that are nested beyond measure, each by itself."""
    blocks = []
    for at, line in enumerate(part.text.split("\n")):
        found = _SIGNS.match(line)
        text = line[found.end() :].strip() if found else line.strip()
        if text:
            quoted = min(line.count(">", 0, len(line) - len(text)), MOST_NESTING)
            blocks.append(Block(BlockKind.PARAGRAPH, text, part.line + at, quoted=quoted))
    return blocks
