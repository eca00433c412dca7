"""Encodings that were chosen are kept, and damage to them is no trouble."""

from __future__ import annotations

from pathlib import Path

from postil.store.machine.encodings import Encodings


def test_what_was_chosen_is_kept_until_it_is_forgotten(tmp_path: Path) -> None:
    kept = Encodings(tmp_path)
    assert kept.get("/a") == ""
    assert kept.put("/a", "gbk")
    assert not kept.put("/a", "gbk")
    assert Encodings(tmp_path).get("/a") == "gbk"
    assert kept.put("/a", "")
    assert Encodings(tmp_path).get("/a") == ""


def test_a_damaged_file_or_an_unknown_name_counts_as_nothing(tmp_path: Path) -> None:
    kept = Encodings(tmp_path)
    kept.put("/a", "gbk")
    path = tmp_path / "encodings.json"
    path.write_text(path.read_text().replace("gbk", "no-such"), "utf-8")
    assert kept.get("/a") == ""
    path.write_bytes(b"{")
    assert kept.get("/a") == ""
    assert kept.put("/a", "big5")
    assert kept.get("/a") == "big5"
