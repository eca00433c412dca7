"""Guides and references of several generators come out whole, without their ways about."""

from __future__ import annotations

from postil.model.article import BlockKind
from tests.document.formats.html.reading import outline, prose, read, texts


def test_a_guide_in_material() -> None:
    page = f"""<title>Ice - Quay Guide</title><header class="md-header">
    <nav class="md-header__inner">
    <a href=.. class="md-header__button md-logo">Quay Guide</a></nav></header>
    <div class="md-container">
    <main class="md-main"><div class="md-main__inner md-grid"><div class="md-sidebar
    md-sidebar--primary"><nav class="md-nav"><ul><li><a href=a>Home</a></ul></nav></div>
    <div class="md-content"><article class="md-content__inner md-typeset">
    <a href=edit title="Edit this
    page" class="md-content__button md-icon"></a>
    <h1 id=ice>Ice<a class=headerlink href=#ice>¶</a></h1>
    <p>{prose(1)}<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup></p>
    <div class="admonition note"><p class="admonition-title">Note</p><p>Mind the step.</p></div>
    <details class=tip><summary>More</summary><p>Use tongs.</p></details><div class=highlight><pre
    id=__code_0><span></span><button class=md-clipboard>Copy</button><code><a id=__codelineno-0-1
    href=#__codelineno-0-1></a>cut ice\n</code></pre></div><div class=footnote><hr><ol>
    <li id="fn:1"><p>The ledger.&#160;<a class="footnote-backref" href="#fnref:1">↩</a></p></li>
    </ol>
    </div></article></div><div class="md-sidebar md-sidebar--secondary"><nav class=md-nav>
    <label>Table
    of contents</label><ul><li><a href=#ice>Ice</a></ul></nav></div></div></main>
    <footer class=md-footer><nav><a href=b>Next: Snow</a></nav></footer></div>"""
    assert texts(page) == [
        "Ice",
        f"{prose(1)}[1]",
        "Note",
        "Mind the step.",
        "More",
        "Use tongs.",
        "cut ice",
        "The ledger.",
    ]
    assert read(page).blocks[-1].kind is BlockKind.FOOTNOTE


def test_a_guide_in_docusaurus() -> None:
    page = f"""<title>Ice | Quay</title><div id=__docusaurus>
    <div role=region aria-label="Skip to main
    content"><a class=skipToContent_x href=#m>Skip to main content</a></div><nav class="navbar
    navbar--fixed-top"><a href=/>Quay</a><a href=/docs>Docs</a></nav><div class="main-wrapper"><div
    class=docsWrapper_1><aside class="theme-doc-sidebar-container"><ul class=menu__list><li><a
    href=/a>Start</a></ul></aside><main class=docMainContainer_1><div class=container>
    <div class=row>
    <div class="col docItemCol_1"><article><nav class=theme-doc-breadcrumbs><ul><li>Home</ul></nav>
    <span class="theme-doc-version-badge badge">Version: 3.1</span><div class="theme-doc-markdown
    markdown"><header><h1>Ice</h1></header><p>{prose(1)}</p><h2 class="anchor" id=cut>Cutting<a
    href=#cut class=hash-link aria-label="Direct link to Cutting">\u200b</a></h2><div
    class="language-sh codeBlockContainer_1"><div class=codeBlockContent_1><pre class=prism-code>
    <code>
    <span class=token-line>cut ice</span></code></pre><div class=buttonGroup_1><button>Copy</button>
    </div></div></div><p>{prose(2)}</p></div><footer class="theme-doc-footer">
    <a href=e>Edit this page
    </a></footer></article><nav class="pagination-nav"><a href=n>Next Snow</a></nav></div><div
    class="col col--3"><div class=tableOfContents_1><ul><li><a href=#cut>Cutting</a></ul></div>
    </div>
    </div></div></main></div></div><footer class=footer>Copyright © 2026 Quay</footer></div>"""
    found = [text.strip() for text in texts(page)]
    assert found == ["Ice", prose(1), "Cutting", "cut ice", prose(2)]
    assert read(page).metadata.container_title == "Quay"


