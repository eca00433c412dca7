"""A draft that follows its words never takes the place of another one."""

from __future__ import annotations

from pathlib import Path

from postil.library.articles import opening
from postil.library.base.open_article import OpenArticle
from postil.library.care import local_state
from postil.library.care.local_state import Home
from postil.library.notes import drafts
from tests.library.conftest import Spot

WORDS = "nine weeks"


def edited(home: Home, article: Path) -> OpenArticle:
    """Put something before the text of the article, and read it anew."""
    article.write_text("Something new.\n\n" + article.read_text("utf-8"), "utf-8")
    return opening.read(home, article)


def test_a_draft_on_the_same_words_of_the_new_text_is_not_overwritten(
    home: Home, article: Path, open_article: OpenArticle, spot: Spot
) -> None:
    """Both are kept, and both are told of: neither is worth less than the other."""
    before = spot(open_article, WORDS)
    local_state.keep_draft(home, open_article, before, "Half a thought")
    after = edited(home, article)
    there = spot(after, WORDS)
    local_state.keep_draft(home, after, there, "Another thought")
    found = drafts.left(home, after)
    assert sorted(draft.text for draft in found) == ["Another thought", "Half a thought"]
    assert {draft.span for draft in found} == {there}
    assert local_state.draft(home, after, there) == "Another thought"
    assert local_state.draft(home, open_article, before) == "Half a thought"


def test_a_draft_is_carried_once_the_place_is_free(
    home: Home, article: Path, open_article: OpenArticle, spot: Spot
) -> None:
    before = spot(open_article, WORDS)
    local_state.keep_draft(home, open_article, before, "Half a thought")
    after = edited(home, article)
    there = spot(after, WORDS)
    local_state.keep_draft(home, after, there, "Another thought")
    drafts.left(home, after)
    local_state.drop_draft(home, after, there)
    assert [draft.text for draft in drafts.left(home, after)] == ["Half a thought"]
    assert local_state.draft(home, after, there) == "Half a thought"
    assert local_state.draft(home, open_article, before) is None
