"""Every type that a style sheet names is a class, so that no rename leaves a widget bare."""

from __future__ import annotations

import re

import textual.containers
import textual.widgets

from postil.tui import app
from tests.support import house

TYPE = re.compile(r"(?<![\w$#.:-])([A-Z][A-Za-z]+)\b(?=[^;:{}]*\{)")
"""A type in a selector: a capital that no class, id or variable sign stands before."""


def styled() -> list[type]:
    """Return the classes of the app."""
    rooms = [house.dotted(path) for path in sorted((house.SRC / "tui").rglob("*.py"))]
    return house.classes(rooms)


def test_what_a_style_sheet_names_exists() -> None:
    classes = styled()
    known = {base.__name__ for cls in classes for base in cls.__mro__}
    known |= {*dir(textual.widgets), *dir(textual.containers), "Toast", "ToastRack"}
    named = {
        (cls.__name__, name)
        for cls in classes
        for name in TYPE.findall(str(vars(cls).get("DEFAULT_CSS", "")) + str(vars(cls).get("CSS")))
    }
    assert len(named) > 20
    assert {one for one in named if one[1] not in known} == set()


def test_a_widget_styles_itself_by_its_own_name() -> None:
    other = {
        cls.__name__: css.split("{")[0].strip()
        for cls in styled()
        if (css := str(vars(cls).get("DEFAULT_CSS", "")))
        and not re.search(rf"\b{cls.__name__}\b", css.split("{")[0])
    }
    assert other == {}
    assert app.PostilApp.CSS.count("Toast") >= 2
