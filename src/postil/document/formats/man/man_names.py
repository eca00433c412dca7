"""Names of the macros of man(7), by what they do."""

from __future__ import annotations

TAB = 8
HEADINGS = {"SH": "h1", "SS": "h2"}
PARAGRAPHS = ("PP", "P", "LP", "HP")
FONTS = {"B": "B", "I": "I", "SM": "", "SB": "B", "R": ""}
ALTERNATING = {
    "BR": ("B", "R"),
    "RB": ("R", "B"),
    "BI": ("B", "I"),
    "IB": ("I", "B"),
    "IR": ("I", "R"),
    "RI": ("R", "I"),
}
BREAKS = ("br", "ti", "in", "ce", "ne", "nl")
OPENED = ("nf", "EX", "Vb", "CS", "fC")
CLOSED = ("fi", "EE", "Ve", "CE", "fR")
LINKS = {"UR": "", "MT": "mailto:", "URL": "", "MTO": "mailto:"}
FOLLOWED = ("http:", "https:", "mailto:", "ftp:")
OWN = frozenset(
    "TH SH SS TP IP TQ PP P LP HP RS RE B I SM SB R BR RB BI IB IR RI br sp nf fi EX EE UR UE "  # noqa: SIM905
    "MT ME SY YS OP TS TE EQ EN ft ti in URL MTO".split()
)
"""Macros that a page does not define anew: what it does to their look is of no matter here."""
