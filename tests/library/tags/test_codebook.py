"""The tree of tags counts each note once, and says what a change would reach."""

from __future__ import annotations

import pytest

from postil.errors import BadRequest
from postil.library.base.open_article import OpenArticle
from postil.library.care.local_state import Home
from postil.library.notes import annotating, tagging, undoing
from postil.library.tags import codebook, retagging
from postil.model.note import Colour
from tests.library.conftest import Spot

TAGS = {
    "nine weeks": ["sea/Ice", "sea/salt", "Trade"],
    "half the town": ["sea/ice/old", "👩‍🌾/호밀"],
    "grey": ["sea", "אבג"],
}


@pytest.fixture(autouse=True)
def made(home: Home, open_article: OpenArticle, spot: Spot) -> None:
    for words, tags in TAGS.items():
        annotating.annotate(home, open_article, spot(open_article, words), tags=tags)


def tree(home: Home) -> dict[str, tuple[int, int]]:
    return {one.tag: (one.notes, one.within) for one in codebook.branches(home)}


def test_a_note_is_counted_once_for_all_that_lies_above_its_tags(home: Home) -> None:
    assert tree(home) == {
        "sea": (1, 3),
        "sea/Ice": (1, 2),
        "sea/ice/old": (1, 1),
        "sea/salt": (1, 1),
        "Trade": (1, 1),
        "אבג": (1, 1),
        "👩‍🌾": (0, 1),
        "👩‍🌾/호밀": (1, 1),
    }


def test_counts_follow_every_change(home: Home) -> None:
    before = tree(home)
    retagging.merge_tags(home, ["sea/salt", "Trade"], "sea")
    assert tree(home)["sea"] == (2, 3)
    assert "Trade" not in tree(home)
    undoing.undo(home)
    assert tree(home) == before
    retagging.delete_tag(home, ["Trade", "sea"], below=True)
    assert list(tree(home)) == ["אבג", "👩‍🌾", "👩‍🌾/호밀"]
    undoing.undo(home)
    assert tree(home) == before


def test_a_change_says_what_it_would_reach(home: Home) -> None:
    assert codebook.reach(home, ["SEA"]) == (3, 1, 3)
    assert codebook.reach(home, ["sea/salt", "Trade"]) == (1, 1, 0)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ice", ["sea/Ice", "sea/ice/old"]),
        ("/old sea", ["sea/ice/old"]),
        ("cold water", ["sea/Ice"]),
        ("호밀", ["👩‍🌾/호밀"]),
        ("zeppelin", []),
    ],
)
def test_tags_are_found_by_name_and_meaning(home: Home, typed: str, found: list[str]) -> None:
    tagging.define_tag(home, "sea/ice", "Cold water", None)
    fitting = codebook.TagFilter(codebook.branches(home)).fitting(typed)
    assert [one.tag for one in fitting] == found


def test_the_likeliest_tag_is_the_one_that_is_called_so(home: Home) -> None:
    found = codebook.TagFilter(codebook.branches(home)).fitting("a")
    assert found[codebook.TagFilter.best("trade", found)].tag == "Trade"
    assert codebook.TagFilter.best("sea", found) == [one.tag for one in found].index("sea")


def test_passages_are_those_of_the_tag_and_of_what_lies_below(home: Home) -> None:
    assert len(list(codebook.passages(home, "sea/ice"))) == 2
    assert [one.note.anchor.quote for one in codebook.some_passages(home, "sea", 2)] == [
        "nine weeks",
        "half the town",
    ]


def test_colours_are_set_and_taken_away_in_one_step(home: Home) -> None:
    tagging.define_tag(home, "sea", "All of it")
    tagging.colour_tags(home, ["sea", "trade"], Colour.BLUE)
    assert {one.tag: one.colour for one in tagging.tags(home) if one.colour} == {
        "sea": Colour.BLUE,
        "Trade": Colour.BLUE,
    }
    tagging.colour_tags(home, ["sea", "trade"], None)
    assert home.tag_definitions().keys() == {"sea"}
    undoing.undo(home)
    undoing.undo(home)
    assert not any(one.colour for one in tagging.tags(home))


def test_a_tag_is_not_merged_below_itself(home: Home) -> None:
    with pytest.raises(BadRequest, match="lies below it"):
        retagging.merge_tags(home, ["Trade", "sea"], "sea/salt")


def test_blanks_around_a_slash_and_empty_parts_are_none(home: Home) -> None:
    assert tagging.clean_tag(" a / b //c/ ") == "a/b/c"
    assert tagging.clean_tag("/") == ""
