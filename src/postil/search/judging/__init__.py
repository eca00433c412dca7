"""Judging: whether a query holds of an article or a note, and where its words stand there.

``expressions`` turns words into what is found in a folded text, ``word_places`` finds them there
and ``texts`` in a text as it is; ``subject`` says what has to be known of an article or a note,
``judge`` decides. What an index proposes is judged here before it is shown; without an index
everything is.
"""
