"""Macros of mdoc(7): headings, lists, displays, references; words within lines stand beside."""

from __future__ import annotations

from collections.abc import Callable

from postil.document.formats.man.arguments import arguments
from postil.document.formats.man.escapes import Words
from postil.document.formats.man.mdoc_names import CALLED
from postil.document.formats.man.mdoc_words import MdocWords
from postil.document.formats.man.roff import Line, Roff
from postil.document.formats.man.tbl import push_table
from postil.document.formats.markup.block_writer import BlockWriter

_TAB = 8
_LISTS = {
    "-bullet": "ul",
    "-dash": "ul",
    "-hyphen": "ul",
    "-enum": "ol",
    "-column": "table",
    "-item": "",
}
_TITLED = ("Sh", "Ss")
_LITERAL = ("-literal", "-unfilled")
OWN = CALLED | frozenset(
    "Dd Dt Os Sh Ss Pp Lp Bl El It Bd Ed D1 Dl Bk Ek Bf Ef Ex Rv Fo Fc Rs Re TS TE br sp Nd".split()  # noqa: SIM905
)
"""Macros that a page does not define anew."""


class MdocPage:
    """Sets the lines of a page in blocks."""

    def __init__(self, roff: Roff, out: BlockWriter) -> None:
        self.title: list[str] = []
        """Name, section, date."""
        self._roff = roff
        self._out = out
        self._words = Words(out, roff.translated)
        self._line = MdocWords(self._words, out)
        self._lists: list[tuple[str, list[str]]] = []
        """Of each open list its element and the elements open in it."""
        self._literal: list[bool] = []
        self._row = False
        self._synopsis = False
        self._macros: dict[str, Callable[[list[str]], None]] = {
            "Dd": self._date,
            "Dt": self._page,
            "Os": lambda _: None,
            "Sh": lambda given: self._heading("h1", given),
            "Ss": lambda given: self._heading("h2", given),
            "Pp": lambda _: self._paragraph(),
            "Lp": lambda _: self._paragraph(),
            "sp": lambda _: self._paragraph(),
            "br": lambda _: self._out.start("br"),
            "Bl": self._begin_list,
            "It": self._item,
            "El": lambda _: self._end_list(),
            "Bd": self._begin_display,
            "Ed": lambda _: self._end_display(),
            "D1": self._display_line,
            "Dl": self._display_line,
            "Nd": self._described,
            "Ex": lambda given: self._standard(given, exits=True),
            "Rv": lambda given: self._standard(given, exits=False),
            "Fo": self._begin_function,
            "Fc": self._end_function,
            "Bf": lambda _: None,
            "Ef": lambda _: None,
            "Bk": lambda _: None,
            "Ek": lambda _: None,
            "Rs": lambda _: self._out.flush(),
            "Re": lambda _: self._out.flush(),
            "TS": lambda _: self._tabled(),
        }

    def line(self, line: Line) -> None:
        """Set one line."""
        if not line.request:
            self._text(line.words)
        elif macro := self._macros.get(line.request):
            macro(arguments(line.words))
        elif line.request in CALLED:
            self._called([line.request, *arguments(line.words)])
        if line.request and self._literal and self._literal[-1] and line.request in CALLED:
            self._out.text("\n")
            self._line.begin()

    def close(self) -> None:
        """End what stands open."""
        self._words.plain()
        while self._literal:
            self._end_display()
        while self._lists:
            self._end_list()
        self._out.flush()

    # -- words

    def _text(self, words: str) -> None:
        if self._literal and self._literal[-1]:
            self._words.push(words.expandtabs(_TAB) + "\n")
            self._line.begin()
        elif words.strip():
            self._line.put(words.strip(), "R")
        else:
            self._paragraph()

    def _called(self, tokens: list[str]) -> None:
        if self._synopsis and tokens[0] in ("Nm", "Ft", "Fn", "In", "Fd", "Vt", "Cd", "Lb"):
            self._out.start("br")
            self._line.begin()
        if tokens[0].startswith("%"):
            # Parts of a reference are parted by commas.
            tokens = [*tokens, ","]
        if self._row and "Ta" in tokens[1:]:
            at = tokens.index("Ta")
            self._line.line(tokens[:at])
            self._cell()
            if tokens[at + 1 :]:
                self._called(["No", *tokens[at + 1 :]])
            return
        if self._row and tokens[0] == "Ta":
            self._cell()
            tokens = ["No", *tokens[1:]]
        self._line.line(tokens)

    # -- the page

    def _date(self, given: list[str]) -> None:
        date = " ".join(given).replace("$Mdocdate:", "").rstrip("$ ")
        self.title = [*self.title[:2], *[""] * (2 - len(self.title)), date]

    def _page(self, given: list[str]) -> None:
        self.title = [*given[:2], *[""] * (2 - len(given[:2])), *self.title[2:]]

    def _heading(self, tag: str, given: list[str]) -> None:
        self.close()
        self._synopsis = self._line.synopsis = given[:1] == ["SYNOPSIS"]
        self._out.start(tag)
        self._line.begin()
        self._called(["No", *given])
        self._words.plain()
        self._out.end(tag)
        self._line.begin()

    def _paragraph(self) -> None:
        if self._literal and self._literal[-1]:
            self._out.text("\n")
            return
        self._words.plain()
        self._out.flush()
        self._line.begin()

    def _described(self, given: list[str]) -> None:
        self._line.put("-", "R")
        self._called(["No", *given])

    def _standard(self, given: list[str], *, exits: bool) -> None:
        names = [one for one in given if one != "-std"] or [self._line.name]
        if exits:
            said = "utility exits 0 on success, and >0 if an error occurs."
        else:
            said = "function returns the value 0 if successful; otherwise the value -1 is returned."
        self._line.put(f"The {', '.join(names)} {said}", "R")

    def _begin_function(self, given: list[str]) -> None:
        if self._synopsis:
            self._out.start("br")
            self._line.begin()
        self._line.put(" ".join(given), "B")
        self._line.put("(", "R", glued=True)

    def _end_function(self, given: list[str]) -> None:
        self._line.put(")", "R", glued=True)
        self._called(["No", *given]) if given else None

    # -- lists

    def _begin_list(self, given: list[str]) -> None:
        self._paragraph()
        kind = next((_LISTS.get(one, "dl") for one in given if one.startswith("-")), "dl")
        if kind:
            self._out.start(kind)
        self._lists.append((kind, []))

    def _item(self, given: list[str]) -> None:
        self._words.plain()
        if not self._lists:
            return
        kind, inside = self._lists[-1]
        while inside:
            self._out.end(inside.pop())
        self._out.flush()
        self._line.begin()
        if kind in ("ul", "ol"):
            self._out.start("li")
            inside.append("li")
            if given:
                self._called(["No", *given])
        elif kind == "dl":
            self._out.start("dt")
            self._called(["No", *given])
            self._words.plain()
            self._out.end("dt")
            self._out.start("dd")
            inside.append("dd")
            self._line.begin()
        elif kind == "table":
            self._row = True
            self._out.start("tr")
            self._out.start("td")
            inside += ["tr", "td"]
            cells = "\x00".join(given).replace("\t", "\x00Ta\x00").split("\x00")
            self._called(["No", *(one for one in cells if one)])

    def _cell(self) -> None:
        self._words.plain()
        self._out.end("td")
        self._out.start("td")
        self._line.begin()

    def _end_list(self) -> None:
        self._words.plain()
        if not self._lists:
            return
        kind, inside = self._lists.pop()
        while inside:
            self._out.end(inside.pop())
        if kind:
            self._out.end(kind)
        self._row = any(one == "table" for one, _ in self._lists)
        self._out.flush()
        self._line.begin()

    # -- displays

    def _begin_display(self, given: list[str]) -> None:
        self._paragraph()
        literal = any(one in _LITERAL for one in given)
        self._literal.append(literal)
        if literal:
            self._out.start("pre")

    def _end_display(self) -> None:
        self._words.plain()
        if self._literal and self._literal.pop():
            self._out.end("pre")
        self._out.flush()
        self._line.begin()

    def _display_line(self, given: list[str]) -> None:
        self._paragraph()
        self._called(["No", *given])
        self._paragraph()

    def _tabled(self) -> None:
        self._paragraph()
        push_table(self._roff, self._out, self._words.push, self._in_cell)
        self._line.begin()

    def _in_cell(self, line: str) -> None:
        for made in self._roff.made(line):
            if not made.request or made.request in CALLED:
                self.line(made)
