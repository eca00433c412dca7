"""Roles of reStructuredText: what stands between backquotes, with a name before or behind it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docutils import nodes
from docutils.parsers.rst import roles, states

from postil.text.lazy_regex import lazily

_TITLED = lazily(r"(?s)(?P<title>.+?)\s{0,40}<(?P<target>[^<>]+)>")
_CODE = frozenset(
    "func meth class data attr exc mod obj const type member macro var enum enumerator "  # noqa: SIM905
    "envvar option command program file samp kbd mimetype makevar regexp token grammar "
    "directive role any keyword newsgroup alias concept struct union namespace sig rst".split()
)
"""Roles, without their domains, whose words are names in some language."""
_CALLED = ("func", "meth")
_NOTHING = ("cspan", "rspan")
"""Roles that say how a cell of a table is set."""
_BRACED = ("file", "samp")
_SIGNS = lazily(r"[*_|`]")
_MOST_SIGNS = 2000
"""Signs of markup in one block; parsing takes the square of their number."""
_MOST_SPENT = 60_000_000
"""Squares of these numbers for a whole document; one of 2,000 pages of prose stays below."""
_ENDLESS = lazily(r"\S{2000}")
"""What is too long for an address; to find out takes the square of its length."""
_LABELS = ("ref", "numref", "term", "doc", "any", "eq")
LABEL = "postil-label"
"""Attribute of words that Sphinx would replace by the title of what they lead to."""


class _Inliner(states.Inliner):
    """Parses the words of each block, and reports where it is."""

    def __init__(self, at_line: Callable[[int], None]) -> None:
        super().__init__()
        self._at_line = at_line
        self._spent = 0

    def parse(self, text: str, lineno: int, memo: Any, parent: Any) -> Any:
        """Parse the words of a block, which begins on a line of the text."""
        self._at_line(lineno)
        signs = len(_SIGNS.findall(text))
        self._spent += signs * signs
        if signs > _MOST_SIGNS or self._spent > _MOST_SPENT or _ENDLESS.search(text):
            return [nodes.Text(nodes.unescape(text))], []
        return super().parse(text, lineno, memo, parent)

    def interpreted(self, rawsource: str, text: str, role: str, lineno: int) -> Any:
        """Return the nodes of a role, and no message: unknown ones are read for their words."""
        known, _ = roles.role(role, self.language, lineno, self.reporter)
        if known and role.lower() not in ("raw", "file", "command"):
            said: Any = known(role, rawsource, text, lineno, self)  # type: ignore[call-arg]
            return said
        return [_words(role.lower(), nodes.unescape(text))], []


_PATTERNS = {name: one for name, one in vars(states.Inliner).items() if isinstance(one, str)}
Inliner = type("Inliner", (_Inliner,), {**_PATTERNS, "__doc__": _Inliner.__doc__})
"""With the patterns that docutils looks for in the class itself, and in none above it."""


def _words(role: str, text: str) -> Any:
    """Return what a role of Sphinx shows."""
    name = role.rpartition(":")[2]
    if name in _NOTHING:
        return nodes.inline("", "")
    found = _TITLED.fullmatch(text)
    label = found["target"] if found else text
    shown = found["title"] if found else text.removeprefix("!")
    if not found and name in _CODE and shown.startswith("~"):
        shown = shown[1:].rpartition(".")[2]
    if not found and name in _CALLED and "(" not in shown:
        shown += "()"
    if name in _BRACED:
        shown = shown.replace("{", "").replace("}", "")
    if name == "menuselection":
        shown = shown.replace("-->", "‣")
    if name in ("guilabel", "menuselection"):
        shown = shown.replace("&&", "\0").replace("&", "").replace("\0", "&")
    if name in _CODE:
        return nodes.literal(shown, shown)
    if name in ("dfn", "term"):
        return nodes.emphasis(shown, shown, **({LABEL: label} if name == "term" else {}))
    node = nodes.inline(shown, shown)
    if name in _LABELS:
        node[LABEL] = label
        node["titled"] = bool(found)
    return node
