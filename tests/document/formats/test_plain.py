"""Plain text: what its lines are, and where its parts begin."""

from __future__ import annotations

from postil.model.article import BlockKind
from postil.model.source import Date
from postil.text.word_count import section_words
from tests.document.articles import ESSAY, MEMO, PROSE, article, blocks, headings


def test_bare_headings_are_found_and_nothing_else() -> None:
    assert headings(ESSAY) == [
        (1, "How the Lamp Was Tended at Night"),
        (1, "Why Did the Ships Stop Coming?"),
    ]


def test_sections_are_numbered_from_what_stands_before_the_first_heading() -> None:
    found = article(ESSAY).sections
    assert [(part.number, part.kind) for part in found] == [
        (0, "body"),
        (1, "body"),
        (2, "body"),
        (3, "tail"),
    ]
    assert [part.title for part in found][::3] == [None, None]


def test_sections_cover_the_text_and_count_its_words() -> None:
    essay = article(ESSAY)
    for section in essay.sections:
        words = essay.text[section.span.start : section.span.end]
        assert words == "\n\n".join(b.text for b in essay.blocks[section.first : section.last])
        assert section_words(essay, section) == len(words.split())
    assert essay.sections[-1].span.end == essay.length == len(essay.text)


def test_the_update_is_known_but_no_title_is_invented() -> None:
    metadata = article(ESSAY).metadata
    assert metadata.title == ""
    assert metadata.issued == Date(2019, 3)
    assert metadata.updated
    assert metadata.origins == (("issued", "text"),)


def test_each_line_of_an_unwrapped_text_is_a_block_as_it_stands() -> None:
    text = f"{PROSE}\n{PROSE * 2}\n\n{PROSE}  Two blanks."
    lines = [line.strip() for line in text.split("\n") if line]
    assert [block.text for block in blocks(text)] == lines
    assert [block.line for block in blocks(text)] == [1, 2, 4]


def test_numbered_headings_have_the_depth_of_their_numbers() -> None:
    found = {text: level for level, text in headings(MEMO)}
    assert found["1.  Introduction"] == found["2.  Oil"]
    assert found["2.1.  Grades"] == found["2.  Oil"] + 1
    assert "Abstract" in found
    assert "Lamps and How to Tend Them" in found


def test_no_entry_of_a_table_of_contents_is_a_heading() -> None:
    assert sum("Introduction" in text for _, text in headings(MEMO)) == 1
    contents = next(block for block in blocks(MEMO) if "....." in block.text)
    assert contents.kind is BlockKind.TABLE
    assert contents.text.count("\n") == 2


def test_wrapped_lines_are_joined_and_remember_where_they_were() -> None:
    block = next(block for block in blocks(MEMO) if block.text.startswith("This memo"))
    assert "keep them alight" in block.text
    assert "\n" not in block.text
    lines = MEMO.split("\n")
    for at in (0, *block.breaks):
        word = block.text[at:].split()[0]
        assert lines[block.line_at(at) - 1].split()[0] == word


def test_page_furniture_is_left_out() -> None:
    text = article(MEMO).text
    assert "[Page" not in text
    assert "RFC 9001" not in text


def test_drawings_and_stanzas_keep_their_lines() -> None:
    found = {block.kind: block.text for block in blocks(MEMO)}
    assert found[BlockKind.CODE].split("\n")[1] == "| Lamp  |------->| Ship |"
    assert found[BlockKind.VERSE].split("\n")[2:] == ["And we who keep", "   the lamps abide."]


def test_list_items_are_blocks_with_their_markers() -> None:
    found = blocks(
        "Bring these with you when you come to the lamp, and leave all else at home:\n\n"
        "- oil\n- a wick that is\n  long enough\n  - and dry\n\n1. climb\n2. light it\n"
    )
    items = [b for b in found if b.kind is BlockKind.LIST_ITEM]
    assert [(b.marker, b.level, b.text) for b in items] == [
        ("•", 1, "oil"),
        ("•", 1, "a wick that is long enough"),
        ("•", 2, "and dry"),
        ("1.", 1, "climb"),
        ("2.", 1, "light it"),
    ]


def test_underlined_and_hashed_titles_lose_their_signs() -> None:
    text = f"The Lamp\n========\n\n{PROSE}\n\nIts Oil\n-------\n{PROSE}\n\n# Hashed\n\n{PROSE}"
    assert headings(text) == [(1, "The Lamp"), (2, "Its Oil"), (1, "Hashed")]


def test_chapters_are_headings() -> None:
    text = f"{PROSE}\n\nCHAPTER IV\n\n{PROSE}\n\nChapter Five\n\n{PROSE}"
    assert [words for _, words in headings(text)] == ["CHAPTER IV", "Chapter Five"]


def test_lines_that_only_look_like_headings_are_text() -> None:
    for line in (
        "“Half a quotation that",
        "ends with a stop.",
        "Figure 3 The lamp",
        "keeper@harbour.example",
        "Name: lamp",
        "because it was the",
    ):
        assert headings(f"{PROSE}\n\n{line}\n\n{PROSE}") == []


def test_bare_addresses_are_links() -> None:
    block = blocks(f"{PROSE} See https://lamp.example/a_(b), and go.")[0]
    (link,) = block.inlines
    assert block.text[link.start : link.end] == link.target == "https://lamp.example/a_(b)"


def test_a_gutenberg_head_tells_title_and_author() -> None:
    head = "Title: The Lamp,\n  or the Wick\nAuthor: Ann Keeper\nLanguage: English\n\n"
    metadata = article(head + "*** START OF THIS BOOK ***\n\n" + PROSE).metadata
    assert metadata.title == "The Lamp, or the Wick"
    assert metadata.author[0].family == "Keeper"
    assert article("Title: The Lamp\n\n" + PROSE).metadata.title == ""


def test_nothing_gives_an_article_without_blocks() -> None:
    for text in ("", " \n\t\n", "\n" * 1000, "\ufeff"):
        empty = article(text)
        assert empty.blocks == ()
        assert empty.sections == ()
        assert empty.text == ""


def test_a_title_page_is_front_matter_of_the_body() -> None:
    text = f"The Lamp\n\nby Ann Keeper\n\nFirst Part of the Story\n\n{PROSE * 2}"
    assert [part.kind for part in article(text).sections] == ["front", "body"]
    assert headings(text) == [(1, "First Part of the Story")]
