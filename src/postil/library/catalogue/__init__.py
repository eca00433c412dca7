"""The catalogue: everything that is known on this machine, kept up to date and searched.

``knowing`` adds and forgets, ``refreshing`` keeps the texts of what is known, ``subjects`` says
what a query can ask of an article and of a note, ``choosing`` lists the notes that fit one,
``saved_queries`` keeps those that have a name, ``searching`` finds, ``live_search`` while a query
is typed, to which ``query_hints`` help.
"""
