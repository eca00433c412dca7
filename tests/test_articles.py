"""The articles that come with Postil: the digest with its sources, and the guide."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

import pytest

from postil.attribution.governing import sources
from postil.document.pipeline import open_article
from postil.model.article import Article, BlockKind, InlineKind
from postil.model.source import Date, Governed, Source, Via

ARTICLES = Path(__file__).parents[1] / "articles"
DIGEST = ARTICLES / "korean-drama-across-a-closed-border.txt"
GUIDE = ARTICLES / "postil-guide.md"
BRACKET = re.compile(r"\[Source:([^\]]*)\]")
LONGEST_RUN = 5
"""Words in a row that two texts on one matter may share by chance, names among them."""

SOURCES = {
    "rfa20": ("", "Radio Free Asia", Date(2020, 7, 21)),
    "rfa15": ("", "Radio Free Asia", Date(2015, 6, 4)),
    "nyt": ("Choe Sang-Hun", "New York Times", Date(2015, 1, 24)),
    "wallace": ("Bruce Wallace", "Los Angeles Times", Date(2005, 10, 31)),
    "demick": ("Barbara Demick", "Los Angeles Times", Date(2005, 7, 4)),
    "ap": ("", "Associated Press", Date(2009, 7, 23)),
    "afp10": ("", "AFP", Date(2010, 12, 7)),
    "afp": ("", "AFP", None),
    "oneil": ("Luke O'Neil", "", Date(2018, 4, 9)),
    "lost": ("", "", Date(2013, 11, 12)),
    "own": None,
}
"""Person, outlet and date of every source of the digest; what is not said is absent."""

VIAS = {
    "": Via.BRACKET,
    "<": Via.CARRIED,
    "~": Via.LEAD_IN,
    "-": Via.NONE,
}

INTENDED: tuple[tuple[str | None, str], ...] = (
    (None, "own- rfa20 afp~ nyt nyt"),
    ("Foreign Films Arrive by Way of China", "wallace wallace wallace wallace ap ap ap"),
    ("How the Discs Travel", "rfa20 demick nyt nyt ap"),
    ("What Students Watched in Pyongyang", "rfa15 rfa15< rfa15< rfa15<"),
    ("What the Dramas Do to Their Viewers", "nyt nyt< nyt< nyt<"),
    ("Lessons in Dress, Courtship and Doubt", "oneil oneil oneil"),
    ("Why the Leadership Is Afraid", "nyt nyt rfa20 nyt nyt nyt"),
    ("Filmed Warnings", "rfa20 rfa20 rfa20 rfa20"),
    ("Raids, Camps and Labour", "ap ap afp10 rfa15 rfa15"),
    ("Executions in Seven Cities", "lost lost lost"),
    ("What Nobody Can Count", "own- own-"),
)
"""Each section of the digest, and for each of its paragraphs the source and how it is known."""


@cache
def opened(path: Path) -> Article:
    *_, article = open_article(path)
    return article


def told(source: Source | None) -> tuple[str, str, Date | None] | None:
    """Return person, outlet and date; an agency is an outlet, wherever the record keeps it."""
    if source is None:
        return None
    people = [name.display for name in source.author if not name.literal]
    agencies = [name.literal for name in source.author if name.literal]
    outlet = source.container_title or source.publisher or ", ".join(agencies)
    return ", ".join(people), outlet, source.issued


def meant(code: str) -> tuple[tuple[str, str, Date | None] | None, Via]:
    """Return the source and the evidence that a code of ``INTENDED`` stands for."""
    name = code.rstrip("<~-")
    return SOURCES[name], VIAS[code.removeprefix(name)]


def words(text: str) -> list[str]:
    """Return the words outside attributions, letters only, without case and accents."""
    plain = unicodedata.normalize("NFKD", BRACKET.sub(" ", text).casefold())
    letters = "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’")
    return re.findall(r"[^\W\d_]+", letters)


def shared(one: str, other: str, longest: int = LONGEST_RUN) -> list[str]:
    """Return the runs of more than ``longest`` words that both texts have."""
    size = longest + 1
    first, second = words(one), words(other)
    known = {tuple(first[at : at + size]) for at in range(len(first) - longest)}
    runs = (second[at : at + size] for at in range(len(second) - longest))
    return [" ".join(run) for run in runs if tuple(run) in known]


def named(text: str) -> set[tuple[str, ...]]:
    """Return what the attributions of a text say, piece by piece, without empty pieces."""
    pieces = ([piece.strip() for piece in raw.split(",")] for raw in BRACKET.findall(text))
    return {tuple(re.sub(r"\b0", "", piece) for piece in found if piece) for found in pieces}


def paragraphs() -> list[tuple[str | None, list[Governed]]]:
    """Return the digest's paragraphs with their sources, by section."""
    article = opened(DIGEST)
    governed = sources.read(article).paragraphs
    return [
        (section.title, [each for each in governed if each.span.start in section.span])
        for section in article.sections
        if section.kind != "tail"
    ]