def test_a_guide_of_utility_classes() -> None:
    page = f"""<title>Ice | Quay</title><div class="flex overflow-hidden">
    <header class="hidden md:block">
    <a href=/>Quay</a></header><aside class="fixed w-72"><a href=/a>Start</a><a href=/b>Snow</a>
    </aside>
    <main class="flex-1 overflow-x-hidden"><h1 class="text-4xl">Ice</h1>
    <p class="text-lg">{prose(1)}</p>
    <div class="hidden lg:block"><p>{prose(2)}</p></div><div class="relative overflow-hidden">
    <pre>cut
ice</pre></div><div class="flex justify-between"><a href=/p>Previous Start</a>
    <a href=/n>Next Snow</a>
    </div><p class="text-sm">Last updated 3 days ago</p></main></div>"""
    assert texts(page) == ["Ice", prose(1), prose(2), "cut\nice"]


def test_a_manual_page_whose_headings_are_links_to_themselves() -> None:
    page = f"""<title>ICE(1)</title><table class=head><tr><td class=head-ltitle>ICE(1)</td><td
    class=head-vol>General Commands</td><td class=head-rtitle>ICE(1)</td></tr></table>
    <div class=manual-text><section class=Sh><h1 class=Sh id=NAME><a class=permalink
    href=#NAME>NAME</a></h1><p class=Pp><code class=Nm>ice</code> — <span class=Nd>cut ice</span>
    </p>
    </section><section class=Sh><h1 class=Sh id=DESCRIPTION><a class=permalink
    href=#DESCRIPTION>DESCRIPTION</a></h1><p>{prose(1)}</p><dl class=Bl-tag><dt><a class=permalink
    href=#b><code class=Fl id=b>-b</code></a></dt><dd>Count the blocks.</dd></dl></section></div>
    <table class=foot><tr><td>May 4, 2023</td><td>Quay 7</td></tr></table>"""
    assert outline(page) == [(1, "NAME"), (1, "DESCRIPTION")]
    found = texts(page)
    assert found[found.index("DESCRIPTION") :][:4] == [
        "DESCRIPTION",
        prose(1),
        "-b",
        "Count the blocks.",
    ]


def test_an_encyclopedia() -> None:
    page = f"""<title>Ice trade - Wiki</title><body class="skin-vector mediawiki ltr">
    <div class=mw-page-container>
    <a class=mw-jump-link href=#b>Jump to content</a><div class=vector-header><nav>
    <a>Main page</a></nav></div>
    <div id=siteNotice>
    <p>Read a message from our founder, who asks for your help this winter again.</p></div>
    <main id=content class=mw-body><header class="mw-body-header vector-page-titlebar">
    <h1 id=firstHeading
    class=firstHeading><span class=mw-page-title-main>Ice trade</span></h1><div id=p-lang-btn
    class=vector-dropdown><label>12 languages</label></div></header>
    <div class=vector-page-toolbar><a>Talk</a>
    <a>View history</a></div><div id=bodyContent class=vector-body>
    <div id=siteSub class=noprint>From Wiki</div>
    <div id=mw-content-text class=mw-body-content><div class="mw-content-ltr mw-parser-output">
    <div class="shortdescription noprint" style="display:none">Old trade</div>
    <table class=infobox><tr><th>Begun
    </th><td>1806</td></tr></table><p>{prose(1)}<sup id=cite_ref-1 class=reference><a
    href=#cite_note-1><span>[</span>1<span>]</span></a></sup></p><div id=toc class=toc>
    <h2>Contents</h2><ul>
    <li><a href=#Spring>1 Spring</a></ul></div><div class="mw-heading mw-heading2">
    <h2 id=Spring>Spring</h2><span
    class=mw-editsection>[<a href=e>edit</a>]</span></div><p>{prose(2)}</p><div class="mw-heading
    mw-heading2"><h2 id=References>References</h2></div><div class="reflist"><ol class=references>
    <li id=cite_note-1><span class=mw-cite-backlink>^ <a href=#cite_ref-1><sup><i><b>a</b></i>
    </sup></a>
    <a href=#cite_ref-1b><sup><i><b>b</b></i></sup></a>
    </span> <span class=reference-text>The ledger, 1862.
    </span></li></ol></div><h2 id=ext>External links</h2><ul><li>
    <a href=https://a.example>The museum</a></li>
    <li><a href=https://b.example>The harbour</a></li></ul><div role=navigation class=navbox>
    <p>{prose(8)}</p>
    </div></div></div><div id=catlinks class=catlinks>Categories: <a>Ice</a></div></div></main>
    <footer class=mw-footer>This page was last edited on 4 April 2026.</footer></div>"""
    assert texts(page) == [
        "Ice trade",
        "Begun  1806",
        f"{prose(1)}[1]",
        "Spring",
        prose(2),
        "References",
        "The ledger, 1862.",
        "External links",
        "The museum",
        "The harbour",
    ]
    assert read(page).metadata.container_title == "Wiki"


