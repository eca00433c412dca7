"""Every argument offers what it may be: files, tags, notes, styles, queries, or its few values."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from postil.cli.commands.completing import offers
from postil.cli.commands.completing.asked import Asked
from postil.cli.commands.completing.offers import FREE, Offer, offered, source_of
from postil.cli.parser import VERBS, verb_parser
from postil.config import load
from postil.library.articles import opening
from postil.library.care.local_state import open_home
from postil.library.catalogue import saved_queries
from postil.library.notes import annotating, names_at_hand
from postil.model.note import Note
from postil.model.span import Span

TAGS = ("harbour", "Ice/thin", "two words", "$(rm -rf)", "북한")


@pytest.fixture
def note(tmp_path: Path) -> Note:
    """Return the only note of a home."""
    places = load(os.environ).places
    home = open_home(places)
    path = tmp_path / "a.txt"
    path.write_text("Some words of an article that is short.\n", "utf-8")
    note = annotating.annotate(home, opening.read(home, path), Span(0, 4), tags=TAGS)
    saved_queries.save(home, "cold", "ice")
    return note


def values(*words: str) -> tuple[str, ...]:
    """Return what is offered for the last of some words."""
    return offered(words[:-1], words[-1], Asked(os.environ)).values


def test_what_every_argument_of_every_verb_may_be_is_decided() -> None:
    undecided = {
        (verb.name, action.dest)
        for verb in VERBS
        for action in verb_parser(verb)._actions
        if action.nargs != 0 and source_of(verb, action) is None
    }
    assert undecided == set()


def test_nothing_is_decided_of_arguments_that_are_not_there() -> None:
    there = {
        name
        for verb in VERBS
        for action in verb_parser(verb)._actions
        for name in (action.dest, f"{verb.name} {action.dest}")
    }
    assert {*offers.ARGUMENTS, *FREE} - there == set()


def test_the_first_word_is_a_verb_or_a_file() -> None:
    offer = offered((), "no", Asked(os.environ))
    assert (offer.values, offer.files) == (("note", "notes"), True)
    assert set(values("")) == {verb.name for verb in VERBS}
    assert offered(("some/file.md",), "", Asked(os.environ)) == Offer(files=True)


@pytest.mark.parametrize(
    "words",
    [["outline", ""], ["find", "word", ""], ["find", "word", "a.md", ""], ["note", ""],
     ["cite", "--style", "apa", ""], ["shelf", "--forget", ""], ["notes", "--", ""]],
)  # fmt: skip
def test_where_an_article_is_named_files_are_offered(words: list[str]) -> None:
    assert offered(words[:-1], words[-1], Asked(os.environ)).files


def test_where_words_of_ones_own_stand_nothing_is_offered() -> None:
    for words in (["find", "wo"], ["note", "a.md", "--body", ""], ["meta", "a", "--title=x"]):
        assert offered(words[:-1], words[-1], Asked(os.environ)) == Offer()
    assert offered(["text", "a.md"], "", Asked(os.environ)) == Offer()
    assert offered(["shelf"], "", Asked(os.environ)).folders


def test_options_and_their_few_values(note: Note) -> None:
    assert "--tag" in values("notes", "--")
    assert values("notes", "a.md", "--sta") == ("--state",)
    assert values("notes", "--state", "o") == ("orphan",)
    assert values("note", "a", "--colour", "p") == ("pink",)
    assert values("note", "a", "--colour=p") == ("--colour=pink",)
    assert values("cite", "a", "--form", "bib") == ("bibliography",)
    assert values("cite", "a", "--format", "bib") == ("bibtex", "biblatex")
    assert values("bibliography", "--works", "") == ("all", "read", "quoted")
    assert values("completion", "z") == ("zsh",)
    assert values("tags", "re") == ("rename",)
    assert "article-journal" in values("meta", "a", "--type", "article")
    assert values("source", "a", "--set", "au") == ("author=",)
    assert values("notes", "--", "--sta") == ()


def test_tags_are_offered_as_text_whatever_is_in_them(note: Note) -> None:
    assert set(values("notes", "--tag", "")) == set(TAGS)
    assert values("edit", note.id, "--untag", "ha") == ("harbour",)
    assert values("notes", "--tag", "ice") == ("Ice/thin",), "case does not count"
    assert values("notes", "--tag", "$") == ("$(rm -rf)",)
    assert values("tags", "rename", "two") == ("two words",)
    assert values("tags", "merge", "harbour", "북") == ("북한",)


def test_notes_are_offered_by_either_end_of_their_ids(note: Note) -> None:
    short = note.id[-8:]
    for verb in ("edit", "delete", "place", "history"):
        assert values(verb, "") == (short,)
        assert values(verb, short[:3]) == (short,)
        assert values(verb, note.id[:6]) == (note.id,)
    assert values("cite", "a.txt", "--note", "") == (short,)
    assert values("delete", short, "") == (short,), "several may follow"


def test_styles_are_few_until_a_letter_is_typed(note: Note) -> None:
    few = values("cite", "a", "--style", "")
    assert {"apa", "mla", "chicago"} <= set(few)
    assert len(few) < 40
    assert "american-medical-association" in values("cite", "a", "--style", "american-med")


def test_a_query_goes_on_with_fields_values_tags_and_saved_queries(note: Note) -> None:
    assert "tag:" in values("search", "t")
    assert values("search", "ice sta") == ("ice state:",)
    assert "state:orphan" in values("search", "state:")
    assert values("notes", "--query", "tag:ha") == ("tag:harbour",)
    assert values("search", "tag:two") == ('tag:"two words"',)
    assert values("search", 'a tag:"two w') == ('a tag:"two words"',)
    assert values("search", "ice -@c") == ("ice -@cold",)
    assert values("query", "delete", "") == ("cold",)


def test_names_come_from_the_cache_until_something_is_written(note: Note) -> None:
    places = load(os.environ).places
    first = names_at_hand.names(places)
    kept = (places.cache / names_at_hand.FILE).read_bytes()
    assert names_at_hand.names(places) == first
    assert (places.cache / names_at_hand.FILE).read_bytes() == kept
    annotating.delete(open_home(places), [note])
    assert names_at_hand.names(places) == names_at_hand.Names(queries=("cold",))


@pytest.mark.parametrize("kept", [b"", b"{", b'{"maker": 1}', b"[]", b"\x00" * 99])
def test_a_cache_that_is_damaged_is_made_anew(note: Note, kept: bytes) -> None:
    places = load(os.environ).places
    first = names_at_hand.names(places)
    (places.cache / names_at_hand.FILE).write_bytes(kept)
    assert names_at_hand.names(places) == first
