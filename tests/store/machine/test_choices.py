"""A choice is found again, and a damaged file is as good as none."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.store.machine.choices import Choices


def test_what_was_chosen_is_there_the_next_time(tmp_path: Path) -> None:
    assert Choices(tmp_path).get("shelf") == ""
    Choices(tmp_path).put("shelf", "title")
    Choices(tmp_path).put("folder", "date")
    Choices(tmp_path).put("shelf", "author")
    found = Choices(tmp_path)
    assert (found.get("shelf"), found.get("folder")) == ("author", "date")


@pytest.mark.parametrize(
    "spoilt", ["", "[]", "{", '{"version":1,"kept":[1]}', '{"kept":{"a":"b"}}', '{"version":1}']
)
def test_a_damaged_file_has_no_choices_and_takes_new_ones(tmp_path: Path, spoilt: str) -> None:
    (tmp_path / "choices.json").write_text(spoilt)
    assert Choices(tmp_path).get("a") == ""
    Choices(tmp_path).put("a", "c")
    assert Choices(tmp_path).get("a") == "c"


def test_where_nothing_can_be_kept_that_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    Choices(tmp_path / "file").put("a", "b")
    assert Choices(tmp_path / "file").get("a") == ""
