"""What the first screenful shows never changes afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from postil.document import pipeline
from postil.document.bytes.read_file import HEAD, MOST_TEXT
from postil.document.pipeline import open_article, parse
from postil.errors import NotReadable, NotText
from postil.model.article import Article, BlockKind
from postil.text.clean import clean
from tests.document.articles import ESSAY, MEMO, PROSE
from tests.document.formats.pdf.making import paragraph, pdf
from tests.support.examples import examples

LINES = (
    *(PROSE.strip(), PROSE[:70], "Bare Heading", "", "", "- item", "1. first", "2. second"),
    *(
        "    code(x);",
        "| a | b |",
        "|---|---|",
        "| longer cell | c |",
        "=====",
        "-----",
        "> quoted",
    ),
    *("# Title", "## Two", "```", "~~~", "[ref]: http://x.example", "see [ref] and [^n] there"),
    *("[^n]: a note", "    and on", "<!-- hidden", "-->", "<div>", "*soft* **hard**", "hard  "),
    *("a\x1b[31mb", "caf\u0065\u0301 \u202e", "  set in", "The End", "x\ty\tz", "&#27;[2J &lt;"),
)
documents = st.lists(st.sampled_from(LINES), min_size=1, max_size=60).map("\n".join)


def check(article: Article) -> None:
    """Check what holds for every article."""
    assert clean(article.text) == article.text
    for block in article.blocks:
        assert block.text.strip()
        assert block.kind.lined or "\n" not in block.text
        assert list(block.breaks) == sorted(block.breaks)
        assert all(0 < at < len(block.text) for at in block.breaks)
        for mark in block.inlines:
            assert 0 <= mark.start < mark.end <= len(block.text)
    assert [s.number for s in article.sections] == list(
        range(article.sections[0].number, article.sections[0].number + len(article.sections))
    ) if article.sections else True  # fmt: skip


@examples(0.05, *HealthCheck)
@given(documents, documents, st.sampled_from(["x.txt", "x.md"]))
def test_a_screenful_is_what_the_whole_begins_with(a: str, b: str, name: str) -> None:
    text = a + "\n\n" + b
    text = "\n\n".join([text] * (1 + HEAD // (len(text) + 2)))
    *firsts, whole = parse(text.encode(), name)
    check(whole)
    for first in firsts:
        assert [x.text for x in first.blocks] == [x.text for x in whole.blocks[: len(first.blocks)]]
        assert [x.line for x in first.blocks] == [x.line for x in whole.blocks[: len(first.blocks)]]


@examples(1.5)
@given(st.text(max_size=300) | documents, st.sampled_from(["x.txt", "x.md"]))
def test_any_text_is_read(text: str, name: str) -> None:
    data = text.encode("utf-8", "replace")
    with suppress(NotText):
        check(list(parse(data, name))[-1])


@given(documents, st.integers(0, 1000), st.sampled_from(["postil.document.formats.plain"]))
def test_plain_blocks_are_settled_line_by_line(text: str, cut: int, module: str) -> None:
    from postil.document.formats.plain import preview, read

    text = clean(text)
    at = text.rfind("\n", 0, cut % (len(text) + 1)) + 1
    head = text[:at]
    first, whole = preview(head, None), read(text, head)
    texts = [block.text for block in first.blocks]
    assert texts == [block.text for block in whole.blocks[: len(texts)]]


@examples(1.5)
@given(documents, st.integers(0, 3000))
def test_markdown_blocks_are_settled_chunk_by_chunk(text: str, cut: int) -> None:
    from postil.document.formats.markdown.parser import preview, read

    text = clean(text)
    at = text.rfind("\n", 0, cut % (len(text) + 1)) + 1
    first, whole = preview(text[:at], text), read(text, text[:at])
    texts = [block.text for block in first.blocks]
    assert texts == [block.text for block in whole.blocks[: len(texts)]]


def test_a_big_file_shows_its_beginning_before_it_is_read(tmp_path: Path) -> None:
    for name, text in (("a.txt", ESSAY), ("b.txt", MEMO), ("c.md", "# One\n\n" + ESSAY)):
        path = tmp_path / name
        path.write_text((text + "\n\n") * (1 + 2 * HEAD // len(text)))
        first, whole = open_article(path)
        assert not first.complete
        assert first.blocks
        assert whole.text.startswith(first.text)
        assert [s.number for s in first.sections] == [
            s.number for s in whole.sections[: len(first.sections)]
        ]


def test_a_reference_defined_at_the_end_is_known_at_the_beginning() -> None:
    filler = (PROSE + "\n\n") * (2 * HEAD // len(PROSE))
    text = f"See [the lamp][lamp] and[^1].\n\n{filler}[lamp]: http://l.example\n\n[^1]: A note.\n"
    first, whole = parse(text.encode(), "x.md")
    assert first.blocks[0] == whole.blocks[0]
    assert first.blocks[0].text == "See the lamp and[1]."
    assert whole.blocks[-1].kind is BlockKind.FOOTNOTE


def test_one_endless_line_is_read_without_a_preview() -> None:
    for name in ("x.txt", "x.md"):
        (whole,) = parse(b"word " * 200_000, name)
        assert whole.complete
        assert len(whole.blocks) == 1


def test_old_line_ends_make_the_same_article() -> None:
    texts = {
        tuple(
            block.text
            for block in list(parse(ESSAY.replace("\n", end).encode(), "x.txt"))[-1].blocks
        )
        for end in ("\n", "\r\n", "\r")
    }
    assert len(texts) == 1
    big = (ESSAY + "\n\n") * 30
    first, whole = parse(big.replace("\n", "\r").encode(), "x.txt")
    assert whole.text.startswith(first.text)


def test_every_format_has_its_reader() -> None:
    from importlib import import_module

    from postil.document.formats.registry import FORMATS, known_suffixes

    assert ".txt" in known_suffixes()
    for form in FORMATS:
        module = import_module(form.module)
        if form.binary:
            assert callable(module.drafts)
            continue
        assert callable(module.read)
        assert callable(module.preview)
    assert callable(pipeline.whole)


def test_two_short_lines_at_the_end_of_the_head_may_be_the_beginning_of_more() -> None:
    once = f"{LINES[0]}\n\nBare Heading\n1. first\n[^n]: a note"
    text = "\n\n".join([once] * (1 + HEAD // (len(once) + 2)))
    first, whole = parse(text.encode(), "x.txt")
    assert [x.text for x in first.blocks] == [x.text for x in whole.blocks[: len(first.blocks)]]


@pytest.mark.parametrize("opening", [open_article, lambda path: parse(path.read_bytes(), "a.txt")])
def test_a_text_beyond_the_limit_is_refused_in_a_sentence(
    opening: Callable[[Path], Iterator[Article]], tmp_path: Path
) -> None:
    path = tmp_path / "a.md"
    line = b"A line of a text that has far too many of them.\n"
    path.write_bytes(line * (1 + MOST_TEXT // len(line)))
    with pytest.raises(NotReadable, match="larger than 64 MB of text; split it into parts"):
        list(opening(path))


def test_a_text_under_the_name_of_a_pdf_is_a_text(tmp_path: Path) -> None:
    path = tmp_path / "ice.pdf"
    path.write_text("The ice came early.\n\nNobody had asked for it.\n", "utf-8")
    (article,) = open_article(path)
    assert [block.text for block in article.blocks] == [
        "The ice came early.",
        "Nobody had asked for it.",
    ]
    path.write_text("<!doctype html><h1>Ice</h1><p>It came early, and nobody had asked for it.")
    assert [*open_article(path)][-1].blocks[0].kind is BlockKind.HEADING
    path.write_bytes(bytes(range(256)) * 40)
    with pytest.raises(NotText, match="PDF"):
        list(open_article(path))


def test_a_pdf_may_begin_behind_lines_of_its_server(tmp_path: Path) -> None:
    path = tmp_path / "ice.pdf"
    path.write_bytes(b"Content-Type: application/pdf\r\n\r\n" + pdf([paragraph(700, "Early ice.")]))
    assert [*open_article(path)][-1].text == "Early ice."
    path.write_text("A text on %PDF-1.4 and its kin.\n")
    assert [*open_article(path)][-1].text == "A text on %PDF-1.4 and its kin."


def test_a_text_that_is_called_a_book_is_refused_as_none(tmp_path: Path) -> None:
    path = tmp_path / "ice.epub"
    path.write_text("Words of a text that is not a book at all.\n", "utf-8")
    with pytest.raises(NotText):
        list(open_article(path))
