"""What is kept of a note comes back, whatever else its file says."""

from __future__ import annotations

import pytest

from postil.model.note import Colour, Note
from postil.model.reading_state import ReadingState
from postil.model.values import replace
from postil.store.disk.clock import new_id
from postil.store.records.records import ArticleRecord, from_doc, to_doc
from tests.store.homes import a_note

NOTE = replace(a_note("words", tags=("harbour", "ice")), created="2026-11-29T20:00:00Z")


def read(**changes: object) -> Note:
    """Return the note as it is read from a record in which some names say something else."""
    found = from_doc("notes", {**to_doc(NOTE), **changes})
    assert isinstance(found, Note)
    return found


def test_a_note_comes_back_as_it_was() -> None:
    assert read() == NOTE


@pytest.mark.parametrize("name", ["colour", "tags", "body", "created"])
def test_what_an_older_file_lacks_has_its_default(name: str) -> None:
    doc = to_doc(NOTE)
    del doc[name]
    bare = Note(NOTE.id, NOTE.article, NOTE.anchor)
    assert from_doc("notes", doc) == replace(NOTE, **{name: getattr(bare, name)})


@pytest.mark.parametrize("wrong", [None, 7, ["a", 7], {"a": "b"}, True])
def test_a_wrong_type_does_no_harm(wrong: object) -> None:
    assert read(colour=wrong).colour is Colour.YELLOW
    assert read(body=wrong).body == ""
    assert read(created=wrong).created == ""
    assert set(read(tags=wrong).tags) <= {"a"}
    assert read(start=wrong, end=wrong).anchor.start >= 0


@pytest.mark.parametrize("state", [None, *ReadingState])
def test_a_reading_state_comes_back_and_none_is_needed(state: ReadingState | None) -> None:
    record = ArticleRecord(new_id(), title="Ice", state=state)
    doc = to_doc(record)
    assert from_doc("articles", doc) == record
    for unknown in ({**doc, "state": "skimmed"}, {k: v for k, v in doc.items() if k != "state"}):
        assert from_doc("articles", unknown) == replace(record, state=None)


def test_what_is_no_note_is_none() -> None:
    assert from_doc("notes", {**to_doc(NOTE), "id": "short"}) is None
    assert from_doc("shelves", to_doc(NOTE)) is None


def test_nothing_of_a_file_commands_the_terminal() -> None:
    found = read(body="a\x1b]52;c;QQ==\x07b", tags=["x\x1b[31my\nz"])
    assert found.body == "ab"
    assert all(tag.isprintable() for tag in found.tags)
