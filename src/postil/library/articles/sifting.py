"""Tells which files need not be read as articles, since what is looked for cannot be in them."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from postil.document.bytes.decode import decode, needs_no_encoding
from postil.document.bytes.read_file import HEAD, head_bytes, read_bytes
from postil.document.formats.registry import PLAIN, format_of
from postil.errors import CannotOpen
from postil.search.sieve import Sieve

__all__ = ["Sieve", "may_hold"]


def may_hold(sieve: Sieve, path: Path, encoding: Callable[[], str]) -> bool:
    """Tell whether the article at a path may have what the sieve looks for.

    Also True where something is to be said of the file when it is read: it cannot be, it is empty,
    its encoding was guessed. What is read from bytes is no text yet, and passes, and so does what
    is written in codes. ``encoding`` returns the one that the reader has chosen for it.
    """
    if not os.path.isfile(path):
        return True
    try:
        data = head_bytes(path) or read_bytes(path)
        form = format_of(path.name, data[:HEAD])
        if form.binary or form.raw:
            return True
        data = data if len(data) < HEAD else read_bytes(path)
        decoded = decode(data, path.name, "" if needs_no_encoding(data) else encoding())
    except CannotOpen:
        return True
    markup = form is not PLAIN
    return bool(decoded.remarks) or sieve.lets_through(decoded.text, markup=markup)
