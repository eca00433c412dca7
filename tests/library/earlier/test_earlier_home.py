"""What an earlier release wrote is found again: articles, notes, marks and places.

Each archive was made by ``maker`` with the release that is named after what it could read.
"""

from __future__ import annotations

import json
import zipfile
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from postil import config
from postil.library.articles import following, opening, quick_open
from postil.library.care import health
from postil.library.care.local_state import Home, open_home
from postil.library.notes import annotating
from postil.library.shelf import marking
from postil.text.fold import fold_key
from tests.library.earlier.maker import environment

HERE = Path(__file__).parent
ARCHIVES = sorted(HERE.glob("*.zip"))


PARTLY = {
    ("overstrike.txt", "of ice\n\nDDEESS"): "oficed",
    ("pages.txt", "chool.\n\n1 -"): "chol",
}
"""Passages that ended among what is no text any more: struck letters, the number of a page."""


class Earlier:
    """An earlier home unpacked in a folder, its texts beside it."""

    def __init__(self, archive: Path, folder: Path) -> None:
        with zipfile.ZipFile(archive) as packed:
            packed.extractall(folder)
        self.texts = folder / "texts"
        # To the machine that kept them, the texts are still where they were.
        for kept in (folder / "state" / "positions.json", *(folder / "home").rglob("*.json*")):
            said = kept.read_text(encoding="utf-8")
            for was in "TEXTS/", "/srv/reading/texts/":
                said = said.replace(f'"{was}', f'"{self.texts}/')
            kept.write_text(said, encoding="utf-8")
        promised = (folder / "promised.json").read_text(encoding="utf-8")
        self.promised: dict[str, dict[str, Any]] = json.loads(promised)
        self.home: Home = open_home(config.load(environment(folder)).places)


@pytest.fixture(params=ARCHIVES, ids=lambda path: path.stem, scope="module")
def earlier(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Earlier:
    return Earlier(request.param, tmp_path_factory.mktemp("earlier"))


def letters(words: str) -> str:
    """Return what a reader would still take for the same words, however they are set.

    An earlier release read letters that were struck over one another twice, so that of letters
    which are doubled one counts.
    """
    return "".join(letter for letter, _ in groupby(filter(str.isalnum, fold_key(words))))


def test_there_is_an_earlier_home() -> None:
    assert ARCHIVES


def test_every_article_is_known_again_and_every_note_stands_on_its_words(earlier: Earlier) -> None:
    faults = []
    for name, told in earlier.promised.items():
        opened = opening.read(earlier.home, earlier.texts / name)
        if opened.record is None or opened.record.id != told["article"]:
            faults.append(f"{name} is not known again")
            continue
        text = opened.article.text
        found = {one.note.id: one for one in annotating.of(earlier.home, opened)}
        for note, quote in told["notes"].items():
            one = found.get(note)
            if one is None or one.span is None:
                faults.append(f"{name}: “{quote}” is an orphan")
            elif (name, quote) in PARTLY:
                assert letters(text[one.span.start : one.span.end]) == PARTLY[name, quote]
            elif letters(text[one.span.start : one.span.end]) != letters(quote):
                faults.append(f"{name}: “{quote}” is on “{text[one.span.start : one.span.end]}”")
    assert faults == []


def test_marks_and_places_lead_to_the_same_words(earlier: Earlier) -> None:
    faults = []
    for name, told in earlier.promised.items():
        opened = opening.read(earlier.home, earlier.texts / name)
        text = opened.article.text
        for letter, words in told["marks"].items():
            _, where = marking.mark(earlier.home, opened, letter)
            if not letters(text[where.top : where.top + 48]).startswith(letters(words)):
                faults.append(f"{name}: mark {letter} leads to “{text[where.top :][:24]}”")
        last = quick_open.place(earlier.home.places, opened.article, earlier.texts / name)
        if (moved := following.since_last(earlier.home, opened)) is not None:
            last = moved.place(last)
        if not letters(text[last.top : last.top + 48]).startswith(letters(told["place"])):
            faults.append(f"{name}: it is opened elsewhere than at “{told['place']}”")
    assert faults == []


def test_the_doctor_finds_nothing(earlier: Earlier) -> None:
    assert [one for one in health.examined(earlier.home) if one.repair is not None] == []
