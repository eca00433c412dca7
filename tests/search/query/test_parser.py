"""A query is read into a tree; a mistake is named by its place, and one being typed is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.errors import BadQuery
from postil.search.query.fields import FIELDS
from postil.search.query.parser import DEEPEST, LONGEST, parse
from postil.search.query.periods import Period
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


def word(typed: str, how: How = How.WORD) -> Words:
    return Words(typed, how)


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("boats", word("boats")),
        ("boats  chapel", All((word("boats"), word("chapel")))),
        ("boats boats", word("boats")),
        ("a OR b c", AnyOf((word("a"), All((word("b"), word("c")))))),
        ("(a OR b) c", All((AnyOf((word("a"), word("b"))), word("c")))),
        ("-boats", Not(word("boats"))),
        ("-(a b)", Not(All((word("a"), word("b"))))),
        ("--a", Not(Not(word("a")))),
        ("u-boot", word("u-boot")),
        ("boats - chapel", All((word("boats"), word("chapel")))),
        ('"the old quay"', word("the old quay", How.PHRASE)),
        ("har*", word("har", How.PREFIX)),
        ("Koera~", word("Koera", How.FUZZY)),
        ("23:45", word("23:45")),
        ("https://example.org/a", word("https://example.org/a")),
        ("oRder", word("oRder")),
        ("ORder", word("ORder")),
        ("f(x)", All((word("f"), word("x")))),
        ("boats & chapel", All((word("boats"), word("chapel")))),
        ("author:hart", About("author", word("hart"))),
        ("author:  hart", About("author", word("hart"))),
        ('source:"Mountain Herald"', About("source", word("Mountain Herald", How.PHRASE))),
        ("author:(a OR b)", AnyOf((About("author", word("a")), About("author", word("b"))))),
        ("note:pa*", About("note", word("pa", How.PREFIX))),
        ("tag:labour", Tagged("labour")),
        ("tag:ports/passes", Tagged("ports/passes")),
        ('tag:"to check"', Tagged("to check")),
        ("tag:/a/", Tagged("a")),
        ("tag:a&b", Overlap(("a", "b"))),
        ('tag:a&"b c"', Overlap(("a", "b c"))),
        ('tag:"a&b"', Tagged("a&b")),
        ("tag:(a OR b)", AnyOf((Tagged("a"), Tagged("b")))),
        ("state:orphan", Choice("state", "orphan")),
        ("-in:notes", Not(Choice("in", "notes"))),
        ("date:2014..2015", During("date", Period("2014-01-01", "2015-12-31"))),
        ("Date:2014", word("Date:2014")),
    ],
)
def test_what_is_typed_means_this(typed: str, tree: Query) -> None:
    assert parse(typed) == tree


def test_a_regular_expression_ends_at_a_slash_before_a_blank() -> None:
    tree = parse(r"/a\/b c/d/ e")
    assert isinstance(tree, All)
    pattern, other = tree.parts
    assert isinstance(pattern, Regex)
    assert pattern.pattern.typed == r"a\/b c/d"
    assert other == word("e")


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("", 1),
        ("  ", 1),
        ("OR", 1),
        ("boats OR", 7),
        ("boats OR)", 7),
        ("(OR)", 2),
        ("boats -", 7),
        ("a -OR b", 3),
        ("()", 1),
        ("a (b", 3),
        ("a) b", 2),
        ('""', 1),
        ('"--"', 1),
        ('boats "north', 7),
        ("//", 1),
        ("/open", 1),
        ("a /(b/", 3),
        ("*", 1),
        ("a ~", 3),
        ("in:", 4),
        ("author:  boats author:", 23),
        ("in:nowhere", 4),
        ("colour:mauve", 8),
        ("date:20x5", 6),
        ("date:2015-02-30", 6),
        ("date:2015..2014", 6),
        ("date:2015..2016-13", 12),
        ("date:..", 6),
        ("author:(title:a)", 8),
        ('tag:"x', 5),
        ("tag:a&", 5),
        ("tag:/", 5),
        ("&", 1),
        ("(" * 500, DEEPEST + 1),
        ("-" * 500 + "a", DEEPEST + 1),
        ("a" * (LONGEST + 1), LONGEST + 1),
    ],
)
def test_a_mistake_is_named_by_its_place(typed: str, at: int) -> None:
    with pytest.raises(BadQuery) as caught:
        parse(typed)
    assert caught.value.at == at - 1
    assert f"at {at} " in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("", EVERYTHING),
        ("boat", word("boat", How.PREFIX)),
        ("boat ", word("boat")),
        ("the boat", All((word("the"), word("boat", How.PREFIX)))),
        ("boats OR", word("boats")),
        ("boats OR ", word("boats")),
        ("boats -", word("boats")),
        ("(boats", word("boats", How.PREFIX)),
        ("(", EVERYTHING),
        ('"the qu', word("the qu", How.PREFIX)),
        ('"', EVERYTHING),
        ("/", EVERYTHING),
        ("/(a", EVERYTHING),
        ("tag:", EVERYTHING),
        ("tag:a&", EVERYTHING),
        ("in:no", EVERYTHING),
        ("date:2015-", EVERYTHING),
        ("tag:(a OR", Tagged("a")),
    ],
)
def test_while_it_is_typed_the_end_may_be_missing(typed: str, tree: Query) -> None:
    assert parse(typed, typing=True) == tree


def test_a_date_that_cannot_become_one_is_a_mistake_while_it_is_typed() -> None:
    with pytest.raises(BadQuery, match="at 6 a date is"):
        parse("date:20x", typing=True)


def test_a_saved_query_stands_for_itself() -> None:
    saved = {"ferry": "boats OR ferry", "both": "@ferry quay", "round": "@round", "bad": "a OR"}
    either = AnyOf((word("boats"), word("ferry")))
    assert parse("@ferry", saved) == either
    assert parse("-@both", saved) == Not(All((either, word("quay"))))
    assert parse("@nobody", saved) == word("@nobody")
    with pytest.raises(BadQuery, match="at 3 the saved query “@bad” cannot be read: at 3 OR has"):
        parse("a @bad", saved)
    with pytest.raises(BadQuery, match="it goes deeper"):
        parse("@round", saved)


SIGNS = st.sampled_from(['"', "(", ")", "-", "/", "*", "~", ":", "OR", " ", "&", "@", "\\", ".."])
PIECES = st.one_of(SIGNS, st.sampled_from([*FIELDS, "boat", "2015"]), st.text(max_size=3))


@given(st.lists(PIECES, max_size=12).map("".join))
def test_whatever_is_typed_is_read_or_named(typed: str) -> None:
    for typing in False, True:
        try:
            parse(typed, typing=typing)
        except BadQuery as error:
            named = error
        else:
            continue
        assert 0 <= named.at <= len(typed)
        assert named.why.startswith(f"at {named.at + 1} ")
