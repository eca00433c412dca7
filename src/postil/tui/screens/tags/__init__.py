"""The tags screen: the tree of all tags, and what can be done with one wherever it is used.

``tag_list`` draws the tree and has the keys, ``reader`` reads it in threads, and ``tree`` lists it
beside the passages of a tag, the ``preview``. ``changes`` asks for what a change needs, the
``carrier`` makes it, ``split`` is the checklist of a split, and ``screen`` puts it all together.
"""
