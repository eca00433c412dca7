"""A page comes out as its article, without what stands around it."""

from __future__ import annotations

import pytest

from postil.document.base.request import Request
from postil.document.formats.html import page as web_page
from postil.document.pipeline import parse
from postil.model.article import BlockKind
from tests.document.formats.html.reading import outline, prose, read, texts

NAVIGATION = "<nav><ul><li><a href=/a>World</a><li><a href=/b>Weather</a></ul></nav>"


def test_a_newspaper_page_gives_its_article() -> None:
    page = f"""<!doctype html><title>Ice | The Quay Herald</title>
    <div id=cookie-consent role=dialog><p>We store cookies with our partners, accept them.</p></div>
    <header>{NAVIGATION}<div class=breaking>Breaking: storm</div></header>
    <main><article><h1>Ice</h1><div class=share-tools><button>Share</button><a href=#>Copy</a></div>
    <p>{prose(1)}</p><div class=adslot><p>Advertisement: buy boots, {prose(8)}</p></div>
    <figure><img src=a.png alt=""><figcaption>The quay in spring.</figcaption></figure>
    <h2>Spring</h2><p>{prose(2)}</p><aside class=pullquote><p>{prose(2)}</p></aside>
    <p>{prose(3)}</p>
    <div class=nl-signup><h3>Sign up</h3><p>Get our letter.</p></div></article>
    <div class=rail><h3>Related stories</h3><div class=card><a href=/r><h4>Gulls</h4></a></div>
    </div>
    <section id=comments><h2>2 comments</h2><div class=comment><p>{prose(4)}</p></div></section>
    </main>
    <footer><p>© 2026 All rights reserved.</p></footer>"""
    assert texts(page) == ["Ice", prose(1), "The quay in spring.", "Spring", prose(2), prose(3)]
    assert outline(page) == [(1, "Ice"), (2, "Spring")]


def test_a_page_without_names_is_told_by_its_prose() -> None:
    page = f"""<title>Ice</title><div class=c1><div>World</div><div>Weather</div><div>Log</div>
    </div>
    <div class=c2><div><div role=heading aria-level=1>Ice</div><div>{prose(1)}</div>
    <div role=heading aria-level=2>Spring</div><div>{prose(2)}</div></div></div>
    <div class=c3><a href=/1>Gulls</a> <a href=/2>Soups</a></div>
    <div>© 2026 All rights reserved. Terms of use, Privacy, Careers, Advertise with us.</div>"""
    assert texts(page) == ["Ice", prose(1), "Spring", prose(2)]
    assert outline(page) == [(1, "Ice"), (2, "Spring")]


def test_an_old_page_of_tables_and_letters_of_many_sizes() -> None:
    page = f"""<HTML><TITLE>Quay Gazette - Ice</TITLE><TABLE><TR><TD COLSPAN=3>
    <FONT SIZE=6>Quay Gazette
    </FONT></TD></TR><TR><TD><A HREF=a>World</A><BR><A HREF=b>Log</A><BR>Buy boots</TD><TD>
    <CENTER><FONT SIZE=5><B>Ice</B></FONT></CENTER><P><I>by Corin Dales, March 3, 1999</I>
    <P>{prose(1)}
    <BR><BR><FONT SIZE=4><B>Spring</B></FONT><BR><BR>{prose(2)}<BR><BR>{prose(3)}</TD>
    <TD><B>Elsewhere</B><BR>Ten soups</TD></TR></TABLE></HTML>"""
    assert outline(page) == [(1, "Ice"), (2, "Spring")]
    assert [text for text in texts(page) if len(text) > 60] == [prose(1), prose(2), prose(3)]
    known = read(page).metadata
    assert (known.title, known.container_title) == ("Ice", "Quay Gazette")
    assert [name.display for name in known.author] == ["Corin Dales"]
    assert known.issued is not None
    assert (known.issued.year, known.issued.month, known.issued.day) == (1999, 3, 3)


def test_hidden_words_scripts_and_twins_are_no_text() -> None:
    page = f"""<h1>Ice</h1><p>{prose(1)}</p><p hidden>not this</p>
    <p style="display: none">nor this</p>
    <span class=sr-only>opens in a new window</span><noscript><p>twin</p></noscript>
    <template><p>later</p></template><script>var a = "<p>code</p>"</script><p>{prose(2)}</p>"""
    assert texts(page) == ["Ice", prose(1), prose(2)]


def test_shadow_roots_that_a_page_declares_are_text() -> None:
    page = f"""<h1>Ice</h1><x-story><template shadowrootmode=open><p>{prose(1)}</p></template>
    </x-story>
    <p>{prose(2)}</p>"""
    assert texts(page) == ["Ice", prose(1), prose(2)]


