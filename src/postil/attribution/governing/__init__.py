"""Governing sources: which words an attribution or a lead-in governs, paragraph by paragraph.

evidence   the attributions and lead-ins of a block
runs       one block cut into runs of words by them
citations  the sentences that citations of a list of references govern
asides     paragraphs that point to a report without an attribution of their own
follow     from paragraph to paragraph, as quotations go on
on_demand  the same of a few paragraphs alone
weigh      whose most of a passage is
sources    the sources of an article, with the reader's corrections: the way in

Imports point up this list; evidence and runs, citations and follow, on_demand and weigh are
strangers.
"""