def test_the_digest_has_the_headings_that_were_meant() -> None:
    article = opened(DIGEST)
    headings = [block.text for block in article.blocks if block.kind is BlockKind.HEADING]
    assert headings == [title for title, _ in INTENDED if title]
    sections = [section.title for section in article.sections if section.kind != "tail"]
    assert sections == [title for title, _ in INTENDED]


def test_the_digest_ends_in_a_tail() -> None:
    article = opened(DIGEST)
    tail = article.sections[-1]
    text = article.text[tail.span.start : tail.span.end]
    assert tail.kind == "tail"
    assert text.startswith("Image Sources:")
    assert text.endswith("Updated in November 2026")


def test_every_paragraph_of_the_digest_has_the_source_that_was_meant() -> None:
    found = [
        (title, [(told(each.source), each.via) for each in section])
        for title, section in paragraphs()
    ]
    assert found == [(title, [meant(code) for code in codes.split()]) for title, codes in INTENDED]


def test_the_digest_puts_everything_in_words_of_its_own() -> None:
    relations = {each.relation for _, section in paragraphs() for each in section}
    assert relations == {"cited", "own"}


def test_a_source_without_a_publisher_is_said_to_lack_it() -> None:
    sections = dict(paragraphs())
    for governed in sections["Executions in Seven Cities"]:
        assert governed.source is not None
        assert not governed.source.identified
        assert "missing-name" in governed.problems


def test_the_digest_is_known_by_its_sidecar() -> None:
    metadata = opened(DIGEST).metadata
    assert metadata.title == "Korean drama across a closed border"
    assert metadata.container_title == "Postil Digest"
    assert metadata.issued == Date(2026, 11)
    origins = dict(metadata.origins)
    assert {origins[name] for name in ("title", "container_title", "issued")} == {"sidecar"}


def test_the_digest_is_an_article_of_some_length() -> None:
    assert len(words(DIGEST.read_text("utf-8"))) > 1800


def test_the_digest_names_only_sources_that_the_first_article_names(seed: Path) -> None:
    first = (seed / "article.txt").read_text("utf-8")
    assert named(DIGEST.read_text("utf-8")) <= named(first)


@pytest.mark.parametrize("path", [DIGEST, GUIDE], ids=lambda path: path.name)
def test_an_article_shares_no_phrase_with_the_first_article(seed: Path, path: Path) -> None:
    assert shared((seed / "article.txt").read_text("utf-8"), path.read_text("utf-8")) == []


def test_a_shared_phrase_is_noticed() -> None:
    one = "The ferry left the frozen harbour at dawn. [Source: A, B, C, D, E, F, G, H]"
    other = "At last — the FERRY left\nthe “frozen” harbour. [Source: A, B, C, D, E, F, G, H]"
    assert shared(one, other) == ["the ferry left the frozen harbour"]


def test_the_guide_shows_every_kind_of_block() -> None:
    article = opened(GUIDE)
    kinds = {block.kind for block in article.blocks}
    assert kinds >= {
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.CODE,
        BlockKind.TABLE,
        BlockKind.FOOTNOTE,
    }
    assert any(block.quoted for block in article.blocks)
    inlines = {inline.kind for block in article.blocks for inline in block.inlines}
    assert inlines >= {InlineKind.LINK, InlineKind.FOOTNOTE, InlineKind.CODE, InlineKind.STRONG}


def test_the_guide_names_itself() -> None:
    metadata = opened(GUIDE).metadata
    assert metadata.title == "A guide to Postil"
    assert metadata.issued == Date(2026, 11)


def test_the_guide_takes_no_example_for_a_source_of_its_own() -> None:
    governed = sources.read(opened(GUIDE)).paragraphs
    lost = [each for each in governed if each.source is not None]
    assert [opened(GUIDE).text[each.span.start : each.span.end] for each in lost] == []
