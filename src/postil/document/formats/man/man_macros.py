"""Macros of man(7): headings, paragraphs, tagged lists, fonts, code and tables."""

from __future__ import annotations

from collections.abc import Callable

from postil.document.formats.man.arguments import arguments
from postil.document.formats.man.escapes import Words
from postil.document.formats.man.lists import Lists
from postil.document.formats.man.man_names import (
    ALTERNATING,
    BREAKS,
    CLOSED,
    FOLLOWED,
    FONTS,
    HEADINGS,
    LINKS,
    OPENED,
    PARAGRAPHS,
    TAB,
)
from postil.document.formats.man.roff import Line, Roff
from postil.document.formats.man.tbl import push_table
from postil.document.formats.markup.block_writer import BlockWriter
from postil.text.line_joints import joint


class ManPage:
    """Sets the lines of a page in blocks."""

    def __init__(self, roff: Roff, out: BlockWriter) -> None:
        self.title: list[str] = []
        """The arguments of ``.TH``: name, section, date, source, manual."""
        self._roff = roff
        self._out = out
        self._words = Words(out, roff.translated)
        self._lists = Lists(out)
        self._code = False
        self._wanted: Callable[[], None] | None = None
        """What is done after the next line of words: a heading or a term ends."""
        self._link: str | None = None
        self._named = self._blank = False
        self._last = ""
        self._macros = self._table()

    def line(self, line: Line) -> None:
        """Set one line."""
        if not line.request:
            self._text(line.words)
        elif macro := self._macros.get(line.request):
            macro(line.request, line.words)

    def close(self) -> None:
        """End what stands open."""
        self._end_link("", "")
        self._end_code()
        self._end_wanted()
        self._words.plain()
        self._lists.close()

    def _table(self) -> dict[str, Callable[[str, str], None]]:
        macros: dict[str, Callable[[str, str], None]] = {
            "TH": self._page,
            "TP": self._term,
            "TQ": self._term,
            "IP": self._entry,
            "RS": lambda *_: self._indent(),
            "RE": lambda *_: self._outdent(),
            "OP": self._option,
            "SY": self._synopsis,
            "YS": lambda *_: self._words.out.flush(),
            "UE": self._end_link,
            "ME": self._end_link,
            "TS": lambda *_: self._tabled(),
            "EQ": lambda *_: self._equation(),
            "ft": lambda _, words: self._words.font(words.strip() or "P"),
        }
        macros |= dict.fromkeys(("sp", "SP", "Sp"), lambda *_: self._space())
        macros |= dict.fromkeys(HEADINGS, self._heading)
        macros |= dict.fromkeys(PARAGRAPHS, lambda *_: self._paragraph())
        macros |= dict.fromkeys(FONTS, self._in_font)
        macros |= dict.fromkeys(ALTERNATING, self._alternating)
        macros |= dict.fromkeys(BREAKS, lambda *_: self._break())
        macros |= dict.fromkeys(OPENED, lambda *_: self._begin_code())
        macros |= dict.fromkeys(CLOSED, lambda *_: self._end_code())
        macros |= dict.fromkeys(LINKS, self._begin_link)
        return macros

    # -- words

    def _text(self, words: str) -> None:
        if self._code:
            self._words.push(words.expandtabs(TAB) if "\\" not in words else words)
            self._out.text("\n")
            return
        if not words.strip():
            self._space()
            return
        if words[0] in " \t" and not self._wanted:
            self._break()
        if self._blank and self._last:
            self._blank = joint(self._last, words) == " "
        self._said(lambda: self._words.push(words))
        self._last = words

    def _said(self, push: Callable[[], None]) -> None:
        """Push the words of a line; a blank parts them from the next ones unless they are glued."""
        self._put_blank()
        push()
        self._named, self._last = True, ""
        if self._code:
            self._out.text("\n")
        elif self._words.glued:
            self._words.glued = False
        else:
            self._blank = True
            self._end_wanted()

    def _put_blank(self) -> None:
        if self._blank:
            self._blank = False
            self._words.push(" ")

    def _end_wanted(self) -> None:
        if wanted := self._wanted:
            self._wanted = None
            wanted()

    def _in_font(self, name: str, words: str) -> None:
        given = arguments(words)
        if not given:
            self._words.font(FONTS[name])
            return

        def push() -> None:
            self._words.font(FONTS[name])
            self._words.push(" ".join(given))
            self._words.font("R")

        self._said(push)

    def _alternating(self, name: str, words: str) -> None:
        fonts = ALTERNATING[name]

        def push() -> None:
            for at, one in enumerate(arguments(words)):
                self._words.font(fonts[at % 2])
                self._words.push(one)
            self._words.font("R")

        self._said(push)

    def _option(self, _: str, words: str) -> None:
        given = arguments(words)

        def push() -> None:
            self._words.push("[")
            for at, one in enumerate(given[:2]):
                self._words.push(" " if at else "")
                self._words.font("BI"[at])
                self._words.push(one)
            self._words.font("R")
            self._words.push("]")

        self._said(push)

    def _begin_link(self, name: str, words: str) -> None:
        self._end_link("", "")
        given = [self._words.plainly(one) for one in arguments(words)]
        address = given[0] if given else ""
        self._link = address if name in ("UR", "MT") else None
        if ":" not in address:
            address = LINKS[name] + address
        self._put_blank()
        self._words.switch("")
        self._named = False
        self._out.start("a", {"href": address if address.startswith(FOLLOWED) else ""})
        if name in ("URL", "MTO"):
            self._out.text(given[1] if len(given) > 1 else address)
            self._out.end("a")
            self._out.text("".join(given[2:3]) + " ")

    def _end_link(self, _: str, words: str) -> None:
        if self._link is None:
            return
        self._words.switch("")
        if not self._named:
            self._out.text(self._link)
        self._out.end("a")
        self._link = None
        self._blank = False
        self._said(lambda: self._words.push("".join(arguments(words)[:1])))

    # -- blocks

    def _page(self, _: str, words: str) -> None:
        if not self.title:
            self.title = [self._words.plainly(one) for one in arguments(words)]

    def _heading(self, name: str, words: str) -> None:
        self.close()
        tag = HEADINGS[name]
        self._out.start(tag)

        def end() -> None:
            self._words.plain()
            self._out.end(tag)

        self._wanted = end
        if given := arguments(words):
            self._said(lambda: self._words.push(" ".join(given)))

    def _paragraph(self) -> None:
        if self._code:
            self._out.text("\n")
            return
        self._end_wanted()
        self._words.plain()
        self._lists.paragraph()

    def _space(self) -> None:
        if self._code:
            self._out.text("\n")
        elif not self._wanted:
            self._out.flush()

    def _break(self) -> None:
        if not self._code and not self._wanted:
            self._out.start("br")

    def _term(self, *_: str) -> None:
        self._end_code()
        self._end_wanted()
        self._words.plain()
        self._lists.term()
        self._wanted = self._lists.definition

    def _entry(self, _: str, words: str) -> None:
        self._end_code()
        self._end_wanted()
        given = arguments(words)
        mark = self._words.plainly(given[0]) if given else ""
        self._words.plain()
        if not mark.strip():
            self._lists.definition()
            self._out.flush()
        elif self._lists.entry(mark):
            self._words.push(given[0])
            self._words.plain()
            self._lists.definition()

    def _indent(self) -> None:
        self._end_code()
        self._end_wanted()
        self._lists.indent()

    def _outdent(self) -> None:
        self._end_code()
        self._end_wanted()
        self._words.plain()
        self._lists.outdent()

    def _synopsis(self, _: str, words: str) -> None:
        self._end_wanted()
        self._out.flush()
        self._in_font("B", words)

    def _begin_code(self) -> None:
        if not self._code:
            self._end_wanted()
            self._blank = False
            self._words.switch("")
            self._out.start("pre")
            self._code = True

    def _end_code(self) -> None:
        if self._code:
            self._words.switch("")
            self._out.end("pre")
            self._code = False

    def _tabled(self) -> None:
        self._end_code()
        self._end_wanted()
        self._words.plain()
        push_table(self._roff, self._out, self._words.push, self._in_cell)

    def _in_cell(self, line: str) -> None:
        for made in self._roff.made(line):
            if not made.request or made.request in FONTS or made.request in ALTERNATING:
                self.line(made)
            elif made.request in (*BREAKS, *PARAGRAPHS, "sp", "IP", "TP"):
                self._out.flush()

    def _equation(self) -> None:
        """Set an equation as it stands."""
        lines = []
        while (line := self._roff.raw()) is not None and not line.startswith(".EN"):
            lines.append(line)
        self._out.text(" ".join(lines) + " ")
