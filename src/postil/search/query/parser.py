"""Reads a query by descent: ``any`` of some ``all``, of parts that may be denied or in brackets."""

from __future__ import annotations

from collections.abc import Mapping

from postil.errors import BadPattern, BadQuery
from postil.search.query.fields import FIELDS, Field, Kind
from postil.search.query.lexer import Sign, Token, tokens
from postil.search.query.mistakes import mistake, shown
from postil.search.query.periods import BadPeriod, may_become_period, period
from postil.search.query.terms import has_word
from postil.search.query.tree import (
    EVERYTHING,
    About,
    All,
    AnyOf,
    Choice,
    During,
    How,
    Not,
    Overlap,
    Query,
    Regex,
    Tagged,
    Words,
)
from postil.text.patterns import compile_pattern

LONGEST = 20_000
"""Code points of a query; what is longer was not typed by anybody."""

DEEPEST = 60
"""Brackets and dashes within one another, and saved queries within saved queries."""


def parse(typed: str, saved: Mapping[str, str] | None = None, *, typing: bool = False) -> Query:
    """Read a query; ``@name`` stands for the query that is ``saved`` under this name.

    While it is ``typing``, what is not finished at the end is no mistake, and the last word is the
    beginning of one. Otherwise raises ``BadQuery``, which names the place.
    """
    if len(typed) > LONGEST:
        raise mistake(LONGEST, f"it goes on, beyond {LONGEST:,} letters", "ask for less")
    return _Parser(typed, saved or {}, typing=typing).query()


class _Parser:
    def __init__(
        self, typed: str, saved: Mapping[str, str], *, typing: bool, depth: int = 0
    ) -> None:
        self._typed = typed
        self._saved = saved
        self._typing = typing
        self._tokens = list(tokens(typed, typing=typing))
        self._next = 0
        self._depth = depth

    def query(self) -> Query:
        if self._typing and not self._tokens:
            return EVERYTHING
        found = self._any()
        if self._next < len(self._tokens):
            raise mistake(self._tokens[self._next].at, "a bracket closes nothing", "leave it out")
        if found == EVERYTHING and not self._typing:
            raise mistake(0, "there is no word to look for", "name one")
        return found

    # -- the grammar

    def _any(self) -> Query:
        parts = [self._all(None)]
        while (token := self._peek()) is not None and token.sign is Sign.OR:
            self._next += 1
            parts.append(self._all(token))
        parts = [part for part in parts if part != EVERYTHING]
        return _one(parts, AnyOf)

    def _all(self, behind: Token | None) -> Query:
        """Read what must hold together; ``behind`` is the OR before it, if any."""
        parts: dict[Query, None] = {}
        begun = self._next
        while (token := self._peek()) is not None and token.sign not in (Sign.OR, Sign.CLOSE):
            part = self._part()
            if part != EVERYTHING:
                parts[part] = None
        if self._next == begun and not (self._typing and token is None):
            if behind is not None:
                raise mistake(behind.at, "OR has nothing behind it", "name what else it may be")
            if token is not None and token.sign is Sign.OR:
                if self._typing and token.end == len(self._typed):
                    self._next += 1
                    return EVERYTHING
                raise mistake(token.at, "OR has nothing before it", "name what else it may be")
            raise mistake(token.at if token else 0, "there is nothing to look for", "name a word")
        return _one(list(parts), All)

    def _part(self) -> Query:
        token = self._tokens[self._next]
        self._next += 1
        if token.sign is Sign.NOT:
            return self._denied(token)
        if token.sign is Sign.OPEN:
            return self._bracket(token)
        if token.sign is Sign.FIELD:
            return self._field(token)
        return self._text(token)

    def _denied(self, dash: Token) -> Query:
        token = self._peek()
        if token is None or token.sign in (Sign.OR, Sign.CLOSE):
            if token is None and self._typing:
                return EVERYTHING
            raise mistake(dash.at, "- has nothing behind it", "name what must not be there")
        self._deeper(dash)
        part = self._part()
        self._depth -= 1
        return EVERYTHING if part == EVERYTHING else Not(part)

    def _bracket(self, bracket: Token) -> Query:
        if (token := self._peek()) is not None and token.sign is Sign.CLOSE:
            raise mistake(bracket.at, "there is nothing in the brackets", "name a word in them")
        if token is None and self._typing:
            return EVERYTHING
        self._deeper(bracket)
        found = self._any() if token is not None else EVERYTHING
        self._depth -= 1
        token = self._peek()
        if token is not None:
            self._next += 1
        elif not self._typing:
            raise mistake(bracket.at, "a bracket is not closed", "put a ) where it ends")
        return found

    def _field(self, token: Token) -> Query:
        field = FIELDS[token.text]
        value = self._peek()
        if value is None and self._typing:
            return EVERYTHING
        if value is None or value.sign in (Sign.CLOSE, Sign.OR, Sign.NOT, Sign.FIELD):
            raise mistake(token.end, f"{token.text}: has no value", _how_to(field))
        self._next += 1
        if value.sign is Sign.OPEN:
            return _each(self._bracket(value), field, value.at)
        unfinished = self._typing and self._peek() is None and value.end == len(self._typed)
        return _of_field(self._text(value, field), field, value, unfinished=unfinished)

    # -- what stands for itself

    def _text(self, token: Token, field: Field | None = None) -> Query:
        if token.sign is Sign.REGEX:
            return self._regex(token)
        if token.sign is Sign.PHRASE:
            if not has_word(token.text):
                if self._typing:
                    return EVERYTHING
                raise mistake(token.at, "there is no word between the quotation marks", "name one")
            closed = token.end - token.at == len(token.text) + 2
            return Words(token.text, How.PHRASE if closed else How.PREFIX)
        if field is None and token.text[0] == "@" and token.text[1:] in self._saved:
            return self._saved_query(token)
        return self._word(token, field)

    def _word(self, token: Token, field: Field | None) -> Query:
        word, how = token.text, How.WORD
        if field is None or field.kind in (Kind.WORDS, Kind.TAG):
            if word.endswith("*"):
                word, how = word.rstrip("*"), How.PREFIX
            elif word.endswith("~"):
                word, how = word.rstrip("~"), How.FUZZY
            if not word.strip("*~") and how is not How.WORD:
                why = f"{token.text[0]} has no letters before it"
                raise mistake(token.at, why, "put it behind the beginning of a word")
            if field is None and not has_word(word):
                return EVERYTHING
            last = token.end == len(self._typed)
            if self._typing and last and how is How.WORD:
                how = How.PREFIX
        return Words(word, how)

    def _regex(self, token: Token) -> Query:
        if not token.text:
            if self._typing:
                return EVERYTHING
            raise mistake(token.at, "there is nothing between the slashes", "write an expression")
        try:
            return Regex(compile_pattern(token.text))
        except BadPattern as error:
            if self._typing and self._typed[token.at + len(token.text) + 1 :] == "":
                return EVERYTHING
            raise mistake(
                token.at, f"the regular expression fails: {error.why}", error.remedy
            ) from error

    def _saved_query(self, token: Token) -> Query:
        self._deeper(token)
        inner = _Parser(
            self._saved[token.text[1:]], self._saved, typing=self._typing, depth=self._depth
        )
        try:
            found = inner.query()
        except BadQuery as error:
            why = f"the saved query {shown(token.text)} cannot be read: {error.why}"
            raise mistake(token.at, why, "save it anew") from error
        self._depth -= 1
        return found

    # -- the tokens

    def _peek(self) -> Token | None:
        return self._tokens[self._next] if self._next < len(self._tokens) else None

    def _deeper(self, token: Token) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise mistake(token.at, f"it goes deeper than {DEEPEST} levels", "ask more simply")


