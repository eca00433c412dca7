"""Articles set at a width: exact rows near the view, estimated heights elsewhere.

cells      a line as a grid of terminal cells
frame      what stands around a block: indent, marker, bars, the gap above it
rows       the screen rows of a block, made when they are asked for
direction  which paragraphs run from right to left, and where their rows stand
wrap       where the rows of running text, verse and code begin and end
columns    tables, side by side or one cell below the other
typeset    all blocks of an article: found by line and by character

Within the package imports point up this list; rows, direction and wrap are strangers.
"""

from __future__ import annotations

from postil.typeset.cells import warm_up
from postil.typeset.rows import Row, Rows
from postil.typeset.typeset import Typeset

__all__ = ["Row", "Rows", "Typeset", "warm_up"]
