"""Writing of a page: its elements, without those that are left out, pushed as blocks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from postil.document.formats.html.addresses import Addresses
from postil.document.formats.html.heading_looks import Looks
from postil.document.formats.html.notes import Notes
from postil.document.formats.html.prose import BLOCKS
from postil.document.formats.html.source.tree import WORDS, Tree
from postil.document.formats.markup.asides import names_aside
from postil.document.formats.markup.block_writer import BlockWriter
from postil.document.formats.markup.tags import HEADINGS, INLINE_KINDS, NOTHING, PICTURED
from postil.model.article import BlockKind
from postil.model.values import dataclass, field
from postil.text.lazy_regex import lazily

_TAKEN = frozenset((*BLOCKS, *INLINE_KINDS, "a", "br", "q")) - {
    "html",
    "body",
    "tbody",
    "thead",
    "tfoot",
    "template",
    "search",
    "dialog",
}
"""Elements that the writer is told of; others are nothing to it but the words they hold."""
_NO_WORDS = frozenset(("annotation", "annotation-xml", "noscript", "rp", "title", "head"))
_TABLES = frozenset(("table", "tr", "td", "th", "caption"))
_PICTURES = frozenset(("img", "amp-img", "image"))
_SIGN = lazily(
    r"(?i)(?=.{0,60}$).*\b(?:logo|icon|avatar|banner|spacer|bullet|navigation|thumbnail|button"
    r"|profile (?:photo|picture))\b.*"
    r"|\W*(?:image|photo|prev|previous|next|up|top|home|index|contents|back|forward|arrow)\W*"
)
"""What stands for a picture that belongs to the page."""
_MATH_RAISED = {"msup": "sup", "msub": "sub", "mover": "sup", "munder": "sub"}
PIECE, PIECE_END = "\0begins ", "\0ends "
"""Begin the names of places at which a piece begins and ends; no name of a page's has a NUL."""
_EVERY = 512


@dataclass(slots=True)
class Page:
    """A page that has been looked through: what is written of it, and how."""

    tree: Tree
    gone: bytearray
    """1 where an element begins that is left out."""
    notes: Notes
    looks: Looks
    addresses: Addresses
    names: frozenset[str]
    """Places to which links of the page lead."""
    pieces: Mapping[int, int] = field(default_factory=dict)
    """The numbers, from 0, of the elements that are articles of a page of several."""
    layouts: frozenset[int] = frozenset()
    """Tables that only arrange a page."""
    lead: int = -1
    """A heading that stands in what is left out, and is written first."""


