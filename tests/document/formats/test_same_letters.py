"""One article is the same letters in every format that it is written in."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from postil.document.pipeline import whole
from postil.model.article import Article, BlockKind
from tests.support.formats.docx_files import docx, styles
from tests.support.formats.docx_files import p as docx_p
from tests.support.formats.odt_files import odt, style

MARKDOWN = """\
# The jars of Hallow Reach

Seeds were kept in *jars* and in **boxes**, as [a page](https://seeds.example/a) says.[^1]

## What the ledger says

1. First the jar
2. then the lid

- a shelf

> “Nothing was lost,” she said.

```
a = 1
    b = 2
```

| Year | Jars |
|------|------|
| 1884 | four |

[^1]: The clerk had never seen the sea.
"""

MORE = """\
# The jars of Hallow Reach

Seeds were ==kept== in H~2~O for the 2^nd^ week, and none of the keepers ever said a word of it.

> [!WARNING]
> Mind the *lid*.

- [ ] wash the jar
- [x] dry it

1. [x] shut it

Bung
: what stops a jar

$$
a + b
$$

| Jar | Held |
|-----|:----:|
| one | `a\\|b` |
"""
MORE_BODY = """\
<h1>The jars of Hallow Reach</h1>
<p>Seeds were <mark>kept</mark> in H<sub>2</sub>O for the 2<sup>nd</sup> week, and none of the
keepers ever said a word of it.</p>
<div class="markdown-alert markdown-alert-warning"><p class="markdown-alert-title">Warning</p>
<p>Mind the <em>lid</em>.</p></div>
<ul class="contains-task-list"><li><input type="checkbox" disabled="disabled"/> wash the jar</li>
<li><input type="checkbox" checked="checked"/> dry it</li></ul>
<ol><li><input type="checkbox" checked="checked"/> shut it</li></ol>
<dl><dt>Bung</dt><dd>what stops a jar</dd></dl>
<pre class="language-latex">$$
a + b
$$</pre>
<table><tr><td>Jar</td><td>Held</td></tr><tr><td>one</td><td><code>a|b</code></td></tr></table>
"""
MORE_ORG = """\
* The jars of Hallow Reach

Seeds were kept in H_{2}O for the 2^{nd} week, and none of the keepers ever said a word of it.

Warning

Mind the /lid/.

- [ ] wash the jar
- [X] dry it


1. [X] shut it


- Bung :: what stops a jar

#+begin_src latex
$$
a + b
$$
#+end_src

| Jar | Held  |
| one | =a\\vert{}b= |
"""
MORE_RST = """\
The jars of Hallow Reach
========================

Seeds were kept in H\\ :sub:`2`\\ O for the 2\\ :sup:`nd` week, and none of the keepers ever said
a word of it.

.. warning:: Mind the *lid*.

* wash the jar
* dry it

1. shut it

Bung
  what stops a jar

.. code:: latex

   $$
   a + b
   $$

===  ====
Jar  Held
one  ``a|b``
===  ====
"""

RTF = (
    r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times;}{\f1 Courier New;}}"
    r"{\stylesheet{\s1 heading 1;}{\s2 heading 2;}{\s3 Quote;}{\s4 Source Code;}}"
    r"\pard\s1\outlinelevel0 The jars of Hallow Reach\par\pard Seeds were kept in {\i jars} and in "
    r'{\b boxes}, as {\field{\*\fldinst HYPERLINK "https://seeds.example/a"}{\fldrslt a page}} '
    r"says.{\footnote\pard\chftn The clerk had never seen the sea.}\par"
    r"\pard\s2 What the ledger says\par"
    r"\pard{\listtext 1.\tab}\ls1 First the jar\par{\listtext 2.\tab}then the lid\par"
    r"\pard{\listtext\'95\tab}\ls2 a shelf\par\pard\s3\ldblquote Nothing was lost,\rdblquote  "
    r"she said.\par\pard\s4 a = 1\line     b = 2\par"
    r"\trowd\cellx1\cellx2\pard\intbl Year\cell Jars\cell\row"
    r"\trowd\cellx1\cellx2\pard\intbl 1884\cell four\cell\row}"
)


BODY = """\
<h1>The jars of Hallow Reach</h1>
<p>Seeds were kept in <em>jars</em> and in <strong>boxes</strong>, as
<a href="https://seeds.example/a">a page</a> says.<a href="#n1" role="doc-noteref">1</a></p>
<h2>What the ledger says</h2>
<ol><li>First the jar</li><li>then the lid</li></ol>
<ul><li>a shelf</li></ul>
<blockquote><p>“Nothing was lost,” she said.</p></blockquote>
<pre><code>a = 1
    b = 2
</code></pre>
<table><tr><td>Year</td><td>Jars</td></tr><tr><td>1884</td><td>four</td></tr></table>
<section role="doc-endnotes"><ol>
<li id="n1" role="doc-footnote"><p>The clerk had never seen the sea.</p></li>
</ol></section>
"""
HTML = (
    f"<!DOCTYPE html><html><head><title>Jars</title></head><body><article>{BODY}</article></body>"
)


def in_epub(body: str) -> bytes:
    """Return an article as EPUB."""
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile '
        'full-path="a.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
    )
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Jars</dc:title></metadata>'
        '<manifest><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="c"/></spine></package>'
    )
    page = f'<html xmlns="http://www.w3.org/1999/xhtml"><head/><body>{body}</body></html>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", container)
        archive.writestr("a.opf", package)
        archive.writestr("c.xhtml", page)
    return buffer.getvalue()


def in_docx() -> bytes:
    """Return the article as DOCX."""

    def run(text: str, properties: str = "") -> str:
        space = 'xml:space="preserve"'
        return f"<w:r><w:rPr>{properties}</w:rPr><w:t {space}>{text}</w:t></w:r>"

    def listed(text: str, number: int) -> str:
        return docx_p(text, properties=f'<w:numPr><w:numId w:val="{number}"/></w:numPr>')

    def row(*cells: str) -> str:
        return f"<w:tr>{''.join(f'<w:tc>{docx_p(cell)}</w:tc>' for cell in cells)}</w:tr>"

    levels = (("decimal", "%1."), ("bullet", "•"))
    numbering = "".join(
        f'<w:abstractNum w:abstractNumId="{at}"><w:lvl w:ilvl="0"><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
        for at, (form, text) in enumerate(levels)
    ) + "".join(
        f'<w:num w:numId="{at + 1}"><w:abstractNumId w:val="{at}"/></w:num>' for at in range(2)
    )
    note = run("The clerk had never seen the sea.")
    body = (
        docx_p("The jars of Hallow Reach", "heading1")
        + f"<w:p>{run('Seeds were kept in ')}{run('jars', '<w:i/>')}{run(' and in ')}"
        f"{run('boxes', '<w:b/>')}{run(', as ')}<w:hyperlink r:id='a'>{run('a page')}"
        f'</w:hyperlink>{run(" says.")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
        + docx_p("What the ledger says", "heading2")
        + listed("First the jar", 1)
        + listed("then the lid", 1)
        + listed("a shelf", 2)
        + docx_p("“Nothing was lost,” she said.", "Quote")
        + docx_p("a = 1", "SourceCode")
        + docx_p("    b = 2", "SourceCode")
        + f"<w:tbl>{row('Year', 'Jars')}{row('1884', 'four')}</w:tbl>"
    )
    parts = {
        "styles": styles("heading 1", "heading 2", "Quote", "Source Code"),
        "numbering": numbering,
        "footnotes": f'<w:footnote w:id="2"><w:p>{note}</w:p></w:footnote>',
    }
    return docx(body, parts=parts, links={"a": "https://seeds.example/a"})


def in_odt() -> bytes:
    """Return the article as ODT."""

    def p(text: str, name: str = "") -> str:
        return f'<text:p text:style-name="{name}">{text}</text:p>'

    def span(text: str, name: str) -> str:
        return f'<text:span text:style-name="{name}">{text}</text:span>'

    def listed(name: str, *items: str) -> str:
        inside = "".join(f"<text:list-item>{p(item)}</text:list-item>" for item in items)
        return f'<text:list text:style-name="{name}">{inside}</text:list>'

    def row(*cells: str) -> str:
        inside = "".join(f"<table:table-cell>{p(cell)}</table:table-cell>" for cell in cells)
        return f"<table:table-row>{inside}</table:table-row>"

    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        f"{p('The clerk had never seen the sea.')}</text:note-body></text:note>"
    )
    link = '<text:a xlink:href="https://seeds.example/a">a page</text:a>'
    code = 'a = 1<text:line-break/><text:s text:c="4"/>b = 2'
    body = (
        '<text:h text:outline-level="1">The jars of Hallow Reach</text:h>'
        + p(
            f"Seeds were kept in {span('jars', 'I')} and in {span('boxes', 'B')}, "
            f"as {link} says.{note}"
        )
        + '<text:h text:outline-level="2">What the ledger says</text:h>'
        + listed("L1", "First the jar", "then the lid")
        + listed("L2", "a shelf")
        + p("“Nothing was lost,” she said.", "Quotations")
        + p(code, "Preformatted_20_Text")
        + f"<table:table>{row('Year', 'Jars')}{row('1884', 'four')}</table:table>"
    )
    marks = style("I", '<style:text-properties fo:font-style="italic"/>', "text")
    marks += style("B", '<style:text-properties fo:font-weight="bold"/>', "text")
    lists = (
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" '
        'style:num-format="1" style:num-suffix="."/></text:list-style>'
        '<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" '
        'text:bullet-char="•"/></text:list-style>'
    )
    named = style("Quotations") + style("Preformatted_20_Text")
    return odt(body, styles=named + marks + lists)


def read(data: bytes, name: str) -> Article:
    """Return the article of some bytes."""
    return whole(data, name, Path(name))


ARTICLES = {
    "a.docx": in_docx(),
    "a.odt": in_odt(),
    "a.rtf": RTF.encode("latin-1"),
    "a.html": HTML.encode(),
    "a.epub": in_epub(BODY),
}


@pytest.mark.parametrize("name", ARTICLES)
def test_the_letters_are_those_of_markdown(name: str) -> None:
    article = read(ARTICLES[name], name)
    plain = read(MARKDOWN.encode(), "a.md")
    assert article.text == plain.text
    assert [block.kind for block in article.blocks] == [block.kind for block in plain.blocks]
    assert [block.marker.strip("[]: ") for block in article.blocks] == [
        block.marker.strip("[]: ") for block in plain.blocks
    ]
    assert [(block.level, block.quoted) for block in article.blocks] == [
        (block.level, block.quoted) for block in plain.blocks
    ]


@pytest.mark.parametrize("name", ARTICLES)
def test_what_is_set_apart_is_that_of_markdown(name: str) -> None:
    """But for headings of tables, which only some formats tell from other cells."""

    def apart(article: Article) -> list[tuple[int, int, str, str]]:
        return [
            (one.start, one.end, one.kind.value, one.target)
            for block in article.blocks
            if block.kind is not BlockKind.TABLE
            for one in block.inlines
        ]

    assert apart(read(ARTICLES[name], name)) == apart(read(MARKDOWN.encode(), "a.md"))


@pytest.mark.parametrize("name", ["a.html", "a.epub", "a.org", "a.rst"])
def test_what_markdown_was_given_later_is_the_same_too(name: str) -> None:
    """Tasks, asides, terms and formulas; reStructuredText has no tasks, Org no marks and asides."""
    page = HTML.replace(BODY, MORE_BODY)
    data = {
        "a.html": page.encode(),
        "a.epub": in_epub(MORE_BODY),
        "a.org": MORE_ORG.encode(),
        "a.rst": MORE_RST.encode(),
    }[name]
    article, plain = read(data, name), read(MORE.encode(), "a.md")
    assert article.text == plain.text
    assert [block.kind for block in article.blocks] == [block.kind for block in plain.blocks]
    assert [block.level for block in article.blocks] == [block.level for block in plain.blocks]
    if name != "a.rst":
        assert [block.marker for block in article.blocks] == [b.marker for b in plain.blocks]
    if name != "a.org":
        assert [block.aside for block in article.blocks] == [b.aside for b in plain.blocks]
    if name in ("a.html", "a.epub"):
        assert [b.inlines for b in article.blocks] == [b.inlines for b in plain.blocks]
