"""Official styles are listed by their names, though their files lie in several folders."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.cite.styles import catalogue


def test_official_styles_are_listed_by_name_and_not_by_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a file, "apa-cv.csl" comes before "apa.csl", and one folder before the other."""
    folders = [tmp_path / "independent", tmp_path / "dependent"]
    for folder, names in zip(folders, (("apa", "mla"), ("apa-cv", "zoo", "aaa")), strict=True):
        folder.mkdir()
        for name in names:
            (folder / f"{name}.csl").write_text(f"<title>The {name}</title>", "utf-8")
    monkeypatch.setattr(catalogue, "_official_folders", lambda: folders)
    found = list(catalogue.official_styles())
    assert [one.id for one in found] == ["aaa", "apa", "apa-cv", "mla", "zoo"]
    assert [one.title for one in found][:2] == ["The aaa", "The apa"]
