from __future__ import annotations

import pytest

from postil.document.formats.layout.line_groups import line_groups
from postil.document.formats.layout.line_layout import LineLayout

WRAPPED = LineLayout(wrapped=True, width=72, indent=0)
UNWRAPPED = LineLayout(wrapped=False, width=72, indent=0)


def sizes(text: str, layout: LineLayout) -> list[int]:
    """Return the number of lines in each group."""
    return [len(group.lines) for group in line_groups(text, layout)]


def test_groups_stand_between_blank_lines_and_know_where() -> None:
    [first, second] = line_groups("\none\ntwo\n\n\nthree\n", WRAPPED)
    assert (first.line, first.lines, first.before) == (2, ["one", "two"], 1)
    assert (second.line, second.lines, second.before) == (6, ["three"], 2)


@pytest.mark.parametrize(("lines", "groups"), [(200, [200]), (201, [200, 1])])
def test_a_group_has_two_hundred_lines_at_most(lines: int, groups: list[int]) -> None:
    assert sizes("line\n" * lines, WRAPPED) == groups


@pytest.mark.parametrize(("lines", "groups"), [(149, [150]), (150, [150, 1])])
def test_a_long_group_is_cut_where_a_line_is_set_in(lines: int, groups: list[int]) -> None:
    assert sizes("line\n" * lines + "  set in\n", WRAPPED) == groups


@pytest.mark.parametrize(("size", "groups"), [(60, [3]), (61, [1, 1, 1])])
@pytest.mark.parametrize("indent", [0, 4])
def test_short_lines_stand_together(size: int, groups: list[int], indent: int) -> None:
    size += 40 * (indent > 0)
    line = " " * indent + "w" * (size - indent)
    assert sizes("\n".join([line] * 3), UNWRAPPED) == groups
