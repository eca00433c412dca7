"""What is printed is safe for a terminal, aligned, and plain where it goes elsewhere."""

from __future__ import annotations

import io
import json
import sys

import pytest

from postil.cli.output import Output, cells, cropped, say_error, wrapped

HOSTILE = "a\x1b[2J\x9b2J\u202e\u2066\u200b\x7f\udc9bé“漢"


def test_json_holds_every_character_and_shows_none_that_acts(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Output(as_json=True, environ={}).record({"path": HOSTILE, "n": None})
    line = capsys.readouterr().out
    assert json.loads(line) == {"path": HOSTILE, "n": None}
    assert line[:-1].isprintable()
    assert "é“漢" in line


def test_nothing_that_is_printed_for_people_acts_on_the_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Whoever forgot to clean what another machine wrote is caught here."""
    out = Output(as_json=False, environ={})
    osc = "\x1b]52;c;cm0gLXI\x07"
    out.line(HOSTILE, (osc, "dim"))
    out.table([(HOSTILE, osc), ("a\nb", "c\td")])
    out.text(f"{HOSTILE}\n\t{osc}\r\n")
    shown = capsys.readouterr().out
    assert [c for c in shown if not c.isprintable() and c not in "\n\t\u200b"] == []
    assert shown.count("\n") == 5
    assert "a b" in shown
    assert "é“漢" in shown


def test_columns_are_aligned_by_cells(capsys: pytest.CaptureFixture[str]) -> None:
    out = Output(as_json=False, environ={})
    out.table([("漢字", "1", "x"), ("abc", ("10", "red"), ("", "dim"))], right=(1,))
    out.table([])
    assert capsys.readouterr().out == "漢字   1  x\nabc   10\n"


def test_colours_only_where_they_are_wanted(capsys: pytest.CaptureFixture[str]) -> None:
    Output(as_json=False, environ={}).line(("word", "bold red"))
    assert capsys.readouterr().out == "word\n"


@pytest.mark.parametrize(
    ("environ", "coloured"),
    [
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": ""}, False),
    ],
)
def test_colour_follows_the_environment(
    environ: dict[str, str],
    coloured: bool,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in {"TERM": "xterm-256color", **environ}.items():
        monkeypatch.setenv(name, value)
    Output(as_json=False, environ=environ).line("a ", ("[b]word[/b]", "bold red"))
    line = capsys.readouterr().out
    assert ("\x1b[" in line) == coloured
    assert "[b]word[/b]" in line


def test_long_lines_are_not_broken(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    Output(as_json=False, environ={"FORCE_COLOR": "1"}).line("word " * 100)
    assert capsys.readouterr().out.count("\n") == 1


def test_an_encoding_that_lacks_a_character_does_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    for as_json, wanted in ((False, b"?x?\n"), (True, "“x”".encode())):
        written = io.BytesIO()
        monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="ascii"))
        out = Output(as_json=as_json, environ={})
        out.record({"q": "“x”"}) if as_json else out.line("“x”")
        out.flush()
        assert wanted in written.getvalue()


def test_a_closed_output_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    out = Output(as_json=False, environ={})
    out.line("word")
    out.flush()


def test_an_error_is_one_safe_line(capsys: pytest.CaptureFixture[str]) -> None:
    say_error(f"{HOSTILE}: one\ntwo")
    line = capsys.readouterr().err
    assert line.count("\n") == 1
    assert line[:-1].isprintable()


def test_cropping_counts_cells() -> None:
    assert cropped("one two", 7) == "one two"
    assert cropped("one two three", 9) == "one two…"
    assert cells(cropped("漢字漢字漢字", 7)) <= 7
    assert cropped("a\n b", 9) == "a b"


def test_nothing_fits_where_there_is_no_room() -> None:
    assert [cropped("a long line", width) for width in (-3, 0, 1, 4)] == ["", "", "…", "a l…"]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two  three", 7, ["one two", "three"]),
        ("one two three", 0, ["one two three"]),
        ("one two three", 13, ["one two three"]),
        ("one-two-three", 5, ["one-t", "wo-th", "ree"]),
        ("漢字漢字漢", 5, ["漢字", "漢字", "漢"]),
        ("a 漢字漢字", 4, ["a", "漢字", "漢字"]),
        ("", 4, [""]),
    ],
)
def test_long_texts_are_broken_at_blanks_where_there_are_any(
    text: str, width: int, lines: list[str]
) -> None:
    assert wrapped(text, width) == lines
