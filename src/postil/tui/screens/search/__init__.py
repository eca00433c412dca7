"""Searching everything: a query, what it finds while it is typed, and the way from hit to hit.

``screen`` puts the ``hit_list`` and the ``preview`` into the frame of all lists; ``wording`` says
what there is to say where nothing is found, and ``searcher`` answers, whose ``freshness`` says how
much is read. ``session`` remembers it all for the next time; ``hit_walk`` leads along the ``trail``
of hits while the reader reads.
"""
