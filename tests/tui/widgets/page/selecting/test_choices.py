"""Which words a key means, by pure functions."""

from __future__ import annotations

import pytest

from postil.caret import Selection
from postil.model.article import Article
from postil.model.span import Span
from postil.tui.widgets.page.selecting import choices
from tests.tui.widgets.page.fakes import article

TEXT = article("One came. Two left. [Source: Ada Lind] Three “saw ‘it’ all” there. Four.")


def span(words: str, within: Article = TEXT) -> Span:
    at = within.text.index(words)
    return Span(at, at + len(words))


def words(found: Span | None, within: Article = TEXT) -> str | None:
    return None if found is None else within.text[found.start : found.end]


@pytest.mark.parametrize(
    ("start", "end", "kept"), [(0, 10, "One came."), (9, 12, "Tw"), (9, 10, " ")]
)
def test_blanks_at_the_ends_are_left_out_unless_they_are_all(
    start: int, end: int, kept: str
) -> None:
    assert words(choices.without_blanks(TEXT, Span(start, end))) == kept


def test_a_passage_holds_whole_characters() -> None:
    accented = article("e\u0301te\u0301")
    assert choices.without_blanks(accented, Span(1, 4)) == Span(0, 5)


@pytest.mark.parametrize(
    ("top", "following", "sentence"),
    [
        (0, True, "One"),
        (4, True, "Two"),
        (4, False, "came"),
        (10, True, "Two"),
        (500, True, "One"),
    ],
)
def test_the_first_sentence_is_one_that_the_screen_does_not_cut(
    top: int, following: bool, sentence: str
) -> None:
    two = article(TEXT.text, "Another paragraph.")
    at = choices.first_sentence(two, 0, min(top, two.length - 1), lambda offset: following)
    assert two.text[at:].startswith(sentence)


def test_a_sentence_to_join_is_the_next_one_that_is_no_attribution() -> None:
    quiet = (span("[Source: Ada Lind]"),)
    found = choices.sentence_to_join(TEXT, [span("Two left.")], quiet)
    assert words(found) == "Three “saw ‘it’ all” there."


def test_at_the_end_it_is_the_one_before_what_is_kept() -> None:
    kept = [span("Three “saw ‘it’ all” there."), span("Four.")]
    quiet = (span("[Source: Ada Lind]"),)
    assert words(choices.sentence_to_join(TEXT, kept, quiet)) == "Two left."
    assert choices.sentence_to_join(article("Alone."), [Span(0, 6)], ()) is None


SAID = article("She said “the man cried ‘stop now’ and left” to us.")
OUTER = "the man cried ‘stop now’ and left"


@pytest.mark.parametrize(
    ("chosen", "extended", "match", "taken", "meant"),
    [
        ("She said", False, None, None, None),
        (SAID.text, False, "stop", None, "stop now"),
        (SAID.text, False, "cried", None, OUTER),
        (SAID.text, True, "stop", None, OUTER),
        (SAID.text, False, None, None, OUTER),
        ("stop", True, None, None, "stop now"),
        ("stop now", True, None, "stop now", OUTER),
        (OUTER, True, None, OUTER, None),
        (OUTER, True, None, None, OUTER),
    ],
)
def test_a_quotation_is_that_of_the_match_or_a_wider_one_or_one_within(
    chosen: str, extended: bool, match: str | None, taken: str | None, meant: str | None
) -> None:
    spans = [None if one is None else span(one, SAID) for one in (match, taken)]
    found = choices.quotation_meant(SAID, span(chosen, SAID), extended, *spans)
    assert words(found, SAID) == meant


def test_in_reading_mode_the_quotation_is_the_next_in_sight() -> None:
    three = article("“First.” One.", "Plain.", "Then “second.” Two.")
    assert words(choices.quotation_in_sight(three, (0, 2), 1, None), three) == "second."
    assert words(choices.quotation_in_sight(three, (0, 1), 1, None), three) == "First."
    assert choices.quotation_in_sight(three, (1, 1), 1, None) is None
    match = span("First", three)
    assert words(choices.quotation_in_sight(three, (0, 2), 1, match), three) == "First."


def test_a_selection_is_moved_by_motions_and_by_units() -> None:
    selection = Selection.over(span("One came."))
    assert words(choices.moved(TEXT, selection, "paragraph", 1).span) == TEXT.text
    assert words(choices.moved(TEXT, selection, "end", 1).span) == "One came. Two"
    assert words(choices.moved(TEXT, selection, "character", -1).span) == "One came"
