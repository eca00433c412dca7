"""PDFium and the types of C that it takes, loaded without the helpers written around it.

These take as long to load as all that is used here.
"""

from __future__ import annotations

import ctypes as c
from typing import Any

import pypdfium2_raw  # type: ignore[import-untyped]  # its functions are made by a generator

__all__ = ["c", "function", "pdfium"]

pdfium: Any = pypdfium2_raw


def function(name: str, *arguments: object, result: object = c.c_int) -> Any:
    """Return a function of PDFium that takes bare numbers, which is twice as quick to call."""
    found = pdfium.bindings._libs["pdfium"][name]
    found.argtypes, found.restype = arguments, result
    return found
