"""Styles used lately come first, then those of the settings, then those that everybody knows."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from postil import config
from postil.config import Settings
from postil.library.care.local_state import Appearance
from postil.library.citation.favourites import WELL_KNOWN, favourites, title, used
from postil.model.values import replace


@pytest.fixture
def settings() -> Settings:
    return config.load(os.environ)


def names(settings: Settings, appearance: Appearance) -> list[str]:
    return [one.id for one in favourites(settings, appearance)]


def test_at_first_there_are_those_that_everybody_knows(settings: Settings) -> None:
    found = favourites(settings, Appearance())
    assert {one.id: one.title for one in found} == WELL_KNOWN


def test_styles_used_lately_come_first_and_once(settings: Settings) -> None:
    appearance = Appearance()
    for name in ("mhra-notes", "bmj", "gone-since", "mla", "bmj", "IEEE"):
        appearance = used(appearance, name)
    assert names(settings, appearance)[:4] == [
        "ieee",
        "bmj",
        "modern-language-association",
        "mhra-notes",
    ]
    assert len(names(settings, appearance)) == len(WELL_KNOWN) + 1
    assert favourites(settings, appearance)[1].title == "BMJ"
    for number in range(20):
        appearance = used(appearance, f"style-{number}")
    assert appearance.styles[0] == "style-19"
    assert len(appearance.styles) == 12


def test_the_settings_say_which_others_are_offered(settings: Settings, tmp_path: Path) -> None:
    path = tmp_path / "house.csl"
    path.write_text("<style><info><title>House</title></info></style>")
    mine = replace(settings, favourites=("apa", str(path), "no-such-style"))
    assert names(mine, used(Appearance(), "bmj")) == ["bmj", "apa", str(path)]
    assert favourites(mine, Appearance())[1].title == "House"


def test_a_style_of_ones_own_has_its_own_title(settings: Settings, own_places: Path) -> None:
    assert title(settings, "APA") == "APA 7"
    folder = own_places / "zotero" / "styles"
    folder.mkdir(parents=True)
    (folder / "apa.csl").write_text("<style><info><title>Mine</title></info></style>")
    assert title(settings, "apa") == "Mine"
    assert title(settings, "no-such-style") == "no-such-style"
