"""The two looks of the app, and the five highlights that differ even without colour."""

from __future__ import annotations

from textual.theme import Theme

from postil.model.note import Colour

SIGNS = {
    Colour.YELLOW: "●",
    Colour.GREEN: "◆",
    Colour.BLUE: "▲",
    Colour.PINK: "■",
    Colour.ORANGE: "★",
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
        "quiet": "#86847e",
        "rule": "#2c2f37",
        "heading": "#f0e9d8",
        "mark-yellow": "#4b4318",
        "mark-green": "#1f4630",
        "mark-blue": "#1f4163",
        "mark-pink": "#552c4b",
        "mark-orange": "#5a3517",
        "sign-yellow": "#e3c65b",
        "sign-green": "#7fc79a",
        "sign-blue": "#82b4e6",
        "sign-pink": "#e08fca",
        "sign-orange": "#e89a5a",
        "match": "#5a5a35",
        "match-now": "#d9a95f",
        "match-now-text": "#16171b",
        "chosen": "#3a4a63",
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
        "rule": "#ddd5c4",
        "heading": "#14130f",
        "mark-yellow": "#f5e48f",
        "mark-green": "#c5e5bf",
        "mark-blue": "#c3dcf4",
        "mark-pink": "#f4cbe1",
        "mark-orange": "#fbd2a6",
        "sign-yellow": "#93760a",
        "sign-green": "#2f7a45",
        "sign-blue": "#2a65a6",
        "sign-pink": "#a63383",
        "sign-orange": "#b35a0d",
        "match": "#efe3b0",
        "match-now": "#9a5a10",
        "match-now-text": "#fffaf0",
        "chosen": "#cfdcec",
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

THEMES = {"dark": DARK, "light": LIGHT}
