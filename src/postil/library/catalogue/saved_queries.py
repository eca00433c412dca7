"""Saved queries: kept in the home, each under a name, and asked for as ``@name`` in others."""

from __future__ import annotations

from collections.abc import Mapping

from postil.errors import BadRequest
from postil.search.query.lexer import Sign, tokens
from postil.search.query.mistakes import shown
from postil.search.query.parser import parse
from postil.search.query.tree import Query
from postil.store.home.home import Home
from postil.store.home.journal import Change
from postil.store.records.records import SavedQuery
from postil.text.clean import clean_line

LONGEST = 40
"""Code points of a name."""


def saved_queries(home: Home) -> Mapping[str, str]:
    """Return what was saved, by name, in the order of the names."""
    return {name: one.query for name, one in sorted(home.saved_queries().items())}


def asked(home: Home, typed: str, *, typing: bool = False) -> Query:
    """Read a query in which ``@name`` stands for one that is saved; raises as ``parse`` does."""
    saved = saved_queries(home) if "@" in typed else {}
    return parse(typed, saved, typing=typing)


def unknown(home: Home, typed: str) -> list[str]:
    """Return the words of a query that look like saved queries and are none: ``@name`` is text."""
    saved = saved_queries(home)
    words = (one.text for one in tokens(typed, typing=True) if one.sign is Sign.WORD)
    return [word for word in words if word[:1] == "@" and word[1:] and word[1:] not in saved]


def save(home: Home, name: str, query: str) -> SavedQuery:
    """Keep a query under a name, in the place of the one that had it; undoable.

    Raises BadRequest for a name that cannot be one, BadQuery for a query that cannot be read, and
    CannotWrite.
    """
    key = _name(name)
    new = SavedQuery(key, clean_line(query))
    # Read with itself among the saved: it must not ask for itself.
    parse(query, {**saved_queries(home), key: query})
    old = home.saved_queries().get(key)
    if new != old:
        label = f"query @{key} {'changed' if old else 'saved'}"
        home.apply(Change(label, (old,) if old else (), (new,)))
    return new


def delete(home: Home, name: str) -> None:
    """Keep a query no more; undoable. Raises BadRequest where none has the name; CannotWrite."""
    key = clean_line(name).removeprefix("@")
    old = home.saved_queries().get(key)
    if old is None:
        raise BadRequest(shown(name), "no query is saved by this name", "see them: postil query")
    home.apply(Change(f"query @{key} deleted", (old,)))


def _name(typed: str) -> str:
    name = clean_line(typed).removeprefix("@")
    if not name or not all(sign.isalnum() or sign in "-_" for sign in name):
        why = "the name of a query has letters, figures, - and _ alone"
        raise BadRequest(shown(typed), why, "give another name")
    if len(name) > LONGEST:
        raise BadRequest(shown(typed), f"the name of a query has {LONGEST} letters at most")
    return name
