"""A home: the ledgers of all its machines as one, and what is kept beside them.

From the ground up: ``lazy_notes`` and ``merged`` (records of several ledgers), ``history`` and
``snapshots`` (replaced versions, texts), ``conflict_copies``, ``ledgers`` (the folder),
``prescan``, ``proofs``, ``notes_on_demand`` and ``note_lookup``, ``journal`` and ``undoing``,
``merged_home`` (reading alone), ``home`` (writing, too).
"""
