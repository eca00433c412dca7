"""Decides whether a query holds of an article or a note, and which words of it are to be shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from postil.search.judging.subject import Subject
from postil.search.judging.texts import SearchedText
from postil.search.query.tree import (
    About,
    All,
    AnyOf,
    Choice,
    During,
    Not,
    Overlap,
    Query,
    Regex,
    Tagged,
    Words,
)
from postil.text.tag_tree import under


def holds(query: Query, subject: Subject) -> bool:
    """Tell whether a query holds of an article or a note."""
    match query:
        case All(parts):
            return all(holds(part, subject) for part in parts)
        case AnyOf(parts):
            return any(holds(part, subject) for part in parts)
        case Not(part):
            return not holds(part, subject)
        case Words() | Regex():
            return any(text.has(query) for text in subject.texts)
        case About(field, value):
            return _about(subject.named(field), value)
        case Choice(field, value):
            return value in subject.choices(field)
        case During(field, period):
            own = subject.period(field)
            return own is not None and period.meets(own)
        case Tagged(tag):
            return any(under(one, tag) for one in subject.tags)
        case Overlap(tags):
            return subject.overlaps(tags)


def shown_parts(query: Query) -> Iterator[Words | Regex]:
    """Yield what is looked for in the text itself, and so is shown where it is found."""
    match query:
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from shown_parts(part)
        case Words() | Regex():
            yield query
        case _:
            return


def _about(texts: Sequence[SearchedText], value: Query) -> bool:
    """Tell whether words, or what is made of words, stand in the texts of a field."""
    match value:
        case All(parts):
            return all(_about(texts, part) for part in parts)
        case AnyOf(parts):
            return any(_about(texts, part) for part in parts)
        case Not(part):
            return not _about(texts, part)
        case Words() | Regex():
            return any(text.has(value) for text in texts)
        case _:
            raise ValueError(f"no field has the value {value!r}")
