"""Styles: found by name, and applied to the records of a passage.

- ``zotero``: the reader's own; ``catalogue``: all of them by name; ``nearest``: names mistyped
- ``csl_data``: records for the processor; ``sanitize``: what it gives, safe for a terminal
- ``as_cited_in``, ``locators``: what manuals ask for beyond their styles
- ``csl_citation``, ``bibliography``: a passage, and a list of works, in a style
"""

from postil.cite.styles.catalogue import find_style, language

__all__ = ["find_style", "language"]
