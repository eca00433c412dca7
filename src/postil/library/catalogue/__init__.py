"""The catalogue: everything that is known on this machine, kept up to date and searched.

``knowing`` adds and forgets, ``looking`` tells which files have changed, ``reading`` reads one,
``refreshing`` keeps the texts of what is known and ``indexing`` their index; ``indexer`` is a
process that does both, and ``background`` starts it and waits. ``subjects`` and ``note_subjects``
say what a query can ask of an article and of a note, with what ``standings`` know; ``choosing``
lists the notes that fit one, ``saved_queries`` keeps those that have a name. ``searching`` finds,
``live_search`` while a query is typed, to which ``query_hints`` help; ``found`` is what they find.
"""
