"""An article set at a width: rows of cells near the view, estimates elsewhere."""

from __future__ import annotations

from postil.typeset.cells import warm_up
from postil.typeset.rows import Row
from postil.typeset.typeset import Typeset

__all__ = ["Row", "Typeset", "warm_up"]
