"""What is typed is answered once, in the order that was asked for, and for nobody no more."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.message import Message

from postil.config import Places
from postil.errors import BadQuery
from postil.library.care.local_state import open_home
from postil.library.catalogue import saved_queries
from postil.library.shelf.ordering import OF_LIBRARY, order_named
from postil.library.shelf.shelving import Shelved
from postil.tui.screens.shelf.answering import Answered, ShelfAnswers
from postil.tui.screens.shelf.contents import ShelfContents
from postil.tui.startup.key_priority import KeyPriority

BY_TITLE = order_named("title", OF_LIBRARY)


class Waiting:
    """Keeps the work that is to be done, and what came of it."""

    def __init__(self) -> None:
        self.work: list[Callable[[], None]] = []
        self.answers: list[Answered] = []

    def in_thread(self, group: str, work: Callable[[], None]) -> None:
        assert group == "filter"
        self.work.append(work)

    def post_message(self, message: Message, /) -> bool:
        assert isinstance(message, Answered)
        self.answers.append(message)
        return True

    def do_all(self) -> list[Answered]:
        for work in self.work:
            work()
        self.work.clear()
        answers, self.answers = self.answers, []
        return answers


@pytest.fixture
def waiting() -> Waiting:
    return Waiting()


@pytest.fixture
def answers(waiting: Waiting, own_places: Path) -> ShelfAnswers:
    home = open_home(Places(*(own_places / name for name in ("home", "state", "config", "cache"))))
    saved_queries.save(home, "frost", "tag:ice")
    contents = ShelfContents()
    rows = [("Oak", ("wood",)), ("Elm", ("wood", "tree")), ("Frozen", ())]
    contents.replace(
        Shelved(Path(f"/a/{title}.txt"), title, None, 0, tags, None, None) for title, tags in rows
    )
    return ShelfAnswers(waiting, contents, lambda: home, KeyPriority())


def titles(answer: Answered) -> list[str]:
    return [one.shelved.title for one in answer.entries]


def test_articles_are_filtered_in_order_and_saved_queries_by_name(
    waiting: Waiting, answers: ShelfAnswers
) -> None:
    answers.ask("", BY_TITLE)
    (answer,) = waiting.do_all()
    assert titles(answer) == ["Elm", "Frozen", "Oak"]
    assert [row.name for row in answer.saved] == ["frost"]
    assert answer.order is BY_TITLE
    assert set(answer.tags) == {"wood", "tree"}
    assert set(answer.used) == {"title", "tags"}
    for typed, found, saved in (
        ("fro", ["Frozen"], ["frost"]),
        ("@fr", ["Frozen"], ["frost"]),
        ("wood", ["Elm", "Oak"], []),
        ("@frost", [], []),
    ):
        answers.ask(typed, BY_TITLE)
        (answer,) = waiting.do_all()
        assert (titles(answer), [row.name for row in answer.saved]) == (found, saved), typed


def test_what_was_asked_before_is_not_answered_any_more(
    waiting: Waiting, answers: ShelfAnswers
) -> None:
    answers.ask("o", BY_TITLE)
    answers.ask("", OF_LIBRARY[0])
    answers.ask("e", BY_TITLE)
    assert [answer.typed for answer in waiting.do_all()] == ["e"]
    answers.ask("o", BY_TITLE)
    answers.drop()
    assert waiting.do_all() == []


def test_a_mistake_is_the_answer(waiting: Waiting, answers: ShelfAnswers) -> None:
    answers.ask("wood )", BY_TITLE)
    (answer,) = waiting.do_all()
    assert isinstance(answer.error, BadQuery)
