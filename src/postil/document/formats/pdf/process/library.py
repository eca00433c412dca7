"""PDFium and the types of C that it takes, loaded without the helpers written around it.

These take as long to load as all that is used here.
"""

from __future__ import annotations

import ctypes as c
from typing import Any

import pypdfium2_raw  # type: ignore[import-untyped]  # its functions are made by a generator

__all__ = ["c", "pdfium"]

pdfium: Any = pypdfium2_raw
