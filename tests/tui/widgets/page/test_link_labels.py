"""Links on screen get letters, and are followed by them."""

from __future__ import annotations

from postil.model.article import Article, Block, BlockKind, Inline, InlineKind
from tests.tui.widgets.page.fakes import Parts, numbered

TEXT = "See the register and the note."
LINKED = Block(
    BlockKind.PARAGRAPH,
    TEXT,
    inlines=(
        Inline(8, 16, InlineKind.LINK, "https://example.org"),
        Inline(17, 20, InlineKind.EMPHASIS),
        Inline(25, 29, InlineKind.FOOTNOTE, "1"),
    ),
)


def linked() -> Parts:
    return Parts(Article("made.md", (LINKED, *numbered(30).blocks, LINKED)))


def test_only_links_on_screen_have_letters_in_the_order_of_the_text() -> None:
    parts = linked()
    assert parts.links.label() == "a letter opens its link"
    assert parts.links.letters == {8: "a", 25: "b"}
    assert parts.view.drawn == 1
    last = parts.article.starts[31]
    parts.viewport.place_offset(last)
    parts.links.label()
    assert parts.links.letters == {last + 8: "a", last + 25: "b"}


def test_a_letter_follows_its_link_and_the_letters_go() -> None:
    parts = linked()
    parts.links.label()
    parts.links.take("b")
    assert parts.reports.taken() == [("link", "1", "note")]
    assert parts.links.letters == {}


def test_another_letter_or_none_only_ends_the_waiting() -> None:
    parts = linked()
    for letter in ("z", "", "\x1b"):
        parts.links.label()
        drawn = parts.view.drawn
        parts.links.take(letter)
        assert parts.links.letters == {}
        assert parts.view.drawn == drawn + 1
    parts.links.clear()
    assert parts.view.drawn == drawn + 1, "there was nothing to clear"
    assert parts.reports.taken() == []


def test_where_there_is_no_link_that_is_said() -> None:
    for parts in (Parts(numbered(3)), Parts(Article("empty.txt", ()))):
        assert parts.links.label() is None
        assert parts.reports.taken() == [("nothing", "No link or footnote is on this screen.")]


def test_a_link_is_found_on_its_letters_alone() -> None:
    parts = linked()
    found = [parts.links.at(offset) for offset in (7, 8, 15, 16, 18, 25)]
    assert [one.target if one else None for one in found] == [
        None, "https://example.org", "https://example.org", None, None, "1",
    ]  # fmt: skip
    parts.links.follow(18)
    assert parts.reports.taken() == [], "emphasis is no link"
