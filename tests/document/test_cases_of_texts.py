"""Small texts of every habit that are kept beside the project, each against the note on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from postil.document.pipeline import open_article
from postil.model.article import Article, BlockKind
from postil.model.source import Date
from postil.search.find import Finder, Query
from tests.conftest import SHARED

FOLDER = SHARED / "cases" / "text"

Judge = Callable[[Article], None]
JUDGED: dict[str, Judge] = {}
"""What the note on each text calls right, by the name of the text."""


def about(*names: str) -> Callable[[Judge], Judge]:
    """Name the texts that a function judges."""

    def named(judge: Judge) -> Judge:
        JUDGED.update(dict.fromkeys(names, judge))
        return judge

    return named


def headings(article: Article) -> list[tuple[int, str]]:
    """Return the level and the first word of each heading."""
    found = [block for block in article.blocks if block.kind is BlockKind.HEADING]
    return [(block.level, block.text.split()[0]) for block in found]


def texts(article: Article, kind: BlockKind = BlockKind.PARAGRAPH) -> list[str]:
    """Return the blocks of a kind."""
    return [block.text for block in article.blocks if block.kind is kind]


def bodies(article: Article) -> list[int]:
    """Return how many blocks stand below each heading."""
    marks = [at for at, block in enumerate(article.blocks) if block.kind is BlockKind.HEADING]
    ends = [*marks[1:], len(article.blocks)]
    return [end - start - 1 for start, end in zip(marks, ends, strict=True)]


def times(article: Article, words: str) -> int:
    """Return how often words are found."""
    return len(Finder(article).find(Query(words)))


@about("ar-chapters.txt")
def arabic_chapters(article: Article) -> None:
    assert headings(article) == [(1, "الفصل")] * 2


@about("chapter-dot-quote.txt")
def a_paragraph_that_begins_with_a_quotation(article: Article) -> None:
    assert [word for _, word in headings(article)] == [f"chapter.00{n}" for n in (1, 2, 3)]
    assert any(text.startswith("“") and text.endswith("。") for text in texts(article))


@about("enc-euckr-cut.txt", "enc-kr-onebad.txt")
def korean_bytes(article: Article) -> None:
    assert article.encoding is not None
    assert article.encoding.name in ("cp949", "euc_kr")
    assert article.text.startswith("제1장")
    assert article.text.count("\ufffd") <= 2


@about("enc-gbk-cut.txt", "enc-gbk-onebad.txt")
def chinese_bytes(article: Article) -> None:
    assert article.encoding is not None
    assert article.encoding.name == "gb18030"
    assert article.text.startswith("第1章")
    assert article.text.count("\ufffd") <= 2


@about("enc-no-short.txt")
def a_norwegian_line(article: Article) -> None:
    assert article.encoding is not None
    assert article.encoding.name == "cp1252"
    assert "øya" in article.text


@about("enc-turkish.txt")
def turkish_bytes(article: Article) -> None:
    assert article.encoding is not None
    assert article.encoding.name == "cp1254"
    assert "rüzgâr" in article.text
    assert "\ufffd" not in article.text


@about("hyphenated.txt")
def words_parted_at_line_ends(article: Article) -> None:
    for word in ("morning", "moment"):
        assert times(article, word)


@about("ja-chapters.txt")
def japanese_chapters(article: Article) -> None:
    assert headings(article) == [
        (1, "第一章"),
        (1, "第二章"),
        (2, "一"),
        (2, "二"),
        (1, "おわりに"),
    ]


@about("md-cjk-soft.md")
def soft_line_ends(article: Article) -> None:
    chinese, korean, japanese = texts(article)
    assert " " not in chinese + japanese
    assert " " in korean


@about("md-def-code.md")
def a_definition_in_code(article: Article) -> None:
    assert "arr[i] and arr[j]" in article.text
    assert texts(article, BlockKind.CODE)


@about("md-def-comment.md")
def a_definition_in_a_comment(article: Article) -> None:
    assert "item [3]" in article.text


@about("md-fence-bullet.md")
def a_fence_on_the_line_of_a_bullet(article: Article) -> None:
    assert headings(article) == [(1, "Tools"), (2, "After"), (2, "Last")]
    _, code = texts(article, BlockKind.CODE)
    assert code.split("\n\n") == ["# comment one", "# comment two"]


@about("md-fence-middle.md")
def a_fence_between_items(article: Article) -> None:
    assert headings(article) == [(1, "T"), (2, "Real"), (2, "Real")]


@about("md-fence-number.md")
def a_fence_on_the_line_of_a_number(article: Article) -> None:
    assert headings(article) == [(1, "Tools"), (2, "After")]


@about("md-foot-case.md")
def footnote_labels(article: Article) -> None:
    (block, _) = article.blocks
    assert len({inline.target for inline in block.inlines}) == 1
    assert len(block.inlines) == 2
    assert texts(article, BlockKind.FOOTNOTE)


@about("md-front-long.md")
def long_front_matter(article: Article) -> None:
    assert article.metadata.title == "Up"
    assert headings(article) == [(1, "Head")]
    assert article.blocks[0].kind is BlockKind.HEADING


@about("md-item-markers.md")
def signs_of_items(article: Article) -> None:
    items = article.blocks[1:]
    assert [bool(block.marker) for block in items] == [True] * len(items)
    assert [block.marker for block in items[-2:]] == ["1.", "2."]


@about("md-pre-verse.md")
def lines_with_indents(article: Article) -> None:
    (lines,) = texts(article, BlockKind.CODE)
    assert [line[:5].isspace() or line[:4] == " " * 4 for line in lines.split("\n")] == [
        False,
        True,
        False,
    ]


@about("md-quoted-colon.md")
def front_matter_with_a_colon(article: Article) -> None:
    about = article.metadata
    assert (about.title, about.issued) == ("The way: up", Date(2020, 1, 1))
    assert len(about.author) == 1
    assert article.blocks[0].kind is BlockKind.HEADING


@about("md-rule-note.md")
def a_rule_that_is_no_front_matter(article: Article) -> None:
    assert any(text.startswith("Update:") for text in texts(article))


@about("memo-pages.txt")
def pages_of_a_memo(article: Article) -> None:
    assert "Memo 17" not in article.text
    assert len(texts(article)) == len(headings(article)) == 6


@about("play.txt")
def a_play(article: Article) -> None:
    assert headings(article) == [(1, "ACT"), (2, "SCENE"), (2, "SCENE")]
    assert [text[:3] for text in texts(article)[-2:]] == ["ANN", "BO."]


@about("poem-couplets.txt", "sonnet.txt")
def a_poem(article: Article) -> None:
    lines = [len(text.split("\n")) for text in texts(article, BlockKind.VERSE)]
    assert lines in ([2, 2], [4, 4])
    assert not texts(article)


@about("roman-bare.txt")
def bare_roman_numerals(article: Article) -> None:
    numerals = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI")
    assert headings(article) == [(1, numeral) for numeral in numerals]


@about("roman-short.txt")
def roman_numerals_and_titles(article: Article) -> None:
    assert headings(article) == [(1, f"{one}.") for one in ("I", "II", "III", "IV", "V", "VI")]


@about("ru-chapters-short.txt")
def russian_chapters(article: Article) -> None:
    assert [word for _, word in headings(article)] == ["Глава", "Река", "Глава", "Глава"]
    assert [level for level, word in headings(article) if word == "Глава"] == [1] * 3


@about("sections-signs.txt")
def section_signs(article: Article) -> None:
    assert headings(article) == [(1, "§")] * 4


@about("tabs-stock.txt")
def tab_stops(article: Article) -> None:
    (table,) = texts(article, BlockKind.TABLE)
    first, *rest = table.split("\n")
    for title in ("Count", "Place"):
        at = first.index(title)
        assert all(line[at - 1] == " " and line[at] != " " for line in rest)


@about("transcript-chat.txt")
def a_chat(article: Article) -> None:
    assert len(texts(article)) == len(article.blocks) == 8


@about("txt-overstrike.txt")
def an_overstruck_page(article: Article) -> None:
    wanted = ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "SEE"]
    assert [word for _, word in headings(article)] == wanted
    assert "ferry [-q] bank" in article.text
    assert times(article, "ferry") >= 3


@about("wrapped-with-notes.txt")
def wrapped_prose_over_long_notes(article: Article) -> None:
    notes = texts(article, BlockKind.LIST_ITEM)
    assert (len(texts(article)), len(notes)) == (6, 11)


@about("zh-novel-plain.txt")
def a_novel_without_indents(article: Article) -> None:
    assert [word for _, word in headings(article)] == ["第一章", "第二章", "第三章"]
    assert sum(bodies(article)) == len(texts(article)) == 54


@about("zh-novel.txt")
def a_novel_with_indents(article: Article) -> None:
    assert bodies(article) == [18] * 5


@about("zh-sections.txt")
def sections_that_signs_count(article: Article) -> None:
    assert [level for level, _ in headings(article)] == [1, 1, 2, 1]


@about("zh-web-chapters.txt")
def chapters_of_the_web(article: Article) -> None:
    assert [word[:3] for _, word in headings(article)] == ["第1章", "第2章", "第3章"]
    assert bodies(article) == [3, 3, 1]


@pytest.fixture(scope="module")
def cases() -> Path:
    """Return the folder of the texts with the notes on them."""
    if not FOLDER.is_dir():
        pytest.skip("the texts are not on this machine; they are no part of the project")
    return FOLDER


@pytest.mark.parametrize("name", sorted(JUDGED))
def test_a_text_is_read_as_the_note_on_it_says(cases: Path, name: str) -> None:
    *_, article = open_article(cases / name)
    JUDGED[name](article)


def test_every_note_is_judged(cases: Path) -> None:
    noted = {path.stem for path in cases.glob("*.note")}
    # The one that is a script is about a folder that is shut, and is tried with the shelf.
    assert {name for name in noted if not name.endswith(".sh")} == set(JUDGED)
