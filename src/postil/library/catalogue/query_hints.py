"""What helps who types a query: which pieces of it are fields or signs, and how it may go on."""

from __future__ import annotations

from collections.abc import Sequence

from postil.model.span import Span
from postil.model.values import NamedTuple
from postil.search.query.fields import FIELDS, Field
from postil.search.query.lexer import Sign, tokens
from postil.text.lazy_regex import lazily

Fields = tuple[Field, ...]

PIECES = {
    Sign.FIELD: "field",
    Sign.OR: "sign",
    Sign.NOT: "sign",
    Sign.OPEN: "sign",
    Sign.CLOSE: "sign",
    Sign.PHRASE: "phrase",
    Sign.REGEX: "regex",
}
"""What the tokens are called that mean something else than a word."""


_WORD = lazily(r"[\w/.-]+")
"""A value that needs no quotation marks."""


class Piece(NamedTuple):
    """A piece of a query that is no mere word."""

    kind: str
    """``field``, ``sign``, ``phrase``, ``regex``, or ``value`` of a field."""
    span: Span


def fields() -> Fields:
    """Return all fields of the query language, in the order in which they are explained."""
    return tuple(FIELDS.values())


def pieces(typed: str) -> list[Piece]:
    """Return the pieces of a query that mean something, in their order."""
    found = []
    value = False
    for token in tokens(typed, typing=True):
        kind = PIECES.get(token.sign, "value" if value else "")
        if kind:
            found.append(Piece(kind, Span(token.at, token.end)))
        value = token.sign is Sign.FIELD
    return found


def completion(typed: str, tags: Sequence[str] = ()) -> str | None:
    """Return how a query may go on: the name of a field, or a value of one; None for nothing.

    ``tags`` are offered for ``tag:`` in the order given.
    """
    begun = max(typed.rfind(sign) for sign in " (-") + 1
    word = typed[begun:]
    name, colon, value = word.partition(":")
    if colon and name in FIELDS:
        choices = tags if name == "tag" else FIELDS[name].values
        wanted = value
    elif len(word) >= 2 and not colon:
        choices = [f"{field}:" for field in FIELDS]
        wanted = word
    else:
        return None
    for choice in choices:
        if choice != wanted and choice.casefold().startswith(wanted.casefold()):
            return typed + choice[len(wanted) :]
    return None


def completions(typed: str, tags: Sequence[str] = ()) -> list[str]:
    """Return all ways in which a query may go on: names of fields, or values of the last one.

    A tag with blanks is put in quotation marks, whether it was begun in them or not.
    """
    begun = max(typed.rfind(sign) for sign in " (-") + 1
    if (at := typed.rfind(':"')) > 0 and typed.count('"', at) == 1:
        begun = max(typed.rfind(sign, 0, at) for sign in " (-") + 1
    lead, word = typed[:begun], typed[begun:]
    name, colon, value = word.partition(":")
    if not colon:
        return [f"{lead}{field}:" for field in FIELDS if field.startswith(word)]
    if name not in FIELDS:
        return []
    wanted = value.removeprefix('"').casefold()
    values = tags if name == "tag" else FIELDS[name].values
    fitting = (one for one in values if one.casefold().startswith(wanted))
    shown = (f'"{one}"' if not _WORD.fullmatch(one) else one for one in fitting)
    return [f"{lead}{name}:{one}" for one in shown]
