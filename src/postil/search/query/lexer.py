"""Tokens of a query; a sign means something only where a word begins or ends."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from postil.model.values import NamedTuple
from postil.search.query.fields import FIELDS, Kind
from postil.search.query.mistakes import mistake


class Sign(Enum):
    """What a token is."""

    OPEN = "("
    CLOSE = ")"
    OR = "OR"
    NOT = "-"
    FIELD = "field"
    WORD = "word"
    PHRASE = "phrase"
    REGEX = "regex"


class Token(NamedTuple):
    """A piece of a query that means something, with where it stands in code points."""

    sign: Sign
    text: str
    """The name of a field, the letters of a word, or what stands between the marks."""
    at: int
    end: int


def tokens(typed: str, *, typing: bool = False) -> Iterator[Token]:
    """Yield the tokens of a query.

    While it is ``typing`` a quotation or an expression without an end goes on to the end. Otherwise
    raises ``BadQuery`` for it.
    """
    at = 0
    value_of: str | None = None
    while at < len(typed):
        sign = typed[at]
        if sign.isspace():
            at += 1
            continue
        token = _marked(typed, at, value_of, typing=typing)
        if token is None and value_of is None:
            token = _operator(typed, at)
        if token is None:
            token = _word(typed, at, value_of)
        at = token.end
        value_of = token.text if token.sign is Sign.FIELD else None
        yield token


def _marked(typed: str, at: int, value_of: str | None, *, typing: bool) -> Token | None:
    """Return what stands between two marks, or a bracket."""
    sign = typed[at]
    if sign in "()":
        return Token(Sign(sign), sign, at, at + 1)
    if sign == '"':
        end = typed.find('"', at + 1)
        if end < 0 and not typing:
            raise mistake(at, "a quotation is not closed", 'put a " where it ends')
        end = len(typed) if end < 0 else end
        return Token(Sign.PHRASE, typed[at + 1 : end], at, min(end + 1, len(typed)))
    if sign == "/" and not _of_tags(value_of):
        end = _end_of_regex(typed, at)
        if end < 0 and not typing:
            why = "a regular expression is not closed"
            raise mistake(at, why, 'put a / where it ends, or "…" around an address')
        end = len(typed) if end < 0 else end
        return Token(Sign.REGEX, typed[at + 1 : end], at, min(end + 1, len(typed)))
    return None


def _end_of_regex(typed: str, at: int) -> int:
    """Return where a slash closes an expression: before a blank, a bracket or the end; else -1."""
    end = at + 1
    while end < len(typed):
        if typed[end] == "\\":
            end += 2
            continue
        if typed[end] == "/" and (end + 1 == len(typed) or _ends(typed[end + 1])):
            return end
        end += 1
    return -1


def _ends(sign: str) -> bool:
    return sign.isspace() or sign == ")"


def _operator(typed: str, at: int) -> Token | None:
    if typed[at] == "-" and not _mere_dash(typed, at):
        return Token(Sign.NOT, "-", at, at + 1)
    if typed.startswith("OR", at) and (
        at + 2 == len(typed) or _ends(typed[at + 2]) or typed[at + 2] == "("
    ):
        return Token(Sign.OR, "OR", at, at + 2)
    return None


def _mere_dash(typed: str, at: int) -> bool:
    """Tell whether a dash stands alone between two words, where it means nothing."""
    behind = typed[at + 1 :].lstrip()
    return (
        typed[at + 1 : at + 2].isspace()
        and bool(behind)
        and behind[0] != ")"
        and behind.partition(" ")[0] != "OR"
    )


def _of_tags(field: str | None) -> bool:
    return field is not None and FIELDS[field].kind is Kind.TAG


def _word(typed: str, at: int, value_of: str | None) -> Token:
    """Return the word that begins here, or the field whose name does."""
    if value_of is None:
        name, colon, _ = typed[at : at + 10].partition(":")
        if colon and name in FIELDS:
            return Token(Sign.FIELD, name, at, at + len(name) + 1)
    tag = _of_tags(value_of)
    end = at
    while end < len(typed) and not _ends(typed[end]) and typed[end] != "(":
        if typed[end] == '"':
            # In a tag a quotation mark may follow an ampersand.
            close = typed.find('"', end + 1) if tag and typed[end - 1] == "&" else -1
            if close < 0:
                break
            end = close
        end += 1
    return Token(Sign.WORD, typed[at:end], at, end)
