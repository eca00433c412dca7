"""A document: its citations in order, and the bibliography.

- ``positions``, ``disambiguate``, ``clusters``, ``bibliography_layout``, ``sorting``: strangers
- ``processor``: all of them together
"""
