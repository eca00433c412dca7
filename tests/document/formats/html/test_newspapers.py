"""Pages of newspapers in several languages: what stands among and below their articles."""

from __future__ import annotations

import pytest

from tests.document.formats.html.reading import outline, prose, read, texts

NEWS = "<meta property=og:type content=article>"


@pytest.mark.parametrize(
    "heading",
    [
        "Related topics",
        "Mehr zum Thema",
        "Lesen Sie auch",
        "Lire aussi",
        "M\u00e1s informaci\u00f3n",
        "Leggi anche",
        "Leia tamb\u00e9m",
        "Lees ook",
        "\u0427\u0438\u0442\u0430\u0439\u0442\u0435 \u0442\u0430\u043a\u0436\u0435",
        "\u95a2\u9023\u30cb\u30e5\u30fc\u30b9",
        "\u76f8\u5173\u9605\u8bfb",
    ],
)
def test_ways_to_other_stories_go_in_any_language(heading: str) -> None:
    page = f"""<title>Ice | The Quay</title>{NEWS}<article><h1>Ice</h1><p>{prose(1)}</p>
    <div class=x1><h3>{heading}</h3><ul><li><a href=/a>Gulls leave the quay</a></li>
    <li><a href=/b>Ferry strike enters its ninth day</a></li></ul></div><p>{prose(2)}</p>
    <p>{prose(3)}</p></article>"""
    assert texts(page) == ["Ice", prose(1), prose(2), prose(3)]


def test_a_list_of_links_within_news_leads_elsewhere_unless_it_is_announced() -> None:
    links = "<ul><li><a href=/a>Gulls leave</a></li><li><a href=/b>Ferry strike</a></li></ul>"
    page = f"""<title>Ice | The Quay</title>{NEWS}<h1>Ice</h1><p>{prose(1)}</p>{links}
    <p>{prose(2)}</p>{{}}<p>{prose(3)}</p>"""
    assert texts(page.format("")) == ["Ice", prose(1), prose(2), prose(3)]
    announced = texts(page.format(f"<p>The papers of that week:</p>{links}"))
    assert announced[3:6] == ["The papers of that week:", "Gulls leave", "Ferry strike"]


@pytest.mark.parametrize(
    "offer",
    [
        "Article r\u00e9serv\u00e9 aux abonn\u00e9s",
        "Questo contenuto \u00e8 riservato agli abbonati",
        "Suscr\u00edbete para seguir leyendo",
        "\u3053\u306e\u8a18\u4e8b\u306f\u6709\u6599\u8a18\u4e8b\u3067\u3059\u3002",
        "after newsletter promotion",
    ],
)
def test_offers_go_in_any_language(offer: str) -> None:
    page = f"""<title>Ice | The Quay</title>{NEWS}<h1>Ice</h1><p>{prose(1)}</p><p>{offer}</p>
    <p>{prose(2)}</p>"""
    assert offer not in texts(page)


def test_the_name_of_the_author_in_a_heading_is_no_section() -> None:
    page = f"""<title>Ice | The Quay</title>{NEWS}<h1>Ice</h1><h4 class=gh-article-author-name>
    <a href=/author/ann>Ann Reed</a></h4><p>{prose(1)}</p><h2>Cutting</h2><p>{prose(2)}</p>"""
    assert outline(page) == [(1, "Ice"), (2, "Cutting")]


def test_the_name_of_a_weblog_that_leads_home_is_not_the_title() -> None:
    page = f"""<title>Fence and Ditch: The first contract</title><h1 class=title><a href='/'>Fence
    and Ditch</a></h1><div class="post hentry"><h3 class=entry-title>The first contract</h3>
    <div class=entry-content><p>{prose(1)}</p><p>{prose(2)}</p></div><div class=post-footer>
    <span class="post-author vcard">Posted by <span class=fn itemprop=author>Bo Ek</span></span> at
    <abbr class=published itemprop=datePublished title="2012-10-07T10:05:00+02:00">10:05</abbr>
    </div></div>"""
    about = read(page).metadata
    assert about.title == "The first contract"
    assert about.container_title == "Fence and Ditch"
    assert [name.display for name in about.author] == ["Bo Ek"]
    assert about.issued is not None
    assert about.issued.year == 2012


@pytest.mark.parametrize(
    ("head", "byline", "names"),
    [
        (
            "<meta name=author content='Ann Reed'>",
            "<div><a rel=author href=a>Ann Reed</a>, <a rel=author href=b>Bo Ek</a></div>",
            ["Ann Reed", "Bo Ek"],
        ),
        ("<meta name=author content='Ann Reed, The Quay'>", "", ["Ann Reed"]),
        ("<meta name=author content='The Quay'>", "<p>By Ann Reed</p>", ["Ann Reed"]),
        ("<meta name=author content='The Quay'>", "", ["The Quay"]),
        ("", "<p>Ann Reed, 11 February 2026</p>", ["Ann Reed"]),
        ("<meta name=author content='Ann Reed <ann@quay.example>'>", "", ["Ann Reed"]),
        ("", "<dl class='section author'><dt>Author</dt><dd>Ann Reed</dd></dl>", ["Ann Reed"]),
    ],
)
def test_all_authors_and_nobody_else(head: str, byline: str, names: list[str]) -> None:
    page = f"""<title>Ice - The Quay</title><meta property=og:site_name content='The Quay'>{head}
    <h1>Ice</h1>{byline}<p>{prose(1)}</p><p>{prose(2)}</p>"""
    assert [name.display for name in read(page).metadata.author] == names
