"""A page of the web is fetched once, read and cited without a network, and fetched when asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from postil.config import Places
from postil.document.formats import registry
from postil.errors import CannotFetch, NotAnArticle, NotThere
from postil.library.articles import opening, web_pages
from postil.library.base.clock import today
from postil.library.care.local_state import Home
from tests.support.formats.server import Answer, Site, served

ICE = "# Ice\n\nThe harbour froze over.\n"


@pytest.fixture
def site() -> Iterator[Site]:
    with served() as found:
        yield found


def test_a_page_is_fetched_once(places: Places, site: Site) -> None:
    address = site.page("/ice", ICE, "text/markdown")
    assert web_pages.kept(places, address) is None
    page = web_pages.keep(places, address)
    assert page.changed
    assert page.path.parent == (places.home / "pages").resolve()
    assert page.path.suffix == ".md"
    assert web_pages.keep(places, f"{address}#part") == web_pages.KeptPage(page.path)
    assert site.asked == ["/ice"]
    assert web_pages.read_before(places, address) == page.path
    assert web_pages.of_path(places, page.path) == address


def test_its_address_and_its_day_are_known(home: Home, site: Site) -> None:
    address = site.page("/ice", ICE, "text/markdown")
    page = web_pages.keep(home.places, address)
    about = opening.read(home, page.path).article.metadata
    assert (about.title, about.url, about.accessed) == ("Ice", address, today())


def test_it_is_fetched_again_into_the_same_file(places: Places, site: Site) -> None:
    address = site.page("/ice", ICE, "text/markdown")
    page = web_pages.keep(places, address)
    assert not web_pages.keep(places, address, again=True).changed
    site.page("/ice", ICE + "\nAnd thawed.\n", "text/markdown")
    again = web_pages.keep(places, address, again=True)
    assert again == web_pages.KeptPage(page.path, changed=True)
    assert "And thawed." in page.path.read_text("utf-8")
    site.page("/ice", ICE, "text/plain")
    other = web_pages.keep(places, address, again=True).path
    assert (other.stem, other.suffix) == (page.path.stem, ".txt")
    assert web_pages.kept(places, address) == other
    assert sorted(path.suffix for path in other.parent.iterdir()) == [".toml", ".txt"]


def test_what_cannot_be_had_again_stays(places: Places, site: Site) -> None:
    address = site.page("/ice", ICE, "text/markdown")
    page = web_pages.keep(places, address)
    site.answers["/ice"] = Answer(status=500)
    with pytest.raises(CannotFetch):
        web_pages.keep(places, address, again=True)
    assert page.path.read_text("utf-8") == ICE


def test_it_is_known_by_the_address_that_led_to_it_and_by_its_own(
    places: Places, site: Site
) -> None:
    new = site.page("/new", ICE, "text/markdown")
    site.answers["/old"] = Answer(status=301, headers={"Location": "/new"})
    page = web_pages.keep(places, site.at("/old"))
    assert web_pages.kept(places, new) == page.path
    assert web_pages.of_path(places, page.path) == site.at("/old")


def test_the_letters_are_those_that_the_server_says(home: Home, site: Site) -> None:
    for charset, words in (
        ("Shift_JIS", "港は凍った。"),
        ("iso-8859-1", "“Ice”"),
        ("nonsense", "x"),
    ):
        encoding = {"iso-8859-1": "cp1252", "nonsense": "ascii"}.get(charset, charset)
        kind = {"Content-Type": f"text/plain; charset={charset}"}
        site.answers[f"/{charset}"] = Answer(words.encode(encoding), headers=kind)
        page = web_pages.keep(home.places, site.at(f"/{charset}"))
        assert opening.read(home, page.path).article.text == words


def test_what_is_no_text_is_refused(places: Places, site: Site) -> None:
    site.answers["/a.png"] = Answer(b"\x89PNG", headers={"Content-Type": "image/png"})
    with pytest.raises(NotAnArticle, match="image/png"):
        web_pages.keep(places, site.at("/a.png"))
    assert web_pages.kept(places, site.at("/a.png")) is None


@pytest.mark.parametrize(
    ("path", "kind", "suffix"),
    [
        *(("/a", "", ".txt"), ("/a.md", "text/plain", ".md"), ("/a.md", "", ".md")),
        *(("/a", "text/csv", ".txt"), ("/a.md", "application/octet-stream", ".md")),
    ],
)
def test_type_and_name_tell_what_a_page_is(
    places: Places, site: Site, path: str, kind: str, suffix: str
) -> None:
    site.answers[path] = Answer(ICE.encode(), headers={"Content-Type": kind} if kind else {})
    assert web_pages.keep(places, site.at(path)).path.suffix == suffix


def test_its_bytes_tell_more_than_its_type(
    places: Places, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = registry.Format("PDF", (".pdf",), "none", binary=True, kind="pdf")
    monkeypatch.setattr(registry, "FORMATS", (*registry.FORMATS[:2], form))
    monkeypatch.setattr(web_pages, "FORMATS", (*registry.FORMATS[:2], form))
    site.answers["/a.txt"] = Answer(b"%PDF-1.4 ...", headers={"Content-Type": "text/plain"})
    assert web_pages.keep(places, site.at("/a.txt")).path.suffix == ".pdf"


def test_a_page_that_was_not_fetched_is_named(places: Places) -> None:
    with pytest.raises(NotThere, match=r"postil add https://example\.org/ice"):
        web_pages.read_before(places, "https://example.org/ice")


def test_other_files_have_no_address(places: Places, article: Path) -> None:
    assert not web_pages.of_path(places, article)
    assert not web_pages.of_path(places, None)
    (places.home / "pages").mkdir(parents=True)
    odd = places.home / "pages" / "odd.txt"
    odd.write_text("words")
    assert not web_pages.of_path(places, odd)
    odd.with_name("odd.txt.meta.toml").write_text("url = [")
    assert not web_pages.of_path(places, odd)
    odd.with_name("odd.txt.meta.toml").write_text('url = "file:///etc/passwd"')
    assert not web_pages.of_path(places, odd)
