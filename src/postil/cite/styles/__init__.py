"""Styles: found by name, and applied to the records of a passage."""

from postil.cite.styles.catalogue import find_style, language

__all__ = ["find_style", "language"]
