"""Parser of Markdown in two steps: the blocks of a slice, and then the words within them.

What the blocks define, such as footnotes and the addresses of links, may be referred to anywhere:
the blocks of all slices that define something are parsed before the words of any. The parser
(40 ms to load) is imported when it is first needed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from postil.document.formats.markdown.block_signs import TITLE, take_signs
from postil.text.lazy_regex import lazily

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

NOTE = "note"
"""What a reference is told: the tokens of the footnote that stands in its place."""
MOST_NESTING = 100
"""Levels of quotations, lists and brackets that are followed."""
_LONGEST_RUN = 100_000
"""Code points of one paragraph in which markup is looked for."""
_MOST_SIGNS = 3000
"""Signs of markup in one paragraph; parsing takes the square of their number."""
_MARKUP = lazily(r"[*_`\[\]<&\\~|=^$]")
_RUNNING = (
    r"[ ]*(?:[^\W\d_]|[\"'“‘’”(…—–«¿¡€£%.,;/@\[&]|[?!](?![?!])|\$(?!\$)|:(?![\s:])"
    r"|\d+(?!\d|[.)](?:\s|$))|\*{1,2}(?=[^\s*])|_{1,2}(?=[^\s_])|`(?!``))"
)
_PARAGRAPH = lazily(rf"(?![ ]{{4}}){_RUNNING}[^\n]*(?:\n{_RUNNING}[^\n]*)*")
"""Lines of which none begins anything but words, or signs among them."""
_ADDRESS = lazily(
    r"https?://[a-z0-9][a-z0-9.-]{0,200}(?:[/?#][A-Za-z0-9/?#=&+,;:@!_.~-]{0,2000})?"
    r"|[./#]{0,3}[A-Za-z0-9_][A-Za-z0-9_./#-]{0,2000}"
)
"""An address of plain letters, as most are."""
_ITEM = r"(?:[*+\-]|\d{1,9}[.)])[ ]"
_NESTED = (
    (lazily(rf"(?m)^(?:[ ]{{0,3}}(?:>|{_ITEM})){{60}}"),),
    (lazily(rf"(?m)^[ ]{{60,90}}{_ITEM}"), lazily(rf"(?m)^[ ]{{120,}}{_ITEM}")),
)
"""Quotations and lists so deep that only an attack, or an accident, makes them.

Their signs stand on one line, or the lines are set in: no code has items at both depths.
"""


class Labels(dict[str, Any]):
    """Labels of footnotes, which are the same in small letters and in capitals."""

    def __init__(self) -> None:
        super().__init__()
        self.written: dict[str, str] = {}
        """How a label is written where it is defined."""

    def __setitem__(self, label: str, value: object) -> None:
        """Define a label; the first of two counts."""
        key = label.casefold()
        self.written.setdefault(key, label.removeprefix(":"))
        super().__setitem__(key, value)

    def __contains__(self, label: object) -> bool:
        """Tell whether a label is defined."""
        return isinstance(label, str) and super().__contains__(label.casefold())

    def __getitem__(self, label: str) -> Any:
        """Return what is kept of a label."""
        return super().__getitem__(label.casefold())

    def get(self, label: str, default: Any = None) -> Any:
        """Return what is kept of a label, or the default."""
        return super().get(label.casefold(), default)


class BlockParser:
    """The parser, with all that was defined in what it has parsed so far."""

    def __init__(self) -> None:
        self._made: MarkdownIt | None = None
        self._labels = Labels()
        self._numbered = 0
        """The last number of a footnote that stands among the words."""
        self._environment: dict[str, Any] = {
            "references": {},
            "footnotes": {"refs": self._labels, "list": {}},
        }

    def blocks(self, text: str) -> Sequence[Token] | None:
        """Return the blocks of some lines, their words not parsed; None where they nest too deep.

        What they define is known from then on.
        """
        if "|" not in text and "]:" not in text and _PARAGRAPH.fullmatch(text):
            return _paragraph(text)
        if any(all(sign.search(text) for sign in signs) for signs in _NESTED):
            return None
        parser = self._parser()
        tokens: list[Token] = []
        try:
            parser.block.parse(text, parser, self._environment, tokens)
        except RecursionError:
            return None
        return tokens

    def words(self, tokens: Sequence[Token]) -> None:
        """Parse the words of each block, except where there is too much markup to be meant."""
        take_signs(tokens)
        for token in tokens:
            if token.type == "inline":
                self._parse(token)
            elif TITLE in token.meta:
                self._parse(token.meta[TITLE])

    def _parse(self, token: Token) -> None:
        from markdown_it.token import Token

        parser, content = self._parser(), token.content
        signs = len(_MARKUP.findall(content)) if len(content) > _MOST_SIGNS else 0
        if signs > _MOST_SIGNS or len(content) > _LONGEST_RUN:
            token.children = [Token("text", "", 0, content=content)]
            return
        token.children = []
        parser.inline.parse(content, parser, self._environment, token.children)
        self._label(token.children)

    def _label(self, children: Sequence[Token]) -> None:
        """Give references to footnotes their labels; a note among the words gets a number."""
        for child in children:
            if child.type != "footnote_ref":
                self._label(child.children or ())
            elif label := child.meta.get("label"):
                child.meta["label"] = self._labels.written[f":{label}".casefold()]
            else:
                self._numbered += 1
                while f":{self._numbered}" in self._labels:
                    self._numbered += 1
                note = self._environment["footnotes"]["list"][child.meta["id"]]
                child.meta |= {"label": str(self._numbered), NOTE: note["tokens"]}
                self._label(note["tokens"])

    def _parser(self) -> MarkdownIt:
        if self._made is None:
            from markdown_it import MarkdownIt
            from mdit_py_plugins.deflist import deflist_plugin
            from mdit_py_plugins.footnote import footnote_plugin

            from postil.document.formats.markdown import (
                fenced_asides,
                paired_signs,
                typed_math,
                wiki_links,
            )

            class Parser(MarkdownIt):
                """The parser, which leaves addresses alone that are written as they must be."""

                def normalizeLink(self, url: str) -> str:  # noqa: N802 - its name there
                    """Return an address with what it may not hold written as it must be."""
                    return url if _ADDRESS.fullmatch(url) else super().normalizeLink(url)

            self._made = Parser("commonmark", {"maxNesting": MOST_NESTING})
            self._made.enable(["table", "strikethrough"])
            self._made.use(footnote_plugin, move_to_end=False).use(deflist_plugin)
            for one in (paired_signs, typed_math, wiki_links, fenced_asides):
                one.use(self._made)
        return self._made


def _paragraph(text: str) -> Sequence[Token]:
    """Return the blocks of lines that are one paragraph, in a tenth of the parser's time."""
    from markdown_it.token import Token

    lines = [0, text.count("\n") + 1]
    return (
        Token("paragraph_open", "p", 1, map=lines, block=True),
        Token("inline", "", 0, map=lines, content=text.strip(), block=True),
        Token("paragraph_close", "p", -1, block=True),
    )
