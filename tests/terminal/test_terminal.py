"""The installed command in a real terminal: all the way through, pipes, a kill, two at once."""

from __future__ import annotations

import os
import shutil
import signal
import threading
from pathlib import Path

import pytest

from postil import config
from postil.library.care import local_state
from postil.model.note import Note
from tests.journeys.articles import HARBOUR, HOSTILE
from tests.terminal.emulator import COMMAND, Terminal

DIGEST = Path(__file__).parents[2] / "articles" / "korean-drama-across-a-closed-border.txt"
SENTENCE = "Hair and clothes follow the screen first, he said, and conduct comes after."

pytestmark = pytest.mark.skipif(
    not COMMAND.exists(), reason="the command postil is not installed beside this Python"
)


@pytest.fixture
def digest(tmp_path: Path) -> Path:
    """Return the digest in a folder of its own, with what is known of it."""
    for part in DIGEST.parent.glob(f"{DIGEST.stem}*"):
        shutil.copy(part, tmp_path)
    return tmp_path / DIGEST.name


def notes() -> list[Note]:
    """Return the notes on the disk."""
    return list(local_state.open_home(config.load(os.environ).places).notes().values())


def find(terminal: Terminal, words: str) -> None:
    """Look for words and keep the match."""
    terminal.press("/")
    terminal.until_seen("keeps the matches")
    terminal.press(words)
    terminal.until_seen("1/1")
    terminal.press("enter")
    terminal.until_seen("min left")


def annotate(terminal: Terminal, words: str, body: str) -> None:
    """Write a note on the sentence that holds some words, and wait for the acknowledgement."""
    find(terminal, words)
    terminal.press("v")
    terminal.until_seen("1-5 mark")
    terminal.press("a")
    terminal.until_seen("ctrl+s saves")
    terminal.press(body)
    terminal.until_seen(body)
    terminal.press("ctrl+s")
    terminal.until_seen("Note saved.")


def test_an_article_is_noted_cited_left_and_opened_again(digest: Path) -> None:
    with Terminal([digest], size=(120, 36)) as terminal:
        terminal.until_seen("Tapes, discs and, later, memory cards")
        annotate(terminal, "hair and clothes", "What one sees first.")
        terminal.until_seen("1 note")
        terminal.press("escape")
        find(terminal, "towers")
        terminal.press("v")
        terminal.until_seen("1-5 mark")
        terminal.press("3")
        terminal.until_seen("2 notes")
        terminal.press("c")
        terminal.until_seen("Quotation saved in")
        terminal.press("q")
        assert terminal.end() == 0
        assert terminal.as_it_was()
        assert b"\x1b[?1049l" in terminal.raw, "the other screen is left"
    cited = config.load(os.environ).places.outbox.read_text("utf-8")
    assert "towers" in cited
    assert "Luke O'Neil" in cited
    with Terminal([digest], size=(80, 24)) as terminal:
        seen = terminal.until_seen("2 notes")
        assert "towers" in seen, "it opens where it was left"
        terminal.press("m")
        terminal.until_seen("What one sees first.")
        terminal.press("escape", "q")
        assert terminal.end() == 0
    kept = sorted(notes(), key=lambda note: note.anchor.start)
    assert [note.body for note in kept] == ["What one sees first.", ""]
    assert kept[0].anchor.quote == SENTENCE


def test_what_is_piped_is_read_and_keys_still_work() -> None:
    piped, feed = os.pipe()
    with os.fdopen(feed, "w", encoding="utf-8") as pipe:
        pipe.write(HARBOUR)
    with Terminal(["-"], piped=piped) as terminal:
        os.close(piped)
        terminal.until_seen("An account of two winters")
        find(terminal, "eleven")
        terminal.press("q")
        assert terminal.end() == 0
        assert terminal.as_it_was()


def test_the_output_of_another_command_is_read_by_its_path() -> None:
    source, feed = os.pipe()

    def write() -> None:
        with os.fdopen(feed, "w", encoding="utf-8") as pipe:
            pipe.write(HARBOUR)

    writer = threading.Thread(target=write)
    with Terminal([f"/dev/fd/{source}"], kept=[source]) as terminal:
        os.close(source)
        writer.start()
        terminal.until_seen("An account of two winters")
        find(terminal, "eleven")
        terminal.press("q")
        assert terminal.end() == 0
    writer.join()


def test_a_note_that_was_acknowledged_outlives_a_kill(digest: Path) -> None:
    with Terminal([digest]) as terminal:
        terminal.until_seen("Tapes, discs and")
        annotate(terminal, "hair and clothes", "Kept in any case.")
        terminal.kill()
    (note,) = notes()
    assert (note.anchor.quote, note.body) == (SENTENCE, "Kept in any case.")
    with Terminal([digest]) as terminal:
        terminal.until_seen("1 note")
        terminal.press("m")
        terminal.until_seen("Kept in any case.")


def test_two_at_once_show_each_other_their_notes(digest: Path) -> None:
    with Terminal([digest]) as one, Terminal([digest]) as other:
        one.until_seen("Tapes, discs and")
        other.until_seen("Tapes, discs and")
        other.until_seen("min left")
        annotate(one, "hair and clothes", "By the first.")
        other.until_seen("1 note")
        annotate(other, "towers", "By the second.")
        one.until_seen("2 notes")
        one.press("q")
        other.press("q")
        assert (one.end(), other.end()) == (0, 0)
    assert {note.body for note in notes()} == {"By the first.", "By the second."}


def test_a_document_commands_nothing(tmp_path: Path) -> None:
    path = tmp_path / "hostile.txt"
    path.write_bytes(HOSTILE.encode())
    with Terminal([path]) as terminal:
        terminal.until_seen("binary dust")
        terminal.press("q")
        assert terminal.end() == 0
        for sequence in (b"]0;owned", b"]52;", b"\xc2\x9b", b"\xe2\x80\xae", b"\x1b[31mred"):
            assert sequence not in terminal.raw


def test_what_cannot_be_read_is_refused_before_the_screen_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    with Terminal([path]) as terminal:
        assert terminal.end() == 2
        assert b"\x1b[?1049h" not in terminal.raw


def test_the_app_is_put_aside_and_taken_up_by_the_shell(digest: Path) -> None:
    with Terminal([digest]) as terminal:
        terminal.until_seen("16 min left")
        terminal.press("\x1a")
        _, status = os.waitpid(terminal.process.pid, os.WUNTRACED)
        assert os.WIFSTOPPED(status)
        assert terminal.as_it_was()
        shown = len(terminal.raw)
        terminal.process.send_signal(signal.SIGCONT)
        terminal.until(lambda _: b"Tapes, discs and, later" in terminal.raw[shown:], "the page")
        terminal.press("q")
        assert terminal.end() == 0
