"""Long reading makes way, tells how far it is, and can be given up."""

from __future__ import annotations

import pytest

from postil.attribution.governing import sources
from postil.document.pipeline import parse
from postil.text.progress import tracked, within

TEXTS = {
    "a.txt": "\n\n".join(f"Paragraph {at} says so. “So it does,” said all." for at in range(900)),
    "a.md": "\n\n".join(f"## Part {at}\n\nIt says *something*." for at in range(400)),
}


class GivenUp(Exception):
    """Raised by what is told of the progress, as when the reader has left."""


@pytest.mark.parametrize(
    ("begin", "end", "part", "whole"),
    [(0, 0.8, 0.5, 0.4), (0.8, 1, 0.5, 0.9), (0, 1, 0.3, 0.3), (0.25, 0.75, 1, 0.75)],
)
def test_the_progress_of_a_part_is_a_share_of_the_whole(
    begin: float, end: float, part: float, whole: float
) -> None:
    told: list[float] = []
    progress = within(told.append, begin, end)
    assert progress is not None
    progress(part)
    assert told == [pytest.approx(whole)]
    assert within(None, begin, end) is None


def test_each_step_is_told_before_it_is_taken() -> None:
    told: list[float | str] = []
    told.extend(tracked("abcd", told.append, lambda at, _: at / 4))
    assert told == [0, "a", 0.25, "b", 0.5, "c", 0.75, "d"]
    assert list(tracked("abcd", None, lambda at, _: at / 4)) == list("abcd")


@pytest.mark.parametrize("name", TEXTS)
def test_the_share_that_is_done_grows_to_the_whole(name: str) -> None:
    told: list[float] = []
    *_, article = parse(TEXTS[name].encode(), name, progress=told.append)
    assert len(told) > 400
    assert told == sorted(told)
    assert told[0] >= 0
    assert 0.6 < told[-1] <= 1
    told.clear()
    sources.read(article, progress=told.append)
    assert told == sorted(told)
    assert told[0] >= 0
    assert 0.9 < told[-1] <= 1


@pytest.mark.parametrize("name", TEXTS)
def test_what_a_pause_raises_ends_the_reading(name: str) -> None:
    def give_up(share: float) -> None:
        if share > 0.2:
            raise GivenUp

    with pytest.raises(GivenUp):
        list(parse(TEXTS[name].encode(), name, progress=give_up))
