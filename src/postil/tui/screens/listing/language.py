"""The query language as the help lists it: signs first, then the fields with their values."""

from __future__ import annotations

from postil import library
from postil.tui.commands import Further

SIGNS = (
    ("word word", "All words", "All of them in one article, its title and text, or in one note"),
    ('"word word"', "In a row", "These words in a row, whatever stands between them that is none"),
    ("word OR word", "Either", "One of the two; OR binds weaker than what stands side by side"),
    ("-word", "Without", "Not in that article, not in that note; also before a field or a bracket"),
    ("(…)", "Together", "Brackets hold together, also behind a field: tag:(a OR b)"),
    ("word*", "Beginning", "All words that begin so; the last word typed is taken so anyway"),
    ("word~", "Near miss", "Words with one letter added, left out, changed or swapped"),
    ("/…/", "Expression", "A regular expression; case does not count"),
    ("@name", "Saved query", "What was saved under this name"),
    ("→", "Completes", "At the end of the line: takes the name or the value that is offered"),
)
"""The signs, what each is called here, and what it finds."""


def language() -> tuple[Further, ...]:
    """Return what can be written in a query."""
    signs = [
        Further(f"query.{number}", sign, name, finds)
        for number, (sign, name, finds) in enumerate(SIGNS, 1)
    ]
    fields = [
        Further(f"query.{field.name}", f"{field.name}:", " ".join(field.values) or "…", field.asks)
        for field in library.query_hints.fields()
    ]
    return (*signs, *fields)
