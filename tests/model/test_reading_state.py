"""The reading states follow each other, and progress says which holds until the reader does."""

from __future__ import annotations

import pytest

from postil.model.reading_state import FINISHED, ReadingState, by_progress


def test_each_state_is_followed_by_another_and_the_last_by_the_first() -> None:
    state = ReadingState.TODO
    seen = [state := state.next for _ in range(3)]
    assert seen == ["reading", "done", "todo"]


@pytest.mark.parametrize(
    ("progress", "state"),
    [(None, "todo"), (0.0, "reading"), (FINISHED - 0.01, "reading"), (FINISHED, "done")],
)
def test_progress_tells_where_the_reader_does_not(progress: float | None, state: str) -> None:
    assert by_progress(progress) == state
