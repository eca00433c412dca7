"""A passage as a quotation, with what its reader has joined or worded anew.

- ``tokens``: words of a wording; ``word_diff``: two wordings compared
- ``omissions``: what is set in gaps; ``comparison``: where the gaps are; ``rewording``: the whole
- ``excerpts``: pieces joined by ellipses; ``passage``: joined and reworded
- ``quotation``: with a note, without a style; ``style_lengths`` and ``block_quotes``: in a style
"""
