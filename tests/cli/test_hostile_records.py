"""No byte of what another machine wrote reaches the terminal, through any verb."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from postil.cli.main import run
from postil.cli.parser import VERBS
from postil.config import load
from postil.library.care import local_state
from tests.cli.conftest import Postil
from tests.support.hostile import CONTROLS, plant

SILENT = {
    "guide": "it opens the app",
    "completion": "it prints what Postil has",
    "place": "a note",
    "import": "numbers",
}
"""Verbs that print nothing of records, or need none of them to be tried."""


@pytest.fixture
def lines(postil: Postil, article: Path) -> list[list[str]]:
    """Plant hostile records beside a note of ours; return a line for each verb."""
    quote = ["--quote", "Later boats were of iron."]
    assert postil("note", article, *quote, "--body", "mine", "--tag", "iron").status == 0
    home = local_state.open_home(load(os.environ).places)
    (note,) = home.notes().values()
    (record,) = home.articles().values()
    plant(home.places.home, record, note, home.device)
    theirs = sorted(local_state.open_home(home.places).notes())
    assert len(theirs) == 3
    path = str(article)
    lines = [
        *(["outline", path], ["text", path], ["find", "boats", path], ["sources", path]),
        ["sources", "--library"],
        *(["sources", "--join", "a", "b"], ["sources", "--part", "a"]),
        *(["source", path, *quote], ["source", path, *quote, "--set", "title=Ice"]),
        *(["note", path, *quote, "--body", "again"], ["notes"], ["notes", path], ["shelf"]),
        *(["tags"], ["history", "--all"], ["cite", path, *quote], ["bibliography"]),
        *(["bibliography", path], ["styles", "apa"], ["meta", path], ["config"], ["doctor"]),
        *(
            ["notes", "--state", "orphan"],
            ["shelf", str(article.parent)],
            ["shelf", "--query", "has:note -tag:none"],
            ["meta", path, "--read", "done"],
            ["bibliography", "--noted"],
        ),
        *(
            ["query"],
            ["add", path],
            ["search", "boats OR in:notes"],
            ["search", "-tag:iron in:notes"],
        ),
        *(["codebook"], ["codebook", "--format", "html"], ["codebook", "--json"]),
        *(["stats"], ["stats", "--json"], ["stats", "--format", "svg"]),
        *(["export"], ["export", path], ["export", "--format", "html"]),
        *(["cite", path, "--note", note.id], ["cite", path, *quote, "--format", "bibtex"]),
    ]
    for one in theirs:
        lines += [["history", one], ["edit", one, "--tag", "new"], ["cite", path, "--note", one]]
        lines += [["delete", one], ["undo"], ["redo"]]
    return lines


def test_every_verb_is_tried(lines: list[list[str]]) -> None:
    assert {verb.name for verb in VERBS} == {line[0] for line in lines} | SILENT.keys()


@pytest.mark.parametrize("styled", [False, True])
def test_no_verb_prints_what_acts_on_a_terminal(
    lines: list[list[str]],
    styled: bool,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if styled:
        monkeypatch.setenv("FORCE_COLOR", "1")
    for line in lines:
        for more in ([],) if styled else ([], ["--json"]):
            assert run([*line, *more]) in (0, 1, 2), line
            printed = capsys.readouterr()
            said = printed.out + printed.err
            # What colours there are, Postil itself has put there.
            plain = [] if not styled else [27]
            acting = CONTROLS.intersection(map(ord, said)) - {10, 9, *plain}
            assert acting == set(), (line, more)
            assert "\x1b]" not in said
            assert "Traceback" not in said
