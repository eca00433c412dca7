"""Small documents of every format, from which spoilt ones are made."""

from __future__ import annotations

import gzip

from tests.document.formats.epub import making as epub
from tests.document.formats.pdf import making as pdf
from tests.support.formats import docx_files, odt_files

TEXT = (
    "The Ice Trade\n\nThe ice was cut in winter [Source: The Times, 3 May 1911].\n\n- one\n- two\n"
)
MARKDOWN = (
    "---\ntitle: Ice\nauthor: [A. Frost]\n---\n\n"
    "# Ice\n\n*Cut* in **winter**[^1] `x` <b>y</b>\n"
    "\n> said\n\n1. a\n   - b\n\n| a | b |\n|---|---|\n"
    "| 1 | [l](http://a.b) |\n\n```c\nint a;\n```\n"
    "\n[^1]: A note.\n"
)
RST = (
    "===\nIce\n===\n\n:Author: A. Frost\n:Date: 2021-03-04\n"
    "\nOne\n---\n\n*Cut* in [#n]_ `w <http://a.b>`_\n"
    "and :ref:`x <One>` |s|.\n\n.. [#n] Note.\n\n.. |s| replace:: sub\n\n| line\n|   verse\n\n"
    "+---+---+\n| a | b |\n+---+---+\n\n===  ===\na    b\n===  ===\n\n.. note:: Cold.\n\n"
    ".. code-block:: c\n   :linenos:\n\n   int a;\n\n.. list-table::\n\n   * - a\n     - b\n\n"
    "term : kind\n  what\n\n-f X  take\n\n3. c\n#. d\n\n.. _t:\n\nTwo\n---\n\n::\n\n  literal\n"
)
ORG = (
    "#+TITLE: Ice\n#+AUTHOR: A. Frost\n#+DATE: "
    "<2024-12-01 Sun>\nWords[fn:1] and[fn::b] *bold* =v=\n"
    "* TODO [#A] One :tag:\nSCHEDULED: <2024-01-01>\n:PROPERTIES:\n:CUSTOM_ID: o\n:END:\n"
    "- [X] a\n  1. b\n- t :: d\n\n#+begin_quote\n"
    "said\n#+end_quote\n#+begin_src c\n,* x\n#+end_src\n"
    "#+caption: c\n| a | b |\n|---+---|\n| 1 | [[#o][l]] "
    "|\n: fixed\n** COMMENT gone\n* Two\n[fn:1] N.\n"
    "\\alpha H_{2}O \\\\\n#+begin_verse\na\n b\n#+end_verse\n"
)
MAN = (
    '.TH ICE 7 2024-02-03 "Frost" "Cold"\n.de XX\n'
    "\\fB\\\\$1\\fP\n..\n.ds L \\(em\n.SH NAME\nice \\- cold\n"
    '.SS Two\n.TP\n.BR \\-s , " x"\nGo \\*L.\n.IP '
    "\\(bu 2\npoint\n.RS\n.nf\n  code\n.fi\n.RE\n.XX a\n"
    ".if n yes\n.ie 1=2 a\n.el \\{\\\nb\n.\\}\n.TS\ntab(|);\n"
    "l l.\na|b\nc|T{\nd\nT}\n.TE\n.UR http://a.b\nl\n.UE .\n"
)
MDOC = (
    ".Dd March 4, 2021\n.Dt ICE 8\n.Os\n.Sh NAME\n.Nm "
    "ice\n.Nd cold\n.Sh SYNOPSIS\n.Nm\n.Op Fl f Ar x\n"
    ".Oo Fl v Oc\n.Bl -tag -width x\n.It Fl a\nall\n.It "
    "Xo\n.Fl b\n.Xc\nb\n.El\n.Bd -literal\nx  y\n.Ed\n"
    ".Bl -column a b\n.It a Ta b\n.El\n.Dq Em q , .\n.Rs\n"
    '.%A A\n.%T T\n.Re\n.Fn f "int a"\n.Sm off\na b\n.Sm on\n'
)
HTML = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Ice</title>'
    '<meta property="og:title" content="Ice"><script type="application/ld+json">'
    '{"@type":"Article","headline":"Ice","author":{"name":"A. '
    'Frost"}}</script></head><body><nav>n</nav>'
    "<article><h1>Ice</h1><p>By A. Frost</p><p>The ice "
    "was <b>cut</b> in winter, and sold in summer to "
    'those who could pay for it.<a href="#n">1</a>'
    "</p><table><tr><td colspan=2>a</td></tr></table>"
    "<pre><code class=language-c>x</code></pre><dl><dt>a<dd>b</dl><ul><li>c<ol><li>d</ol></ul>"
    "<blockquote>q<footer>f</footer></blockquote><p "
    "id=n>note &amp; &#x41;</p></article></body></html>"
)
RTF = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman Times;}}"
    r"{\stylesheet{\s1\outlinelevel0 heading 1;}}"
    r"{\info{\title Ice}{\author A. Frost}}\pard\s1 One\par\pard The "
    r"{\b ice} \'e9\u8212? {\i x}"
    r"{\footnote note}{\field{\*\fldinst HYPERLINK http://a.b}{\fldrslt l}}\par"
    r"\trowd\cellx1\cellx2\intbl a\cell b\cell\row{\pict\wmetafile8 0123}\bin3 abc}"
)
XHTML = "<h1>One</h1><p>The <em>ice</em> <a href='#n'>1</a></p><table><tr><td>a</td></tr></table>"


def documents() -> dict[str, bytes]:
    """Return a document of each format by its file's name."""
    paragraphs = docx_files.p("One", "heading1") + docx_files.p("The ice was cut.")
    texts = {
        "a.txt": TEXT,
        "a.md": MARKDOWN,
        "a.rst": RST,
        "a.org": ORG,
        "a.7": MAN,
        "b.8": MDOC,
        "a.html": HTML,
        "a.rtf": RTF,
    }
    found = {name: text.encode() for name, text in texts.items()}
    found["a.docx"] = docx_files.docx(paragraphs, parts={"styles": docx_files.styles("heading 1")})
    found["a.odt"] = odt_files.odt(
        "<text:h text:outline-level='1'>One</text:h><text:p>Ice</text:p>"
    )
    found["a.epub"] = epub.book({"c1.xhtml": epub.page(XHTML)})
    found["a.pdf"] = pdf.pdf([[(72, 700, 18, "One"), *pdf.paragraph(660, "The ice", "was cut.")]])
    found["a.md.gz"] = gzip.compress(MARKDOWN.encode(), mtime=0)
    return found
