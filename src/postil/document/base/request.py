"""Request for a document to be read: its bytes, and what the reader has said about them."""

from __future__ import annotations

from pathlib import Path

from postil.model.values import NamedTuple
from postil.text.progress import Progress


class Request(NamedTuple):
    """What a reader of bytes is given."""

    data: bytes
    name: str
    """The file's name, clean, for showing."""
    path: Path | None = None
    """Where the bytes are from, as far as they are from a file."""
    progress: Progress | None = None
    """Called every few milliseconds with the share that is done; what it raises ends the work."""
    password: str = ""
    encoding: str = ""
    """That the reader has chosen for what is text within; "" for none."""
