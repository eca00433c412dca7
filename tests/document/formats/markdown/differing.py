"""Markdown read in slices beside one parse of the whole: both must give the same blocks."""

from __future__ import annotations

import random
from collections.abc import Sequence

from postil.document.formats.markdown import parser
from postil.document.formats.markdown.block_parser import BlockParser
from postil.document.formats.markdown.tokens import TokenWalk
from postil.model.article import Block
from postil.text.clean import clean

LINES = (
    *("", "", "", "", "words", "  two words  ", "*x* and `y`", "[a] and [^n] and [B c]", "\tcode"),
    *("    code", "   three", " one", "- ", "-", "- a", "  - b", "* ```", "+ a", "1. a", "2) b"),
    *("10. x", "-\tt", "- - c", "1. - d", "- # h", "- > q", "> q", "> ```", "> - e", ">", "  more"),
    *("    deep", "```", "```", "~~~", "  ```", "   ~~~", "    ```", "````", "```js", "~~~ `a`"),
    *(
        "# h",
        "## h ##",
        "===",
        "---",
        "***",
        "_ _ _",
        "- - -",
        "#x",
        "a\\",
        "| a | b |",
        "|---|---|",
    ),
    *("<div>", "</div>", "<pre>", "</pre>", "<!--", "-->", "<!-- a -->", "<?x", "?>", "<b>x</b>"),
    *("<script>", "</script>", "<![CDATA[", "]]>", "<!X", ">", "<x-y>", "  <div>", "- <div>"),
    *("[a]: /u", "[^n]: note", "[B C]:", "/v 't'", "> [a]: /w", "  [^n]: again", "[a]: <x y>"),
    *(": def", "~ def", ":", "  : deep", "term", "$$", "$$", "$$ x $$", "$a_b$ and $5", "{: .k}"),
    *(
        "\\begin{a}",
        "\\end{a}",
        "\\[",
        "\\]",
        "> [!NOTE]",
        "> [!tip]- a *b*",
        "- [ ] t",
        "1. [x] u",
    ),
    *("# h {#i}", "z^[n *o*]", "y^[p^[q]] [^n]", "==m *n*==", "H~2~O ~s~ x^2^", "[[W]] [[v|w]]"),
    *("!!! note", '??? tip "T *u*"', "!!! who", ":::note", "::: tip T", ":::", ":::", "::: x"),
    *("```{.r a=b}", "![[p.png]]", "  - [x] v"),
    *("    [^m]: no", "&amp; &#x41;", "1986\\. A", "a  ", "http://x.example/y", "1) ```"),
)
"""What may make a difference, and the blank line."""


def draw(chance: random.Random, among: Sequence[str] = LINES) -> str:
    """Return a document of lines drawn at random, some of them nested in items or quotations."""
    lines = []
    for _ in range(chance.randint(2, 24)):
        line = chance.choice(among)
        if chance.random() < 0.15:
            line = chance.choice(("> ", "  ", "- ", "   ", "    ")) + line
        lines.append(line)
    return "\n".join(lines)


def in_slices(text: str) -> Sequence[Block]:
    """Return the blocks as Postil reads them, without front matter."""
    return parser.read(clean("\n" + text), "").blocks


def at_once(text: str) -> Sequence[Block]:
    """Return the blocks of one parse."""
    whole = BlockParser()
    tokens = whole.blocks(clean("\n" + text)) or ()
    whole.words(tokens)
    walk = TokenWalk(tokens, 1)
    walk.run()
    return walk.blocks + walk.footnotes
