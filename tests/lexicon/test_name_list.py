"""Name lists: what a file holds, in the form in which it is looked up."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from postil.lexicon import name_list
from postil.lexicon.name_list import NameList, lookup_key, lookup_keys


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(name_list, "FOLDER", tmp_path)
    return tmp_path


def test_names_stand_one_a_line_between_comments_and_blank_lines(folder: Path) -> None:
    (folder / "boats.txt").write_text("# Boats.\nferry\n\n# Small ones\npunt\nrow boat\n", "utf-8")
    boats = NameList("boats")
    assert set(boats) == {"ferry", "punt", "row boat"}
    assert "punt" in boats
    assert "# Boats." not in boats
    assert boats.isdisjoint(["row", "boat"])
    assert not boats.isdisjoint(["row", "punt"])


def test_several_files_are_one_list(folder: Path) -> None:
    (folder / "a.txt").write_text("# A.\nferry\n", "utf-8")
    (folder / "b.txt").write_text("# B.\nferry\npunt\n", "utf-8")
    assert sorted(NameList("a", "b")) == ["ferry", "punt"]
    assert len(NameList("a", "b")) == 2


def test_names_are_folded_as_they_are_looked_up(folder: Path) -> None:
    (folder / "c.txt").write_text("# Papers.\nThe Quay Herald\nL’Écho\nQ.H.\n", "utf-8")
    papers = NameList("c", fold=lookup_keys)
    assert set(papers) == {"quay herald", "l'echo", "qh"}
    assert all(lookup_key(name) in papers for name in ("Quay  Herald", "l'écho", "The Q.H."))


def test_no_file_is_read_before_a_name_is_looked_up() -> None:
    code = (
        "import sys; sys.addaudithook(lambda event, args: "
        "event == 'open' and str(args[0]).endswith('.txt') and print(args[0]))\n"
        "from postil.lexicon import bylines, dates_in_text, outlet_rules, person_names\n"
        "print('looked up'); outlet_rules.is_agency('Reuters')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    before, _, after = done.stdout.partition("looked up")
    assert before == ""
    assert Path(after.strip()).name == "agencies.txt"
