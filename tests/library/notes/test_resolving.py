from __future__ import annotations

from pathlib import Path

import pytest

from postil.config import Places
from postil.errors import BadRequest
from postil.library.notes import history, resolving, undoing
from postil.model.note import Note, OtherText
from postil.model.values import replace
from postil.store.home.home import Home, open_home
from postil.store.home.journal import Change
from tests.store.homes import a_note, add, edit


@pytest.fixture
def machines(tmp_path: Path) -> tuple[Home, Home]:
    made = [
        open_home(Places(tmp_path / "home", tmp_path / name, tmp_path / "c", tmp_path / "d" / name))
        for name in ("one", "two")
    ]
    return made[0], made[1]


def conflict(machines: tuple[Home, Home]) -> Note:
    """Let both write on one note, neither knowing of the other."""
    one, two = machines
    note = add(one, a_note("text"))
    two.refresh()
    edit(two, two.notes()[note.id], replace(note, body="theirs"))
    edit(one, note, replace(note, body="mine"))
    return one.notes()[note.id]


def test_both_texts_are_there_to_choose_from(machines: tuple[Home, Home]) -> None:
    note = conflict(machines)
    newest, other = resolving.writings(machines[0], note)
    assert (newest.text, other.text) == ("mine", "theirs")
    assert newest.said.startswith("the newest, 20")
    assert other.said.startswith("20")


@pytest.mark.parametrize(
    ("choice", "body"), [("newest", "mine"), ("other", "theirs"), ("both", "mine\n\ntheirs")]
)
def test_what_is_chosen_stays_and_can_be_taken_back(
    machines: tuple[Home, Home], choice: resolving.Choice, body: str
) -> None:
    note = conflict(machines)
    one, two = machines
    resolved = resolving.resolve(one, note, resolving.resolved_text(note, choice))
    assert (resolved.body, resolved.also) == (body, ())
    two.refresh()
    assert (two.notes()[note.id].body, two.notes()[note.id].also) == (body, ())
    assert undoing.undo(one).startswith("Undone: settlement of the note on “the words”")
    assert [text.text for text in one.notes()[note.id].also] == ["theirs"]


def test_a_note_of_one_text_has_nothing_to_settle() -> None:
    note = a_note("text")
    with pytest.raises(BadRequest, match="nothing to settle"):
        resolving.resolved_text(note, "both")
    assert (
        resolving.resolved_text(replace(note, also=(OtherText("more"),)), "both") == "text\n\nmore"
    )


def test_history_tells_what_was_changed_on_which_machine(machines: tuple[Home, Home]) -> None:
    one, two = machines
    note = add(one, a_note("text"))
    two.refresh()
    edit(two, two.notes()[note.id], replace(note, body="more", tags=("routes",)))
    one.refresh()
    one.apply(Change("deleted", before=(one.notes()[note.id],)))
    found = list(history.history(one, note.id[-6:]))
    assert [(past.field, past.new, past.here) for past in found] == [
        ("deleted", True, True),
        ("tags", "routes", False),
        ("body", "more", False),
        ("created", None, True),
    ]
    assert found[0].as_json().keys() == {"time", "device", "id", "field", "old", "new"}
    assert {past.name for past in found} == {"note on “the words”"}
    assert list(history.history(one)) == found
