"""A CSL 1.0.2 processor: a style, a language, items and citations in, rich text out."""

from __future__ import annotations

from postil.csl.data.items import Citation, Cite
from postil.csl.document.processor import Processor
from postil.csl.ground.xml import StyleError, parse
from postil.csl.style.style import Style, independent_parent, read_style, style_of

__all__ = [
    "Citation",
    "Cite",
    "Processor",
    "Style",
    "StyleError",
    "independent_parent",
    "parse",
    "read_style",
    "style_of",
]
