"""The first real article, against what a careful reader finds in it."""

from __future__ import annotations

import json
from pathlib import Path

from postil.document.pipeline import open_article, parse
from postil.model.article import BlockKind
from postil.model.source import Date


def test_headings_tail_and_paragraphs_are_those_of_the_gold(seed: Path) -> None:
    article = list(open_article(seed / "article.txt"))[-1]
    gold = json.loads((seed / "gold.json").read_text("utf-8"))
    wanted = [part["heading_line"] for part in gold["sections"] if part["heading_line"]]
    found = [block.line for block in article.blocks if block.kind is BlockKind.HEADING]
    assert found == wanted
    tail = article.sections[-1]
    assert tail.kind == "tail"
    assert article.blocks[tail.first].line == 129
    body = [
        block.line for block in article.blocks[: tail.first] if block.kind is BlockKind.PARAGRAPH
    ]
    assert body == [part["line"] for part in gold["paragraphs"] if part["role"] == "body"]
    assert len(body) == 53
    assert article.metadata.title == ""
    assert article.metadata.issued == Date(2021, 7)


def test_every_line_is_a_block_as_it_stands(seed: Path) -> None:
    source = (seed / "article.txt").read_text("utf-8")
    article = list(open_article(seed / "article.txt"))[-1]
    assert [block.text for block in article.blocks] == [x for x in source.split("\n") if x]
    assert article.text == source.rstrip("\n")


def test_its_beginning_stays_as_shown(seed: Path) -> None:
    data = (seed / "article.txt").read_bytes() * 34
    for name in ("long.txt", "long.md"):
        first, whole = parse(data, name)
        assert not first.complete
        assert whole.complete
        assert len(first.blocks) > 40
        texts = [block.text for block in first.blocks]
        assert texts == [block.text for block in whole.blocks[: len(texts)]]
        assert whole.text.startswith(first.text)
