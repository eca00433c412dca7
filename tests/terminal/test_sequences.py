"""What acts on a terminal is found in what a program writes, and told apart by its kind."""

from __future__ import annotations

import pytest

from tests.bench.hostile.sequences import kinds


@pytest.mark.parametrize(
    ("written", "found"),
    [
        (b"plain words\n\tand more", set()),
        (b"\x1b[1;31mred\x1b[0m", {"CSI m"}),
        (b"\x1b[?1049h\x1b[?25l", {"CSI ?1049h", "CSI ?25l"}),
        (b"\x1b]52;c;aGFja2Vk\x07\x1b]0;title\x1b\\", {"OSC 52", "OSC 0"}),
        (b"\x1bP+q544e\x1b\\", {"ESC P string"}),
        (b"\x1b7\x1b(B", {"ESC 7", "ESC (B"}),
        ("\x9b31m\u202ex\x07\x7f".encode(), {"U+009B", "U+202E", "U+0007", "U+007F"}),
        (b"cut off \x1b[12", {"U+001B"}),
    ],
)
def test_the_kinds_of_what_acts_on_a_terminal(written: bytes, found: set[str]) -> None:
    assert kinds(written) == found
