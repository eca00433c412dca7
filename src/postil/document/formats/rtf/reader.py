"""Reader of RTF: tokens in, the story of the document out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from postil.document.formats.office.fields import field_kind, link_of
from postil.document.formats.office.paragraphs import Item, Piece, Story
from postil.document.formats.rtf import destinations, paragraphs
from postil.document.formats.rtf.apart import ALTERNATIVE, ENDNOTE, Apart
from postil.document.formats.rtf.code_pages import page_encoding
from postil.document.formats.rtf.flow import Flow, WordStyle
from postil.document.formats.rtf.groups import Field, Group
from postil.document.formats.rtf.header_reader import HeaderReader
from postil.document.formats.rtf.header_tables import HeaderTables
from postil.document.formats.rtf.letters import Letters
from postil.document.formats.rtf.looks import LOOKS, SHAPES, Look, look_after, shape_after
from postil.document.formats.rtf.tokens import BYTES, CLOSE, OPEN, SIGN, WORD, Token, Tokens
from postil.text.progress import Progress, no_progress

MOST_GROUPS = 2000
"""Groups within groups; what lies deeper is left out."""
MOST_WORK = 1_500_000
"""Control words and runs of text, and what they make; what stands behind them is left out."""
TOO_MUCH = "Of more than {:,} words, runs and paragraphs, what follows {:,} bytes was left out."
_RUN, _PARAGRAPH = 12, 25
"""Control words that take as long as the words of one look, and as a paragraph."""
_MOST_CELLS, _MOST_PASSED = 1000, 100
_EVERY = 512
"""Tokens between two looks at what the reader wants."""
_CHARACTER_SETS = {b"mac": "mac_roman", b"pc": "cp437", b"pca": "cp850", b"ansi": "cp1252"}
_ENDS = {b"par": 0, b"cell": 1, b"nestcell": 2, b"row": 1, b"nestrow": 2, b"sect": 0, b"page": 0}
"""What ends a paragraph, and in how many tables that stands at the least."""
_BREAKS = frozenset((b"line", b"softline", b"lbr"))
_DOCUMENT = frozenset((b"ansicpg", b"deff", *_CHARACTER_SETS))
_KNOWN = (
    LOOKS | SHAPES | _BREAKS | _DOCUMENT | destinations.SIGNS.keys() | _ENDS.keys()
) | frozenset((b"u", b"uc", b"trowd", b"clmgf", b"clmrg", b"cellx", b"ftnalt"))
"""Control words that do anything outside of the tables of the header."""


class Reader:
    """Reads one document."""

    def __init__(self, data: bytes) -> None:
        """Begin to read some bytes."""
        self.story = Story()
        self._tokens = Tokens(data)
        self._size = max(1, len(data))
        self._tables = HeaderTables()
        self._header = HeaderReader(self._tables)
        self._letters = Letters(self._tables)
        self._apart = Apart(self.story, self._paragraph)
        self._body = Flow()
        self._group = Group(self._body)
        self._outer: list[Group] = []
        self._styled: tuple[Look, str, WordStyle] = (self._group.look, "", ((), "", 12.0))
        """The look and link of the last words, and the style that these make."""
        self._made = 0
        """What runs and paragraphs have taken so far, in control words."""
        self._lists = paragraphs.Lists(
            self._tables, written=any(word in data for word in (b"\\listtext", b"\\pntext"))
        )

    def read(self, progress: Progress | None) -> Iterator[Sequence[Item]]:
        """Read all of it; yield now and then what of the text is read."""
        tokens, letters = self._tokens, self._letters
        for count, token in enumerate(tokens):
            if not count % _EVERY:
                (progress or no_progress)(tokens.at / self._size)
                if count + self._made > MOST_WORK:
                    self.story.remarks.append(TOO_MUCH.format(MOST_WORK, tokens.at))
                    break
                yield self._body.items
            group = self._group
            if (
                token[0] == WORD
                and token[1] not in _KNOWN
                and not (group.fresh or group.destination or letters.passing)
            ):
                # Most control words are about the look of a page.
                letters.break_off()
            elif not self._take(token):
                break
        while self._outer:
            self._close()
        self._paragraph(self._group, 0)
        self.story.items = self._body.close()
        if self._header.date:
            self.story.properties["date"] = self._header.date

    def _take(self, token: Token) -> bool:
        """Read one token; tell whether the document goes on."""
        kind, value, number = token
        letters = self._letters
        if kind == BYTES:
            self._bytes(value, escaped=number is not None)
            return True
        letters.break_off()
        if kind in (OPEN, CLOSE):
            letters.passing = 0
            if kind == OPEN:
                self._open()
            elif len(self._outer) <= 1:
                return False
            else:
                self._close()
        elif letters.passing and value != b"u":
            letters.passing -= 1
        elif kind == SIGN:
            self._sign(value)
        else:
            self._word(value, number)
        return True

    # -- groups

    def _open(self) -> None:
        outer = self._group
        self._outer.append(outer)
        if len(self._outer) > MOST_GROUPS:
            remark = f"What is nested in more than {MOST_GROUPS:,} groups was left out."
            if remark not in self.story.remarks:
                self.story.remarks.append(remark)
            self._tokens.skip_group()
            return
        self._group = outer.inner()
        if outer.destination == b"upr" and not self._tokens.stars_next:
            self._tokens.skip_group()
        else:
            self._header.inner(self._group)

    def _close(self) -> None:
        group, self._group = self._group, self._outer.pop()
        if group is not self._group and group.end:
            group.end(group)

    def _begin(self, group: Group, word: bytes) -> bool:
        """Begin what the first control word of a group names; False if it names nothing."""
        info = group.destination == b"info"
        if info and (field := destinations.PROPERTIES.get(word)):
            self._apart.capture(group, word, field)
        elif (
            word in destinations.SKIPPED
            or (info and word != b"creatim")
            or (word == b"pict" and not self._tokens.group_has(ALTERNATIVE))
        ):
            self._tokens.skip_group()
        elif word == b"leveltext":
            self._header.pattern(group)
        elif word in destinations.CAPTURED:
            self._apart.capture(group, word)
        elif word in destinations.SILENT:
            self._apart.silence(group, word)
        elif word in destinations.FLOWS:
            self._apart.flow(group, word)
        elif word in destinations.TABLES:
            self._header.begin(group, word)
        elif word in destinations.PASSED:
            self._pass(group, word)
        elif word == b"upr":
            group.destination = word
        elif group.starred:
            self._tokens.skip_group()
        else:
            return False
        return True

    def _pass(self, group: Group, word: bytes) -> None:
        """Begin a group whose words are the text."""
        if word == b"field":
            group.field = Field()
        elif word == b"result":
            group.sink = group.flow
        elif word == b"ud":
            group.destination = b""
        elif word == b"fldrslt" and group.field:
            if field_kind(group.field.code) == "TOC":
                self._tokens.skip_group()
            elif isinstance(group.sink, Flow):
                group.link = link_of(group.field.code) or group.link

    # -- words

    def _word(self, word: bytes, number: int | None) -> None:
        group = self._group
        if group.fresh:
            group.fresh = False
            if self._begin(group, word):
                return
        if group.destination:
            self._header.word(group.destination, word, number)
        if word not in _KNOWN:
            return
        if (look := look_after(group.look, word, number)) is not None:
            group.look = look
        elif (shape := shape_after(group.shape, word, number)) is not None:
            group.shape = shape
        elif sign := destinations.SIGNS.get(word):
            self._text(sign)
        elif word == b"u":
            self._letters.passing = group.skip
            self._text(self._letters.of_number(number or 0, group.look.font))
        elif word == b"uc":
            group.skip = min(max(number or 0, 0), _MOST_PASSED)
        elif word in _ENDS:
            self._end(group, word)
        elif isinstance(group.sink, Flow):
            self._flow_word(group, group.sink, word)
        if word in _DOCUMENT and len(self._outer) == 1:
            self._document_word(word, number)

    def _document_word(self, word: bytes, number: int | None) -> None:
        """Read what holds for the whole document."""
        if word == b"ansicpg" and number:
            self._tables.page = page_encoding(number)
            self._tables.forget_encodings()
        elif word == b"deff":
            self._tables.font = number or 0
        elif word in _CHARACTER_SETS and not self._tables.fonts:
            self._tables.page = _CHARACTER_SETS[word]

    def _end(self, group: Group, word: bytes) -> None:
        """End a paragraph, a cell or a row."""
        flow = group.sink
        if not isinstance(flow, Flow) or (word == b"par" and group.look.deleted):
            return
        least = _ENDS[word]
        if not flow.empty or word in (b"par", b"cell", b"nestcell"):
            self._paragraph(group, least)
        else:
            self._made += _PARAGRAPH
        if word in (b"cell", b"nestcell"):
            flow.end_cell(paragraphs.nesting(group.shape, least))
        elif word == b"row":
            flow.end_row(least)
        elif word == b"nestrow":
            flow.end_row(max(least, group.shape.nesting))

    def _flow_word(self, group: Group, flow: Flow, word: bytes) -> None:
        """Read what breaks lines, and which cells are one."""
        if word in _BREAKS:
            if not (group.look.hidden or group.look.deleted):
                flow.pieces.append(Piece("break"))
        elif word == b"trowd":
            flow.merged = [""]
        elif word in (b"clmgf", b"clmrg") and flow.merged:
            flow.merged[-1] = "first" if word == b"clmgf" else "next"
        elif word == b"cellx" and len(flow.merged) < _MOST_CELLS:
            flow.merged.append("")
        elif word == b"ftnalt":
            group.destination = ENDNOTE

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._group.starred = True
            return
        if sign in b"\r\n":
            self._word(b"par", None)
        elif text := destinations.SYMBOLS.get(sign):
            self._text(text)

    def _bytes(self, value: bytes, *, escaped: bool) -> None:
        group = self._group
        group.fresh = False
        value = self._letters.unpassed(value)
        if not value or group.sink is None:
            return
        if group.destination == b"leveltext":
            self._text(value.decode("latin-1"))
        elif group.destination == b"info":
            self._text(self._letters.of_page(value))
        else:
            self._text(self._letters.of_bytes(value, group.look.font, escaped=escaped))

    def _text(self, words: str) -> None:
        """Send words where those of this group go."""
        group = self._group
        group.fresh = False
        look, sink = group.look, group.sink
        if isinstance(sink, list):
            sink.append(words)
        elif sink is not None and words and not (look.hidden or look.deleted):
            if self._styled[0] is not look or self._styled[1] != group.link:
                self._styled = look, group.link, self._style(look, group.link)
            if sink.add(words, self._styled[2]):
                self._made += _RUN

    def _style(self, look: Look, link: str) -> WordStyle:
        marks = look.marks - {"u"} if link else look.marks
        if self._tables.monospaced(look.font):
            marks |= {"code"}
        return tuple(sorted(marks)), link, look.size

    def _paragraph(self, group: Group, least: int) -> None:
        """End the paragraph that is open; ``least`` is told by what ends it."""
        self._made += _PARAGRAPH
        if isinstance(flow := group.sink, Flow):
            one = paragraphs.made(flow, group.shape, self._tables, self._lists)
            flow.put(one, paragraphs.nesting(group.shape, least))
