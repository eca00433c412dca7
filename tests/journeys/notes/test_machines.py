"""One library on two machines, and two terminals on one: all that is written comes together."""

from __future__ import annotations

from pathlib import Path

from postil.library.articles import opening
from postil.library.care import local_state
from postil.library.notes import annotating
from postil.model.note import Note
from postil.model.span import Span
from postil.model.values import replace
from postil.store.home.home import Home
from tests.journeys.driving import LARGE, SMALL, Session, places, reading

WORDS = "Boats lay in the ice for nine weeks."


def machine(root: Path, name: str) -> Home:
    """Return a machine with a state of its own, which shares the home."""
    own = root / name
    return local_state.open_home(replace(places(), state=own / "state", cache=own / "cache"))


def annotate(home: Home, path: Path, words: str, body: str) -> Note:
    opened = opening.read(home, path)
    at = opened.article.text.index(words)
    return annotating.annotate(home, opened, Span(at, at + len(words)), body=body)


def rewrite(home: Home, note: Note, body: str) -> None:
    home.refresh()
    annotating.change(home, home.notes()[note.id], body=body)


async def come_apart(s: Session, far: Home, note: Note) -> None:
    """Let the reader and another machine write on one note, neither knowing of the other."""
    old = far.notes()[note.id]
    annotating.change(local_state.open_home(places()), note, body="Written here.")
    # The other machine has seen nothing of that yet: its copy of this ledger is older.
    here = next(
        path
        for path in (places().home / "notes").glob("*.json")
        if path.stem == local_state.open_home(places()).device
    )
    newer = here.read_bytes()
    here.write_bytes(newer[: newer.index(b"\n,")] + b"\n}}\n")
    annotating.change(far, old, body="Written far away.")
    here.write_bytes(newer)
    await s.until(lambda: "written in two places" in s.said, "word of the conflict")
    await s.settle()


async def test_a_note_that_was_written_in_two_places_is_settled_by_keys(
    harbour: Path, tmp_path: Path
) -> None:
    note = annotate(local_state.open_home(places()), harbour, WORDS, "First.")
    far = machine(tmp_path, "far")
    assert far.notes()[note.id].body == "First."
    async with reading(harbour, LARGE) as s:
        await come_apart(s, far, note)
        assert "≠ two texts" in s.seen()
        await s.press("B")
        await s.until(lambda: s.dialog == "NotesScreen", "the notes")
        await s.until(lambda: "elsewhere it says" in s.seen(), "the note, whole")
        await s.press("escape")
        await s.press("tab")
        assert s.page.marks.note_now == note.id
        await s.press("a")
        await s.until(lambda: s.dialog == "ResolveConflict", "the question")
        shown = [s.seen()]
        await s.press("down")
        shown.append(s.seen())
        assert {text for text in ("Written here.", "Written far away.") if text in shown[0]} != {
            text for text in ("Written here.", "Written far away.") if text in shown[1]
        }
        await s.press("escape")
        assert s.only().also, "nothing is settled that was not chosen"
        await s.press("a", "down", "down", "enter")
        await s.until(lambda: not s.only().also, "the note to be settled")
        assert {*s.only().body.split("\n\n")} == {"Written here.", "Written far away."}
        far.refresh()
        assert far.notes()[note.id].body == s.only().body
        assert "≠ two texts" not in s.seen()
        await s.press("u")
        assert [len(s.only().also), "in two places" in s.said] == [1, False]


async def test_the_question_fits_a_small_terminal(harbour: Path, tmp_path: Path) -> None:
    note = annotate(local_state.open_home(places()), harbour, WORDS, "First.")
    far = machine(tmp_path, "far")
    assert far.notes()
    async with reading(harbour, SMALL) as s:
        await come_apart(s, far, note)
        await s.press("tab")
        assert s.status().startswith("Written in two places at once: a settles it")
        await s.press("a")
        await s.until(lambda: s.dialog == "ResolveConflict", "the question")
        seen = s.seen()
        assert "Which text stays?" in seen
        assert "all of it" in seen
        assert all(len(line) <= 80 for line in seen.splitlines())


async def test_two_texts_of_a_note_are_told_once_though_the_article_changes(
    harbour: Path, tmp_path: Path
) -> None:
    note = annotate(local_state.open_home(places()), harbour, WORDS, "First.")
    far = machine(tmp_path, "far")
    assert far.notes()
    async with reading(harbour, SMALL) as s:
        await come_apart(s, far, note)
        s.app.said.clear()
        harbour.write_text(f"Foreword.\n\n{harbour.read_text('utf-8')}", "utf-8")
        await s.until(lambda: "has changed" in s.said, "word of the change")
        assert not any("in two places" in said for said in s.app.said)


async def test_undo_never_takes_back_what_another_machine_did(
    harbour: Path, tmp_path: Path
) -> None:
    async with reading(harbour) as s:
        await s.press("]", "}", "v", "2")
        (mine,) = s.notes()
        far = machine(tmp_path, "far")
        theirs = annotate(far, harbour, WORDS, "From far away.")
        await s.until(lambda: len(s.page.marks.highlights) == 2, "the other machine's note")
        await s.press("u")
        assert s.said.startswith("Undone: new highlight on")
        assert "in “harbour.txt”" in s.said
        assert [note.id for note in s.notes()] == [theirs.id]
        await s.press("u")
        assert s.said == "Undo: no change is left to take back."
        await s.press("ctrl+r")
        assert {note.id for note in s.notes()} == {mine.id, theirs.id}


async def test_undo_in_one_terminal_takes_back_what_the_other_did(harbour: Path) -> None:
    other = local_state.open_home(places())
    async with reading(harbour) as s:
        note = annotate(other, harbour, WORDS, "From next door.")
        await s.until(lambda: s.page.marks.highlights, "the note of the other terminal")
        await s.press("u")
        assert s.notes() == []
        assert s.said == "Undone: new note on “Boats lay in the ice for…”, in “harbour.txt”."
        other.refresh()
        assert note.id not in other.notes()


async def test_what_was_changed_since_is_not_undone(harbour: Path, tmp_path: Path) -> None:
    async with reading(harbour) as s:
        await s.press("]", "}", "v", "2")
        far = machine(tmp_path, "far")
        rewrite(far, s.only(), "Written far away.")
        await s.until(lambda: s.reader.parts.notes.placed[0].note.body, "the other machine's words")
        await s.press("u")
        assert "cannot be undone" in s.said
        assert "it was changed elsewhere since" in s.said
        assert s.only().body == "Written far away."
