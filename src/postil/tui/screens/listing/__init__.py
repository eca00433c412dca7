"""What all lists over the library share: a query line on top, a list below, and one rule for keys.

``frame`` sets the ``query_line`` above a ``pointed_list``, or what is said while it is
``awaited``, and beside a ``preview``; ``list_keys`` has the keys of both, ``steps`` takes changes
back, and ``language`` is the query language as the help lists it.
"""
