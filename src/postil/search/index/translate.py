"""Translates a query for tantivy: into one that holds wherever the query may hold, and seldom else.

What an index of words cannot tell, such as fields, denials and expressions, is left out: it is
judged on what the rest has found.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tantivy import Occur, Schema
from tantivy import Query as Asked

from postil.search.index.entries import IN_A_ROW, LONGEST, shortened
from postil.search.index.schema import TEXT
from postil.search.query.plurals import forms
from postil.search.query.terms import Term, terms_of
from postil.search.query.tree import All, AnyOf, How, Query, Words


def translate(query: Query, schema: Schema) -> Asked | None:
    """Return what to ask tantivy; None where anything may be an answer."""
    match query:
        case All(parts):
            found = [asked for part in parts if (asked := translate(part, schema)) is not None]
            return _all(found) if found else None
        case AnyOf(parts):
            either = [translate(part, schema) for part in parts]
            known = [asked for asked in either if asked is not None]
            return _any(known) if len(known) == len(either) else None
        case Words():
            return _Asking(schema).words(query)
        case _:
            return None


class _Asking:
    def __init__(self, schema: Schema) -> None:
        self._schema = schema

    def words(self, words: Words) -> Asked | None:
        terms = terms_of(words.typed)
        if not terms:
            return Asked.empty_query()
        *before, last = terms
        if words.how is How.FUZZY:
            found = [asked for term in terms if (asked := self._fuzzy(term)) is not None]
            return _all(found) if found else None
        if words.how is How.PREFIX and not last.run:
            rows = [self._prefix(last.text)]
            return _all([*rows, *(self._rows([one.text for one in before]))])
        ends = forms(last.text) if words.how is How.WORD and not last.run else (last.text,)
        return _any([_all(self._rows([*(one.text for one in before), end])) for end in ends])

    def _rows(self, words: Sequence[str]) -> list[Asked]:
        """Return what asks for words in a row, in pieces of which each was indexed together."""
        starts = {
            min(start, max(len(words) - IN_A_ROW, 0)): None
            for start in range(0, len(words), IN_A_ROW)
        }
        return [self._row(words[start : start + IN_A_ROW]) for start in starts]

    def _row(self, words: Sequence[str]) -> Asked:
        if len(words) == 1:
            return Asked.term_query(self._schema, TEXT, shortened(words[0]))
        return Asked.phrase_query(self._schema, TEXT, [shortened(word) for word in words])

    def _prefix(self, word: str) -> Asked:
        whole = self._row([word])
        if len(word) >= LONGEST:
            return whole
        begun = Asked.regex_query(self._schema, TEXT, re.escape(word) + ".*")
        return _any([begun, whole])

    def _fuzzy(self, term: Term) -> Asked | None:
        if term.run:
            return self._row([term.text])
        if len(term.text) > LONGEST // 2:
            return None
        return Asked.fuzzy_term_query(self._schema, TEXT, term.text)


def _all(parts: Sequence[Asked]) -> Asked:
    if len(parts) == 1:
        return parts[0]
    return Asked.boolean_query([(Occur.Must, one) for one in parts])


def _any(parts: Sequence[Asked]) -> Asked:
    if len(parts) == 1:
        return parts[0]
    return Asked.boolean_query([(Occur.Should, one) for one in parts])