def test_a_reference_of_classes() -> None:
    page = f"""<title>Ice (Quay 1.2 API)</title><body class=class-declaration-page>
    <div class=flex-box><header
    role=banner><nav role=navigation><ul class=nav-list><li><a href=o>Overview</a></ul></nav>
    </header>
    <main role=main><div class=header><div class=sub-title>
    <span>Package</span> <a href=p>quay</a></div><h1
    class=title>Class Ice</h1></div><section class=class-description id=class-description><div
    class=type-signature>public class <span>Ice</span></div><div class=block>{prose(1)}</div>
    </section>
    <section class=method-summary id=method-summary><h2>Method Summary</h2><table><tr>
    <th>Method</th>
    <th>Description</th></tr><tr><td><code><a href=#cut()>cut</a>()</code></td><td>Cuts.</td>
    </tr></table>
    </section><section class=detail id=cut()><h3>cut</h3>
    <div class=member-signature>public <a href=v>Block
    </a> <b>cut</b>()</div><dl class=notes><dt>Returns:</dt><dd>a block</dd></dl></section></main>
    <footer role=contentinfo><p><small>Copyright © 2026 Quay.</small></p></footer></div>"""
    assert outline(page) == [(1, "Class Ice"), (2, "Method Summary"), (3, "cut")]
    found = texts(page)
    assert "public class Ice" in found
    assert "public Block cut()" in found
    assert "Overview" not in read(page).text


def test_code_beside_the_numbers_of_its_lines() -> None:
    page = f"""<h1>Ice</h1><p>{prose(1)}</p><div class=highlight><table class=highlighttable><tr>
    <td class=linenos><div class=linenodiv><pre>1\n2</pre></div></td><td class=code><div>
    <pre>cut ice
sell ice</pre></div></td></tr></table></div><pre><span class=lineno>1</span>one</pre>
    <p>{prose(2)}</p>"""
    assert texts(page) == ["Ice", prose(1), "cut ice\nsell ice", "one", prose(2)]


def test_a_part_that_is_named_after_its_heading_stays() -> None:
    page = f"""<title>Manual</title><main><h1>Manual</h1><p>{prose(1)}</p><section id=cookies>
    <h2>Cookies</h2>
    <p>Set them.</p></section><section id=comments><h2>Comments</h2><p>{prose(2)}</p></section>
    <section id=related><h2>Related</h2><p>{prose(3)}</p></section></main>"""
    assert [title for _, title in outline(page)] == ["Manual", "Cookies", "Comments", "Related"]
    assert "Set them." in texts(page)


def test_headings_that_lead_back_to_the_contents_stay() -> None:
    page = f"""<title>Ice</title><h1><a class=toc-backref href=#id1>Ice</a><a class=headerlink
    href=#ice>¶</a></h1><p>{prose(1)}</p><h2><a class=toc-backref href=#id2>Cutting</a><a
    class=headerlink href=#cut>¶</a></h2><p>{prose(2)}</p>"""
    assert outline(page) == [(1, "Ice"), (2, "Cutting")]


def test_panels_that_open_in_turn_stay() -> None:
    page = f"""<title>Ice</title><h1>Ice</h1><p>{prose(1)}</p><div role=tablist><button>Saw</button>
    <button>Axe</button></div><div role=tabpanel><pre>saw</pre></div><div role=tabpanel hidden>
    <pre>axe</pre></div><p>{prose(2)}</p>"""
    assert texts(page) == ["Ice", prose(1), "saw", "axe", prose(2)]


def test_ids_that_name_the_matter_are_no_evidence() -> None:
    page = f"""<title>Ice</title><h1>Ice</h1><p>{prose(1)} {prose(2)} {prose(3)} {prose(4)}</p>
    <div class=section id=module-quay.models.related><h2>Relationship fields</h2><p>{prose(5)}</p>
    <dl><dt id=quay.related_model>Field.related_model</dt><dd>the other side</dd></dl></div>"""
    assert [title for _, title in outline(page)] == ["Ice", "Relationship fields"]
    assert texts(page)[-2:] == ["Field.related_model", "the other side"]
