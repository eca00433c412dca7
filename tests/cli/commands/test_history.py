from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Postil


def noted(postil: Postil, article: Path) -> str:
    quote = article.read_text("utf-8").split("\n\n")[1].split(".")[0]
    done = postil("note", str(article), "--quote", quote, "--body", "first", "--json")
    return str(json.loads(done.out)["id"])


def test_history_of_nothing_is_nothing_found(postil: Postil) -> None:
    done = postil("history")
    assert done.status == 1
    assert "nothing was written yet" in done.err


def test_history_tells_every_change_the_newest_first(postil: Postil, article: Path) -> None:
    identity = noted(postil, article)
    postil("edit", identity, "--body", "second", "--tag", "routes")
    postil("delete", identity)
    done = postil("history", identity[-6:], "--json")
    assert done.status == 0
    found = [json.loads(line) for line in done.out.splitlines()]
    assert [one["field"] for one in found] == ["deleted", "tags", "body", "created"]
    assert [list(one) for one in found] == [["time", "device", "id", "field", "old", "new"]] * 4
    assert (found[2]["old"], found[2]["new"]) == ("first", "second")
    told = postil("history").out
    assert "body: first → second" in told
    assert "tags: + routes" in told
    assert " here " in told


def test_an_unknown_id_is_told(postil: Postil) -> None:
    done = postil("history", "zzzz")
    assert done.status in (1, 2)
    assert "no note has this id" in done.err
