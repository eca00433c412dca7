from __future__ import annotations

import json
from pathlib import Path

from postil.cli.commands.history import MOST
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
    assert "text: first → second" in told
    assert "tag added: routes" in told
    assert " here " in told


def test_an_unknown_id_is_told(postil: Postil) -> None:
    done = postil("history", "zzzz")
    assert done.status in (1, 2)
    assert "no note has this id" in done.err


def test_of_everything_the_last_changes_are_told_unless_all_are_asked_for(
    postil: Postil, article: Path
) -> None:
    identity = noted(postil, article)
    for number in range(MOST + 3):
        postil("edit", identity, "--body", f"version {number}")
    last, every = postil("history"), postil("history", "--all")
    assert last.out.splitlines() == every.out.splitlines()[:MOST]
    assert f"text: version {MOST + 1} → version {MOST + 2}" in last.out.splitlines()[0]
    assert (
        last.err
        == f"postil: these are the last {MOST} changes; see all with: postil history --all\n"
    )
    assert not every.err
    assert "made" in every.out.splitlines()[-1]
    assert len(postil("history", "--json").records) == MOST
    assert len(postil("history", identity, "--json").records) == MOST + 4


def test_a_corrected_source_is_told_in_words(postil: Postil, article: Path) -> None:
    postil("source", str(article), "--quote", "no saws", "--set", "author=Mara Lind")
    told = postil("history").out.splitlines()[0]
    assert "author: Mara Lindqvist → Mara Lind in “" in told
    assert "{" not in told
