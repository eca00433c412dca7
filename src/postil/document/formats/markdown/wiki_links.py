"""Links of wikis and note-takers: [[Page]], [[Page#Part|label]], ![[picture.png]].

What stands in two brackets is one only if it reads as a name: arr[[1]], [[1]](address), [[ -f x ]]
and a label that the document defines are something else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from postil.text.lazy_regex import lazily

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

_LINK = lazily(
    r"(?<![\w\[])(?P<shown>!?)\[\[(?P<page>[^\s\[\]|\\`][^\[\]|\\\n`]{0,200})"
    r"(?:\\?\|(?P<label>[^\[\]|\n]{1,200}))?\]\](?![\](\[:])"
)
_SIZE = lazily(r"\d+(?:x\d+)?")


def use(parser: MarkdownIt) -> None:
    """Teach a parser the links."""
    parser.inline.ruler.before("link", "wiki_link", _wiki_link)


def _wiki_link(state: StateInline, silent: bool) -> bool:
    """Read a link, shown by its label, or by the page that it names."""
    if state.src[state.pos] not in "![":
        return False
    found = _LINK.match(state.src, state.pos, state.posMax)
    if not found or not any(sign.isalpha() for sign in found["page"]):
        return False
    from markdown_it.common.utils import normalizeReference

    if normalizeReference(found["page"]) in state.env.get("references", ()):
        return False
    if not silent:
        page, label = found["page"].strip(), (found["label"] or "").strip()
        if _SIZE.fullmatch(label):
            label = ""
        picture = found["shown"] == "!"
        name, target = ("image", "src") if picture else ("link_open", "href")
        token = state.push(name, "", 0 if picture else 1)
        token.attrSet(target, page)
        if picture:
            text = type(token)("text", "", 0, content=label or page)
            token.children = [text]
        else:
            state.push("text", "", 0).content = label or page.removeprefix("#")
            state.push("link_close", "a", -1)
    state.pos = found.end()
    return True
