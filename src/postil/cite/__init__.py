"""Citations of a passage: its words with their source, or records of source and article.

From the ground up:

- ``record``: what is cited (``items``), its keys, problems and words; ``collection`` of many
- ``export``: records as BibTeX, BibLaTeX, RIS and CSL-JSON, by the table in ``writers``
- ``styles``: styles found (``catalogue``, ``zotero``, ``nearest``), citations and bibliographies
  made by them (``csl_citation``, ``bibliography``)
- ``quotation``: excerpts joined, reworded, and set between marks or as a block
- ``citation``: the one call for a passage in any of ``FORMATS``

Within the package imports point up this list. The processor of styles is ``postil.csl``.
"""
