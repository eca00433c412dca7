"""How a passage is described, and found again in a text."""

from __future__ import annotations

from postil.anchoring.align import Alignment, align
from postil.anchoring.describe import CONTEXT, describe
from postil.anchoring.likeness import alike

__all__ = ["CONTEXT", "Alignment", "align", "alike", "describe"]
