"""What a page says of itself is found wherever it stands, the surest evidence first."""

from __future__ import annotations

import pytest

from postil.model.source import Metadata
from tests.document.formats.html.reading import prose, read

LD = '<script type="application/ld+json">{}</script>'


def known(head: str, body: str = "") -> Metadata:
    """Return what is known of a page with such a head and some prose."""
    page = (
        f"<html><head>{head}</head><body>{body or '<h1>Ice</h1>'}<p>{prose(1)}</p><p>{prose(2)}</p>"
    )
    return read(page).metadata


def told(head: str, body: str = "") -> tuple[str, list[str], str, str]:
    """Return title, authors, date and outlet."""
    found = known(head, body)
    date = found.issued
    parts = () if date is None else (date.year, date.month, date.day)
    return (
        found.title,
        [name.display for name in found.author],
        "-".join(f"{part:02}" for part in parts if part),
        found.container_title,
    )


WHOLE = ("Ice", ["Ann Reed", "Bo Ek"], "2026-02-11", "The Quay Herald")


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (
            "<title>Ice | The Quay Herald</title>"
            + LD.format(
                '{"@graph":[{"@type":"WebSite","name":"The Quay Herald"},{"@type":["NewsArticle"],'
                '"headline":"Ice","datePublished":"2026-02-11T06:30:00+01:00","dateModified":'
                '"2026-02-13","author":[{"@id":"#a"},{"@type":"Person","name":"Bo Ek"}],'
                '"publisher":{"@id":"#p"}},{"@type":"Person","@id":"#a","name":"Ann Reed"},'
                '{"@type":"Organization","@id":"#p","name":"The Quay Herald"}]}'
            ),
            "",
        ),
        (
            (
                "<title>Ice</title><meta name=citation_title content=Ice><meta "
                "name=citation_author "
                "content='Reed, Ann'><meta name=citation_author content='Ek, Bo'><meta "
                "name=citation_publication_date content=2026/02/11><meta "
                "name=citation_journal_title "
                "content='The Quay Herald'>"
            ),
            "",
        ),
        (
            (
                "<title>Ice</title><meta name=DC.title content=Ice><meta name=DC.creator "
                "content='Ann "
                "Reed'><meta name=DC.creator content='Bo Ek'><meta name=DCTERMS.issued "
                "content=2026-02-11><meta name=DC.source content='The Quay Herald'>"
            ),
            "",
        ),
        (
            (
                "<title>Ice — The Quay Herald</title><meta property=og:site_name content='The Quay "
                "Herald'><meta property=og:title content=Ice><meta property=article:author "
                "content='https://quay.example/ann'><meta name=author content='By Ann Reed and "
                "Bo Ek'>"
                "<meta property=article:published_time content=2026-02-11T08:00:00Z>"
            ),
            "",
        ),
        (
            "<title>Ice</title><meta property=og:site_name content='The Quay Herald'>",
            (
                "<article itemscope itemtype=https://schema.org/NewsArticle><h1 "
                "itemprop=headline>Ice</h1>"
                "</h1><p>By <span itemprop=author>Ann Reed and Bo Ek</span> <time "
                "itemprop=datePublished "
                "datetime=2026-02-11>yesterday</time></p>"
            ),
        ),
        (
            "<title>Ice « The Quay Herald</title>",
            (
                "<div class=hentry><h1 class=entry-title>Ice</h1><span class=byline>By <a "
                "rel=author "
                "href=/a>Ann Reed</a> and Bo Ek</span> <abbr class=published title=2026-02-11>11 "
                "Feb"
                "</abbr></div>"
            ),
        ),
        (
            "<title>The Quay Herald: Ice</title>",
            "<h1>Ice</h1><p>By Ann Reed and Bo Ek</p><p>February 11, 2026</p>",
        ),
        (
            "<title>Ice - The Quay Herald</title>",
            "<h1>Ice</h1><p>Published on 11 February 2026 by Ann Reed and Bo Ek</p>",
        ),
        (
            (
                "<title>Ice</title><meta property=og:site_name content='The Quay Herald'><meta "
                "name=twitter:label1 content='Written by'><meta name=twitter:data1 content='Ann "
                "Reed, "
                "Bo Ek'><meta name=parsely-pub-date content=2026-02-11T06:30:00Z>"
            ),
            "",
        ),
    ],
)
def test_each_kind_of_evidence_is_enough(head: str, body: str) -> None:
    assert told(head, body) == WHOLE


