"""The home of one machine, of which nothing is made yet."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.store.home.home import Home, open_home
from tests.store.homes import places


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return open_home(places(tmp_path))
