"""What an export costs: articles are read once, however much of them is asked for."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from postil.config import Places
from postil.document import pipeline
from postil.document.base.means import Means
from postil.library.articles import opening
from postil.library.exchange import exporting, readings
from postil.library.exchange.gathering import gather
from postil.library.notes import annotating, listing
from postil.model.article import Article
from postil.model.span import Span
from postil.store.home.home import Home, open_home

TEXT = (
    "# The Ice\n\nThe harbour froze twice. [Source: Ann Reed, Harbour Gazette, May 3, 1998]\n\n"
    "Nobody had asked. [Source: Ben Lowe, Tidings, June 4, 1999]\n\nNobody came.\n"
)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """Return a home with notes on each paragraph of two articles, listed once."""
    home = open_home(Places(*(tmp_path / one for one in ("home", "state", "config", "cache"))))
    for name in ("ice", "snow"):
        path = tmp_path / f"{name}.md"
        path.write_text(TEXT.replace("Ice", name.title()), "utf-8")
        article = opening.read(home, path)
        for words in ("harbour", "Nobody had", "Nobody came"):
            at = article.article.text.index(words)
            annotating.annotate(home, article, Span(at, at + len(words)))
            article = opening.read(home, path)
    assert len(list(listing.listing(home))) == 6
    return home


@pytest.mark.parametrize("form", ["markdown", "html", "json", "csl-json"])
def test_each_article_is_read_once(home: Home, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    met: Counter[str] = Counter()
    whole = pipeline.whole

    def counting(
        data: bytes, name: str, path: Path | None, *, means: Means | None = None
    ) -> Article:
        met[name] += 1
        return whole(data, name, path, means=means)

    monkeypatch.setattr(pipeline, "whole", counting)
    exporting.export(home, exporting.Wanted(), form)
    assert met == {"ice.md": 1, "snow.md": 1}


def test_the_works_are_listed_in_the_order_of_the_library(home: Home, tmp_path: Path) -> None:
    """A style without an order of its own lists them as they come, however they were asked for."""
    writer = exporting.writer_named("markdown")
    ice, snow = tmp_path / "ice.md", tmp_path / "snow.md"
    all_of_it = gather(home, exporting.Wanted(style="ieee"), writer).references
    asked = gather(home, exporting.Wanted((snow, ice), style="ieee"), writer).references
    assert len(all_of_it) == 4
    assert asked == all_of_it


def test_more_articles_than_stay_open_are_exported_alike(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = exporting.export(home, exporting.Wanted(), "markdown")
    monkeypatch.setattr(readings, "KEPT", 1)
    assert exporting.export(home, exporting.Wanted(), "markdown") == whole


@pytest.mark.parametrize("form", ["markdown", "html", "org"])
def test_a_second_export_sets_no_citation_again_and_is_the_same(
    home: Home, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = exporting.export(home, exporting.Wanted(), form).data
    assert b"Reed" in first

    def never(*_: object, **__: object) -> None:
        raise AssertionError("a citation is set again")

    with monkeypatch.context() as patched:
        patched.setattr("postil.library.citation.styling.styled_citation", never)
        patched.setattr("postil.library.citation.bibliography.bibliography", never)
        assert exporting.export(home, exporting.Wanted(), form).data == first


def test_what_is_kept_of_citations_follows_the_article_the_style_and_the_day(
    home: Home, tmp_path: Path
) -> None:
    exporting.export(home, exporting.Wanted(), "markdown")
    path = tmp_path / "ice.md"
    path.write_text(f"---\ntitle: The Frost\nauthor: Zoe Park\n---\n\n{TEXT}", "utf-8")
    changed = exporting.export(home, exporting.Wanted(), "markdown").data.decode()
    assert "as cited in Park, n.d." in changed
    mla = exporting.export(home, exporting.Wanted(style="mla"), "markdown").data.decode()
    assert "as cited in Park, n.d." not in mla
    assert "> — (Park)\n" in mla
