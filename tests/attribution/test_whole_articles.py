"""Whole articles in eight languages, through ``postil sources``: what governs each paragraph.

An article stands in ``whole``: each paragraph, and below it, as in the other tables, the source
that governs it, or ``-`` where it is the article's own. A first line is its title.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from postil.cli.main import run
from tests.attribution.kinds import FOLDER, cases, right
from tests.attribution.readable import source_of

ARTICLES = sorted(path.stem for path in (FOLDER / "whole").glob("*.txt"))


@pytest.mark.parametrize("language", ARTICLES)
def test_each_paragraph_of_an_article_has_its_source(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = list(cases(f"whole/{language}.txt"))
    title, paragraphs = table[0].raw, table[1:]
    article = tmp_path / f"{language}.txt"
    article.write_text("\n\n".join([title, *(one.raw for one in paragraphs)]), "utf-8")
    assert run(["sources", "--json", str(article)]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    text = "\n\n".join([title, *(one.raw for one in paragraphs)])
    wrong = []
    for one in paragraphs:
        start = text.index(one.raw)
        row = next((row for row in rows if row["start"] <= start < row["end"]), None)
        source = row and row["source"]
        if not right(one, [source_of(source)] if source else []):
            wrong.append((one.raw[:60], source))
    assert wrong == []
