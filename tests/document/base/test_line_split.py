from __future__ import annotations

import pytest

from postil.document.base import line_split
from postil.document.base.line_split import numbered


@pytest.mark.parametrize("step", [1, 3, 1000])
@pytest.mark.parametrize("text", ["", "a", "a\n", "a\nb", "\n\na\n\n", "ab\ncd\nef\n"])
def test_steps_change_nothing(monkeypatch: pytest.MonkeyPatch, text: str, step: int) -> None:
    monkeypatch.setattr(line_split, "_STEP", step)
    lines = text.removesuffix("\n").split("\n") if text else []
    assert list(numbered(text, 5)) == list(enumerate(lines, 5))
