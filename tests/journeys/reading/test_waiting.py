"""Nothing that a reader does waits, on the event loop, for what a worker may be writing."""

from __future__ import annotations

import threading
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.events import Key

from postil.library.articles import opening
from postil.store.disk.lock import Lock
from postil.tui.screens.reader.outside import lookout
from tests.journeys.driving import reading, shelf
from tests.journeys.harbour import WORDS, annotate


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list of all that takes a lock of the store on the event loop, as it comes about."""
    found: list[str] = []
    loop = threading.current_thread()
    exclusive, shared, threads = Lock.exclusive, Lock.shared, Lock.threads

    def note() -> None:
        if threading.current_thread() is loop:
            found.append("".join(traceback.format_stack()[-8:-3]))

    @contextmanager
    def noted_exclusive(lock: Lock) -> Iterator[None]:
        note()
        with exclusive(lock):
            yield

    @contextmanager
    def noted_shared(lock: Lock) -> Iterator[None]:
        note()
        with shared(lock):
            yield

    @contextmanager
    def noted_threads(lock: Lock) -> Iterator[None]:
        note()
        with threads(lock):
            yield

    monkeypatch.setattr(Lock, "exclusive", noted_exclusive)
    monkeypatch.setattr(Lock, "shared", noted_shared)
    monkeypatch.setattr(Lock, "threads", noted_threads)
    return found


@pytest.mark.parametrize("way_out", ["q", "ctrl+q"])
async def test_no_key_waits_for_a_lock(harbour: Path, waits: list[str], way_out: str) -> None:
    annotate(harbour, WORDS, "Who says so?")
    assert waits, "what the test itself writes here is seen"
    waits.clear()
    async with reading(harbour) as s:
        await s.press("]", "}", "v", "1", "M", "a", "M", "B", "'", "a", "u", "escape")
        await s.press("v", ")", "a")
        await s.type("Why?")
        await s.press("escape", "a", "ctrl+s", "t", "escape", "tab", "y", "n", "escape", way_out)
    assert not waits, "\n\n".join(waits)


async def test_another_version_of_the_text_waits_for_no_lock(
    harbour: Path, waits: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lookout, "LOOK_EVERY", 0.03)
    annotate(harbour, WORDS, "Who says so?")
    waits.clear()
    async with reading(harbour) as s:
        await s.press("]", "}", "v", "a")
        await s.type("Half a thought")
        await s.press("escape", "escape")
        harbour.write_text(f"{harbour.read_text('utf-8')}\nAnd more.\n", "utf-8")
        await s.until(lambda: "And more." in s.page.article.text, "the other version")
        await s.settle()
        await s.press("v", "a")
        assert "Half a thought" in s.seen()
        await s.press("escape", "escape")
    assert not waits, "\n\n".join(waits)


async def test_an_article_that_is_left_slowly_is_left_once(
    harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    close = opening.close
    closed: list[str] = []

    def slow(*given: Any) -> None:
        time.sleep(0.2)
        closed.append(threading.current_thread().name)
        close(*given)

    monkeypatch.setattr(opening, "close", slow)
    async with shelf(harbour.parent) as s:
        await s.press("enter")
        await s.until(
            lambda: s.dialog == "ReaderScreen" and s.reader.stage.open_article is not None,
            "the article",
        )
        for _ in range(2):
            s.page.post_message(Key("q", "q"))
        await s.until(lambda: s.dialog == "Shelf", "the shelf")
        await s.settle()
        assert s.dialog == "Shelf"
        assert s.pilot.app.return_code is None, "only the article was left"
        assert len(closed) == 1
