"""The passages of a tag or of a source: listed by article, searched within, and gone to.

``passage`` is one as it is listed, ``passage_list`` draws them, ``preview`` shows one whole. A
``supply`` reads them in threads, ``browsing`` narrows them to what is typed and remembers where it
was left in a ``memory``; ``screen`` puts all of it together.
"""