def test_the_first_date_counts_and_a_later_one_is_an_update() -> None:
    both = known(
        LD.format('{"@type":"Article","datePublished":"2020-01-02","dateModified":"2021"}')
    )
    assert both.issued is not None
    assert (both.issued.year, both.updated) == (2020, False)
    later = known("<meta property=article:modified_time content=2021-05-06>")
    assert later.issued is not None
    assert (later.issued.year, later.updated) == (2021, True)


@pytest.mark.parametrize(
    ("element", "heading", "title", "site"),
    [
        ("Ice | The Quay Herald", "Ice", "Ice", "The Quay Herald"),
        ("Quay Gazette - Ice", "Ice", "Ice", "Quay Gazette"),
        ("7. Ice — Quay 9.1 manual", "7. Ice", "7. Ice", "Quay 9.1 manual"),
        ("Ice - fire", "Ice - fire", "Ice - fire", ""),
        ("Ice", "Ice", "Ice", ""),
        ("Untitled", "Ice", "Ice", ""),
    ],
)
def test_the_title_element_is_parted_by_the_heading(
    element: str, heading: str, title: str, site: str
) -> None:
    found = known(f"<title>{element}</title>", f"<h1>{heading}</h1>")
    assert (found.title, found.container_title) == (title, site)


def test_the_sites_name_in_the_first_heading_is_no_title() -> None:
    head = "<title>Ice | Quay Guide</title>"
    body = "<header><h1><a href=/>Quay Guide</a></h1></header><main><h2>Ice</h2>"
    assert known(head, body).title == "Ice"


def test_dates_and_names_within_the_text_are_no_evidence() -> None:
    body = (
        f"<h1>Ice</h1><p>{prose(3)}</p><h2>Version 2</h2><p>Released 2022-08-08</p><p>by hand</p>"
    )
    assert told("<title>Ice</title>", body)[1:3] == ([], "")


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (LD.format('{"@type":"NewsArticle","headline":"Ice"}'), "article-newspaper"),
        (LD.format('{"@type":"BlogPosting","headline":"Ice"}'), "post-weblog"),
        (LD.format('{"@type":"ScholarlyArticle","headline":"Ice"}'), "article-journal"),
        (
            "<meta name=citation_journal_title content='Ice'><meta name=citation_doi content=1>",
            "article-journal",
        ),
        ("<meta name=citation_journal_title content='The Long Coast'>", "article-magazine"),
        (
            "<meta property=og:site_name content='The Quay Herald'><meta name=date content=2020>",
            "article-newspaper",
        ),
        ("<meta property=og:site_name content='Quay Guide'>", "webpage"),
        ("", "webpage"),
    ],
)
def test_the_type_follows_the_evidence(head: str, kind: str) -> None:
    assert known(head).type == kind


def test_broken_and_mad_data_say_nothing() -> None:
    assert told(LD.format("{broken") + "<title>Ice</title>") == ("Ice", [], "", "")
    assert told(LD.format("[" * 100_000)) == ("Ice", [], "", "")
    assert told(LD.format('{"@type":7,"author":[[{}]],"publisher":3,"headline":{}}'))[0] == "Ice"
    assert told(LD.format('{"@type":"NewsArticle","author":{"name":["Ann Reed",4]}}'))[1] == [
        "Ann Reed"
    ]


def test_language_and_address() -> None:
    found = known(
        '<link rel=canonical href="https://quay.example/ice"><meta name=dc.language content=fr>'
    )
    assert (found.url, found.language) == ("https://quay.example/ice", "fr")
    assert dict(found.origins)["url"] == "document"
