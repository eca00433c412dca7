"""A ledger: one JSON file of records, one a line, which plain TinyDB reads after every commit.

From the ground up: ``ledger_format`` (the form of the file), ``upgrades``, ``salvage`` and
``line_scan`` (records out of bytes), ``ledger_parser`` and ``incremental`` (whole files),
``ledger_file`` (reading and changing one), ``backups``, ``ledger_reader`` (reading alone),
``repair`` and ``mender``, ``storage`` (what TinyDB writes to), ``tables`` (TinyDB's over it).
"""
