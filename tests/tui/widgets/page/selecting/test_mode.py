"""Selecting mode: what is chosen, kept and dropped by its keys."""

from __future__ import annotations

import pytest

from postil.caret import Selection
from postil.model.note import Colour
from postil.model.span import Span
from postil.tui.widgets.page.selecting.mode import NO_QUOTATION, NO_WIDER, NOTHING_TO_JOIN
from tests.tui.widgets.page.fakes import Parts, article, numbered

FIRST = "One boat came. Two boats left. Three were lost."
SECOND = "She said “the ‘old’ quay sank” and left. Nobody asked."


def chosen(parts: Parts) -> str | None:
    return parts.words(parts.selecting.passage)


def test_a_sentence_is_chosen_first_and_then_extended() -> None:
    parts = Parts(article(FIRST, SECOND))
    assert chosen(parts) is None
    parts.selecting.begin()
    assert chosen(parts) == "One boat came."
    assert parts.reports.taken() == [("selected",)]
    assert parts.view.refreshed == 1
    parts.selecting.sentences(1)
    assert chosen(parts) == "Two boats left."
    parts.selecting.begin()
    parts.selecting.sentences(1)
    assert chosen(parts) == "Two boats left. Three were lost."


def test_the_sentence_of_a_match_in_sight_comes_first() -> None:
    parts = Parts(article(FIRST, SECOND))
    at = parts.at("Nobody")
    parts.findings.match_now = Span(at, at + 6)
    parts.selecting.begin()
    assert chosen(parts) == "Nobody asked."
    assert parts.paragraph.index == 1


def test_a_match_out_of_sight_does_not_count() -> None:
    parts = Parts(article(FIRST, *["More."] * 30, SECOND))
    at = parts.at("Nobody")
    parts.findings.match_now = Span(at, at + 6)
    parts.selecting.begin()
    assert chosen(parts) == "One boat came."


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ([("character", 1)], "One boat came."),
        ([("character", 1), ("character", 1)], "One boat came. T"),
        ([("character", -1)], "One boat came"),
        ([("word", 1)], "One boat came. T"),
        ([("word", -1)], "One boat c"),
        ([("end", 1)], "One boat came. Two"),
        ([("paragraph", 1)], FIRST),
        ([("section", 1)], f"{FIRST}\n\n{SECOND}"),
    ],
)
def test_the_end_is_moved_by_every_motion(keys: list[tuple[str, int]], words: str) -> None:
    parts = Parts(article(FIRST, SECOND))
    parts.selecting.begin()
    for motion, direction in keys:
        parts.selecting.extend(motion, direction)
    assert chosen(parts) == words


def test_a_count_repeats_a_motion() -> None:
    parts = Parts(article(FIRST))
    parts.selecting.begin()
    parts.count("2")
    parts.selecting.extend("end", 1)
    assert chosen(parts) == "One boat came. Two boats"


def test_the_other_end_goes_on_and_the_ends_of_the_article_are_reached() -> None:
    parts = Parts(article(FIRST, SECOND))
    parts.selecting.begin()
    parts.selecting.sentences(1)
    parts.selecting.swap()
    parts.selecting.extend_to(0)
    assert chosen(parts) == "One boat came. Two boats left."
    parts.selecting.swap()
    parts.selecting.extend_to(1)
    assert chosen(parts) == parts.article.text


def test_screen_lines_keep_to_the_cell_where_they_began() -> None:
    text = "abcdefgh abcdefgh abcdefgh abcdefgh abcdefgh abcdefgh abcdefgh abcdefgh"
    parts = Parts(article(text, "ab", text))
    parts.selecting.choose(Selection(6, 6))
    parts.selecting.extend_rows(1)
    parts.selecting.extend_rows(1)
    assert parts.selecting.selection is not None
    assert parts.article.block_at(parts.selecting.selection.head) == 1
    parts.selecting.extend_rows(1)
    head = parts.selecting.selection.head
    assert head - parts.article.starts[2] == 6, "the short line has not changed the cell"


def test_the_paragraph_is_the_current_one_or_that_of_the_caret() -> None:
    parts = Parts(article(FIRST, SECOND))
    parts.paragraph.make_current(1)
    parts.selecting.choose_paragraph()
    assert chosen(parts) == SECOND
    parts.selecting.choose(Selection(3, 3))
    parts.selecting.choose_paragraph()
    assert chosen(parts) == FIRST


def test_joined_passages_are_kept_and_dropped_one_by_one() -> None:
    parts = Parts(article(FIRST, SECOND))
    parts.selecting.begin()
    parts.selecting.join()
    parts.selecting.join()
    kept = [parts.words(span) for span in parts.selecting.passages]
    assert kept == ["One boat came.", "Two boats left.", "Three were lost."]
    assert parts.selecting.shown == parts.selecting.passages
    parts.selecting.drop()
    assert chosen(parts) == "Two boats left."
    assert parts.selecting.selection is not None
    assert parts.selecting.selection.extended
    parts.selecting.drop()
    parts.selecting.drop()
    assert parts.selecting.passages == ()
    assert parts.selecting.kept == ()


