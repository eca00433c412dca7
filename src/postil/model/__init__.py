"""What Postil is about: articles, passages, notes and sources, as frozen values.

values    how a value type is made
span      a half-open run of code points
source    bibliographic records, and what governs a passage
note      notes, their anchors, and the placements of those
position  where a reader is in an article
article   canonical text, with blocks and sections laid over it

Within the package imports point up this list; source, note and position are strangers.
"""
