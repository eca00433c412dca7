"""Over ssh only a display that leads back to the reader's desk is taken for a clipboard."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.clipboard import copy, likely


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """Return an environment far from the desk, with a program that could set a clipboard."""
    program = tmp_path / "xclip"
    program.write_text("#!/bin/sh\nexit 1\n", "utf-8")
    program.chmod(0o755)
    return {"PATH": str(tmp_path), "SSH_CONNECTION": "10.0.0.1 50000 10.0.0.2 22"}


@pytest.mark.parametrize("variable", ["SSH_CONNECTION", "SSH_TTY"])
@pytest.mark.parametrize(
    "display", ["", ":0", ":1.0", "unix:0", "/private/tmp/com.apple.launchd.x/org.xquartz:0"]
)
def test_a_display_of_the_far_machine_is_not_the_readers(
    environ: dict[str, str], variable: str, display: str, tmp_path: Path
) -> None:
    """A display by a socket is one of the machine that is logged in to."""
    del environ["SSH_CONNECTION"]
    environ |= {variable: "there", "DISPLAY": display}
    assert likely(environ) == "file"
    done = copy("words", environ=environ | {"TERM": "dumb"}, outbox=tmp_path / "outbox")
    assert (done.route, done.failures[0]) == ("file", "no desktop within reach")


@pytest.mark.parametrize("display", ["localhost:10.0", "10.0.0.1:0", "desk:0"])
def test_a_forwarded_display_is_the_readers(environ: dict[str, str], display: str) -> None:
    assert likely(environ | {"DISPLAY": display}) == "system"


@pytest.mark.parametrize("display", [":0", "unix:0"])
def test_at_the_desk_itself_every_display_is_the_readers(
    environ: dict[str, str], display: str
) -> None:
    del environ["SSH_CONNECTION"]
    assert likely(environ | {"DISPLAY": display}) == "system"
