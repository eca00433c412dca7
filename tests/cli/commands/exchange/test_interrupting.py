"""Ctrl-C in an import or an export: what is written is whole, and it is said what is not there."""

from __future__ import annotations

import io
import json
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from postil.cli import output
from postil.imports.readers import reader_of
from postil.library.exchange.gathering import gather
from postil.store.home import home as home_module
from postil.text.progress import Progress
from tests.cli.conftest import Postil

EXCHANGE = "postil.library.exchange"


def interrupt(*_: object, **__: object) -> None:
    signal.raise_signal(signal.SIGINT)


def first_then(act: Callable[..., object], then: Callable[..., object]) -> Callable[..., object]:
    """Return a function that does something before the usual."""

    def both(*arguments: object, **named: object) -> object:
        act()
        return then(*arguments, **named)

    return both


def notes_file(path: Path, count: int, words: str) -> Path:
    rows = [
        {
            "id": f"{path.stem}-{at}",
            "uri": "https://nowhere.test/x",
            "text": f"Why {at}?",
            "target": [{"selector": [{"type": "TextQuoteSelector", "exact": words}]}],
        }
        for at in range(count)
    ]
    path.write_text(json.dumps({"export_userid": "x", "annotations": rows}), "utf-8")
    return path


@pytest.fixture
def two(tmp_path: Path, article: Path, postil: Postil) -> tuple[Path, Path]:
    assert postil("add", article).status == 0
    return (
        notes_file(tmp_path / "one.json", 30, "sailed between two harvests"),
        notes_file(tmp_path / "two.json", 30, "paid in rye"),
    )


def test_an_import_that_is_interrupted_while_it_is_read_brings_nothing(
    two: tuple[Path, Path], postil: Postil, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"{EXCHANGE}.importing.reader_of", first_then(interrupt, reader_of))
    done = postil("import", *two)
    assert done.status == 130
    assert done.err == "postil: interrupted: nothing of one.json, two.json has come in\n"
    assert postil("notes").status == 1


def test_an_import_that_is_interrupted_while_it_is_written_comes_in_whole(
    two: tuple[Path, Path], postil: Postil, monkeypatch: pytest.MonkeyPatch
) -> None:
    apply = home_module.Home.apply
    with monkeypatch.context() as patched:
        patched.setattr(home_module.Home, "apply", first_then(interrupt, apply))
        done = postil("import", *two)
    assert done.status == 130
    assert done.out == "one.json (hypothesis): 30 notes came in.\n"
    said = "nothing of two.json has come in; 30 notes of those before are whole"
    assert done.err == f"postil: interrupted: {said}\n"
    assert len(postil("notes", "--json").records) == 30
    assert postil("undo").status == 0
    assert postil("notes").status == 1


@pytest.mark.parametrize("when", ["gathered", "written"])
def test_an_export_that_is_interrupted_leaves_the_old_file(
    when: str,
    two: tuple[Path, Path],
    tmp_path: Path,
    postil: Postil,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert postil("import", *two).status == 0
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "notes.md").write_text("mine", "utf-8")
    if when == "gathered":
        monkeypatch.setattr(f"{EXCHANGE}.exporting.gather", first_then(interrupt, gather))
    else:
        monkeypatch.setattr("os.replace", interrupt)
    done = postil("export", "-o", folder / "notes.md")
    assert done.status == 130
    assert [(one.name, one.read_text("utf-8")) for one in folder.iterdir()] == [
        ("notes.md", "mine")
    ]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_bar_is_drawn_on_a_terminal_alone_and_only_for_long_work(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = [100.0]
    monkeypatch.setattr(output, "monotonic", lambda: now[0])

    def work(progress: Progress, seconds: float) -> None:
        for at in range(5):
            now[0] += seconds / 5
            progress(at / 4)

    for stream, seconds, drawn in (
        (Terminal(), 20, True),
        (Terminal(), 0.9, False),
        (io.StringIO(), 20, False),
    ):
        monkeypatch.setattr("sys.stderr", stream)
        with output.bar("Exporting") as progress:
            work(progress, seconds)
        said = stream.getvalue()
        assert ("Exporting [===============" in said) is drawn
        lines = said.split("\r")
        assert (lines[-2:-1] == [" " * len(lines[0])]) is drawn, "nothing of it is left"
