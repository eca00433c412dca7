"""A processor of the Citation Style Language (CSL) 1.0.2: see README.md beside this file.

A style, a language, items in CSL-JSON and citations go in; text, HTML or Markdown comes out. The
package imports nothing of Postil and nothing but Python. From the ground up:

- ``ground``: the error, XML made safe, rich text, lists of words
- ``data``: items, names, dates and cites, read from CSL-JSON
- ``style``: styles and locales, read from their XML
- ``text``: markup of fields, case, fonts, punctuation, and rich text as characters
- ``render``: the elements of a style for one item
- ``document``: citations in their order, disambiguation, sorting, the bibliography

Within the package imports point up this list; ``data`` and ``style`` are strangers. A function
that is called by a participle, as ``decorated``, returns something new and changes nothing.
"""

from __future__ import annotations

from postil.csl.data.items import Citation, Cite, Date, Day, Item, Name
from postil.csl.data.read_items import read_item
from postil.csl.document.processor import Processor
from postil.csl.ground.errors import StyleError
from postil.csl.ground.rich import Piece, Pieces, Run, Span, join_pieces, plain_text
from postil.csl.ground.xml import Node, parse
from postil.csl.style.locale import Loader, Locale, read_locale
from postil.csl.style.style import Style, independent_parent, read_style, style_of
from postil.csl.text.output import Format, format_pieces

__all__ = [
    "Citation",
    "Cite",
    "Date",
    "Day",
    "Format",
    "Item",
    "Loader",
    "Locale",
    "Name",
    "Node",
    "Piece",
    "Pieces",
    "Processor",
    "Run",
    "Span",
    "Style",
    "StyleError",
    "format_pieces",
    "independent_parent",
    "join_pieces",
    "parse",
    "plain_text",
    "read_item",
    "read_locale",
    "read_style",
    "style_of",
]
