from __future__ import annotations

import re

import pytest

from postil.text.lazy_regex import lazily


def test_a_pattern_finds_what_it_always_found() -> None:
    word = lazily(r"(?P<first>\w)\w*", re.IGNORECASE)
    assert word.pattern == r"(?P<first>\w)\w*"
    assert word.sub("x", "one two") == "x x"
    assert [match["first"] for match in word.finditer("one two")] == ["o", "t"]
    assert word.split("1") == ["", "1", ""]
    found = word.search(" abc", 2)
    assert found is not None
    assert found[0] == "bc"


def test_a_fault_shows_when_it_is_used() -> None:
    broken = lazily("(")
    with pytest.raises(re.error):
        broken.match("x")


def test_a_pattern_that_needs_letters_is_not_even_compiled_without_them() -> None:
    isbn = lazily("(", needs="isbn|issn")
    assert isbn.search("Ada Lind, 1998") is None
    assert isbn.match("Ada Lind") is None
    assert isbn.fullmatch("") is None
    assert list(isbn.finditer("nothing")) == []
    assert isbn.sub("", "nothing") == "nothing"
    with pytest.raises(re.error):
        isbn.search("ISBN 1")


def test_with_its_letters_it_finds_all() -> None:
    isbn = lazily(r"is[bs]n\s?\d+", re.IGNORECASE, needs="isbn|issn")
    text = "ISBN 12, issn 3"
    assert isbn.sub("", text) == ", "
    assert isbn.sub("", text, count=1) == ", issn 3"
    assert [match[0] for match in isbn.finditer(text)] == ["ISBN 12", "issn 3"]
    assert isbn.match(text)
    assert isbn.fullmatch("ISBN 12")
    assert isbn.search(text, 5)


def test_a_pattern_that_opens_with_words_is_not_even_compiled_behind_others() -> None:
    greeting = lazily("(", opens="dear|my dear")
    assert greeting.match("She is dear to me") is None
    assert greeting.fullmatch("") is None
    with pytest.raises(re.error):
        greeting.match("Dear Ada")


def test_behind_the_words_it_opens_with_it_finds_all() -> None:
    greeting = lazily(r"(?:my )?dear\s+\w+", re.IGNORECASE, opens="dear|my")
    assert greeting.match("My dear Ada")
    assert greeting.fullmatch("DEAR Ada")
    assert greeting.match("My lamp") is None
