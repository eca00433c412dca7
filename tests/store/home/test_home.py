"""What is put into a home is there again, as it was, for its owner alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tinydb import TinyDB

from postil.errors import (
    NotesReadOnly,
)
from postil.model.note import Colour, Note
from postil.model.source import Correction, Date, Name, Source
from postil.model.values import replace
from postil.store.disk.clock import new_id
from postil.store.home.home import Home, open_home
from postil.store.home.journal import Change
from postil.store.records.records import ArticleRecord, Mark, TagDefinition
from tests.store.homes import DIGEST, a_note, add, edit, files, ledger_of, places


def test_looking_into_a_home_makes_nothing(tmp_path: Path, home: Home) -> None:
    assert not home.notes()
    assert not home.articles()
    assert home.trouble is None
    assert not home.refresh()
    assert home.state.positions() == {}
    assert files(tmp_path) == []


def test_a_note_is_there_after_a_restart(tmp_path: Path, home: Home) -> None:
    note = add(home, a_note("# thought\n\nline", tags=("routes", "드라마")))
    assert note.modified >= note.created != ""
    again = open_home(places(tmp_path))
    assert dict(again.notes()) == {note.id: note}
    assert again.device == home.device


def test_notes_of_an_article_are_those_that_it_has_now(home: Home) -> None:
    note = add(home, a_note())
    assert home.notes_of([note.article]) == [note]
    moved = edit(home, note, replace(note, article=new_id())).after[0]
    assert isinstance(moved, Note)
    assert (home.notes_of([note.article]), home.notes_of([moved.article])) == ([], [moved])
    home.apply(Change("deletion", before=(moved,)))
    assert home.notes_of([moved.article]) == []


def test_an_article_that_is_as_it_was_is_not_written_again(home: Home) -> None:
    record = home.put_article(ArticleRecord(new_id(), (DIGEST,), title="Drama"))
    before = ledger_of(home).read_bytes()
    assert home.put_article(record) == record
    assert ledger_of(home).read_bytes() == before
    home.put_article(replace(record, progress=0.5))
    assert ledger_of(home).read_bytes() != before


def test_only_the_owner_may_look(home: Home) -> None:
    add(home, a_note())
    for path in files(home.places.home) + files(home.places.state):
        assert path.stat().st_mode & 0o077 == 0, path


def test_plain_tinydb_sees_notes_and_tombstones(home: Home) -> None:
    kept, gone = add(home, a_note("kept")), add(home, a_note("gone"))
    home.apply(Change("deleted note", before=(gone,)))
    with TinyDB(ledger_of(home), access_mode="r") as plain:
        seen = {doc["id"]: doc for doc in plain.table("notes")}
    assert seen[kept.id]["body"] == "kept"
    assert seen[gone.id]["deleted"] is True
    assert seen[gone.id]["body"] == "gone"
    assert list(home.notes()) == [kept.id]


def test_every_kind_of_record_comes_back(tmp_path: Path, home: Home) -> None:
    source = Source(
        type="article-newspaper",
        author=(Name("Choi", "Ara", family_first=True), Name(literal="The Wire")),
        title="Title",
        container_title="Outlet",
        issued=Date(2015, 1, 24, until=Date(2016)),
        url="https://example.org/a",
        page="12-13",
    )
    article = ArticleRecord(
        new_id(),
        (DIGEST,),
        {"d": "/a/b.txt"},
        "A title",
        {"title": "Mine"},
        (Correction("[Source: x]", source), Correction("own words", None)),
        0.25,
        "2026-01-01",
    )
    tag = TagDefinition("routes", "how things travel", Colour.PINK)
    mark = Mark(article.id, "q", 12)
    home.apply(Change("all", after=(article, tag, mark)))
    again = open_home(places(tmp_path))
    assert dict(again.articles()) == {article.id: article}
    assert dict(again.tag_definitions()) == {"routes": tag}
    assert again.marks(article.id) == {"q": mark}
    assert again.marks(new_id()) == {}


def test_several_notes_are_one_append(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    add(home, a_note())
    synced: list[str] = []
    real = os.fdatasync

    def fdatasync(fd: int) -> None:
        synced.append(Path(f"/proc/self/fd/{fd}").readlink().name)
        real(fd)

    monkeypatch.setattr(os, "fdatasync", fdatasync)
    home.apply(Change("many", after=tuple(a_note(str(n)) for n in range(20))))
    assert synced.count(ledger_of(home).name) == 1
    assert len(home.notes()) == 21


def test_a_change_of_nothing_is_none(home: Home) -> None:
    note = add(home, a_note("text"))
    before = ledger_of(home).read_bytes()
    assert edit(home, note, note).after == (note,)
    assert ledger_of(home).read_bytes() == before


def test_unknown_fields_are_kept(tmp_path: Path, home: Home) -> None:
    note = add(home, a_note("text"))
    path = ledger_of(home)
    path.write_bytes(path.read_bytes().replace(b'"colour":', b'"later":[1],"colour":'))
    later = open_home(places(tmp_path))
    edit(later, later.notes()[note.id], replace(later.notes()[note.id], body="new"))
    assert b'"later":[1]' in path.read_bytes().rstrip().splitlines()[-2]


@pytest.mark.permissions
def test_a_home_that_must_not_be_written_to(tmp_path: Path) -> None:
    add(open_home(places(tmp_path)), a_note("text"))
    everything = [tmp_path, *files(tmp_path)]
    for path in everything:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        home = open_home(places(tmp_path))
        (note,) = home.notes().values()
        assert isinstance(home.trouble, NotesReadOnly)
        with pytest.raises(NotesReadOnly):
            home.apply(Change("deleted", before=(note,)))
    finally:
        for path in everything:
            path.chmod(0o755 if path.is_dir() else 0o644)
