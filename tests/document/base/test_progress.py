"""Long reading makes way, tells how far it is, and can be given up."""

from __future__ import annotations

import pytest

from postil.attribution.governing import sources
from postil.document.pipeline import parse

TEXTS = {
    "a.txt": "\n\n".join(f"Paragraph {at} says so. “So it does,” said all." for at in range(900)),
    "a.md": "\n\n".join(f"## Part {at}\n\nIt says *something*." for at in range(400)),
}


class GivenUp(Exception):
    """Raised by a pause, as when the reader has left."""


@pytest.mark.parametrize("name", TEXTS)
def test_the_share_that_is_done_grows_to_the_whole(name: str) -> None:
    told: list[float] = []
    *_, article = parse(TEXTS[name].encode(), name, pause=told.append)
    assert len(told) > 400
    assert told == sorted(told)
    assert told[0] >= 0
    assert 0.6 < told[-1] <= 1
    told.clear()
    sources.read(article, pause=told.append)
    assert told == sorted(told)
    assert told[0] >= 0
    assert 0.9 < told[-1] <= 1


@pytest.mark.parametrize("name", TEXTS)
def test_what_a_pause_raises_ends_the_reading(name: str) -> None:
    def give_up(share: float) -> None:
        if share > 0.2:
            raise GivenUp

    with pytest.raises(GivenUp):
        list(parse(TEXTS[name].encode(), name, pause=give_up))
