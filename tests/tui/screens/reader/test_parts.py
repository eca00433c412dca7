"""Every key has its verb, every verb its key, and parts that draw nothing need no Textual."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from textual.binding import Binding

import postil.tui.screens.reader as reader
from postil import config
from postil.library.articles import quick_open
from postil.tui.screens.reader import hints
from postil.tui.screens.reader.parts import KEYS
from postil.tui.screens.reader.screen import OWN_KEYS, ReaderScreen
from postil.tui.startup.loading_article import open_article
from tests.journeys.articles import HARBOUR

DRAWING = {"appearance", "hints", "panes", "parts", "compositor", "screen", "screen_stage"}
"""The rooms that draw something, or belong to who does."""

ROOMS = sorted(
    path.relative_to(Path(reader.__path__[0])).with_suffix("")
    for path in Path(reader.__path__[0]).rglob("*.py")
    if path.stem not in {*DRAWING, "__init__"}
)


@pytest.fixture
def screen(tmp_path: Path) -> ReaderScreen:
    path = tmp_path / "harbour.txt"
    path.write_text(HARBOUR, "utf-8")
    settings = config.load(os.environ)

    def no_home() -> Any:
        raise AssertionError("the home is opened by a thread")

    look = quick_open.appearance(settings.places)
    return ReaderScreen(settings, look, no_home, open_article(settings, path))


def test_every_key_has_a_verb_and_every_verb_a_key(screen: ReaderScreen) -> None:
    ids = [key.id for key in (*KEYS, *OWN_KEYS)]
    assert [name for name, count in Counter(ids).items() if count > 1] == []
    assert set(ids) == set(screen.verbs)


def test_every_binding_runs_a_verb_that_is_there(screen: ReaderScreen) -> None:
    for binding in screen.BINDINGS:
        assert isinstance(binding, Binding)
        assert binding.action == f"run('{binding.id}')"
        assert binding.id in screen.verbs


def test_no_key_is_taken_by_two_parts_or_by_the_page(screen: ReaderScreen) -> None:
    """The page hears a key first, and nothing else would learn of it."""
    bound = list(Binding.make_bindings(screen.BINDINGS))
    ids = {key: {one.id for one in bound if one.key == key} for key in {one.key for one in bound}}
    assert {key: both for key, both in ids.items() if len(both) > 1} == {}
    page = screen.page._bindings.key_to_bindings
    assert {key: {*mine, page[key][0].id} for key, mine in ids.items() if key in page} == {}


def test_every_hint_is_of_a_key_and_runs_a_verb_that_is_there(screen: ReaderScreen) -> None:
    ids = {binding.id for binding in Binding.make_bindings(screen.BINDINGS)}
    for widget in (screen.page, screen.margin):
        ids |= {one.id for bound in widget._bindings.key_to_bindings.values() for one in bound}
    tables = [value for name, value in vars(hints).items() if name.isupper()]
    offers = [offer for table in tables for offer in table]
    assert len(offers) > 40
    for offer in offers:
        assert offer.id in ids or offer.key or offer.id == "find.regex", offer
        if offer.action.startswith("screen."):
            (verb,) = re.findall(r"^screen\.run\('([\w.-]+)'\)$", offer.action)
            assert verb in screen.verbs, offer


@pytest.mark.parametrize("room", ROOMS, ids=str)
def test_a_part_that_draws_nothing_is_had_without_textual(room: Path) -> None:
    name = ".".join(("postil.tui.screens.reader", *room.parts))
    code = f"import sys, {name}; print('textual' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
