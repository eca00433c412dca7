"""A home is a place, not a spelling; and what lies in it that is no file keeps nobody waiting."""

from __future__ import annotations

import gzip
import os
from hashlib import sha256
from pathlib import Path

import pytest

from postil.errors import CannotWrite
from postil.model.values import replace
from postil.store.disk.durable import read_file
from postil.store.home.home import open_home
from tests.store.homes import a_note, add, edit, ledger_of, places


@pytest.fixture
def spellings(tmp_path: Path) -> dict[str, Path]:
    """Return ways to write the path of one home."""
    home = places(tmp_path).home
    home.mkdir(parents=True)
    link = tmp_path / "link"
    link.symlink_to(home, target_is_directory=True)
    return {
        "plain": home,
        "link": link,
        "dots": home / ".." / home.name,
        "slashes": Path(f"{home.parent}//{home.name}"),
        "link and dots": link / ".." / "link",
        "below a link": tmp_path / "up" / home.name,
    }


@pytest.mark.parametrize(
    "spelling", ["plain", "link", "dots", "slashes", "link and dots", "below a link"]
)
def test_a_home_is_the_same_however_its_path_is_written(
    spelling: str, spellings: dict[str, Path], tmp_path: Path
) -> None:
    (tmp_path / "up").symlink_to(places(tmp_path).home.parent, target_is_directory=True)
    usual = places(tmp_path)
    home = open_home(replace(usual, home=spellings[spelling]))
    note = add(home, a_note("first"))
    edit(home, note, replace(note, body="second"))
    home.tidy()
    assert open_home(usual).notes()[note.id].body == "second"
    home.undo()
    assert open_home(usual).notes()[note.id].body == "first"
    assert home.trouble is None
    assert home.machines == 1


@pytest.mark.parametrize("spelling", ["plain", "link", "dots"])
def test_a_conflict_copy_is_taken_in_however_the_path_is_written(
    spelling: str, spellings: dict[str, Path], tmp_path: Path
) -> None:
    usual = places(tmp_path)
    one = open_home(replace(usual, home=spellings[spelling]))
    note = add(one, a_note("first"))
    path = ledger_of(one)
    copy = path.with_name(f"{path.stem}.sync-conflict-20261123-101112-ABCDEFG.json")
    copy.write_bytes(path.read_bytes())
    (path.parent / f"{path.stem} (1).json").symlink_to(tmp_path / "nowhere.json")
    edit(one, note, replace(note, body="second"))
    assert not copy.exists()
    assert open_home(usual).notes()[note.id].body == "second"


def test_what_is_no_file_among_the_ledgers_keeps_nobody_waiting(tmp_path: Path) -> None:
    one = open_home(places(tmp_path))
    note = add(one, a_note())
    folder = ledger_of(one).parent
    os.mkfifo(folder / "aaaaaaaaaa.json")
    (folder / "bbbbbbbbbb.json").symlink_to("/dev/zero")
    (folder / "cccccccccc.json").symlink_to(folder / "dddddddddd.json")
    again = open_home(places(tmp_path))
    assert list(again.notes()) == [note.id]
    add(again, a_note("more"))
    assert len(open_home(places(tmp_path)).notes()) == 2


@pytest.mark.parametrize("dangling", [True, False])
def test_a_ledger_that_is_a_link_is_refused_with_a_sentence(tmp_path: Path, dangling: bool) -> None:
    one = open_home(places(tmp_path))
    add(one, a_note())
    path = ledger_of(one)
    there = tmp_path / "precious.json"
    if not dangling:
        there.write_bytes(path.read_bytes())
    before = None if dangling else there.read_bytes()
    path.unlink()
    path.symlink_to(there)
    with pytest.raises(CannotWrite, match="it is a link, and Postil follows none in its folders"):
        add(open_home(places(tmp_path)), a_note("more"))
    assert (there.read_bytes() if there.exists() else None) == before


def test_a_text_that_is_a_pipe_or_a_bomb_is_no_text(tmp_path: Path) -> None:
    home = open_home(places(tmp_path))
    digests = [sha256(word).hexdigest() for word in (b"pipe", b"bomb", b"link", b"cut")]
    texts = places(tmp_path).home / "texts"
    texts.mkdir(parents=True)
    os.mkfifo(texts / f"{digests[0]}.gz")
    (texts / f"{digests[1]}.gz").write_bytes(gzip.compress(b"\0" * (200 << 20), 6))
    (texts / f"{digests[2]}.gz").symlink_to("/dev/zero")
    (texts / f"{digests[3]}.gz").write_bytes(gzip.compress(b"cut" * 1000)[:-9])
    assert [home.snapshot(digest) for digest in digests] == [None] * 4


def test_a_text_that_repeats_one_word_is_kept_whole(tmp_path: Path) -> None:
    text = "ha" * 3_000_000
    digest = sha256(text.encode()).hexdigest()
    open_home(places(tmp_path)).keep_snapshot(text, digest)
    assert open_home(places(tmp_path)).snapshot(digest) == text


def test_a_file_beyond_all_measure_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large"
    path.write_bytes(b"x" * 11)
    assert read_file(path, 11) == b"x" * 11
    with pytest.raises(OSError, match="too large"):
        read_file(path, 10)


@pytest.mark.parametrize("folder", ["home", "state"])
def test_a_folder_of_postil_s_may_be_a_link_itself(tmp_path: Path, folder: str) -> None:
    usual = places(tmp_path)
    real = tmp_path / "real"
    real.mkdir()
    getattr(usual, folder).parent.mkdir(parents=True, exist_ok=True)
    getattr(usual, folder).symlink_to(real, target_is_directory=True)
    note = add(open_home(usual), a_note())
    assert list(open_home(usual).notes()) == [note.id]


def test_a_pipe_or_a_link_as_newest_backup_is_passed_over(tmp_path: Path) -> None:
    one = open_home(places(tmp_path))
    note = add(one, a_note())
    path = ledger_of(one)
    folder = places(tmp_path).home / "backups" / one.device
    folder.mkdir(parents=True, exist_ok=True)
    os.mkfifo(folder / "notes.backup-2026-11-28-101112-001")
    (folder / "notes.backup-2026-11-28-101112-002").symlink_to("/dev/zero")
    kept = folder / "notes.backup-2026-11-27-101112-001"
    kept.write_bytes(path.read_bytes())
    path.write_bytes(b"\xff" * 300)
    again = open_home(places(tmp_path))
    assert list(again.notes()) == [note.id]
    add(again, a_note("more"))
    assert len(open_home(places(tmp_path)).notes()) == 2
