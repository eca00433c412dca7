"""A note that the verbs find."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Postil


@pytest.fixture
def noted(postil: Postil, article: Path) -> Any:
    """Return a note that stands on the article."""
    done = postil(
        *("note", article, "--quote", "sailed between two harvests", "--json"),
        *("--body", "Compare *mills*.", "--tag", "work", "--tag", "crews", "--colour", "green"),
    )
    assert done.status == 0
    return done.records[0]
