"""Keys are named as readers know them."""

from __future__ import annotations

import pytest

from postil.tui.commands import key_name


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("a", "a"),
        ("A", "A"),
        ("f", "f"),
        ("f5", "F5"),
        ("f12", "F12"),
        ("escape", "Esc"),
        ("question_mark", "?"),
        ("ctrl+s", "ctrl+s"),
        ("ctrl+f5", "ctrl+F5"),
        ("shift+down", "shift+↓"),
    ],
)
def test_a_key_is_named_by_what_stands_on_it(key: str, name: str) -> None:
    assert key_name(key) == name
