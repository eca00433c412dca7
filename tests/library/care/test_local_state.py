from __future__ import annotations

from pathlib import Path

from postil.config import Places
from postil.library.articles import opening, quick_open
from postil.library.base.open_article import OpenArticle
from postil.library.care import local_state
from postil.library.care.local_state import Home, open_home
from postil.library.notes import annotating
from postil.model.note import Colour
from postil.model.values import replace
from tests.library.conftest import Spot


def test_opening_a_home_makes_nothing(places: Places, home: Home) -> None:
    assert home.trouble is None
    quick_open.appearance(places)
    assert not places.home.exists()
    assert not places.state.exists()


def test_the_appearance_is_kept_on_this_machine(places: Places, home: Home) -> None:
    local_state.keep_appearance(
        home, replace(quick_open.appearance(places), measure=60, theme="light", tags=("a",))
    )
    appearance = quick_open.appearance(places)
    assert (appearance.measure, appearance.theme, appearance.tags) == (60, "light", ("a",))
    assert appearance.colour is Colour.YELLOW


def test_a_draft_outlives_a_crash_until_it_is_dropped(
    places: Places, home: Home, article: Path, open_article: OpenArticle, spot: Spot
) -> None:
    span = spot(open_article, "nine weeks")
    local_state.keep_draft(home, open_article, span, "half a thou")
    home = open_home(places)
    again = opening.read(home, article)
    assert local_state.draft(home, again, span) == "half a thou"
    assert local_state.draft(home, again, spot(open_article, "nine")) is None
    local_state.drop_draft(home, again, span)
    assert local_state.draft(open_home(places), again, span) is None
    local_state.drop_draft(home, again, span)


def test_a_draft_of_a_note_goes_with_the_note(
    home: Home, open_article: OpenArticle, spot: Spot
) -> None:
    note = annotating.annotate(home, open_article, spot(open_article, "nine weeks"), body="old")
    local_state.keep_draft(home, open_article, note, "new")
    assert local_state.draft(home, open_article, note) == "new"
    assert local_state.draft(home, open_article, spot(open_article, "nine weeks")) is None


def test_an_appearance_that_cannot_be_kept_is_no_fault(tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("no folder")
    places = Places(*(blocked / name for name in ("h", "s", "c", "k")))
    home = open_home(places)
    local_state.keep_appearance(home, local_state.Appearance(measure=60))
    assert quick_open.appearance(places) == local_state.Appearance()
