"""Notes point to one another by commands, and are found from either end."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Postil


def note(postil: Postil, article: Path, quote: str, *more: str) -> Any:
    return postil("note", article, "--quote", quote, *more, "--json").records[0]


@pytest.fixture
def pair(postil: Postil, article: Path) -> tuple[Any, Any]:
    """Return two notes, of which the second points to the first."""
    first = note(postil, article, "of larch")
    link = f"contradicts:{first['id'][-8:]}"
    return first, note(postil, article, "of iron", "--link", link)


def test_both_ends_of_a_link_are_told(pair: tuple[Any, Any], postil: Postil) -> None:
    first, second = pair
    assert second["links"] == [{"kind": "contradicts", "to": first["id"]}]
    to, source = postil("notes", "--json").records
    assert to["backlinks"] == [{"kind": "contradicts", "from": second["id"]}]
    assert "links" not in to
    assert "backlinks" not in source
    said = postil("notes").out
    assert f"contradicts {first['id'][-8:]} “of larch”" in said
    assert f"contradicted by {second['id'][-8:]} “of iron”" in said


def test_links_come_and_go_and_are_undone(pair: tuple[Any, Any], postil: Postil) -> None:
    first, second = pair
    more = postil("edit", second["id"], "--link", f"see-also:{first['id']}", "--json").records[0]
    assert [one["kind"] for one in more["links"]] == ["contradicts", "see-also"]
    less = postil("edit", second["id"], "--unlink", f"contradicts:{first['id']}", "--json")
    assert less.records[0]["links"] == [{"kind": "see-also", "to": first["id"]}]
    postil("undo")
    assert postil("notes", "--json").records[1]["links"] == more["links"]
    assert postil("edit", second["id"], "--unlink", first["id"][-6:]).status == 0
    assert postil("notes", "--json").records[1].get("links") is None


def test_a_link_to_a_note_that_was_deleted_says_so(pair: tuple[Any, Any], postil: Postil) -> None:
    first, second = pair
    postil("delete", first["id"])
    assert "contradicts" in postil("notes").out
    assert "a note that was deleted" in postil("notes").out
    assert postil("edit", second["id"], "--unlink", first["id"]).status == 0


@pytest.mark.parametrize("link", ["", "supports", "praises:ID", "supports:", "supports:zzzz"])
def test_a_link_that_is_none_is_refused(
    link: str, pair: tuple[Any, Any], postil: Postil, article: Path
) -> None:
    before = postil("notes", "--json").records
    wanted = link.replace("ID", pair[0]["id"])
    for line in (["edit", pair[1]["id"]], ["note", article, "--quote", "in rye"]):
        done = postil(*line, "--link", wanted)
        assert done.status == 2
        assert done.error
    assert postil("edit", pair[0]["id"], "--link", f"supports:{pair[0]['id']}").status == 2
    assert postil("edit", pair[0]["id"], "--unlink", pair[1]["id"]).status == 2
    assert postil("notes", "--json").records == before


def test_links_go_along_in_web_annotations_and_markdown(
    pair: tuple[Any, Any], postil: Postil, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = pair
    assert json.loads(postil("export", "--format", "w3c").out)
    for name in ("w3c", "markdown", "json"):
        postil("export", "--format", name, "-o", tmp_path / f"{name}.md")
    monkeypatch.setenv("POSTIL_HOME", str(tmp_path / "another"))
    for name in ("w3c", "markdown", "json"):
        monkeypatch.setenv("POSTIL_HOME", str(tmp_path / f"home-{name}"))
        assert postil("import", tmp_path / f"{name}.md").status == 0
        there = {one["quote"]: one for one in postil("notes", "--json").records}
        assert [one["kind"] for one in there["of iron"]["links"]] == ["contradicts"], name
        if name != "w3c":
            assert there["of iron"]["links"] == second["links"]
            assert there["of larch"]["id"] == first["id"]
