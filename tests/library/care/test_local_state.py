from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from postil.config import Places
from postil.library.articles import opening
from postil.library.articles.opening import Reading
from postil.library.care import local_state
from postil.library.care.local_state import Home, open_home
from postil.library.notes import annotating
from postil.model.note import Colour
from tests.library.conftest import Spot


def test_opening_a_home_makes_nothing(places: Places, home: Home) -> None:
    assert home.trouble is None
    local_state.look(home)
    assert not places.home.exists()
    assert not places.state.exists()


def test_the_look_is_kept_on_this_machine(places: Places, home: Home) -> None:
    local_state.keep_look(
        home, replace(local_state.look(home), measure=60, theme="light", tags=("a",))
    )
    look = local_state.look(open_home(places))
    assert (look.measure, look.theme, look.tags) == (60, "light", ("a",))
    assert look.colour is Colour.YELLOW


def test_a_draft_outlives_a_crash_until_it_is_dropped(
    places: Places, home: Home, article: Path, reading: Reading, spot: Spot
) -> None:
    span = spot(reading, "nine weeks")
    local_state.keep_draft(home, reading, span, "half a thou")
    home = open_home(places)
    again = opening.read(home, article)
    assert local_state.draft(home, again, span) == "half a thou"
    assert local_state.draft(home, again, spot(reading, "nine")) is None
    local_state.drop_draft(home, again, span)
    assert local_state.draft(open_home(places), again, span) is None
    local_state.drop_draft(home, again, span)


def test_a_draft_of_a_note_goes_with_the_note(home: Home, reading: Reading, spot: Spot) -> None:
    note = annotating.annotate(home, reading, spot(reading, "nine weeks"), body="old")
    local_state.keep_draft(home, reading, note, "new")
    assert local_state.draft(home, reading, note) == "new"
    assert local_state.draft(home, reading, spot(reading, "nine weeks")) is None


def test_a_look_that_cannot_be_kept_is_no_fault(tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("no folder")
    home = open_home(Places(*(blocked / name for name in ("h", "s", "c", "k"))))
    local_state.keep_look(home, local_state.Look(measure=60))
    assert local_state.look(home) == local_state.Look()