def test_signs_that_offer_an_address_are_out_of_headings() -> None:
    page = f"""<h1>Ice<a class=headerlink href=#ice title="Link to this heading">¶</a></h1>
    <p>{prose(1)}</p>
    <h2 id=os>os.EOL<span><a class=mark href=#os>#</a></span></h2><p>{prose(2)}</p>"""
    assert outline(page) == [(1, "Ice"), (2, "os.EOL")]


def test_footnotes_are_told_by_what_leads_back() -> None:
    page = f"""<h1>Ice</h1><p>{prose(1)}<sup id=r1><a href=#n1>[1]</a></sup> And more.</p>
    <h2>References</h2><ol class=references><li id=n1><a href=#r1>^</a> The ledger, 1862.</li>
    </ol>"""
    article = read(page)
    assert article.blocks[1].text == f"{prose(1)}[1] And more."
    note = article.blocks[-1]
    assert (note.kind, note.marker, note.text) == (BlockKind.FOOTNOTE, "1", "The ledger, 1862.")


def test_a_guide_keeps_code_tables_lists_and_terms() -> None:
    page = f"""<title>2. Ice — Manual</title><div class=related>
    <a href=a>next</a> | <a href=b>index</a></div>
    <div class=document><div class=body role=main><section id=ice><h1>2. Ice</h1><p>{prose(1)}</p>
    <pre><span>cut</span> ice\n  --blocks 3</pre><table><tr><th>Year</th><th>Tons</th></tr>
    <tr><td>1862</td><td>3</td></tr></table><dl><dt>next</dt><dd>the next block</dd></dl>
    <ul><li>saw<li>tongs</ul></section></div></div><div class=footer>Created using Sphinx.</div>"""
    assert texts(page) == [
        "2. Ice",
        prose(1),
        "cut ice\n  --blocks 3",
        "Year  Tons\n1862  3",
        "next",
        "the next block",
        "saw",
        "tongs",
    ]


def test_links_within_the_page_lead_to_places_and_unsafe_ones_nowhere() -> None:
    page = f"""<link rel=canonical href=https://quay.example/ice/a.html><h1>Ice</h1>
    <p>{prose(1)} <a href=#b>below</a> <a href=c.html>there</a> <a href="javascript:x()">no</a></p>
    <p id=b>{prose(2)}</p>"""
    article = read(page)
    assert [one.target for one in article.blocks[1].inlines] == [
        "#b",
        "https://quay.example/ice/c.html",
    ]
    assert article.text[article.anchors["b"] :].startswith("In year 2")
    assert article.metadata.url == "https://quay.example/ice/a.html"


def test_a_sites_name_and_a_byline_in_headings_are_none_of_the_articles() -> None:
    page = f"""<title>Ice | The Herald</title><h1><a href=/>The Herald</a></h1><h2>Ice</h2>
    <h4>by Ann Reed</h4><p>{prose(1)}</p><h3>Spring</h3><p>{prose(2)}</p>"""
    assert outline(page) == [(2, "Ice"), (3, "Spring")]
    assert [name.display for name in read(page).metadata.author] == ["Ann Reed"]


def test_what_stands_for_a_picture_is_not_said_twice() -> None:
    page = f"""<h1>Ice</h1><figure><img src=a alt="The quay"><figcaption>The quay. Photo: Bo Ek
    </figcaption></figure><p>{prose(1)}</p><img src=b alt=logo><img src=c alt="A boat">
    <p>{prose(2)}"""
    assert texts(page) == ["Ice", "The quay. Photo: Bo Ek", prose(1), "A boat", prose(2)]


LONG = "<title>Ice</title><h1>Ice</h1>" + "".join(f"<p>{prose(n)}</p>" for n in range(2_000))


def test_a_long_page_shows_its_beginning_before_it_is_read() -> None:
    first, whole = parse(LONG.encode(), "page.html")
    assert not first.complete
    assert 40 < len(first.blocks) < 100
    assert whole.complete
    assert whole.blocks[: len(first.blocks)] == first.blocks
    assert first.metadata.title == whole.metadata.title == "Ice"


def test_reading_tells_how_far_it_is_and_can_be_given_up() -> None:
    shares: list[float] = []
    list(web_page.drafts(Request(LONG.encode(), "page.html", progress=shares.append)))
    assert shares == sorted(shares)
    assert len(shares) > 5

    class GivenUpError(Exception):
        pass

    def give_up(share: float) -> None:
        if share > 0.2:
            raise GivenUpError

    with pytest.raises(GivenUpError):
        list(web_page.drafts(Request(LONG.encode(), "page.html", progress=give_up)))
