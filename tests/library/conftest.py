"""A home on disk, and small articles to read in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from postil.config import Places
from postil.library.articles import opening
from postil.library.base.open_article import OpenArticle
from postil.library.care.local_state import Home, open_home
from postil.model.span import Span

ARTICLE = """\
How the harbour froze

The first winter

Boats lay in the ice for nine weeks, and the ferrymen sold bread from their decks to whoever
dared to walk out to them. [Source: Ada Lindqvist, Harbour Gazette, February 3, 1998]

“Nobody had seen the water so still. My father took a sledge to the lighthouse and came back
with letters for half the town.” [Source: Choe Sang-Hun, Northern Times, January 24, 2015]

The second winter

The ice came again in the year after, thinner and grey, and the children were told to stay off
it. Nobody sold bread that year, and the lighthouse was reached by boat as always.

Some say that the warm current had turned; others blame the new power station upstream.
"""


@pytest.fixture
def places(own_places: Path) -> Places:
    return Places(*(own_places / name for name in ("home", "state", "config", "cache")))


@pytest.fixture
def home(places: Places) -> Home:
    return open_home(places)


@pytest.fixture
def elsewhere(own_places: Path) -> Callable[[str], Places]:
    """Make places of another machine that shares the home."""

    def make(name: str) -> Places:
        root = own_places / name
        return Places(own_places / "home", root / "state", root / "config", root / "cache")

    return make


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.txt"
    path.write_text(ARTICLE, "utf-8")
    return path


@pytest.fixture
def open_article(home: Home, article: Path) -> OpenArticle:
    return opening.read(home, article)


Spot = Callable[[OpenArticle, str], Span]


@pytest.fixture
def spot() -> Spot:
    """Return the span of the first place where words stand in an article."""

    def find(open_article: OpenArticle, words: str) -> Span:
        start = open_article.article.text.index(words)
        return Span(start, start + len(words))

    return find
