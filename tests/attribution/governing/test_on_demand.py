"""What is read of a few paragraphs alone is what the reading of the whole article says of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.attribution.governing import on_demand
from postil.attribution.governing.follow import Walk
from postil.attribution.governing.on_demand import FollowedRuns
from postil.attribution.governing.sources import Sources, read
from postil.attribution.parsing import find
from postil.document.pipeline import open_article
from postil.lexicon.name_overrides import NO_OVERRIDES, NameOverrides
from postil.model.article import Article, Block, BlockKind
from postil.model.source import Correction, Source
from postil.model.span import Span
from tests.attribution.governing.paragraphs import BRACKET, article
from tests.support.house import ROOT

TEXTS = (
    "Ships left the harbour, and nobody waved.",
    "Nobody knew why, the report said.",
    f"Fog lay on the water. {BRACKET}",
    BRACKET,
    "[Source: Oona Lamb, Quay Herald, 3 May 2014]",
    "[Source: Agence France-Presse, 2019] [Source: Quay Herald, 2 May 2014]",
    "“The lamps went out,” the Quay Herald wrote.",
    "“The lamps went out.”",
    "“The lamps went out, and nobody lit them.",
    "“Then came the fog.” And the pilots slept.",
    "The Quay Herald reported: “Ships left.",
    "The Quay Herald wrote:",
    "According to AFP, it rained. Nobody came.",
    "“Fog,” one pilot told the Quay Herald. He laughed.",
    "LONDON, March 3 (Reuters) – Ships left the harbour.",
    "LONDON – Ships left the harbour, the agency said",
    "AFP said: it rained [Source: AFP, 2019] and “it went on.",
    "Source: Reuters, 2014",
)
"""Paragraphs that open, carry on, close and claim."""

BLOCKS = st.one_of(
    st.builds(Block, st.just(BlockKind.PARAGRAPH), st.sampled_from(TEXTS)),
    st.builds(Block, st.just(BlockKind.PARAGRAPH), st.sampled_from(TEXTS), quoted=st.just(1)),
    st.sampled_from([Block(BlockKind.HEADING, "Fog"), Block(BlockKind.CODE, "ships = 2")]),
)
ARTICLES = st.lists(BLOCKS, max_size=14).map(lambda blocks: Article("made", tuple(blocks)))


class Counted:
    """Counts the calls of a method of ``Walk``, which goes on doing what it does."""

    def __init__(self, patch: pytest.MonkeyPatch, name: str) -> None:
        self.calls = 0
        method = getattr(Walk, name)

        def counting(walk: Walk, *given: object) -> object:
            self.calls += 1
            return method(walk, *given)

        patch.setattr(Walk, name, counting)


def differing(made: Article, wider: int = 0) -> list[int]:
    """Return the paragraphs of which the reading of them and some more says something else."""
    whole = FollowedRuns(made)
    whole.read()
    numbers = range(len(whole.blocks))
    expected = whole.runs(numbers)
    return [
        at
        for at in numbers
        for some in [range(at, min(at + 1 + wider, len(numbers)))]
        if list(FollowedRuns(made).runs(some)) != expected[at : some.stop]
    ]


@given(ARTICLES, st.integers(0, 3))
def test_a_few_paragraphs_are_read_as_in_the_whole_article(made: Article, wider: int) -> None:
    assert differing(made, wider) == []


@given(ARTICLES)
def test_so_they_are_where_nothing_is_new_for_long(made: Article) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(on_demand, "_FAR", 2)
        assert differing(made) == []


@given(ARTICLES, st.permutations(range(14)))
def test_what_was_read_before_changes_nothing(made: Article, order: list[int]) -> None:
    whole, some = FollowedRuns(made), FollowedRuns(made)
    whole.read()
    asked = [at for at in order if at < len(whole.blocks)]
    found = {at: some.runs(range(at, at + 1))[0] for at in asked}
    assert [found[at] for at in sorted(found)] == list(whole.runs(range(len(whole.blocks))))


@given(ARTICLES, st.data())
def test_a_passage_has_the_source_that_the_whole_article_gives_it(
    made: Article, data: st.DataObject
) -> None:
    corrections = data.draw(st.sampled_from([(), (Correction(BRACKET, Source(title="Fog")),)]))
    start = data.draw(st.integers(0, made.length))
    span = Span(start, data.draw(st.integers(start, made.length)))
    whole, some = read(made, corrections), Sources(made, corrections)
    governed = some.at(span)
    assert governed == whole.at(span)
    assert list(some.overlapping(span)) == [
        one for one in whole.paragraphs if one.span.overlaps(span)
    ] or not len(span)
    assert some.evidence_text(governed) == whole.evidence_text(governed)
    assert some.reasons(governed) == whole.reasons(governed)
    assert some.alike(governed) == whole.alike(governed)


@pytest.mark.parametrize(
    "path", sorted((ROOT / "articles").glob("*.*")), ids=lambda path: path.name
)
def test_every_paragraph_of_an_article_is_read_so(path: Path) -> None:
    *_, made = open_article(path)
    assert differing(made) == []


def test_every_paragraph_of_the_seed_article_is_read_so(seed: Path) -> None:
    *_, made = open_article(seed / "article.txt")
    assert differing(made) == []


@pytest.mark.parametrize("between", ["Ships left (at last).", "“Ships left.”"])
def test_of_a_long_article_little_is_read(between: str, monkeypatch: pytest.MonkeyPatch) -> None:
    counted = Counted(monkeypatch, "take")
    made = article(*[between, f"Fog. And {between} {BRACKET}", "Nobody waved."] * 1000)
    middle = made.length // 2
    assert Sources(made).at(Span(middle, middle + 5)) == read(made).at(Span(middle, middle + 5))
    assert counted.calls < 3000 + 20


def test_an_article_is_read_once_where_no_evidence_is_near() -> None:
    """A novel of one chapter, whose quotations name nobody: many passages cost no more than one."""
    made = article(*["“Ships left,” she said (and waved)."] * 2000)
    sources = Sources(made)
    spans = [Span(at, at + 9) for at in range(0, made.length - 9, made.length // 100)]
    with pytest.MonkeyPatch.context() as patch:
        counted = Counted(patch, "__init__")
        assert {sources.at(span).source for span in spans} == {None}
    assert counted.calls < 10


def test_an_attribution_is_parsed_once_however_many_passages_ask(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    parsed: list[str] = []
    parse = find.parse_attribution

    def counting(raw: str, overrides: NameOverrides = NO_OVERRIDES) -> object:
        parsed.append(raw)
        return parse(raw, overrides)

    monkeypatch.setattr(find, "parse_attribution", counting)
    days = [f"Fog lay there. [Source: Oona Lamb, Quay Herald, {day} May 2014]" for day in (1, 2, 3)]
    runs = FollowedRuns(article(*(text for day in days for text in (day, "Nobody waved."))))
    for at in reversed(range(len(runs.blocks))):
        runs.runs(range(at, at + 1))
    runs.read()
    assert len(parsed) == len(set(parsed)) == len(days)
