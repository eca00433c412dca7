"""The page: marks that lead to their notes and back, and nothing of others but their words."""

from __future__ import annotations

import json
from html.parser import HTMLParser

from postil.export.base.dossier import Dossier, ExportedArticle
from postil.export.page import page
from postil.export.page.words import address, text
from postil.model.article import Article, Block, BlockKind, Inline, InlineKind
from postil.model.values import replace
from tests.export.dossiers import a_note, dossier

VOID = {"meta", "br"}


class Read(HTMLParser):
    """Reads a page: its elements, which must nest, and the words of each mark by its note."""

    def __init__(self, made: str) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.marks: dict[str, str] = {}
        self.tags: list[str] = []
        self.words = ""
        self.feed(made)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append(tag)
        if found.get("id"):
            self.ids.append(found["id"] or "")
        if tag == "a":
            assert not [one for one, _ in self.open if one == "a"]
            self.links.append(found["href"] or "")
        assert not [name for name in found if name.startswith("on")]
        if tag not in VOID:
            self.open.append((tag, found))

    def handle_endtag(self, tag: str) -> None:
        opened, _ = self.open.pop()
        assert opened == tag

    def handle_data(self, data: str) -> None:
        self.words += data
        if [tag for tag, _ in self.open if tag == "sup"]:
            return
        for tag, attrs in self.open:
            if tag == "mark":
                note = attrs["data-note"] or ""
                self.marks[note] = self.marks.get(note, "") + data


def read(given: Dossier) -> Read:
    return Read(page.write(given).data.decode())


def squashed(words: str) -> str:
    return "".join(words.split())


def of_blocks(blocks: tuple[Block, ...], *quotes: str) -> Dossier:
    article = Article("a.md", blocks)
    notes = tuple(a_note(at, article.text, quote) for at, quote in enumerate(quotes))
    return Dossier(
        (ExportedArticle("1", "Title", text=article.text, article=article, notes=notes),)
    )


def test_every_passage_is_marked_leads_to_its_note_and_back() -> None:
    made = read(dossier())
    for _, one in dossier().notes:
        if one.span is not None:
            assert squashed(made.marks[one.note.id]) == squashed(one.note.anchor.quote)
            assert {f"#n-{one.note.id}", f"#m-{one.note.id}"} <= set(made.links)
        assert f"n-{one.note.id}" in made.ids


def test_no_id_is_there_twice_and_no_link_leads_nowhere() -> None:
    made = read(dossier())
    assert len(made.ids) == len(set(made.ids))
    assert {link[1:] for link in made.links if link.startswith("#")} <= set(made.ids)
    assert made.tags.count("h1") == made.tags.count("main") == 1
    assert "script" not in made.tags


def test_the_policy_stands_before_all_that_it_governs() -> None:
    made = page.write(dossier()).data.decode()
    assert made.index("Content-Security-Policy") < made.index("<title>") < made.index("<style>")
    assert "default-src 'none'" in made


def test_an_orphan_is_listed_with_its_quotation_and_tags_and_sources_with_their_notes() -> None:
    made = read(dossier())
    for words in ("words that went", "frozen *water*", "References", "trade/routes", "سفر"):
        assert words in made.words


def test_marks_overlap_each_other_and_what_is_set_apart() -> None:
    inlines = (
        Inline(4, 13, InlineKind.STRONG),
        Inline(8, 17, InlineKind.LINK, "https://a.test/x"),
    )
    block = Block(BlockKind.PARAGRAPH, "one two three four five", inlines=inlines)
    made = read(of_blocks((block,), "two three", "three four", "one two three four five"))
    assert sorted(map(squashed, made.marks.values())) == sorted(
        ["twothree", "threefour", "onetwothreefourfive"]
    )
    assert "https://a.test/x" in made.links


def test_lists_quotations_and_tables_nest() -> None:
    blocks = (
        Block(BlockKind.HEADING, "Title", level=1),
        Block(BlockKind.LIST_ITEM, "first", level=1, marker="1."),
        Block(BlockKind.LIST_ITEM, "inner", level=2, marker="•"),
        Block(BlockKind.LIST_ITEM, "still first", level=1),
        Block(BlockKind.LIST_ITEM, "second", level=1, marker="2."),
        Block(BlockKind.PARAGRAPH, "quoted", quoted=2),
        Block(BlockKind.LIST_ITEM, "in it", level=3, marker="•", quoted=1),
        Block(BlockKind.TABLE, "A  B\nc  d", cells=(3, 8)),
        Block(BlockKind.CODE, "if a < b:\n    <i>"),
        Block(BlockKind.VERSE, "one\ntwo"),
        Block(BlockKind.FOOTNOTE, "foot", marker="1"),
        Block(BlockKind.HEADING, "Deep", level=5),
    )
    made = read(of_blocks(blocks, "inner", "quoted", "c  d", "Deep"))
    # Three items, one within them, and two lists of one level to reach the third.
    assert made.tags.count("li") == 6
    assert made.tags.count("td") == 4
    assert made.tags.count("blockquote") == 2
    assert "<i>" in made.words
    # The title is not said twice, and no level is left out.
    assert [tag for tag in made.tags if tag in ("h1", "h2", "h3", "h6")] == ["h1", "h2", "h2"]


def test_links_within_the_document_lead_to_their_blocks() -> None:
    blocks = (
        Block(
            BlockKind.PARAGRAPH,
            "see 1 and there and nowhere",
            inlines=(
                Inline(4, 5, InlineKind.FOOTNOTE, "1"),
                Inline(10, 15, InlineKind.LINK, "#there"),
                Inline(20, 27, InlineKind.LINK, "#gone"),
            ),
        ),
        Block(BlockKind.PARAGRAPH, "target"),
        Block(BlockKind.FOOTNOTE, "foot", marker="1"),
    )
    given = of_blocks(blocks, "target")
    (article,) = given.articles
    assert article.article is not None
    offset = article.text.index("target")
    linked = replace(article, article=replace(article.article, anchors={"there": offset}))
    made = read(Dossier((linked,)))
    assert [link for link in made.links if link.startswith("#b-")] == ["#b-2", "#b-1"]


def test_words_of_others_are_words() -> None:
    assert text('<b onload="x">&amp;\x1b\x00') == '&lt;b onload="x"&gt;&amp;amp;\ufffd\ufffd'
    for bad in (
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "//a.test",
        "http",
    ):
        assert address(bad) == ""
    assert address("https://a.test/?q=1&r=2") == "https://a.test/?q=1&r=2"


def test_the_sidecar_is_the_same_notes_as_annotations() -> None:
    (sidecar,) = page.write(dossier()).sidecars.values()
    assert len(json.loads(sidecar())["items"]) == 7