def test_leaving_selecting_mode_forgets_what_was_kept() -> None:
    parts = Parts(article(FIRST))
    parts.selecting.begin()
    parts.selecting.join()
    parts.selecting.choose(None)
    assert (parts.selecting.kept, parts.selecting.caret) == ((), None)


def test_where_nothing_is_left_to_join_that_is_said() -> None:
    parts = Parts(article("One sentence alone."))
    parts.selecting.begin()
    parts.reports.taken()
    parts.selecting.join()
    assert parts.reports.taken() == [("nothing", NOTHING_TO_JOIN)]
    assert parts.selecting.kept == ()


def test_a_sentence_to_be_joined_gives_way_to_one_the_reader_has_gone_to() -> None:
    parts = Parts(article(FIRST, SECOND))
    parts.selecting.begin()
    parts.selecting.join()
    at = parts.at("Nobody")
    parts.findings.match_now = Span(at, at + 6)
    parts.selecting.begin()
    assert [parts.words(span) for span in parts.selecting.passages] == [
        "One boat came.",
        "Nobody asked.",
    ]
    parts.selecting.begin()
    assert parts.selecting.selection is not None
    assert parts.selecting.selection.extended, "the match lies in what is chosen now"


def test_a_sentence_that_is_joined_to_nothing_is_extended_wherever_a_match_is() -> None:
    parts = Parts(article(FIRST, SECOND))
    parts.selecting.begin()
    at = parts.at("Nobody")
    parts.findings.match_now = Span(at, at + 6)
    parts.selecting.begin()
    assert chosen(parts) == "One boat came."
    assert parts.selecting.selection is not None
    assert parts.selecting.selection.extended


def test_one_left_behind_by_scrolling_gives_way_too() -> None:
    parts = Parts(article(FIRST, *[f"Paragraph {at}." for at in range(40)]))
    parts.selecting.begin()
    parts.selecting.join()
    parts.viewport.scroll_rows(20)
    parts.paragraph.keep_in_sight()
    parts.selecting.begin()
    assert chosen(parts) not in (None, "Two boats left.")
    assert parts.selecting.kept


def test_iq_takes_a_quotation_in_sight_then_wider_ones() -> None:
    parts = Parts(article(FIRST, SECOND))
    inside = parts.selecting.prefix.take
    inside("q")
    assert chosen(parts) == "the ‘old’ quay sank"
    inside("q")
    assert parts.reports.taken()[-1] == ("nothing", NO_WIDER)
    at = parts.at("old")
    parts.selecting.choose(Selection(at, at + 2, extended=True))
    inside("q")
    assert chosen(parts) == "the ‘old’ quay sank"


def test_iq_without_a_quotation_says_so_and_another_letter_does_nothing() -> None:
    parts = Parts(article(FIRST))
    parts.selecting.prefix.take("x")
    assert parts.reports.taken() == []
    parts.selecting.prefix.take("q")
    assert parts.reports.taken() == [("nothing", NO_QUOTATION)]
    assert parts.selecting.prefix.begin() == "q inside the quotation"


def test_digits_mark_what_is_chosen_and_are_counts_otherwise() -> None:
    parts = Parts(article(FIRST))
    assert not parts.selecting.digit("3")
    parts.selecting.begin()
    parts.reports.taken()
    assert parts.selecting.digit("3")
    assert parts.selecting.digit("7")
    assert parts.reports.taken() == [("mark", Span(0, 14), list(Colour)[2])]


def test_each_key_means_what_the_mode_lets_it() -> None:
    parts = Parts(article(FIRST))
    reading = {verb for verb in parts.reading.verbs if parts.selecting.allows(verb)}
    selecting = {verb for verb in parts.selecting.verbs if parts.selecting.allows(verb)}
    assert reading == set(parts.reading.verbs)
    assert selecting == {"select", "select_paragraph"}
    parts.selecting.begin()
    assert all(map(parts.selecting.allows, parts.selecting.verbs))
    still = {verb for verb in parts.reading.verbs if parts.selecting.allows(verb)}
    assert still == {"halves", "note_step", "slide"}


def test_the_caret_stands_on_a_whole_character() -> None:
    parts = Parts(article("cafe\u0301 au lait"))
    parts.selecting.choose(Selection(0, 3))
    assert parts.selecting.caret == Span(3, 5)
    assert parts.selecting.shown == (Span(0, 5),)


def test_motions_do_nothing_in_reading_mode_or_without_words() -> None:
    for parts in (Parts(numbered(3)), Parts(article())):
        parts.selecting.extend("word", 1)
        parts.selecting.extend_rows(1)
        parts.selecting.extend_to(1)
        parts.selecting.sentences(1)
        parts.selecting.swap()
        parts.selecting.join()
        assert parts.selecting.selection is None
    parts.selecting.begin()
    parts.selecting.choose_paragraph()
    assert parts.selecting.passages == ()
    assert parts.reports.taken() == []
