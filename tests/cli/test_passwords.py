"""A locked document is opened by the environment's password, or by one typed on a terminal."""

from __future__ import annotations

import getpass
from pathlib import Path
from types import SimpleNamespace

import pytest

from postil.cli import passwords
from postil.cli.passwords import TRIES, VARIABLE, unlocked
from postil.errors import NeedsPassword
from tests.cli.conftest import Postil
from tests.support.formats import paged

LOCKED = NeedsPassword("book", "it is locked", "give its password")


@pytest.fixture
def locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    paged.known(monkeypatch)
    path = tmp_path / "book.paged"
    path.write_bytes(paged.paged("1\nA secret.", password="larch"))
    return path


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what is typed on the terminal that there is."""
    answers: list[str] = []
    terminal = SimpleNamespace(stderr=SimpleNamespace(isatty=lambda: True))
    monkeypatch.setattr(passwords, "sys", terminal)
    monkeypatch.setattr(getpass, "getpass", lambda _: answers.pop(0))
    return answers


def reads(password: str) -> str:
    if password != "larch":
        why = "the password is wrong" if password else "it is locked"
        raise NeedsPassword("book", why, "give its password")
    return "words"


def test_without_a_terminal_the_way_is_told(postil: Postil, locked: Path) -> None:
    done = postil("text", locked)
    assert done.status == 2
    assert f"set {VARIABLE} for this command, or run it in a terminal" in done.error


def test_the_environment_opens_it(
    postil: Postil, locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "larch")
    assert postil("text", locked).out == "A secret.\n"
    assert postil("cite", locked, "--quote", "secret").status == 0
    monkeypatch.setenv(VARIABLE, "oak")
    assert "the password is wrong" in postil("text", locked).error


def test_it_is_asked_for_until_it_is_right(typed: list[str]) -> None:
    typed += ["oak", "larch"]
    assert unlocked(reads, LOCKED, {}) == "words"
    assert typed == []


def test_it_is_asked_for_a_few_times_alone(typed: list[str]) -> None:
    typed += ["oak"] * (TRIES + 1)
    with pytest.raises(NeedsPassword, match="wrong"):
        unlocked(reads, LOCKED, {})
    assert len(typed) == 1


def test_nothing_typed_leaves_it_locked(typed: list[str]) -> None:
    typed += [""]
    with pytest.raises(NeedsPassword, match="locked"):
        unlocked(reads, LOCKED, {})
