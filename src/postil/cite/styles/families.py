"""Tells to which family a style belongs, as its makers have named it."""

from __future__ import annotations

from postil.csl import Style


def named(style: Style, family: str) -> bool:
    """Tell whether a style is of a family, by the words of the name that is its address."""
    info = style.root.first("info")
    address = info.first("id") if info is not None else None
    name = address.text.strip().rstrip("/").rpartition("/")[2] if address is not None else ""
    return f"-{family}-" in f"-{name}-"
