"""From which length on a quotation is cut in the middle of a row."""

from __future__ import annotations

import pytest

from postil.tui.dialogs.preview_snippets import shortened


@pytest.mark.parametrize(
    ("letters", "begins"),
    [
        (30, "“" + "x" * 22 + "abcdefgh” — Ada Lind"),
        (31, "“xxxxxxxxxxx … abcdefgh” — Ada Lind"),
    ],
)
def test_a_quotation_is_cut_where_its_end_begins_behind_twenty_four_code_points(
    letters: int, begins: str
) -> None:
    """Less would be saved than the sign for it takes."""
    quote = "x" * (letters - 8) + "abcdefgh"
    assert shortened(f"“{quote}” — Ada Lind", quote) == begins
