"""Tags are changed on all notes at once, with those below them, and back by one undo."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Postil

TAGS = {
    "larch": ["wood/larch", "boats"],
    "saws": ["wood"],
    "iron": ["Wood/iron/old", "woodless"],
    "rye": ["먹을 것/호밀 🌾", "boats"],
}


@pytest.fixture
def noted(postil: Postil, article: Path) -> None:
    """Write notes with tags."""
    for quote, tags in TAGS.items():
        more = [part for tag in tags for part in ("--tag", tag)]
        assert postil("note", article, "--quote", quote, *more).status == 0


def tags(postil: Postil) -> dict[str, list[str]]:
    """Return the tags of each note, by the words that it is on."""
    return {row["quote"]: row["tags"] for row in postil("notes", "--json").records}


@pytest.mark.parametrize(
    ("given", "after"),
    [
        (
            ["rename", "wood", "material"],
            {"larch": ["material/larch", "boats"], "saws": ["material"]}
            | {"iron": ["material/iron/old", "woodless"]},
        ),
        (
            ["merge", "wood", "boats"],
            {"larch": ["boats/larch", "boats"], "saws": ["boats"]}
            | {"iron": ["boats/iron/old", "woodless"]},
        ),
        (
            ["move", "wood", "boats"],
            {"larch": ["boats/wood/larch", "boats"], "saws": ["boats/wood"]}
            | {"iron": ["boats/wood/iron/old", "woodless"]},
        ),
        (["move", "wood/larch", ""], {"larch": ["larch", "boats"]}),
        (
            ["rename", "wood", "wood/any"],
            {"larch": ["wood/any/larch", "boats"]}
            | {"saws": ["wood/any"], "iron": ["wood/any/iron/old", "woodless"]},
        ),
        (["merge", "wood/larch", "wood"], {"larch": ["wood", "boats"]}),
        (
            ["split", "wood", "--query", "iron OR saws", "metal"],
            {"saws": ["metal"], "iron": ["metal/iron/old", "woodless"]},
        ),
        (
            ["split", "wood", "wood/larch", "--query", "tag:wood -iron"],
            {"saws": ["wood/larch"]},
        ),
        (["delete", "wood"], {"saws": []}),
        (
            ["delete", "wood", "--below"],
            {"larch": ["boats"], "saws": [], "iron": ["woodless"]},
        ),
        (["delete", "먹을 것", "--below"], {"rye": ["boats"]}),
        (["rename", "먹을 것/호밀 🌾", "אוכל"], {"rye": ["אוכל", "boats"]}),
        (
            ["move", "boats", "a b/c"],
            {"larch": ["wood/larch", "a b/c/boats"]} | {"rye": ["먹을 것/호밀 🌾", "a b/c/boats"]},
        ),
    ],
)
def test_a_tag_is_changed_with_what_is_below_it(
    given: list[str], after: dict[str, list[str]], noted: None, postil: Postil
) -> None:
    before = tags(postil)
    done = postil("tags", *given)
    assert (done.status, done.err) == (0, "")
    assert tags(postil) == before | after
    assert postil("undo").status == 0
    assert tags(postil) == before
    assert postil("redo").status == 0
    assert tags(postil) == before | after


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (["rename", "wood/larch", "Boats"], "there is a tag of this name already"),
        (["move", "wood", "wood/iron"], "it cannot lie below itself"),
        (["merge", "wood", "wood/iron"], "lies below it"),
        (["delete", "먹을 것"], "--below"),
        (["delete", "snow"], "there is no such tag"),
        (["rename", "wood", " "], "there is nothing in its name"),
        (["delete", ""], "there is nothing in its name"),
        (["move", "", "wood"], "there is nothing in its name"),
        (["define", "#", "x"], "there is nothing in its name"),
        (["split", "wood", "metal"], "it needs --query"),
        (["split", "wood", "--query", "(", "metal"], "at 1 "),
        (["rename", "wood", "--query", "a", "b"], "it takes no --query"),
        (["merge", "wood", "boats", "--below"], "it takes no --below"),
        (["move", "wood"], "it needs two tags"),
        (["rename", "wood", "x" * 79], "80 characters at most"),
    ],
)
def test_what_cannot_be_done_changes_nothing(
    given: list[str], why: str, noted: None, postil: Postil
) -> None:
    before = tags(postil)
    done = postil("tags", *given)
    assert done.status == 2
    assert why in done.error
    assert tags(postil) == before


def test_a_split_without_fitting_notes_finds_nothing(noted: None, postil: Postil) -> None:
    assert postil("tags", "split", "wood", "--query", "rye", "metal").status == 1


def test_definitions_below_go_along(noted: None, postil: Postil) -> None:
    postil("tags", "define", "wood/larch", "For hulls")
    postil("tags", "define", "boats/larch", "Another")
    postil("tags", "rename", "wood", "timber")
    told = {row["tag"]: row["definition"] for row in postil("tags", "--json").records}
    assert told["timber/larch"] == "For hulls"
    assert "wood/larch" not in told
    postil("tags", "merge", "timber", "boats")
    told = {row["tag"]: row["definition"] for row in postil("tags", "--json").records}
    assert told["boats/larch"] == "Another"
    keys = [list(row) for row in postil("tags", "--json").records]
    assert keys == [["tag", "notes", "definition", "colour"]] * len(keys)
