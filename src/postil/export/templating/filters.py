"""Filters: what a template can do with a value, most of it to fit words into another language."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape

from jinja2 import filters as jinja

from postil.cite.export.tex import tex
from postil.export.base.markdown_words import own, plain, quotation

_KEPT = (
    *("abs", "capitalize", "count", "d", "default", "dictsort", "first", "float", "groupby"),
    *("int", "items", "join", "last", "length", "list", "lower", "map", "max", "min", "reject"),
    *("rejectattr", "replace", "reverse", "round", "select", "selectattr", "sort", "string"),
    *("striptags", "sum", "title", "trim", "truncate", "unique", "upper", "urlencode"),
    *("wordcount", "wordwrap"),
)
"""Of Jinja's own; those left out draw lots, keep words unescaped, or make much of little."""


def filters() -> dict[str, Callable[..., object]]:
    """Return all filters by name."""
    return {
        **{name: jinja.FILTERS[name] for name in _KEPT},
        "cell": _cell,
        "html": lambda words: escape(str(words)),
        "json": lambda value: json.dumps(value, ensure_ascii=False),
        "latex": _latex,
        "line": lambda words: " ".join(str(words).split()),
        "markdown": lambda words: plain(str(words)),
        "markdown_body": lambda words, below=0: own(str(words), below),
        "markdown_quote": lambda words: quotation(str(words)),
    }


def _cell(words: object) -> str:
    """Return words as one cell of a table whose cells are parted by tabs or commas."""
    text = str(words).replace('"', '""')
    return f'"{text}"'


def _latex(words: object) -> str:
    """Return words for LaTeX; an empty line is none, for it would begin a paragraph."""
    return tex(" ".join(str(words).split()))