def _one(parts: list[Query], together: type[All] | type[AnyOf]) -> Query:
    if not parts:
        return EVERYTHING
    return parts[0] if len(parts) == 1 else together(tuple(parts))


def _how_to(field: Field) -> str:
    if field.values:
        return f"it can be {', '.join(field.values)}"
    if field.kind is Kind.PERIOD:
        return f"write it as {field.name}:2015 or {field.name}:2009..2015"
    return f"write it behind the colon, as {field.name}:word"


def _each(value: Query, field: Field, at: int) -> Query:
    """Ask the same field for each of the values in brackets."""
    if isinstance(value, Not):
        return Not(_each(value.part, field, at))
    if isinstance(value, All | AnyOf):
        return type(value)(tuple(_each(part, field, at) for part in value.parts))
    if isinstance(value, Words | Regex):
        token = Token(Sign.WORD, value.typed if isinstance(value, Words) else "", at, at)
        return _of_field(value, field, token, unfinished=False)
    raise mistake(at, f"a field cannot stand within {field.name}:", "put it beside it")


def _of_field(value: Query, field: Field, token: Token, *, unfinished: bool) -> Query:
    """Ask a field for a value, as it was read."""
    typed = value.typed if isinstance(value, Words) else ""
    if field.kind is Kind.CHOICE:
        if typed not in field.values:
            if unfinished and any(one.startswith(typed) for one in field.values):
                return EVERYTHING
            why = f"{field.name}: cannot be {shown(token.text)}"
            raise mistake(token.at, why, _how_to(field))
        return Choice(field.name, typed)
    if field.kind is Kind.PERIOD:
        try:
            return During(field.name, period(typed))
        except BadPeriod as error:
            if unfinished and may_become_period(typed):
                return EVERYTHING
            raise mistake(token.at + error.at, str(error), _how_to(field)) from error
    if field.kind is Kind.TAG and isinstance(value, Words):
        return _tag(value, token, unfinished=unfinished)
    return About(field.name, value)


def _tag(value: Words, token: Token, *, unfinished: bool) -> Query:
    if token.sign is Sign.WORD and "&" in value.typed:
        tags = tuple(part.strip().strip('"').strip("/") for part in value.typed.split("&"))
        if all(tags):
            return Overlap(tags)
        if unfinished:
            return EVERYTHING
        raise mistake(token.at, "& joins two tags, and one of them is missing", "write tag:a&b")
    if value.how is How.PREFIX or value.how is How.FUZZY:
        return About("tag", value)
    tag = value.typed.strip().strip("/")
    if not tag:
        raise mistake(token.at, "there is no tag", "write tag:name")
    return Tagged(tag)
