"""Text in, sources out: the attributions of an article, and the words that each governs.

parsing     one attribution: found, cut at its commas, put together as records
lead_ins    words before a quotation that name where it comes from
governing   which words each of them governs, from paragraph to paragraph

Imports point up this list. ``governing.sources.read`` is the way in.
"""
