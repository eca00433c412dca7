from __future__ import annotations

from pathlib import Path

import pytest

from postil.config import Places
from postil.library.articles import opening
from postil.library.base.open_article import OpenArticle
from postil.library.care.local_state import Home
from postil.library.notes import annotating, orphans
from postil.library.notes.orphans import LastKnownPlace
from postil.model.values import replace
from tests.library.conftest import ARTICLE, Spot


@pytest.fixture
def open_article(home: Home, article: Path) -> OpenArticle:
    """Read the article with headings that nothing else could be."""
    titled = ARTICLE
    for heading in ("How the harbour froze", "The first winter", "The second winter"):
        titled = titled.replace(f"{heading}\n", f"{heading.title()}\n")
    article.write_text(titled, "utf-8")
    return opening.read(home, article)


def test_words_that_are_gone_are_shown_where_they_stood(
    home: Home, open_article: OpenArticle, spot: Spot
) -> None:
    note = annotating.annotate(home, open_article, spot(open_article, "thinner and grey"))
    found = orphans.last_known_places(home, [note])[note.id]
    assert found.before == "The ice came again in the year after, "
    assert found.quote == "thinner and grey"
    assert found.after.startswith(", and the children were told")
    assert found.where == "paragraph 1 of “The Second Winter”"
    assert found.share is not None
    assert 0.5 < found.share < 0.9


def test_what_stood_around_is_cut_at_words() -> None:
    stood = LastKnownPlace("One two three four ", "gone", " five six seven")
    assert orphans.around(stood) == "One two three four […] five six seven"
    assert orphans.around(stood, 9) == "…four […] five…"


def test_words_across_paragraphs_and_sections_have_a_place_too(
    home: Home, open_article: OpenArticle, spot: Spot
) -> None:
    text = open_article.article.text
    start, end = text.index("sledge"), text.index("Some say")
    here = spot(open_article, text[start:end])
    note = annotating.annotate(home, open_article, here)
    two = annotating.annotate(home, open_article, spot(open_article, text[end - 80 : end + 8]))
    found = orphans.last_known_places(home, [note, two])
    assert found[note.id].where == "“The First Winter” and on"
    assert found[two.id].where == "paragraphs 1 to 2 of “The Second Winter”"
    assert "\n" not in found[two.id].quote


def test_without_the_old_text_the_note_itself_knows_a_little(
    home: Home, places: Places, open_article: OpenArticle, spot: Spot
) -> None:
    note = annotating.annotate(home, open_article, spot(open_article, "thinner and grey"))
    for path in (places.home / "texts").iterdir():
        Path(path).unlink()
    found = orphans.last_known_places(home, [note])[note.id]
    assert found == orphans.known_from_note(note)
    assert (found.where, found.share) == ("", None)
    assert found.before == "came again in the year after, "


def test_an_anchor_that_does_not_fit_its_text_is_taken_at_its_word(
    home: Home, open_article: OpenArticle, spot: Spot
) -> None:
    note = annotating.annotate(home, open_article, spot(open_article, "thinner and grey"))
    wild = replace(note, anchor=replace(note.anchor, start=10**9, prefix="\x1b[31mred", quote=""))
    found = orphans.last_known_places(home, [wild])[note.id]
    assert found.quote == ""
    assert "\x1b" not in found.before
