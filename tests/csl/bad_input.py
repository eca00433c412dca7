"""Items and documents as no editor writes them: any value in any field, marks and signs at random.

Strategies for the tests beside this room, and for the long run in ``tests/bench``.
"""

from __future__ import annotations

from hypothesis import strategies as st

from postil.csl import Citation, Cite
from postil.csl.data.items import DATE_VARIABLES, NAME_VARIABLES, NUMBER_VARIABLES
from tests.csl.rendering import Item

TEXTS = ("title", "container-title", "publisher", "note", "URL", "DOI", "language", "genre")
VARIABLES = sorted({*TEXTS, *DATE_VARIABLES, *NAME_VARIABLES, *NUMBER_VARIABLES, "type", "x"})

_MARKS = (
    "<i>", "</i>", "<b>", "</b>", "<sup>", "</sup>", "<sc>", "</sc>", "</span>", "<script>",
    '<span class="nocase">', '"', "'", "“", "”", "‘", "’", "«", ".", "..", "?", "!", ",", ";",
    ":", " ", "\u00a0", "-", "–", "\\-", "&", "/", "12", "iv", "٣", "²", "ⁿ", "ß", "İ", "ŉ", "ǰ",
    "de ", "d'", "von ", "Jr.", "A.", "é", "e\u0301", "山", "\u202e", "\ud800", "\x00", "\x1b[2J",
    "\r\n", "author: A || B", "{:issued: 2001}", "circa ", "1999/2001", "p. ", "-44",
)  # fmt: skip
"""What rules look for, put together at random."""

words = st.one_of(
    st.lists(st.sampled_from(_MARKS), max_size=12).map("".join),
    st.text(max_size=20),
    st.sampled_from(_MARKS).map(lambda sign: sign * 500),
)
numbers = st.one_of(
    st.integers(-(10**30), 10**30),
    st.integers(-3, 40),
    st.floats(),
    st.sampled_from([float("inf"), float("nan")]),
    st.just(10).map(lambda base: base**5000),
)
plain = st.one_of(st.none(), st.booleans(), numbers, words)
names = st.dictionaries(
    st.sampled_from(
        ["family", "given", "literal", "suffix", "non-dropping-particle", "dropping-particle",
         "comma-suffix", "static-ordering", "parse-names", "x"]
    ),
    plain,
    max_size=5,
)  # fmt: skip
parts = st.lists(st.one_of(plain, st.lists(plain, max_size=4)), max_size=3)
dates = st.dictionaries(
    st.sampled_from(["date-parts", "raw", "literal", "season", "circa", "x"]),
    st.one_of(plain, parts, st.lists(st.lists(st.integers(-5, 40), max_size=4), max_size=3)),
    max_size=4,
)
garbage = st.recursive(
    plain,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)
values = st.one_of(plain, st.lists(names, max_size=4), dates, names, garbage)


def items(count: int = 4) -> st.SearchStrategy[list[Item]]:
    """Return some items, of which several may have one name and one year."""
    fields = st.dictionaries(st.sampled_from(VARIABLES), values, max_size=12)
    item = st.tuples(fields, st.sampled_from([*"abc", 7, None, True])).map(
        lambda pair: {**pair[0], "id": pair[1]}
    )
    return st.lists(item, min_size=1, max_size=count)


cites = st.builds(
    Cite,
    st.sampled_from(["a", "b", "c", "7", "nobody"]),
    locator=words,
    label=st.one_of(st.sampled_from(["page", "sub verbo", "chapter"]), words),
    prefix=words,
    suffix=words,
    author_only=st.booleans(),
    suppress_author=st.booleans(),
)
documents = st.lists(
    st.builds(Citation, st.lists(cites, max_size=4), st.integers(-2, 20)), max_size=5
)
