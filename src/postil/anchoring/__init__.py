"""How a passage is described, and found again in another version of its text.

skeleton, bare_words   what of a text counts when it is compared: letters, or words
letter_diff, blocks    which letters stand where in another text
pairing, transfer      two versions laid upon each other, and where a passage went
selectors              a passage by its words alone, where the old text is not kept
align                  all of these, cheap ones first: the way in
describe, likeness     the anchor of a passage; how much two texts have in common

Within the package imports point up this list; the rooms of the last line are strangers.
"""

from __future__ import annotations

from postil.anchoring.align import Alignment, align
from postil.anchoring.describe import CONTEXT, describe
from postil.anchoring.likeness import alike

__all__ = ["CONTEXT", "Alignment", "align", "alike", "describe"]