class Writing:
    """Pushes a page into a writer of blocks."""

    def __init__(self, page: Page) -> None:
        """Begin."""
        self.page = page
        self.writer = BlockWriter(page.addresses.resolve)
        self._rule = False
        self._piece = -1

    def write(self) -> Iterator[float]:
        """Write the page; yield the share that is done now and then."""
        tree = self.page.tree
        if self.page.lead >= 0:
            yield from self._run(self.page.lead, tree.ends[self.page.lead], every=False)
        body = max(tree.first("body"), 0)
        yield from self._run(body, tree.ends[body] if tree.tags else 0)
        self.writer.close()

    def _run(self, start: int, end: int, *, every: bool = True) -> Iterator[float]:
        page, writer = self.page, self.writer
        tree, gone, names = page.tree, page.gone, page.names
        tags, words, attributes, ends = tree.tags, tree.words, tree.attributes, tree.ends
        references, back_links = page.notes.references, page.notes.back_links
        notes, looks = page.notes.notes, page.looks.levels
        push, begin = writer.text, writer.start
        open_now: list[tuple[int, str]] = []
        behind = end
        """Where the innermost element ends that the writer was told of."""
        at = start
        while at < end:
            while at >= behind:
                self._end(open_now.pop()[1])
                behind = open_now[-1][0] if open_now else end
            tag = tags[at]
            if tag == WORDS:
                if self._rule and not words[at].isspace():
                    self._write_rule()
                push(words[at])
                at += 1
                continue
            if tag == "input" and attributes[at]:
                # The box of a task is all that is read of a form.
                begin(tag, attributes[at])
            if (every and gone[at]) or tag in _NO_WORDS or at in back_links:
                at = ends[at]
                continue
            said = attributes[at]
            if said and names and (name := said.get("id") or said.get("name")) in names:
                writer.name(name or "")
            if at in references:
                writer.refer(references[at])
                at = ends[at]
                continue
            close = ""
            if at in notes:
                self._rule = False
                writer.begin_footnote(notes[at])
                close = "-note"
            elif at in looks:
                self._rule = False
                close = f"h{looks[at]}"
                begin(close)
            elif tag == "hr":
                self._rule = True
            elif tag in _TABLES and self._is_laid_out(at):
                close = "div" if tag in ("td", "th", "caption") else ""
                if close:
                    begin(close)
            elif tag in _TAKEN:
                if tag in HEADINGS:
                    self._rule = False
                    if at in page.looks.plain:
                        tag = "p"
                close = tag
                told = said and (tag in _WITH_ATTRIBUTES or names_aside(said))
                begin(tag, said if told else NOTHING)
                if tag == "figcaption" and (target := self._captioned(at)):
                    begin("img", {PICTURED: target})
                if tag == "br":
                    close = ""
            elif tag in _PICTURES:
                if self._is_shown(at):
                    begin("img", {**said, PICTURED: page.addresses.picture(said)})
            elif tag == "rt":
                push("(")
                close = "-ruby"
            elif (raised := _MATH_RAISED.get(tags[tree.parents[at]])) and self._is_second(at):
                begin(raised)
                close = raised
            if at in page.pieces:
                self._begin_piece(at)
                open_now.append((behind := ends[at], "-piece"))
            if close and ends[at] > at + 1:
                open_now.append((behind := ends[at], close))
            elif close:
                self._end(close)
            at += 1
            if not at % _EVERY:
                yield at / len(tags)
        while open_now:
            self._end(open_now.pop()[1])

    def _end(self, tag: str) -> None:
        if tag == "-note":
            self.writer.end_footnote()
            self.writer.put_footnotes()
        elif tag == "-piece":
            self._rule = False
            self.writer.flush()
            self.writer.name(f"{PIECE_END}{self._piece}")
        elif tag == "-ruby":
            self.writer.text(")")
        else:
            self.writer.end(tag)

    def _begin_piece(self, at: int) -> None:
        self._piece = self.page.pieces[at]
        self.writer.flush()
        self.writer.name(f"{PIECE}{self._piece}")

    def _write_rule(self) -> None:
        self._rule = False
        self.writer.flush()
        blocks = self.writer.blocks
        if blocks and blocks[-1].kind is not BlockKind.HEADING:
            self.writer.start("hr")

    def _is_laid_out(self, at: int) -> bool:
        """Tell whether the table of an element only arranges the page."""
        tree, layouts = self.page.tree, self.page.layouts
        while layouts and at >= 0:
            if tree.tags[at] == "table":
                return at in layouts
            at = tree.parents[at]
        return False

    def _is_shown(self, at: int) -> bool:
        """Tell whether a picture has words of its own, and is no sign of the page's."""
        said = self.page.tree.attributes[at]
        words = said.get("alt") or ""
        if not words or "usemap" in said or _SIGN.fullmatch(words):
            return False
        return not self._is_captioned(at)

    def _captioned(self, at: int) -> str:
        """Return the target of the picture that a caption stands for; "" for none."""
        tree, figure = self.page.tree, self.page.tree.parents[at]
        while figure >= 0 and tree.tags[figure] != "figure":
            figure = tree.parents[figure]
        if figure < 0:
            return ""
        pictures = (
            each for each in range(figure, tree.ends[figure]) if tree.tags[each] in _PICTURES
        )
        return next(
            (
                self.page.addresses.picture(tree.attributes[each])
                for each in pictures
                if not self._is_shown(each)
            ),
            "",
        )

    def _is_captioned(self, at: int) -> bool:
        """Tell whether the caption beside a picture says what stands for the picture as well."""
        tree = self.page.tree
        words = " ".join((tree.attributes[at].get("alt") or "").split()).rstrip(".")
        for _ in range(4):
            at = tree.parents[at]
            if at < 0 or not words:
                return False
            if tree.tags[at] == "figure":
                return words in tree.text(at)
        return False

    def _is_second(self, at: int) -> bool:
        tree = self.page.tree
        before = tree.before(at)
        return before >= 0 and tree.before(before) < 0


_WITH_ATTRIBUTES = frozenset(
    ("a", "ol", "li", "pre", "td", "th", "table", "listing", "xmp", "code")
)
