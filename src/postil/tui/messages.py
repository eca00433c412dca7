"""Puts what the library reports into words for the screen."""

from __future__ import annotations

from postil.errors import PostilError
from postil.text.clean import clean_line
from postil.text.quotes import in_marks


def sentences(error: PostilError) -> str:
    """Return what failed and why, then what to do, each a sentence of its own."""
    said = sentence(f"{error.what}: {error.why}")
    return f"{said} {sentence(error.remedy)}" if error.remedy else said


def sentence(words: str) -> str:
    """Return words with a capital letter and a full stop; names of files stay as they are."""
    first = words.split(maxsplit=1)[0].rstrip(",:?…")
    if first.isalpha():
        words = words[0].upper() + words[1:]
    return words if words.endswith((".", "…", "!", "?")) else f"{words}."


def notes_counted(count: int) -> str:
    """Return how many notes there are, as in ``3 notes``; "" for none."""
    return "" if not count else "1 note" if count == 1 else f"{count} notes"


def nothing_matches(typed: str) -> str:
    """Return the sentence that says that an article does not have what was looked for."""
    return f"Nothing here matches {in_marks(clean_line(typed))}."
