"""Printed manual pages and other texts with strokes: as ``man`` and nroff set them for terminals.

strokes      letters struck over one another, and colours of terminals, as styles of letters
page_frame   the heads and feet of the pages of a manual, and how far its text is set in
page_runs    lines that stand at one indent together: what they are
page_blocks  runs as headings, paragraphs, definitions, lists and what is set as it stands
reader       the way in; imports point up this list
"""
