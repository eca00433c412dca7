"""Drafts are kept by the bytes that they were made of, within bounds, and never fail."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from postil.store.machine import kept_drafts
from postil.store.machine.kept_drafts import KeptDrafts


def test_a_draft_is_found_by_bytes_name_and_maker(tmp_path: Path) -> None:
    kept = KeptDrafts(tmp_path / "drafts", lambda: "one")
    assert kept.get(b"book", "a.epub") is None
    kept.put(b"book", "a.epub", b"packed")
    assert kept.get(b"book", "a.epub") == b"packed"
    assert kept.get(b"book", "b.epub") is None
    assert kept.get(b"another", "a.epub") is None
    assert KeptDrafts(tmp_path / "drafts", lambda: "two").get(b"book", "a.epub") is None
    assert [path.suffix for path in (tmp_path / "drafts").iterdir()] == [".draft"]


def test_what_was_wanted_longest_ago_goes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_drafts, "ALL", 250)
    folder = tmp_path / "drafts"
    kept = KeptDrafts(folder, lambda: "one")
    kept.put(b"", "a", bytes(100))
    os.utime(next(folder.iterdir()), ns=(1, 1))
    kept.put(b"", "b", bytes(100))
    for path in folder.iterdir():
        os.utime(path, ns=(2, 2))
    assert kept.get(b"", "a") is not None
    kept.put(b"", "c", bytes(100))
    assert kept.get(b"", "b") is None
    assert kept.get(b"", "a") == kept.get(b"", "c") == bytes(100)


def test_what_is_too_large_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_drafts, "MOST", 10)
    kept = KeptDrafts(tmp_path / "drafts", lambda: "one")
    kept.put(b"", "a", bytes(11))
    assert kept.get(b"", "a") is None


def test_a_folder_that_takes_nothing_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "drafts").write_text("in the way")
    kept = KeptDrafts(tmp_path / "drafts", lambda: "one")
    kept.put(b"", "a", b"packed")
    assert kept.get(b"", "a") is None
