"""The elements of a style, rendered for one item.

- ``numbers``, ``dates``, ``initials``: values as a style and a language want them
- ``name``: one name, with ``initials``
- ``context``: what rendering knows of item, cite and place
- ``name_list``: one list of names; ``names``: the lists of an element; ``conditions``
- ``elements``: every element of a style, by its tag
"""
