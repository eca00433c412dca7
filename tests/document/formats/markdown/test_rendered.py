"""The canonical text of small Markdown beside a plain parser's rendering, read as text."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.document.pipeline import whole
from tests.document.formats.markdown.rendered import rendered, shown

COMMON = [
    "The keeper\nand his lamp\n",
    "\twick\n\n  - jar\n\n\tlid\n",
    "- `jar\n- lid`\n",
    "+++ jar\n",
    "* * lid * *\n",
    "####### too deep\n\n#7 lamps\n\n\\### escaped\n",
    "## wick ####\n#    lamp    #########\n",
    "The *long\nnight*\n======\n",
    "> at night\n---------\n",
    "- at night\n---------\n",
    "    first\n\n        second\n\n\n    third\n",
    "~~~~ log\n~~~\nship\n~~~~\n",
    "``` log of ships\nnever closed\n",
    "<section><pre>\n**lamp**,\n\n_wick_.\n</pre>\n</section>\n",
    "<ins>\n\n*lamp*\n\n</ins>\n",
    "<!-- to be written\n\nlater -->\nThe end\n",
    "[quay]: /harbour 'north\nand south'\n\nOn the [quay]\n",
    "[quay]: \n\n[quay]\n",
    "  the quay\n                  is long\n      and narrow\n",
    "one blank \ntwo blanks  \nthree   \n",
    "> # Night\n> the sea\n> is wide\n",
    "> - mast\n- sail\n",
    "> the mast\nand the sail\n",
    "7)  The mast\n\n        is\n\n    > high\n",
    "- mast\n\n\n  sail\n",
    "999999999. sails\n\n1000000000. masts\n",
    "- north\n - east\n  - south\n   - west\n    - none of them\n",
    "He was born in\n1884. She came later.\n",
    "- mast\n- sail\n\n<!-- two lists -->\n\n- rope\n",
    "`` a ` tick ``, ` `` `, `two  blanks`\n",
    "*mast`*` and **sail*\n",
    "mast*sail*rope, mast_sail_rope, __mast, __sail__, rope__\n",
    "_(__mast__)_ and ***sail** by rope*\n",
    "[to](</the quay> 'north') [from](the quay) [](./nowhere.md)\n",
    "[out [of [it]]](/quay) [nor](<here\nthere>)\n",
    "[*long* night][LONG *NIGHT*]\n\n[long *night*]: /winter\n",
    "![a *long* night](/winter.png) ![lamp](lamp.png \"lit\")\n",
    "<https://quay.example/a?b=c> <keeper@quay.example> <no link at all>\n",
    "<i>mast</i><x-y><z1 n=\"m\" /> <9> </i href='b'> sail\n",
    "mast  \n      sail\\\nrope\n",
    "&nbsp; &lt; &eacute; &OElig; &#65; &#x20AC; &nothing; &#0;\n",
    "\\_not set apart\\_\n\\<hr/> is no rule\n\\[nowhere](/quay)\n",
]  # fmt: skip
GITHUB = [
    "| ship | mast |\n| --- | --- |\n| Ann | two |\n",
    "| ship | masts |\n:-: | -----------:\nAnn | two\n",
    "| m\\|n  |\n| ------ |\n| a `\\|` b |\n| c **\\|** d |\n",
    "| ship | mast |\n| --- | --- |\n| Ann | two |\n> seen at night\n",
    "| ship | mast |\n| --- |\n| Ann |\n",
    "| ship | mast |\n| --- | --- |\n| Ann |\n| Bea | one | lost |\n",
    "| ship |\n| --- |\n\nnone\n",
    "~~Ann~~ and ~~Bea\n\nCleo~~\n",
    "the ~~long *cold* night~~ and sea~~mark~~s\n",
]


@pytest.mark.parametrize("text", COMMON)
def test_commonmark_reads_as_it_is_rendered(text: str) -> None:
    assert shown(whole(text.encode(), "a.md", Path("a.md"))) == rendered(text)


@pytest.mark.parametrize("text", GITHUB)
def test_tables_and_strikes_read_as_they_are_rendered(text: str) -> None:
    article = whole(text.encode(), "a.md", Path("a.md"))
    assert shown(article) == rendered(text, more=("table", "strikethrough"))
