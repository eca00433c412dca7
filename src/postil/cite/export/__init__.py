"""Records in the formats that other programs read.

- ``csl_json``, ``ris``, and ``tex`` below ``bibtex`` and ``biblatex``
- ``writers``: the table of the formats; it loads the one that is wanted
"""
