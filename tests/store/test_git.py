"""One home in several git clones, pulled and pushed for real."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from postil.config import Places
from postil.model.values import replace
from postil.store.home.home import Home, open_home
from postil.store.home.journal import Change
from tests.store.homes import a_note, add, edit, ledger_of

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(folder: Path, *words: str, check: bool = True) -> str:
    environ = {
        **os.environ,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        **{
            f"GIT_{who}_{what}": "a@b"
            for who in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        },
    }
    done = subprocess.run(
        ["git", "-C", str(folder), *words], capture_output=True, text=True, check=False, env=environ
    )
    assert not check or done.returncode == 0, done.stderr
    return done.stdout + done.stderr


@pytest.fixture
def clones(tmp_path: Path) -> list[Home]:
    origin = tmp_path / "origin"
    origin.mkdir()
    git(origin, "init", "--bare", "--initial-branch=main", "-q")
    homes = []
    for name in ("one", "two"):
        there = tmp_path / name
        git(tmp_path, "clone", "-q", str(origin), str(there / "home"))
        git(there / "home", "checkout", "-q", "-B", "main")
        homes.append(
            open_home(Places(there / "home", there / "state", there / "config", there / "cache"))
        )
    return homes


def push(home: Home) -> None:
    folder = home.places.home
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "notes", "--allow-empty")
    git(folder, "push", "-q", "-u", "origin", "main")


def pull(home: Home) -> None:
    git(home.places.home, "pull", "-q", "--no-rebase", "--no-edit", "origin", "main")
    home.refresh()


def test_clones_that_were_apart_say_the_same(clones: list[Home]) -> None:
    one, two = clones
    note, gone = add(one, a_note("text", tags=("a",))), add(one, a_note("gone"))
    push(one)
    pull(two)
    assert two.notes() == one.notes()
    edit(one, note, replace(note, body="mine"))
    one.apply(Change("deleted", before=(gone,)))
    edit(two, two.notes()[note.id], replace(note, body="theirs", tags=("a", "b")))
    new = add(two, a_note("new"))
    push(one)
    git(two.places.home, "add", "-A")
    git(two.places.home, "commit", "-q", "-m", "notes")
    pull(two)
    push(two)
    pull(one)
    assert one.notes() == two.notes()
    merged = one.notes()[note.id]
    assert {merged.body, *(text.text for text in merged.also)} == {"mine", "theirs"}
    assert set(merged.tags) == {"a", "b"}
    assert gone.id not in one.notes()
    assert new.id in one.notes()


def test_a_ledger_with_conflict_markers_is_read_whole_from_both_sides(
    clones: list[Home], tmp_path: Path
) -> None:
    one, two = clones
    note = add(one, a_note("text"))
    push(one)
    # The same machine's ledger in two clones: its state was carried along without its machine.
    two.state.claim()
    (two.places.state / "device").write_text(f"{one.device}\n")
    two = open_home(two.places)
    pull(two)
    mine = add(one, a_note("mine"))
    edit(one, note, replace(note, tags=("mine",)))
    theirs = add(two, a_note("theirs"))
    edit(two, two.notes()[note.id], replace(note, colour=note.colour, tags=("theirs",)))
    push(one)
    git(two.places.home, "add", "-A")
    git(two.places.home, "commit", "-q", "-m", "notes")
    git(two.places.home, "pull", "-q", "--no-rebase", "origin", "main", check=False)
    assert b"<<<<<<<" in ledger_of(two).read_bytes()
    whole = {note.id, mine.id, theirs.id}
    # A third machine reads both sides, and leaves the file to its owner.
    third = open_home(Places(two.places.home, tmp_path / "three", tmp_path / "c", tmp_path / "d"))
    assert third.notes().keys() == whole
    add(third, a_note("of the third"))
    assert b"<<<<<<<" in ledger_of(two).read_bytes()
    again = open_home(two.places)
    assert whole < again.notes().keys()
    assert set(again.notes()[note.id].tags) == {"mine", "theirs"}
    assert "damaged" in " ".join(again.messages())
    assert b"<<<<<<<" not in ledger_of(two).read_bytes()
