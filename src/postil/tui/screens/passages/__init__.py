"""The passages of a tag or of a source: listed by article, searched within, and gone to.

``passage`` is one as it is listed, ``passage_list`` draws them, ``preview`` shows one whole;
``supply`` reads them in threads, and ``screen`` puts all of it together.
"""
