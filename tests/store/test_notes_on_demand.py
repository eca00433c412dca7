"""Notes on demand: a large home that was read whole before, asked for a few of its notes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from postil.model.note import Note
from postil.model.values import replace
from postil.store.home import lazy_notes, notes_on_demand
from postil.store.home.home import Home, open_home
from postil.store.home.journal import Change
from postil.store.ledger import lazy_table, ledger_parser
from postil.store.records import records
from postil.store.records.records import ArticleRecord
from tests.store.homes import a_note, add, edit, ledger_of, places

NOTES = 40
TAGS = {7: ("ice",), 9: ("Snow/old",)}


@pytest.fixture(autouse=True)
def _every_home_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notes_on_demand, "WORTH", 0)


@pytest.fixture
def notes(tmp_path: Path) -> list[Note]:
    """Write notes on two articles, and read them whole once."""
    home = open_home(places(tmp_path))
    articles = [home.put_article(ArticleRecord(a_note().article)) for _ in range(2)]
    made = [
        replace(a_note(f"note {at}"), article=articles[at % 2].id, tags=TAGS.get(at, ()))
        for at in range(NOTES)
    ]
    home.apply(Change("notes", after=tuple(made)))
    read = open_home(places(tmp_path)).notes()
    return [read[one.id] for one in made]


@pytest.fixture
def home(tmp_path: Path, notes: list[Note]) -> Home:
    return open_home(places(tmp_path))


def counted(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[int]]:
    """Count the bytes of notes that are parsed, and the notes that are made."""
    seen: dict[str, list[int]] = {"parsed": [], "made": []}
    made = records.from_doc

    def loads(raw: bytes) -> object:
        if b'"steps":' not in raw:  # the journal of changes is another ledger
            seen["parsed"].append(raw.count(b'"quote":'))
        return json.loads(raw)

    def from_doc(table: str, doc: dict[str, object]) -> object:
        seen["made"].append(1)
        return made(table, doc)

    for module in (lazy_table, ledger_parser):
        monkeypatch.setattr(module, "json", type("Json", (), {"loads": staticmethod(loads)}))
    monkeypatch.setattr(lazy_notes, "from_doc", from_doc)
    return seen


@pytest.mark.parametrize(
    "ask",
    [
        lambda home, note: home.some_notes(ending=note.id) == [note],
        lambda home, note: len(home.some_notes(tag="ICE")) == 1,
        lambda home, note: len(home.some_notes(tag="snow")) == 1,
        lambda home, note: home.some_notes(ending=note.id[-20:]) == [note],
        lambda home, note: home.some_notes(beginning=note.id[:-1]) == [note],
        lambda home, note: add(home, replace(a_note("new"), article=note.article)).body == "new",
        lambda home, note: edit(home, note, replace(note, body="other")).after != (note,),
        lambda home, note: not home.apply(Change("gone", before=(note,))).after,
    ],
)
def test_one_note_needs_no_other(
    home: Home,
    notes: list[Note],
    ask: Callable[[Home, Note], bool],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen = counted(monkeypatch)
    assert ask(home, notes[11])
    assert sum(seen["parsed"]) <= 2
    assert len(seen["made"]) <= 2


def test_the_notes_on_an_article_need_none_of_another(
    home: Home, notes: list[Note], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = counted(monkeypatch)
    found = home.notes_of([notes[1].article])
    assert {one.id for one in found} == {one.id for one in notes[1::2]}
    assert sum(seen["parsed"]) == NOTES // 2


def test_all_notes_are_there_when_all_are_asked_for(home: Home, notes: list[Note]) -> None:
    one = home.some_notes(ending=notes[3].id)
    new = add(home, replace(a_note("new"), article=notes[0].article))
    assert one == [notes[3]]
    assert dict(home.notes()) == {note.id: note for note in (*notes, new)}


def test_what_is_written_on_demand_is_what_all_read_then(
    tmp_path: Path, home: Home, notes: list[Note]
) -> None:
    first, second, third = notes[:3]
    edit(home, first, replace(first, body="edited"))
    home.apply(Change("gone", before=(second,)))
    home.undo()
    home.apply(Change("gone", before=(third,)))
    for again in (open_home(places(tmp_path)), home):
        found = again.notes()
        assert found[first.id].body == "edited"
        assert found[second.id].body == second.body
        assert third.id not in found
        assert len(found) == NOTES - 1


def test_stamps_go_on_behind_those_that_were_not_read(home: Home, notes: list[Note]) -> None:
    newest = max(note.modified for note in notes)
    assert add(home, a_note()).modified > newest


def test_what_another_machine_writes_is_joined(tmp_path: Path, notes: list[Note]) -> None:
    other = open_home(places(tmp_path, "two"))
    edit(other, notes[5], replace(notes[5], tags=("there",)))
    open_home(places(tmp_path)).notes()
    here = open_home(places(tmp_path))
    (found,) = here.some_notes(ending=notes[5].id)
    assert found.tags == ("there",)
    edit(here, found, replace(found, body="here"))
    both = open_home(places(tmp_path, "two")).notes()[notes[5].id]
    assert (both.tags, both.body) == (("there",), "here")


def test_a_line_that_is_damaged_is_noticed_though_nobody_asked_for_it(
    tmp_path: Path, notes: list[Note]
) -> None:
    home = open_home(places(tmp_path))
    path = ledger_of(home)
    path.write_bytes(path.read_bytes().replace(b'"body":"note 20"', b'"body":"note 2\x00"'))
    assert home.some_notes(ending=notes[11].id) == [notes[11]]
    assert home.messages(), "it was mended, and the reader is told"
    assert len(open_home(places(tmp_path)).notes()) >= NOTES - 1


def test_while_a_record_is_left_aside_all_are_read(tmp_path: Path, notes: list[Note]) -> None:
    path = ledger_of(open_home(places(tmp_path)))
    path.write_bytes(path.read_bytes().replace(b'"body":"note 20"', b'"body":{"no":20}'))
    for _ in range(2):
        home = open_home(places(tmp_path))
        assert home.some_notes(ending=notes[11].id) == [notes[11]]
        assert home.some_notes(ending=notes[20].id) == []
        assert len(home.odd_records()) == 1
