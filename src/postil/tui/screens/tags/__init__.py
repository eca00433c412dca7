"""The tags screen: the tree of all tags, and what can be done with one wherever it is used.

``tag_list`` draws the tree and has the keys, ``reader`` reads it in threads, ``preview`` shows the
passages of the tag pointed at; ``changes`` asks for what a change needs and makes it, ``split``
is the checklist of a split, and ``screen`` puts all of it together.
"""
