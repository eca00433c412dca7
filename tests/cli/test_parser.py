"""The command line is understood, and what is not understood is answered in one line."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.cli import options
from postil.cli.commands.completing.verb import OWN
from postil.cli.parser import VERBS, parse_verb, verb_named, whole_parser
from postil.cli.plain_search import plain_search
from postil.errors import BadRequest
from tests.cli.conftest import Postil
from tests.support.examples import examples

WANTED = [verb.name for verb in VERBS]
PROMISED = (
    "outline text sources source find note edit place delete notes tags cite meta shelf styles "
    "undo redo history guide config doctor completion bibliography search add query "
    "export import codebook stats"
)


def test_every_verb_is_there() -> None:
    assert sorted(WANTED) == sorted(PROMISED.split())


@pytest.mark.parametrize("verb", WANTED)
def test_every_verb_explains_itself_and_names_its_function(verb: str, postil: Postil) -> None:
    row = verb_named(verb)
    assert row is not None
    assert callable(
        getattr(import_module(f"postil.cli.commands.{row.module}"), row.function or verb)
    )
    done = postil(verb, "--help")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith(f"usage: postil {verb} ")


def test_help_names_every_verb(postil: Postil) -> None:
    done = postil("--help")
    assert done.status == 0
    for verb in VERBS:
        assert f"{verb.name} " in done.out
        assert verb.summary in done.out


@pytest.mark.parametrize("flag", ["--version", "-V"])
def test_the_version_is_told(flag: str, postil: Postil) -> None:
    assert postil(flag).out.startswith("postil 0.")


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("outline", "PATH"),
        ("find pattern", "PATH"),
        ("outline a b", "unrecognized"),
        ("note x", "--quote"),
        ("note x --quote a --at 1:2", "not allowed"),
        ("note x --quote a --colour puce", "puce"),
        ("note x --quote a --nth two", "two"),
        ("text x --section many", "many"),
        ("edit", "ID"),
        ("delete", "ID"),
        ("place abcd", "--quote"),
        ("place", "ID"),
        ("notes --state gone", "gone"),
        ("tags burn a", "burn"),
        ("completion nosh", "nosh"),
        ("completion", "SHELL"),
        ("source x --at 1:2 --own --set a=b", "not allowed"),
        ("note x --quote a --note b", "unrecognized"),
        ("meta x --rating 5", "unrecognized"),
        ("--frobnicate", "--frobnicate"),
    ],
)
def test_a_mistake_is_one_line_and_status_two(line: str, named: str, postil: Postil) -> None:
    done = postil(*line.split())
    assert (done.status, done.out) == (2, "")
    assert named in done.error
    assert "--help" in done.error


def test_a_mistake_cannot_reach_the_terminal_as_a_command(postil: Postil) -> None:
    done = postil("outline", "a", "\x1b]52;c;eA==\x07\n\x9b2J")
    assert done.status == 2
    assert "\x1b" not in done.error


def test_options_are_not_abbreviated() -> None:
    row = verb_named("note")
    assert row is not None
    with pytest.raises(BadRequest):
        parse_verb(row, ["x", "--quo", "a"])


@pytest.mark.parametrize("shell", options.SHELLS)
def test_completions_offer_the_verbs(shell: str, postil: Postil) -> None:
    done = postil("completion", shell)
    assert done.status == 0
    if shell in OWN:
        assert "command postil __complete" in done.out, "it asks for every word"
        return
    assert "outline" in done.out
    option = {"fish": "-l section", "tcsh": "regex section"}.get(shell, "--section")
    assert option in done.out


def test_the_parser_of_completions_knows_every_verb() -> None:
    usage = whole_parser().format_help()
    assert all(verb in usage for verb in WANTED)


WORDS = ("ice", "tag:a", "", "two words", "--json", "--limit", "7", "007", "-ice", "--", "-5", "٧")
ODD = ("--limit=3", "--help", "9" * 12, "+3", " 4", "-x y", "@saved", "--json=1")


@examples(3)
@given(st.lists(st.sampled_from((*WORDS, *ODD)), max_size=6))
def test_a_plain_search_is_read_as_the_grammar_reads_it(arguments: list[str]) -> None:
    plain, verb = plain_search(arguments), verb_named("search")
    if plain is not None:
        assert verb is not None
        assert vars(plain) == vars(parse_verb(verb, arguments))


@pytest.mark.parametrize("arguments", [["-ice"], ["a", "--json", "b"], [], ["--json"], ["--help"]])
def test_a_search_that_is_not_plain_is_left_to_the_grammar(arguments: list[str]) -> None:
    assert plain_search(arguments) is None


def test_a_mistake_in_a_search_is_told_as_before() -> None:
    verb = verb_named("search")
    assert verb is not None
    assert plain_search(["a", "--limit", "x"]) is None
    with pytest.raises(BadRequest):
        parse_verb(verb, ["a", "--limit", "x"])


def test_a_plain_search_loads_no_grammar() -> None:
    code = (
        "import sys; from postil.cli.plain_search import plain_search;"
        " import postil.cli.main, postil.cli.commands.searching;"
        " plain_search(['ice', '--json']);"
        " print('argparse' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False"]
