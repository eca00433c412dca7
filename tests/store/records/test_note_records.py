"""Notes as documents: what is known of their making survives, also beside that of other Postils."""

from __future__ import annotations

from pathlib import Path

from postil.model.note import LinkKind, Note, NoteLink, Origin
from postil.model.values import replace
from postil.store.disk.clock import new_id
from postil.store.home.home import open_home
from postil.store.records.records import from_doc, to_doc
from tests.store.homes import a_note, add, edit, places

ORIGIN = Origin("kindle", "loc. 12", "0123456789abcdef", ("a", "b/c"), "lime")


def test_a_note_keeps_its_maker_origin_and_links() -> None:
    links = (NoteLink(LinkKind.CONTRADICTS, new_id()), NoteLink(LinkKind.SEE_ALSO, new_id()))
    note = replace(a_note("words"), maker="Ann Reed", origin=ORIGIN, links=links)
    assert from_doc("notes", to_doc(note)) == note


def test_a_note_of_an_earlier_release_has_none_of_them() -> None:
    doc = to_doc(a_note("words"))
    for name in ("maker", "origin", "links"):
        del doc[name]
    read = from_doc("notes", doc)
    assert isinstance(read, Note)
    assert (read.maker, read.origin, read.links) == ("", None, ())


def test_a_link_of_an_unknown_kind_is_left_for_a_later_postil() -> None:
    other = new_id()
    doc = {**to_doc(a_note()), "links": [f"doubts {other}", f"supports {other}", "supports"]}
    read = from_doc("notes", doc)
    assert isinstance(read, Note)
    assert read.links == (NoteLink(LinkKind.SUPPORTS, other),)


def test_what_is_no_origin_is_none() -> None:
    for wrong in ({}, {"program": "kindle"}, {"id": "7"}, {"program": 1, "id": "7"}):
        read = from_doc("notes", {**to_doc(a_note()), "origin": wrong})
        assert isinstance(read, Note)
        assert read.origin is None


def test_a_new_note_bears_the_readers_name_else_the_device(tmp_path: Path) -> None:
    nameless = open_home(places(tmp_path))
    first = add(nameless, a_note("one"))
    assert first.maker == f"device {nameless.device}"
    assert first.maker_name == ""
    named = open_home(places(tmp_path), "Ann Reed")
    second = add(named, a_note("two"))
    assert second.maker == "Ann Reed"
    brought = add(named, replace(a_note("three"), maker="Bo"))
    assert brought.maker == "Bo"
    assert [named.maker.made(one) for one in (first, second, brought)] == [True, True, False]


def test_who_changes_a_note_does_not_become_its_maker(tmp_path: Path) -> None:
    home = open_home(places(tmp_path), "Ann Reed")
    note = add(home, replace(a_note("one"), maker="Bo"))
    edit(home, note, replace(note, body="two"))
    assert home.notes()[note.id].maker == "Bo"


def test_links_that_are_taken_away_are_gone_after_reading_again(tmp_path: Path) -> None:
    home = open_home(places(tmp_path))
    link = NoteLink(LinkKind.SUPPORTS, new_id())
    note = add(home, replace(a_note("one"), links=(link,), origin=ORIGIN))
    edit(home, note, replace(note, links=(), origin=None))
    again = open_home(places(tmp_path)).notes()[note.id]
    assert (again.links, again.origin) == ((), None)
