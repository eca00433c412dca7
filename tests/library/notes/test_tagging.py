from __future__ import annotations

import pytest

from postil.errors import BadRequest, NoSuchTag
from postil.library.base.open_article import OpenArticle
from postil.library.care.local_state import Home
from postil.library.notes import annotating, tagging, undoing
from postil.library.notes.tagging import TagUse
from postil.library.tags import retagging
from postil.model.note import Colour, Note
from tests.library.conftest import Spot


@pytest.fixture
def made(home: Home, open_article: OpenArticle, spot: Spot) -> list[Note]:
    words = {"nine weeks": ["Ice", "trade"], "half the town": ["ice"], "grey": ["ice", "Trade"]}
    return [
        annotating.annotate(home, open_article, spot(open_article, one), tags=tags)
        for one, tags in words.items()
    ]


def tags_of(home: Home, made: list[Note]) -> list[tuple[str, ...]]:
    return [home.notes()[note.id].tags for note in made]


def test_tags_are_counted_whatever_their_case(home: Home, made: list[Note]) -> None:
    assert tagging.tags(home) == (TagUse("ice", 3), TagUse("Trade", 2))


def test_as_common_tags_stand_by_name_and_unused_ones_last(
    home: Home, open_article: OpenArticle, spot: Spot
) -> None:
    annotating.annotate(home, open_article, spot(open_article, "grey"), tags=["b", "A", "c"])
    tagging.define_tag(home, "aaa", "Not used yet", Colour.PINK)
    assert [(use.tag, use.notes) for use in tagging.tags(home)] == [
        *(("A", 1), ("b", 1), ("c", 1)),
        ("aaa", 0),
    ]
    assert tagging.tags(home)[-1].colour is Colour.PINK


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        (" #Ice ", "Ice"),
        ("a\x1b[1mb\n c", "ab c"),
        ("\u202eevil", "evil"),
        ("  ", ""),
        ("#", ""),
        ("C#", "C#"),
    ],
)
def test_tags_are_clean(typed: str, tag: str) -> None:
    assert tagging.clean_tag(typed) == tag


@pytest.mark.parametrize("typed", ["a, b", "x" * 81])
def test_what_cannot_be_a_tag_is_refused(typed: str) -> None:
    with pytest.raises(BadRequest):
        tagging.clean_tag(typed)


def test_a_tag_is_renamed_on_every_note_and_back_by_one_undo(home: Home, made: list[Note]) -> None:
    before = tags_of(home, made)
    tagging.define_tag(home, "ice", "Frozen water")
    retagging.rename_tag(home, "ICE", "Frost")
    assert tags_of(home, made) == [("Frost", "trade"), ("Frost",), ("Frost", "Trade")]
    assert tagging.tags(home)[0] == TagUse("Frost", 3, "Frozen water")
    assert (
        undoing.undo(home) == "Undone: tag “ice” renamed to “Frost” on 3 notes, in “harbour.txt”."
    )
    assert tags_of(home, made) == before
    assert tagging.tags(home)[0].definition == "Frozen water"


def test_a_tag_can_be_given_another_case(home: Home, made: list[Note]) -> None:
    retagging.rename_tag(home, "ice", "ICE")
    assert tags_of(home, made) == [("ICE", "trade"), ("ICE",), ("ICE", "Trade")]


def test_a_tag_is_not_renamed_to_one_that_there_is(home: Home, made: list[Note]) -> None:
    with pytest.raises(BadRequest, match="merge"):
        retagging.rename_tag(home, "ice", "TRADE")


def test_merged_tags_stand_once_on_each_note(home: Home, made: list[Note]) -> None:
    tagging.define_tag(home, "trade", "Buying and selling")
    tagging.define_tag(home, "ice", "Frozen water")
    retagging.merge_tags(home, "trade", "ice")
    assert tags_of(home, made) == [("Ice",), ("ice",), ("ice",)]
    assert tagging.tags(home) == (TagUse("ice", 3, "Frozen water"),)
    undoing.undo(home)
    assert {use.tag.casefold(): use.definition for use in tagging.tags(home)} == {
        "ice": "Frozen water",
        "trade": "Buying and selling",
    }


def test_a_definition_goes_along_where_there_is_none(home: Home, made: list[Note]) -> None:
    tagging.define_tag(home, "trade", "Buying and selling")
    retagging.merge_tags(home, "trade", "ice")
    assert tagging.tags(home) == (TagUse("ice", 3, "Buying and selling"),)


def test_a_deleted_tag_leaves_the_notes(home: Home, made: list[Note]) -> None:
    tagging.define_tag(home, "ice", "Frozen water")
    retagging.delete_tag(home, "ice")
    assert tags_of(home, made) == [("trade",), (), ("Trade",)]
    assert [use.tag for use in tagging.tags(home)] == ["Trade"]
    undoing.undo(home)
    assert tagging.tags(home)[0] == TagUse("ice", 3, "Frozen water")


def test_a_definition_is_changed_and_taken_away(home: Home) -> None:
    tagging.define_tag(home, "ice", "Frozen", Colour.BLUE)
    tagging.define_tag(home, "Ice", "Frozen water")
    assert tagging.tags(home) == (TagUse("ice", 0, "Frozen water", Colour.BLUE),)
    undoing.undo(home)
    assert tagging.tags(home)[0].definition == "Frozen"


def test_verbs_on_a_tag_that_is_not_there_say_so(home: Home, made: list[Note]) -> None:
    for verb in (retagging.delete_tag, lambda home, tag: retagging.rename_tag(home, tag, "x")):
        with pytest.raises(NoSuchTag, match="no such tag"):
            verb(home, "snow")
    with pytest.raises(BadRequest):
        retagging.rename_tag(home, "ice", " ")


def test_a_change_tells_how_far_it_is(home: Home, made: list[Note]) -> None:
    shares: list[float] = []
    retagging.rename_tag(home, "ice", "frost", shares.append)
    assert len(shares) >= len(made)
    assert shares == sorted(shares)
    assert 0 <= shares[0] < shares[-1] < 1


def test_a_change_that_is_given_up_changes_nothing(home: Home, made: list[Note]) -> None:
    before = tags_of(home, made)
    for give_up_at in range(6):
        left = [None] * give_up_at

        def told(_: float, left: list[None] = left) -> None:
            if not left:
                raise KeyboardInterrupt
            left.pop()

        with pytest.raises(KeyboardInterrupt):
            retagging.rename_tag(home, "ice", "frost", told)
        home.refresh()
        assert tags_of(home, made) == before
    retagging.rename_tag(home, "ice", "frost")
    assert undoing.undo(home).startswith("Undone: tag “ice” renamed")
    assert tags_of(home, made) == before
