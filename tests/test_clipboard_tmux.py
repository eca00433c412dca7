"""What is told of a copy into tmux, whose older versions pass nothing on to the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.clipboard import Copied, copy

TMUX = """\
#!/bin/sh
store="$(dirname "$0")/store"
case "$*" in
    "load-buffer -w -") {passing} ;;
    "load-buffer -") {loading} ;;
    show-buffer) {showing} ;;
    show-options*) echo {option} ;;
esac
"""
TAKES, REFUSES, SHOWS = 'cat > "$store"', "cat > /dev/null; exit 1", 'cat "$store"'


def copied(
    folder: Path,
    *,
    passing: str = TAKES,
    loading: str = REFUSES,
    showing: str = SHOWS,
    option: str = "on",
) -> Copied:
    """Copy into a tmux that does these things."""
    program = folder / "tmux"
    script = TMUX.format(passing=passing, loading=loading, showing=showing, option=option)
    program.write_text(script, "utf-8")
    program.chmod(0o755)
    environ = {"PATH": f"{folder}:/usr/bin:/bin", "TMUX": "/tmp/tmux-0,1,0", "TERM": "dumb"}
    return copy("some words", environ=environ, outbox=folder / "outbox")


@pytest.mark.parametrize(
    ("option", "told"),
    [
        ("on", "copied to tmux, and sent on to the terminal, unconfirmed"),
        ("external", "copied to tmux, and sent on to the terminal, unconfirmed"),
        ("off", "copied to tmux (its prefix, then ] pastes)"),
    ],
)
def test_what_tmux_passes_on_depends_on_its_option(tmp_path: Path, option: str, told: str) -> None:
    done = copied(tmp_path, option=option)
    assert (done.route, done.confirmed, done.detail) == ("tmux", True, told)


def test_an_old_tmux_that_knows_no_passing_on_takes_the_text_alone(tmp_path: Path) -> None:
    done = copied(tmp_path, passing=REFUSES, loading=TAKES)
    assert (done.route, done.confirmed) == ("tmux", True)
    assert done.detail == "copied to tmux (its prefix, then ] pastes)"


def test_a_tmux_that_takes_nothing_is_passed_over(tmp_path: Path) -> None:
    done = copied(tmp_path, passing=REFUSES)
    assert done.route == "file"
    assert "tmux did not take it" in done.failures


def test_a_tmux_that_holds_something_else_is_not_believed(tmp_path: Path) -> None:
    done = copied(tmp_path, showing="echo other words")
    assert done.route == "file"
    assert "tmux does not hold what it was given" in done.failures
