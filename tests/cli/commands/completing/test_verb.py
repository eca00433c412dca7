"""The scripts are answered in lines, and never with a complaint."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Postil


def test_bash_is_given_what_goes_on_behind_its_own_word_quoted(
    postil: Postil, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Some words of an article.\n", "utf-8")
    postil("note", str(path), "--quote", "words", "--tag", "$(touch x) y", "--tag", "a:b")
    done = postil("__complete", "bash", "postil notes --tag=\\$", "\\$")
    assert done.out.split("\n") == ["values", "$", "\\$\\(touch\\ x\\)\\ y", ""]
    done = postil("__complete", "bash", 'postil notes --tag "$', "$")
    assert done.out.split("\n")[2] == "\\$(touch x) y"
    done = postil("__complete", "bash", "postil notes --tag a:", "")
    assert done.out.split("\n") == ["values", "", "b", ""]
    done = postil("__complete", "zsh", "notes", "--tag=a")
    assert done.out.split("\n") == ["values", "--tag=", "a:b", ""]


def test_files_are_left_to_the_shell(postil: Postil) -> None:
    done = postil("__complete", "bash", "postil outline My\\ Fi", "My\\ Fi")
    assert done.out.split("\n") == ["files", "My Fi", ""]
    assert postil("__complete", "zsh", "shelf", "").out.split("\n") == ["folders", "", ""]


@pytest.mark.parametrize(
    "words", [[], ["bash"], ["bash", "a", "b", "c"], ["nosh"], ["zsh"], ["bash", "", ""]]
)
def test_who_asks_strangely_is_not_told_off(postil: Postil, words: list[str]) -> None:
    done = postil("__complete", *words)
    assert done.err == ""
    assert done.status in (0, 1)


def test_no_help_names_it(postil: Postil) -> None:
    assert "__complete" not in postil("--help").out
