"""What Postil keeps: the reader's notes in ledgers that survive a crash, and this machine's own.

From the ground up:

- ``types``: a record as JSON has it, and the key that tells it from others
- ``disk``: bytes written, synced and replaced; the lock; the hybrid clock
- ``ledger``: one file of records as a TinyDB: appended to, repaired, upgraded, backed up
- ``machine``: the id of this machine, its state, its cache
- ``records``: notes, articles, tags and marks as documents; mergeable fields, version vectors
- ``merge``: the CRDT join of two machines' versions, and the three-way rebase within one
- ``home``: all ledgers of a home merged, written to through this machine's own; undo, history

Within the package imports point up this list; ``machine`` and ``records`` are strangers. A function
that is called by a participle, as ``joined``, returns something new and changes nothing.
"""
