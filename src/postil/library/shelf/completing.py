"""Completes queries: the fields, and for each the values that are known, to choose one from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from postil.library.base.makers import makers
from postil.library.catalogue.query_hints import fields, last_word
from postil.library.catalogue.refreshing import kept
from postil.library.catalogue.saved_queries import saved_queries
from postil.library.catalogue.standings import Standings
from postil.library.notes.tagging import tags
from postil.model.values import NamedTuple
from postil.search.query.fields import FIELDS, Field, Kind
from postil.store.home.home import Home
from postil.text.clean import clean_line
from postil.text.fold import fold_key

MOST = 2000
"""Values of one field that are offered; who has more of them types on."""

PERIODS = (
    ("2015", "in that year"),
    ("2015-01", "in that month"),
    ("2009..2015", "from one year to the other"),
    ("..1999", "until then"),
    ("2019..", "since then"),
)
"""How a time may be given, with what it means."""

Values = Mapping[str, Sequence[tuple[str, str]]]
"""By the name of a field the values that are known, each with what there is to say of it.

Under ``@`` stand the saved queries.
"""


class QueryChoice(NamedTuple):
    """One way in which a query may go on."""

    text: str
    """What is put in the place of the word that is typed."""
    said: str
    """What it means, or how much of it there is."""


def known_values(home: Home) -> Values:
    """Return what is known of each field, and the saved queries; the most used first."""
    authors, outlets, sources, titles = (
        Counter[str](),
        Counter[str](),
        Counter[str](),
        Counter[str](),
    )
    standings = Standings(home)
    articles = kept(home.places)
    try:
        abouts = articles.abouts()
    finally:
        articles.close()
    for path, one in abouts.items():
        said = standings.of(path, one.digest).said
        authors.update([said["author"]] if said.get("author") else one.authors)
        outlets.update([said.get("container-title") or one.outlet])
        titles.update([said.get("title") or one.title])
        sources.update({part for source in one.sources for part in _names_in(source)})
    return {
        "tag": [(one.tag, _times(one.notes, "note")) for one in tags(home)[:MOST]],
        "author": _counted(authors),
        "outlet": _counted(outlets),
        "source": _counted(sources),
        "title": _counted(titles),
        "by": _counted(makers(home), "note"),
        "@": [(f"@{name}", query) for name, query in saved_queries(home).items()],
    }


def choices(typed: str, values: Values) -> list[QueryChoice]:
    """Return how the last word of a query may go on, as it is typed up to the cursor."""
    word = last_word(typed)
    name, colon, value = word.partition(":")
    if colon and (field := FIELDS.get(name)) is not None:
        known = ((f"{name}:{_quoted(text)}", said) for text, said in _of(field, values))
        wanted = value.strip('"')
        return [QueryChoice(*one) for one in known if _begins(one[0].partition(":")[2], wanted)]
    if word.startswith("@"):
        return [QueryChoice(*one) for one in values.get("@", ()) if _begins(one[0][1:], word[1:])]
    named = [QueryChoice(f"{one.name}:", one.asks) for one in fields() if one.name.startswith(word)]
    return [*named, *(QueryChoice(*one) for one in ([] if word else values.get("@", ())))]


def _names_in(source: str) -> Iterator[str]:
    """Yield who and what a source in words names: people, outlets, titles, but no dates."""
    for part in source.split(", "):
        if not any(map(str.isdigit, part)):
            yield part


def _of(field: Field, values: Values) -> Iterator[tuple[str, str]]:
    if field.values:
        yield from ((value, "") for value in field.values)
    elif field.kind is Kind.PERIOD:
        yield from PERIODS
    else:
        yield from values.get(field.name, ())


def _begins(text: str, wanted: str) -> bool:
    """Tell whether a text, or a word in it, begins so."""
    key, begun = fold_key(text.strip('"')), fold_key(wanted)
    return key.startswith(begun) or any(
        word.startswith(begun) for word in key.replace("/", " ").split()
    )


def _quoted(value: str) -> str:
    plain = value.replace('"', "")
    return f'"{plain}"' if not plain or set(plain) & set(' &()"') else plain


def _counted(found: Counter[str], what: str = "article") -> list[tuple[str, str]]:
    sorted_names = sorted(found.items(), key=lambda one: (-one[1], one[0].casefold()))
    names = [(clean_line(text), _times(count, what)) for text, count in sorted_names if text]
    return names[:MOST]


def _times(count: int, what: str) -> str:
    return f"{count} {what}{'s' * (count != 1)}" if count else ""
