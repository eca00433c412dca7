"""Styles whose macros would never end."""

from __future__ import annotations

import pytest

from postil.csl import StyleError, read_style
from tests.csl.rendering import style


def _macros(*bodies: str) -> str:
    macros = "".join(f'<macro name="m{n}">{body}</macro>' for n, body in enumerate(bodies))
    return style(f'{macros}<citation><layout><text macro="m0"/></layout></citation>')


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (_macros('<text macro="m0"/>'), "its macro 'm0' calls itself"),
        (_macros('<text macro="m1"/>', '<text macro="m0"/>'), "calls itself"),
        (_macros(*(f'<text macro="m{n}"/>' * 2 for n in range(1, 40))), "too many times"),
        (_macros(*(f'<text macro="m{n}"/>' for n in range(1, 200))), "too deeply"),
        (
            _macros(*(f"{'<group>' * 90}<text macro='m{n}'/>{'</group>' * 90}" for n in (1, 2, 3))),
            "too deeply",
        ),
    ],
    ids=["itself", "in turn", "twice each", "in a row", "nested"],
)
def test_a_style_that_would_never_end_is_refused(data: str, why: str) -> None:
    with pytest.raises(StyleError, match=why):
        read_style(data)


def test_of_a_choice_one_branch_is_counted() -> None:
    choice = '<choose><if type="book">{0}</if><else>{0}</else></choose>'
    bodies = (choice.format(f'<text macro="m{n}"/>') for n in range(1, 30))
    assert read_style(_macros(*bodies)).title
