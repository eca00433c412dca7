"""Takes back what was changed last, and does again what was taken back."""

from __future__ import annotations

from postil.store.home import Home


def undo(home: Home) -> str:
    """Take back the last change and return a sentence that says which.

    Raises NothingToUndo where there is none, and CannotWrite.
    """
    return f"Undone: {home.undo().label}."


def redo(home: Home) -> str:
    """Make the change that was taken back last, and return a sentence that says which.

    Raises NothingToUndo where there is none, and CannotWrite.
    """
    return f"Done again: {home.redo().label}."
