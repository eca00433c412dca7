"""What helps who types a query: which pieces of it are fields or signs, and how it may go on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from postil.model.span import Span
from postil.model.values import NamedTuple
from postil.search.query.fields import FIELDS, Field
from postil.search.query.lexer import Sign, tokens
from postil.text.lazy_regex import lazily

Fields = tuple[Field, ...]
Names = Mapping[str, Sequence[str]]
"""By the name of a field the values that are known."""

LOOKED_UP = ("author", "source", "outlet", "title", "by")
"""The fields whose values are what articles and notes say of themselves."""

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


def last_word(typed: str) -> str:
    """Return the word that a query ends with: a field with its value, also in quotation marks."""
    begun = max(typed.rfind(sign) for sign in " (-") + 1
    mark = typed.rfind(':"')
    if mark >= 0 and typed.count('"', mark) % 2 and mark < begun:
        begun = max(typed.rfind(sign, 0, mark) for sign in " (-") + 1
    return typed[begun:]


def completion(typed: str, values: Names | None = None) -> str | None:
    """Return how a query may go on: the name of a field, or a value of one; None for nothing.

    ``values`` are those that are known of fields, by the name of each, in the order in which they
    are offered. A family name is enough: a value goes on from any of its words. What is taken of
    this has to be :func:`accepted`.
    """
    name, colon, wanted = last_word(typed).partition(":")
    if colon and name in FIELDS:
        choices = _from_any_word((values or {}).get(name) or FIELDS[name].values)
        end = '"' if wanted.startswith('"') else ""
        wanted = wanted.removeprefix('"')
    elif len(name) >= 2 and not colon:
        choices, wanted, end = (f"{field}:" for field in FIELDS), name, ""
    else:
        return None
    for choice in choices:
        if choice != wanted and choice.casefold().startswith(wanted.casefold()):
            return f"{typed}{choice[len(wanted) :]}{end}"
    return None


def accepted(typed: str, completed: str) -> str:
    """Return a completed query with the last value in quotation marks, where it needs them."""
    word = last_word(typed)
    name, colon, _ = word.partition(":")
    begun = len(typed) - len(word) + len(name) + 1
    lead, value = completed[:begun], completed[begun:]
    if not colon or value.startswith('"') or _WORD.fullmatch(value):
        return completed
    return f'{lead}"{value}"'


def lacks_values(typed: str, values: Names) -> bool:
    """Tell whether a query ends in a field whose values are looked up, and are not there."""
    name, colon, _ = last_word(typed).partition(":")
    return bool(colon) and name in LOOKED_UP and name not in values


def _from_any_word(values: Sequence[str]) -> Iterator[str]:
    """Yield values, and then what each of them has from a later word on."""
    yield from values
    for value in values:
        words = value.split(" ")
        for first in range(1, len(words)):
            yield " ".join(words[first:])


def completions(typed: str, values: Callable[[str], Sequence[str]] = lambda _: ()) -> list[str]:
    """Return all ways in which a query may go on: names of fields, or values of the last one.

    ``values`` returns those that are known of a field by its name. One with blanks is put in
    quotation marks, whether it was begun in them or not.
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
    known = values(name) or FIELDS[name].values
    fitting = (one for one in known if one.casefold().startswith(wanted))
    shown = (f'"{one}"' if not _WORD.fullmatch(one) else one for one in fitting)
    return [f"{lead}{name}:{one}" for one in shown]
