"""Finding in an article: what is found, where it lies, and in which order it is visited."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.errors import BadPattern
from postil.model.article import Article, Block, BlockKind
from postil.model.span import Span
from postil.search.find import Finder, Query
from postil.text.fold import fold_key


def article(*texts: str) -> Article:
    return Article("a.txt", tuple(Block(BlockKind.PARAGRAPH, text) for text in texts))


def found(typed: str, *texts: str, regex: bool = False) -> list[str]:
    read = article(*texts)
    matches = Finder(read).find(Query(typed, regex))
    spans = [matches.span(index) for index in range(len(matches))]
    return [read.text[span.start : span.end] for span in spans]


def test_case_quotes_dashes_and_accents_do_not_count() -> None:
    assert found("\"cafe - it's", "He said: “Café — it’s late.”") == ["“Café — it’s"]


def test_words_are_found_over_line_ends_within_a_block() -> None:
    assert found("two three", "one two\n  three") == ["two\n  three"]


def test_no_match_crosses_blocks() -> None:
    assert found("one two", "one", "two") == []
    assert found("one\n\ntwo", "one", "two") == []
    assert found(r"one\s+two", "one", "two", regex=True) == []
    assert found(r"one(?s:.)*two", "one", "two", regex=True) == []


@pytest.mark.parametrize("typed", ["", " ", "\n\t", "\u0301"])
def test_nothing_typed_is_nothing_found(typed: str) -> None:
    assert found(typed, "a  b", "e\u0301") == []
    assert len(Finder(article("a")).find(Query("", regex=True))) == 0


def test_a_blank_typed_behind_a_word_counts() -> None:
    assert found("a ", "a ab a") == ["a "]


def test_matches_do_not_overlap() -> None:
    assert found("aa", "aaaaa") == ["aa", "aa"]


def test_an_article_without_text_has_no_matches() -> None:
    assert found("a") == []
    assert found("a", "") == []
    assert found("a", "", regex=True) == []


def test_letters_that_are_taken_apart_keep_all_later_places_right() -> None:
    texts = ("The Straße… goes on", "ﬁrst ﬂoor", "\u00adcoop", "plain words", "more  words…")
    assert found("words", *texts) == ["words", "words"]
    assert found("floor", *texts) == ["ﬂoor"]
    assert found("coop", *texts) == ["coop"]
    assert found("strasse...", *texts) == ["Straße…"]


def test_a_pattern_sees_the_text_as_it_stands() -> None:
    assert found(r"\bw\w+", "Wide awe, wet", regex=True) == ["Wide", "wet"]
    assert found(r"^\d+", "12 a", "b 3", "45", regex=True) == ["12", "45"]


def test_a_bad_pattern_is_refused() -> None:
    with pytest.raises(BadPattern):
        found("(", "words", regex=True)


def test_a_slow_pattern_is_refused_in_time() -> None:
    with pytest.raises(BadPattern, match="too slow"):
        Finder(article("word", "a" * 3000 + "!")).find(Query("(a|aa)+$", regex=True), 0.1)


def test_a_long_article_has_more_time_and_tells_how_far_the_search_has_come() -> None:
    shares: list[float] = []
    read = article(*["words and other words to be found here"] * 30_000)
    matches = Finder(read).find(Query(r"\w+s\b", regex=True), 2.0, shares.append)
    assert len(matches) == 60_000
    assert shares == sorted(shares)
    assert 0 <= shares[0] < 0.3
    assert 0.5 < shares[-1] <= 1


def test_visiting_goes_round() -> None:
    matches = Finder(article("x a x", "x")).find(Query("x"))
    assert [matches.span(index).start for index in range(len(matches))] == [0, 4, 7]
    assert [matches.after(offset) for offset in (0, 1, 4, 5, 7, 8)] == [0, 1, 1, 2, 2, 0]
    assert [matches.before(offset) for offset in (0, 1, 4, 5, 8)] == [2, 0, 0, 1, 2]


def test_without_matches_visiting_gives_nothing_to_visit() -> None:
    matches = Finder(article("x")).find(Query("y"))
    assert (len(matches), matches.after(0), matches.before(0)) == (0, 0, 0)
    assert matches.within(Span(0, 1)) == []
    with pytest.raises(IndexError):
        matches.span(0)


@pytest.mark.parametrize("regex", [False, True])
def test_matches_within_a_span_are_those_that_show_in_it(regex: bool) -> None:
    matches = Finder(article("abc abc abc")).find(Query("abc", regex))
    assert matches.within(Span(2, 5)) == [Span(0, 3), Span(4, 7)]
    assert matches.within(Span(3, 4)) == []
    assert matches.within(Span(0, 99)) == [Span(0, 3), Span(4, 7), Span(8, 11)]
    with pytest.raises(IndexError):
        matches.span(-1)


def test_preparing_pauses_between_bites() -> None:
    pauses = []
    finder = Finder(article(*["words " * 100] * 500))
    finder.prepare(lambda: pauses.append(1))
    assert len(pauses) > 3
    finder.prepare(lambda: pauses.append(2))
    assert 2 not in pauses
    assert len(finder.find(Query("words"))) == 50_000


TEXTS = st.lists(st.text(st.sampled_from("ab —…“ﬁß \n\u0301\u00ad"), max_size=12), max_size=8)


@given(TEXTS, st.text(st.sampled_from("ab-.fis "), min_size=1, max_size=3), st.integers(1, 30))
def test_what_is_found_is_what_each_block_holds(texts: list[str], typed: str, bite: int) -> None:
    read = article(*texts)
    matches = Finder(read, bite).find(Query(typed))
    spans = [matches.span(index) for index in range(len(matches))]
    needle = fold_key(typed)
    if not needle.strip():
        assert not spans
        return
    assert len(spans) == sum(fold_key(text).count(needle) for text in texts)
    for span in spans:
        assert needle in fold_key(read.text[span.start : span.end])
        block = read.block_span(read.block_at(span.start))
        assert block.covers(span)
    for offset in range(read.length + 1):
        assert matches.count_before(offset) == sum(span.start < offset for span in spans)


@given(TEXTS)
def test_a_pattern_finds_what_each_block_holds(texts: list[str]) -> None:
    read = article(*texts)
    matches = Finder(read).find(Query("a+b?", regex=True), 5)
    expected = [
        Span(base + match.start(), base + match.end())
        for base, text in zip(read.starts, texts, strict=False)
        for match in re.finditer("a+b?", text)
    ]
    assert [matches.span(index) for index in range(len(matches))] == expected
