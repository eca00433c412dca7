"""The mouse: what a drag chooses and what a click means."""

from __future__ import annotations

from postil.model.article import Article, Block, BlockKind, Inline, InlineKind
from tests.tui.widgets.page.fakes import Parts, article, highlights, numbered


def chosen(parts: Parts) -> str | None:
    return parts.words(parts.selecting.passage)


def test_a_drag_chooses_to_the_character_and_its_click_means_nothing() -> None:
    parts = Parts(article("one two three", "four five six"))
    left = parts.viewport.left
    parts.pointer.press(left + 4, 0)
    assert parts.pointer.held
    assert chosen(parts) is None
    parts.pointer.move(left + 4, 0)
    assert chosen(parts) is None, "the pointer has not left the character"
    parts.pointer.move(left + 3, 2)
    assert chosen(parts) == "two three\n\nfour"
    parts.pointer.move(left + 4, 0)
    assert chosen(parts) == "t", "back where it began"
    parts.pointer.move(left + 6, 0)
    parts.pointer.let_go()
    assert not parts.pointer.held
    parts.pointer.click(left + 6, 0, 1)
    assert chosen(parts) == "two"
    parts.pointer.click(left + 6, 0, 1)
    assert chosen(parts) is None, "a click without a drag leaves what is chosen"


def test_without_a_button_the_pointer_chooses_nothing() -> None:
    parts = Parts(article("one two three"))
    parts.pointer.move(9, 0)
    assert parts.selecting.selection is None


def test_a_drag_beyond_the_page_scrolls_it() -> None:
    parts = Parts(numbered(50))
    parts.pointer.press(9, 3)
    parts.pointer.move(9, 10)
    parts.pointer.move(9, 12)
    assert parts.viewport.top == 2
    parts.pointer.move(9, -1)
    assert parts.viewport.top == 1


def test_two_clicks_choose_a_word_and_three_a_paragraph() -> None:
    parts = Parts(article("one two three"))
    x = parts.viewport.left + 5
    parts.pointer.click(x, 0, 2)
    assert chosen(parts) == "two"
    parts.pointer.click(x, 0, 3)
    assert chosen(parts) == "one two three"


def test_one_click_makes_the_paragraph_and_the_uppermost_note_current() -> None:
    parts = Parts(article("one two three", "four five six"))
    parts.marks.show(highlights((15, 28), (20, 24)))
    parts.pointer.click(parts.viewport.left + 6, 2, 1)
    assert parts.paragraph.index == 1
    assert parts.reports.taken() == [("note", "n1")]


def test_a_link_is_followed_where_no_note_lies() -> None:
    link = Inline(4, 7, InlineKind.LINK, "https://example.org")
    block = Block(BlockKind.PARAGRAPH, "one two three", inlines=(link,))
    parts = Parts(Article("made.md", (block,)))
    parts.pointer.click(parts.viewport.left + 5, 0, 1)
    assert parts.reports.taken() == [("link", "https://example.org", "two")]
    parts.marks.show(highlights((4, 5)))
    parts.pointer.click(parts.viewport.left + 4, 0, 1)
    assert parts.reports.taken() == [("note", "n0")]


def test_an_empty_article_can_be_clicked_on() -> None:
    parts = Parts(article())
    parts.pointer.press(3, 3)
    parts.pointer.click(3, 3, 1)
    assert parts.reports.taken() == []
