"""Lists of notes: by a query and in an order, with what is known of those in sight.

``note_lists`` follows a query over very many notes, of which ``outlines`` has what an order needs.
``orders`` are the ways to list them. ``note_views`` looks up what a note does not say itself,
and ``comparing`` groups passages by source.
"""
