"""Nodes of docutils by what they are to a reader."""

from __future__ import annotations

SAME = {
    "paragraph": "p",
    "emphasis": "em",
    "strong": "strong",
    "literal": "code",
    "math": "code",
    "title_reference": "cite",
    "subscript": "sub",
    "superscript": "sup",
    "bullet_list": "ul",
    "list_item": "li",
    "block_quote": "blockquote",
    "definition_list": "dl",
    "term": "dt",
    "definition": "dd",
    "option_list": "dl",
    "description": "dd",
    "figure": "figure",
    "caption": "figcaption",
    "legend": "div",
    "container": "div",
    "topic": "div",
    "sidebar": "div",
    "compound": "div",
    "field_list": "div",
}
"""Nodes that are elements of HTML."""
SKIPPED = frozenset(
    "substitution_definition pending decoration meta generated raw system_message "  # noqa: SIM905
    "header footer label citation_label field_name doctest_block_none".split()
)
ADMONITIONS = frozenset(
    "attention caution danger error hint important note tip warning".split()  # noqa: SIM905
)
