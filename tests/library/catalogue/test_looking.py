"""A look finds every change, and takes the short way where nothing was made known or kept."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from postil.config import Places
from postil.library.catalogue import knowing, refreshing
from postil.library.catalogue.looking import Look
from postil.store.home.home import open_home

LONG_AGO = 1_000_000_000


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(*(tmp_path / name for name in ("home", "state", "config", "cache")))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    (folder / "inside").mkdir(parents=True)
    for name in ("one.txt", "two.md", "inside/three.txt"):
        (folder / name).write_text(f"This is {name}.", "utf-8")
    return folder


def settle(folder: Path) -> None:
    """Let the folders have been changed long ago: one that changes now may do so twice at once."""
    for one in (folder, folder / "inside"):
        os.utime(one, (LONG_AGO, LONG_AGO))


def stale(places: Places) -> list[str]:
    """Return the names of the files that are to be read."""
    articles = refreshing.kept(places)
    seen = Look(places, open_home(places), articles).look()
    articles.close()
    return sorted(Path(path).name for path in (*seen.stale, *seen.gone))


def refresh(places: Places) -> None:
    articles = refreshing.kept(places)
    refreshing.refresh(places, open_home(places), articles)
    articles.close()


def is_short(places: Places) -> bool:
    """Tell whether a look finds nothing, and need not ask what is known for it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(knowing, "everything", lambda *_: pytest.fail("asks what is known"))
        try:
            return not stale(places)
        except pytest.fail.Exception:
            return False


def test_what_was_seen_is_remembered_until_something_changes(places: Places, folder: Path) -> None:
    knowing.add(places, [folder], watch=True)
    settle(folder)
    assert stale(places) == ["one.txt", "three.txt", "two.md"]
    refresh(places)
    assert is_short(places)
    (folder / "one.txt").write_text("It is another by now.", "utf-8")
    assert stale(places) == ["one.txt"]
    refresh(places)
    assert is_short(places)
    # A file that is gone stays as it was read.
    (folder / "inside" / "three.txt").unlink()
    assert not stale(places)
    (folder / "inside" / "four.txt").write_text("It came later.", "utf-8")
    assert stale(places) == ["four.txt"]
    refresh(places)
    settle(folder)
    assert not stale(places)
    assert is_short(places)
    knowing.forget(places, open_home(places), folder / "two.md")
    assert stale(places) == ["two.md"]


def test_a_file_in_a_folder_that_changed_a_moment_ago_is_not_missed(
    places: Places, folder: Path
) -> None:
    knowing.add(places, [folder], watch=True)
    refresh(places)
    assert not is_short(places)
    times = folder.stat().st_mtime_ns
    (folder / "late.txt").write_text("It came at the same time.", "utf-8")
    os.utime(folder, ns=(times, times))
    assert stale(places) == ["late.txt"]


@pytest.mark.parametrize("flip", range(0, 400, 37))
def test_what_was_seen_is_not_believed_where_it_is_damaged(
    flip: int, places: Places, folder: Path
) -> None:
    knowing.add(places, [folder])
    refresh(places)
    assert is_short(places)
    path = places.cache / "library.seen"
    data = bytearray(path.read_bytes())
    data[flip % len(data)] ^= 1
    path.write_bytes(data)
    (folder / "one.txt").write_text("It is another by now.", "utf-8")
    assert stale(places) == ["one.txt"]


def test_texts_that_are_lost_are_read_anew(places: Places, folder: Path) -> None:
    knowing.add(places, [folder])
    refresh(places)
    (places.cache / "library.sqlite").unlink()
    assert stale(places) == ["one.txt", "three.txt", "two.md"]
