"""All styles are listed, and the titles of the official ones are remembered."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from postil import config
from postil.library.citation import style_list
from postil.library.citation.style_list import CACHE_FILE, every_style, named, styles

FEW = [
    style_list.StyleSummary("apa", "APA 7", "author-date"),
    style_list.StyleSummary("bmj", "BMJ", "numeric"),
]


@pytest.fixture
def settings() -> config.Settings:
    return config.load(os.environ)


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let there be two official styles; return a list that grows each time they are read."""
    times: list[str] = []

    def official() -> list[style_list.StyleSummary]:
        times.append("read")
        return FEW

    monkeypatch.setattr(style_list, "official_styles", official)
    monkeypatch.setattr(style_list, "official_state", lambda: "now")
    return times


def test_official_styles_are_read_once_until_they_are_others(
    settings: config.Settings, reads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert every_style(settings) == tuple(FEW)
    assert every_style(settings) == tuple(FEW)
    assert len(reads) == 1
    monkeypatch.setattr(style_list, "official_state", lambda: "later")
    assert every_style(settings) == tuple(FEW)
    assert len(reads) == 2


@pytest.mark.parametrize(
    "kept", [[], [["apa", "APA 7"]], [["apa", 7, "note"]], "all", [["apa", "APA", "note"], None]]
)
def test_what_is_remembered_in_another_form_is_read_anew(
    settings: config.Settings, reads: list[str], kept: object
) -> None:
    every_style(settings)
    path = settings.places.cache / CACHE_FILE
    cache = json.loads(path.read_text())
    cache["kept"]["official"]["styles"] = kept
    path.write_text(json.dumps(cache))
    assert every_style(settings) == tuple(FEW)
    assert len(reads) == 2


def test_ones_own_style_hides_the_official_one(
    settings: config.Settings, reads: list[str], own_places: Path
) -> None:
    folder = own_places / "zotero" / "styles"
    folder.mkdir(parents=True)
    (folder / "bmj.csl").write_text("<style><title>My BMJ</title></style>")
    assert [(one.title, one.own) for one in every_style(settings)] == [
        ("APA 7", False),
        ("My BMJ", True),
    ]
    assert [one.id for one in styles(settings, ["MY", "bmj"])] == ["bmj"]
    assert styles(settings, ["british"]) == ()


def test_styles_are_found_by_the_names_that_people_have_for_them(
    settings: config.Settings,
) -> None:
    for words, first in (
        (["modern", "humanities"], "mhra-notes"),
        (["Vancouver"], "nlm-citation-sequence"),
        (["chicago"], "chicago-notes-bibliography"),
        (["mla 9"], "modern-language-association"),
        (["American Psychological"], "apa"),
        ([], "apa"),
    ):
        found = [one.id for one in styles(settings, words)]
        assert found[0] == first
        assert len(set(found)) == len(found)


def test_a_title_stands_for_its_style_where_no_name_does(
    settings: config.Settings, reads: list[str], own_places: Path
) -> None:
    assert named(settings, "bmj") == "bmj"
    assert named(settings, "APA 7") == "APA 7"
    assert reads == []
    every_style(settings)
    assert named(settings, "  apa  7 ") == "apa"
    assert named(settings, "no such title") == "no such title"
    folder = own_places / "zotero" / "styles"
    folder.mkdir(parents=True)
    (folder / "house.csl").write_text("<style><title>House Rules</title></style>")
    assert named(settings, "house rules") == "house"
    assert named(settings, "/house rules.csl") == "/house rules.csl"
