"""The two looks of the app in each number of colours, and the signs of the five highlights."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from textual.theme import Theme

from postil.model.note import Colour

SIGNS = {
    Colour.YELLOW: "●",
    Colour.GREEN: "◊",
    Colour.BLUE: "▲",
    Colour.PINK: "■",
    Colour.ORANGE: "▼",
}
"""What stands beside a passage for each colour: shape alone tells them apart."""

DARK = Theme(
    name="postil-dark",
    dark=True,
    primary="#8fb3d9",
    secondary="#9db391",
    accent="#d9a95f",
    warning="#d9a95f",
    error="#d98080",
    success="#9db391",
    foreground="#ddd8cd",
    background="#16171b",
    surface="#1b1d22",
    panel="#24272e",
    variables={
        "quiet": "#989690",
        "attribution": "#989690",
        "text-muted": "#a8a69f",
        "text-disabled": "#a8a69f",
        "rule": "#2c2f37",
        "heading": "#f0e9d8",
        "link": "#c4d9ff",
        "mark-text": "#ddd8cd",
        "mark-yellow": "#4b4318",
        "mark-green": "#1f462b",
        "mark-blue": "#1f4163",
        "mark-pink": "#552c4b",
        "mark-orange": "#6b2e0e",
        "sign-yellow": "#e3c65b",
        "sign-green": "#7fc79a",
        "sign-blue": "#82b4e6",
        "sign-pink": "#e08fca",
        "sign-orange": "#e89a5a",
        "match": "#575146",
        "match-text": "#ffd68a",
        "match-now": "#d9a95f",
        "match-now-text": "#16171b",
        "chosen": "#2a5a9e",
        "chosen-text": "#ffffff",
        "chosen-match": "#ffd68a",
        "pointed": "#2d333c",
        "block-cursor-background": "#8fb3d9",
        "block-cursor-foreground": "#16171b",
        "scrollbar": "#2c2f37",
        "scrollbar-background": "#16171b",
        "scrollbar-hover": "#4a4f5c",
        "scrollbar-active": "#8fb3d9",
        "scrollbar-background-hover": "#16171b",
        "scrollbar-background-active": "#16171b",
    },
)

LIGHT = Theme(
    name="postil-light",
    dark=False,
    primary="#2d5f91",
    secondary="#4d6b3c",
    accent="#9a5a10",
    warning="#9a5a10",
    error="#a03030",
    success="#3f6b33",
    foreground="#2b2925",
    background="#f8f4eb",
    surface="#f1ecdf",
    panel="#e7e0d0",
    variables={
        "quiet": "#6f695d",
        "attribution": "#6f695d",
        "text-muted": "#655f54",
        "text-disabled": "#655f54",
        "rule": "#ddd5c4",
        "heading": "#14130f",
        "link": "#1f2d9c",
        "mark-text": "#2b2925",
        "mark-yellow": "#fbf08c",
        "mark-green": "#b5e6a8",
        "mark-blue": "#b4d8f7",
        "mark-pink": "#f7bfe0",
        "mark-orange": "#fab877",
        "sign-yellow": "#93760a",
        "sign-green": "#2f7a45",
        "sign-blue": "#2a65a6",
        "sign-pink": "#a63383",
        "sign-orange": "#b35a0d",
        "match": "#d6d0c2",
        "match-text": "#6b2a00",
        "match-now": "#9a5a10",
        "match-now-text": "#fffaf0",
        "chosen": "#2a5a9e",
        "chosen-text": "#ffffff",
        "chosen-match": "#ffd68a",
        "pointed": "#d6e0ea",
        "block-cursor-background": "#2d5f91",
        "block-cursor-foreground": "#f8f4eb",
        "scrollbar": "#ddd5c4",
        "scrollbar-background": "#f8f4eb",
        "scrollbar-hover": "#c2b8a3",
        "scrollbar-active": "#2d5f91",
        "scrollbar-background-hover": "#f8f4eb",
        "scrollbar-background-active": "#f8f4eb",
    },
)

FEW_COLOURS = ("standard", "windows")
"""What Rich calls the sixteen colours."""

# Each of these is one of the sixteen, so that no two become the same where they are rounded. Which
# shade of it is seen is for the terminal to say; bright grounds bear black, dark ones bright white.
_BLACK, _RED, _GREEN, _YELLOW = "#000000", "#aa0000", "#00aa00", "#aa5500"
_BLUE, _PINK, _CYAN, _WHITE = "#0000aa", "#aa00aa", "#00aaaa", "#aaaaaa"
_GREY, _BRIGHT_RED, _BRIGHT_GREEN, _BRIGHT_YELLOW = "#555555", "#ff5555", "#55ff55", "#ffff55"
_BRIGHT_PINK, _BRIGHT_CYAN, _BRIGHT_WHITE = "#ff55ff", "#55ffff", "#ffffff"

_MARKS = {
    "mark-text": _BLACK,
    "mark-yellow": _BRIGHT_YELLOW,
    "mark-green": _BRIGHT_GREEN,
    "mark-blue": _BRIGHT_CYAN,
    "mark-pink": _BRIGHT_PINK,
    "mark-orange": _BRIGHT_RED,
    "match": _CYAN,
    "match-text": _BLACK,
    "match-now": _RED,
    "match-now-text": _BRIGHT_WHITE,
    "chosen": _BLUE,
    "chosen-text": _BRIGHT_WHITE,
    "chosen-match": _BRIGHT_YELLOW,
    "block-cursor-background": _BLUE,
    "block-cursor-foreground": _BRIGHT_WHITE,
}
"""What looks the same on a dark ground and on a light one, in sixteen colours."""

DARK_IN_SIXTEEN = replace(
    DARK,
    primary=_BRIGHT_CYAN,
    secondary=_BRIGHT_GREEN,
    accent=_BRIGHT_YELLOW,
    warning=_BRIGHT_YELLOW,
    error=_BRIGHT_RED,
    success=_BRIGHT_GREEN,
    foreground=_BRIGHT_WHITE,
    background=_BLACK,
    surface=_BLACK,
    panel=_BLACK,
    variables={
        **DARK.variables,
        **_MARKS,
        "quiet": _WHITE,
        "attribution": _GREEN,
        "text-muted": _WHITE,
        "text-disabled": _WHITE,
        "rule": _GREY,
        "heading": _BRIGHT_WHITE,
        "link": _BRIGHT_CYAN,
        "sign-yellow": _BRIGHT_YELLOW,
        "sign-green": _BRIGHT_GREEN,
        "sign-blue": _BRIGHT_CYAN,
        "sign-pink": _BRIGHT_PINK,
        "sign-orange": _BRIGHT_RED,
        "pointed": _BLUE,
        "scrollbar": _WHITE,
        "scrollbar-background": _BLACK,
        "scrollbar-hover": _BRIGHT_WHITE,
        "scrollbar-active": _BRIGHT_CYAN,
        "scrollbar-background-hover": _BLACK,
        "scrollbar-background-active": _BLACK,
    },
)

LIGHT_IN_SIXTEEN = replace(
    LIGHT,
    primary=_BLUE,
    secondary=_RED,
    accent=_RED,
    warning=_RED,
    error=_RED,
    success=_BLUE,
    foreground=_BLACK,
    background=_BRIGHT_WHITE,
    surface=_BRIGHT_WHITE,
    panel=_BRIGHT_WHITE,
    variables={
        **LIGHT.variables,
        **_MARKS,
        "quiet": _BLACK,
        "attribution": _PINK,
        "text-muted": _BLACK,
        "text-disabled": _BLACK,
        "rule": _WHITE,
        "heading": _BLACK,
        "link": _BLUE,
        "sign-yellow": _YELLOW,
        "sign-green": _GREEN,
        "sign-blue": _BLUE,
        "sign-pink": _PINK,
        "sign-orange": _RED,
        "pointed": _WHITE,
        "scrollbar": _GREY,
        "scrollbar-background": _BRIGHT_WHITE,
        "scrollbar-hover": _BLACK,
        "scrollbar-active": _BLUE,
        "scrollbar-background-hover": _BRIGHT_WHITE,
        "scrollbar-background-active": _BRIGHT_WHITE,
    },
)

THEMES = {"dark": DARK, "light": LIGHT}
"""The two looks, by the names that settings have."""


def themes(color_system: str | None) -> Mapping[str, Theme]:
    """Return the two looks as a terminal shows them that has the colours Rich calls so."""
    if color_system in FEW_COLOURS:
        return {"dark": DARK_IN_SIXTEEN, "light": LIGHT_IN_SIXTEEN}
    return THEMES
