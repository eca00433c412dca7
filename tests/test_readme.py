"""What the README and the guide name is there: every command, key, path and name."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from postil import config
from postil.cli import parser, passwords
from postil.search.query.parser import parse
from tests.support import bindings
from tests.support.pages import (
    COUNT,
    FENCE,
    KEY,
    ROOT,
    actions,
    bound,
    commands,
    keys,
    refused,
    source,
    spans,
    unknown_keys,
)

README = ROOT / "README.md"
GUIDE = ROOT / "articles" / "postil-guide.md"
SETUP = "python3 -m venv .venv && .venv/bin/pip install -q "
INSTALLERS = {"pipx install .", "uv tool install ."}
"""Commands of other programs, to have ``postil`` in every folder."""

SEARCH = GUIDE.read_text("utf-8").partition("\n## Search everything\n")[2].partition("\n## ")[0]
QUERIES = set(spans(SEARCH)) - {"OR", "postil add", "postil search"}
"""What the guide shows of the query language."""


@pytest.mark.parametrize("path", [README, GUIDE], ids=lambda path: path.name)
def test_every_command_in_a_block_is_taken(path: Path) -> None:
    whole = [line for line in commands(path.read_text("utf-8")) if line.startswith("postil")]
    assert whole, "no example of a command"
    assert [f"{line}: {why}" for line in whole if (why := refused(line))] == []


@pytest.mark.parametrize("path", [README, GUIDE], ids=lambda path: path.name)
def test_every_verb_and_option_named_in_passing_exists(path: Path) -> None:
    text = path.read_text("utf-8")
    named = [span for span in spans(text) if span.split()[0] == "postil"]
    verbs = [words[1] for span in named if len(words := span.split()) > 1]
    options = {word for span in spans(text) for word in span.split() if word.startswith("--")}
    lost = [
        word
        for word in verbs
        if not (parser.verb_named(word) or word in ("-", "--help") or (ROOT / word).exists())
    ]
    assert lost == []
    assert [option for option in options - {"--help"} if f'"{option}"' not in source()] == []


def test_the_guide_and_the_grammar_list_the_same_verbs() -> None:
    named = [span.split() for span in spans(GUIDE.read_text("utf-8"))]
    listed = {words[1] for words in named if words[0] == "postil" and len(words) > 1}
    assert {verb.name for verb in parser.VERBS} <= listed


@pytest.mark.parametrize("path", [README, GUIDE], ids=lambda path: path.name)
def test_every_key_is_bound(path: Path) -> None:
    text = path.read_text("utf-8")
    assert len(keys(text)) > 10, "the keys are no longer found in the text"
    assert unknown_keys(text, bound()) == []


def test_a_key_that_nothing_binds_is_noticed() -> None:
    known = bindings.names("j,slash,ctrl+r,space")
    text = "`j`, `5j`, `/`, `Space`, `ctrl+r`, but not `z`, `ctrl+z`, `Enter`"
    assert unknown_keys(text, known) == ["z", "ctrl+z", "Enter"]


@pytest.mark.parametrize("command", ["postil fnid x y", "postil find x", "postil cite x --att 1"])
def test_a_command_that_does_not_exist_is_noticed(command: str) -> None:
    assert refused(command)


@pytest.mark.parametrize("query", sorted(QUERIES))
def test_the_queries_of_the_guide_can_be_read(query: str) -> None:
    assert parse(query)


@pytest.mark.parametrize("path", [README, GUIDE], ids=lambda path: path.name)
def test_every_other_name_is_that_of_something(path: Path) -> None:
    """A name in backquotes is a command, a key, a path, an example, or stands in the program."""
    names = {
        span
        for span in spans(path.read_text("utf-8"))
        if not KEY.fullmatch(COUNT.sub("", span, count=1))
        and span.split()[0] != "postil"
        and not span.startswith(("--", "[Source:", "$"))
        and span not in INSTALLERS
        and span not in QUERIES
        and not (ROOT / span).exists()
    }
    variables = {name for name in names if name.startswith("POSTIL_")} - {passwords.VARIABLE}
    assert [name for name in sorted(names - variables) if name not in source()] == []
    assert set(config.load(dict.fromkeys(variables, ".")).origins.values()) == variables


def test_the_settings_of_the_guide_are_taken(own_places: Path) -> None:
    (example,) = [
        block
        for language, block in FENCE.findall(GUIDE.read_text("utf-8"))
        if language == "toml" and "[keys]" in block
    ]
    folder = own_places / "config"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text(example, "utf-8")
    settings = config.load({"POSTIL_CONFIG": str(folder)})
    assert settings.keys.keys() <= actions()
    assert {name for name, _, origin in config.rows(settings) if origin.endswith(".toml")} >= {
        "measure",
        "theme",
        "words_per_minute",
        "most_paragraphs",
        "editor",
        "citation",
        "clipboard",
    }


def test_the_two_commands_are_one_line_each_and_set_up_everything() -> None:
    lines = list(commands(README.read_text("utf-8")))
    opening, testing = [line for line in lines if not line.startswith("postil ")]
    assert opening == f"{SETUP}. && .venv/bin/postil articles"
    assert testing == f"{SETUP}-e '.[test]' && .venv/bin/python -m pytest"
    assert refused(opening.rsplit(".venv/bin/", 1)[-1]) is None


def test_the_check_runs_the_very_test_command_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    found = re.search(r"test_command=\$\((awk .*? README\.md)\)$", script, re.DOTALL | re.MULTILINE)
    assert found, "the check no longer reads its test command from the README"
    assert script.count("pytest") == 1, "the check has a test command of its own"
    shown = subprocess.run(["bash", "-c", found[1]], cwd=ROOT, capture_output=True, check=True)
    lines = commands(README.read_text("utf-8"))
    assert shown.stdout.decode().splitlines() == [line for line in lines if "-m pytest" in line]


def test_the_picture_is_there() -> None:
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README.read_text("utf-8"))
    assert pictures, "the README shows no picture"
    for picture in pictures:
        assert (ROOT / picture).is_file(), f"{picture} is missing: draw it by tests/picture/draw.py"


@pytest.mark.parametrize("path", [README, GUIDE], ids=lambda path: path.name)
def test_every_link_within_the_project_leads_somewhere(path: Path) -> None:
    targets = re.findall(r"(?<!!)\[[^\]]+\]\(([^)]+)\)", path.read_text("utf-8"))
    near = [target for target in targets if "://" not in target]
    assert [target for target in near if not (path.parent / target).exists()] == []
