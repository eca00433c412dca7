"""What a query finds: ``hit`` is a row of it, ``met`` what a search has met on its way.

``note_hits`` finds notes; ``excerpts`` choose a line of an article to show, ``passages`` all that
a query has in it.
"""
