"""The data files of the lexicon: that each line is well formed, and named where it is not."""

from __future__ import annotations

import unicodedata
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest

from postil.attribution.references import dated, notes, titles
from postil.attribution.works import found_at, read
from postil.document.formats.headings import title_words
from postil.document.formats.layout import hyphens
from postil.document.formats.layout.forms import speech
from postil.lexicon import outlets, wordlists
from postil.lexicon.name_list import FOLDER, NameList, lookup_keys

FILES = sorted(FOLDER.rglob("*.txt"))
SORTED = [path for path in FILES if path.parent.name != "dates"]
SMALL = ("words", "persons", "titles")
"""Folders whose lists are looked up as they stand, and so are written in small letters."""
ROOMS = (wordlists, outlets, title_words, hyphens, speech, dated, notes, titles, found_at, read)
"""Modules that name lists; what is read of a few texts alone names its own."""
CAPITALS = ("capital_particles.txt", "places.txt")


def name_of(path: Path) -> str:
    return path.relative_to(FOLDER).as_posix()


def faults(path: Path) -> list[str]:
    """Say which lines of a data file are malformed, and how."""
    lines = path.read_text("utf-8").split("\n")
    small = path.parent.name in SMALL and path.name not in CAPITALS
    found = []
    if not lines[0].startswith("# ") or not lines[0].endswith("."):
        found.append("1 does not say what the file holds, as a sentence behind '# '")
    if lines[-1] or not lines[-2]:
        found.append(f"{len(lines)} is not the one line end that a file ends with")
    for number, line in enumerate(lines[:-1], 1):
        if line != " ".join(line.split()):
            found.append(f"{number} has blanks at its ends, or more than one together")
        if line.startswith("#") and not line.startswith("# "):
            found.append(f"{number} has no blank behind its '#'")
        if line != unicodedata.normalize("NFC", line):
            found.append(f"{number} is not in Unicode form NFC")
        if small and not line.startswith("#") and line != line.casefold():
            found.append(f"{number} has capitals, and so would never be found")
        if "|" in line:
            found.append(f"{number} has several names; each has a line")
    return found


def disorder(path: Path) -> list[str]:
    """Say which lines of a list stand in the wrong place, or repeat one before them."""
    fold = lookup_keys if path.parent.name == "outlets" else str
    found = []
    seen: dict[str, int] = {}
    group: list[tuple[int, str]] = []
    numbered = list(enumerate(path.read_text("utf-8").split("\n"), 1))
    for number, line in [*numbered, (0, "")]:
        if line and not line.startswith("#"):
            key = fold("#\n" + line)[2:]
            if key in seen:
                found.append(f"{number} is the name of line {seen[key]} once more")
            seen.setdefault(key, number)
            group.append((number, line))
            continue
        for (_, before), (at, name) in pairwise(group):
            if (name.casefold(), name) < (before.casefold(), before):
                found.append(f"{at} {name!r} belongs before {before!r}")
        group = []
    return found


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_lines_are_well_formed(path: Path) -> None:
    assert [f"{name_of(path)}:{fault}" for fault in faults(path)] == []


@pytest.mark.parametrize("path", SORTED, ids=name_of)
def test_names_stand_once_and_in_order(path: Path) -> None:
    assert [f"{name_of(path)}:{fault}" for fault in disorder(path)] == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("news\n", "1 does not say"),
        ("# News.\ndaily \n", "2 has blanks"),
        ("# News.\n#daily\n", "2 has no blank"),
        ("# News.\ncafe\u0301\n", "2 is not in Unicode form NFC"),
        ("# News.\nDaily\n", "2 has capitals"),
        ("# News.\ndaily|weekly\n", "2 has several names"),
        ("# News.\ndaily", "2 is not the one line end"),
        ("# News.\ndaily\n\n", "4 is not the one line end"),
    ],
)
def test_a_malformed_line_is_named(tmp_path: Path, text: str, fault: str) -> None:
    path = tmp_path / "words" / "news.txt"
    path.parent.mkdir()
    path.write_text(text, "utf-8")
    [found] = faults(path)
    assert found.startswith(fault)


@pytest.mark.parametrize(
    ("names", "fault"),
    [
        ("The Times\nDawn", "3 'Dawn' belongs before 'The Times'"),
        ("Dawn\nThe Times\nTimes", "4 is the name of line 3 once more"),
        ("Libération\n\n# More\nLiberation", "5 is the name of line 2 once more"),
    ],
)
def test_a_name_in_the_wrong_place_is_named(tmp_path: Path, names: str, fault: str) -> None:
    path = tmp_path / "outlets" / "newspapers.txt"
    path.parent.mkdir()
    path.write_text(f"# Newspapers.\n{names}\n", "utf-8")
    assert fault in disorder(path)


def test_every_file_is_read_by_a_list_and_travels_with_the_package() -> None:
    lists = [found for room in ROOMS for found in vars(room).values()]
    read = {path for found in lists if isinstance(found, NameList) for path in found.paths}
    assert {name_of(path) for path in FILES} == {
        f"{path}.txt" for path in read | {"dates/months", "dates/eras"}
    }
    shipped = files("postil.lexicon") / "data" / "outlets" / "newspapers.txt"
    assert "\nLe Monde\n" in shipped.read_text("utf-8")


def test_each_way_to_write_the_months_has_twelve() -> None:
    rows = (FOLDER / "dates" / "months.txt").read_text("utf-8").split("\n")
    counts = {row: len(row.split()) for row in rows if row and row[0] != "#"}
    assert {row: count for row, count in counts.items() if count != 12} == {}
