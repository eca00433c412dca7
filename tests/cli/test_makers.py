"""Several readers share a home: whose note is whose is told, chosen by, and minded."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Postil

Become = Callable[[str], None]


@pytest.fixture
def become(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Become:
    """Return a function that makes another reader of the same home sit at a machine of theirs."""

    def become(name: str) -> None:
        config = tmp_path / name / "config"
        config.mkdir(parents=True, exist_ok=True)
        said = f'name = "{name}"\n' if name != "nobody" else ""
        (config / "config.toml").write_text(said, encoding="utf-8")
        monkeypatch.setenv("POSTIL_HOME", str(tmp_path / "shared"))
        monkeypatch.setenv("POSTIL_STATE", str(tmp_path / name / "state"))
        monkeypatch.setenv("POSTIL_CONFIG", str(config))
        monkeypatch.setenv("POSTIL_CACHE", str(tmp_path / name / "cache"))

    return become


def note(postil: Postil, article: Path, quote: str, *more: str) -> Any:
    return postil("note", article, "--quote", quote, *more, "--json").records[0]


@pytest.fixture
def anns(become: Become, postil: Postil, article: Path) -> Any:
    """Return a note of Ann's; it is Bo who sits here now."""
    become("Ann Reed")
    made = note(postil, article, "of larch", "--body", "Which larch?", "--tag", "wood")
    become("Bo")
    return made


def test_a_note_says_who_made_it(anns: Any, become: Become, postil: Postil, article: Path) -> None:
    mine = note(postil, article, "paid in rye")
    assert (anns["maker"], mine["maker"]) == ("Ann Reed", "Bo")
    assert "by Ann Reed" in postil("notes").out
    assert "by Bo" not in postil("notes").out
    become("nobody")
    own = note(postil, article, "of iron")
    assert own["maker"].startswith("device ")
    become("Bo")
    assert f"by {own['maker'][:13]}" in postil("notes").out


def test_notes_are_chosen_by_who_made_them(anns: Any, postil: Postil, article: Path) -> None:
    mine = note(postil, article, "paid in rye")
    for asked in (
        ["--by", "reed"],
        ["--query", "by:ann"],
        ["--query", 'by:"Ann Reed" wood OR -by:bo'],
    ):
        assert [one["id"] for one in postil("notes", *asked, "--json").records] == [anns["id"]]
    found = postil("search", "in:notes by:bo", "--json").records
    assert [one["note"] for one in found] == [mine["id"]]
    assert postil("notes", "--by", "nobody at all").status == 1


@pytest.mark.parametrize(
    "line",
    [
        ["edit", "ID", "--body", "Mine now."],
        ["edit", "ID", "--tag", "seen"],
        ["edit", "ID", "--colour", "pink"],
        ["place", "ID", "--quote", "of iron"],
        ["delete", "ID"],
        ["tags", "rename", "wood", "timber"],
        ["tags", "delete", "wood"],
        ["tags", "split", "wood", "--query", "larch", "trees"],
    ],
)
def test_anothers_note_is_changed_only_by_who_says_so(
    line: list[str], anns: Any, postil: Postil, article: Path
) -> None:
    note(postil, article, "paid in rye")
    line = [anns["id"] if word == "ID" else word for word in line]
    before = postil("notes", "--json").records
    done = postil(*line)
    assert done.status == 2
    assert "made by Ann Reed" in done.error
    assert "--others" in done.error
    assert postil("notes", "--json").records == before
    done = postil(*line, "--others")
    assert done.status == 0
    assert "made by Ann Reed" in done.error
    assert postil("notes", "--json").records != before


def test_of_several_notes_it_is_said_how_many_are_anothers(
    anns: Any, postil: Postil, article: Path
) -> None:
    mine = note(postil, article, "paid in rye")
    done = postil("delete", anns["id"], mine["id"])
    assert "deletion of 2 notes: 1 of them were" not in done.err
    assert "deletion of 2 notes: 1 of them was made by Ann Reed" in done.error
    assert len(postil("notes", "--json").records) == 2


def test_who_wrote_to_a_note_before_is_not_asked_again(
    anns: Any, become: Become, postil: Postil
) -> None:
    assert postil("edit", anns["id"], "--tag", "seen", "--others").status == 0
    done = postil("edit", anns["id"], "--tag", "twice")
    assert (done.status, done.err) == (0, "")
    become("Ann Reed")
    done = postil("edit", anns["id"], "--tag", "thrice")
    assert (done.status, done.err) == (0, "")


def test_a_device_without_a_name_is_nobody_else(
    become: Become, postil: Postil, article: Path
) -> None:
    become("nobody")
    made = note(postil, article, "of larch")
    become("Bo")
    done = postil("edit", made["id"], "--tag", "seen")
    assert (done.status, done.err) == (0, "")
