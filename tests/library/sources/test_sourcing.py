from __future__ import annotations

from pathlib import Path

import pytest

from postil.config import Places
from postil.errors import BadRequest
from postil.library.articles import opening
from postil.library.base.open_article import OpenArticle
from postil.library.care.local_state import Home, open_home
from postil.library.notes import annotating, undoing
from postil.library.sources import sourcing
from postil.model.source import Date, Name, Source
from tests.library.conftest import ARTICLE, Spot


def shown(open_article: OpenArticle, spot: Spot, words: str) -> str:
    return sourcing.short(sourcing.at(open_article, spot(open_article, words)))


def test_a_passage_has_the_source_that_the_text_names(
    open_article: OpenArticle, spot: Spot
) -> None:
    assert shown(open_article, spot, "nine weeks") == "Ada Lindqvist, Harbour Gazette, 3 Feb 1998"
    assert shown(open_article, spot, "so still") == "Choe Sang-Hun, Northern Times, 24 Jan 2015"
    assert shown(open_article, spot, "Some say") == ""


def test_the_evidence_is_shown_in_the_words_of_the_text(
    open_article: OpenArticle, spot: Spot
) -> None:
    governed = sourcing.at(open_article, spot(open_article, "nine weeks"))
    assert "Ada Lindqvist, Harbour Gazette, February 3, 1998" in sourcing.evidence(
        open_article, governed
    )
    own = sourcing.at(open_article, spot(open_article, "Some say"))
    assert sourcing.evidence(open_article, own) == ""


def test_a_correction_is_kept_and_goes_for_all_it_governs(
    home: Home, places: Places, article: Path, open_article: OpenArticle, spot: Spot
) -> None:
    fields = {"author": "Bo Ek and Lindqvist, Ada", "issued": "4 Feb 1998", "URL": ""}
    corrected = sourcing.correct(home, open_article, spot(open_article, "nine weeks"), fields)
    expected = "Bo Ek and Ada Lindqvist, Harbour Gazette, 4 Feb 1998"
    assert shown(corrected, spot, "Boats lay") == expected
    assert shown(corrected, spot, "sold bread") == expected
    fresh = opening.read(open_home(places), article)
    governed = sourcing.at(fresh, spot(fresh, "nine weeks"))
    assert sourcing.short(governed) == expected
    assert governed.corrected
    assert sourcing.why(governed) == "You said so."
    assert shown(fresh, spot, "so still") == "Choe Sang-Hun, Northern Times, 24 Jan 2015"


def test_a_correction_outlives_an_edit_of_the_article(
    home: Home, article: Path, open_article: OpenArticle, spot: Spot
) -> None:
    sourcing.correct(home, open_article, spot(open_article, "nine weeks"), {"title": "Ice"})
    article.write_text(ARTICLE.replace("thinner and grey", "thicker"), "utf-8")
    edited = opening.read(home, article)
    governed = sourcing.at(edited, spot(edited, "nine weeks"))
    assert governed.source is not None
    assert governed.source.title == "Ice"


def test_a_second_correction_builds_on_the_first(
    home: Home, open_article: OpenArticle, spot: Spot
) -> None:
    span = spot(open_article, "so still")
    one = sourcing.correct(home, open_article, span, {"author": "Cho Min-Seo"})
    two = sourcing.correct(home, one, span, {"container-title": ""})
    source = sourcing.at(two, span).source
    assert source is not None
    assert source.author == (Name(family="Cho", given="Min-Seo", family_first=True),)
    assert source.container_title == ""
    (record,) = home.articles().values()
    assert len(record.corrections) == 1
    undoing.undo(home)
    assert shown(opening.refreshed(home, two), spot, "so still").startswith("Cho Min-Seo, Northern")
    undoing.undo(home)
    assert shown(opening.refreshed(home, two), spot, "so still").startswith("Choe Sang-Hun")


def test_words_can_be_said_to_be_the_articles_own_and_trusted_again(
    home: Home, open_article: OpenArticle, spot: Spot
) -> None:
    span = spot(open_article, "so still")
    own = sourcing.disown(home, open_article, span)
    assert shown(own, spot, "so still") == ""
    again = sourcing.trust(home, own, span)
    assert shown(again, spot, "so still").startswith("Choe Sang-Hun")
    undoing.undo(home)
    assert shown(opening.refreshed(home, again), spot, "so still") == ""


def test_own_words_can_be_given_a_source(home: Home, open_article: OpenArticle, spot: Spot) -> None:
    span = spot(open_article, "Some say")
    given = sourcing.correct(home, open_article, span, {"author": "Bo Ek", "issued": "2001"})
    assert shown(given, spot, "Some say") == "Bo Ek, 2001"


def test_an_edit_that_changes_nothing_is_not_kept(
    home: Home, open_article: OpenArticle, spot: Spot
) -> None:
    span = spot(open_article, "so still")
    same = sourcing.fields(sourcing.at(open_article, span).source)
    assert same["author"] == "Choe Sang-Hun"
    assert sourcing.correct(home, open_article, span, same) is open_article
    assert not home.articles()


@pytest.mark.parametrize("fields", [{"isbn": "1"}, {"issued": "no day"}, {"issued": "2015-02-30"}])
def test_what_makes_no_sense_is_refused_and_nothing_is_stored(
    home: Home, open_article: OpenArticle, spot: Spot, fields: dict[str, str]
) -> None:
    with pytest.raises(BadRequest):
        sourcing.correct(home, open_article, spot(open_article, "so still"), fields)
    assert not home.articles()


def test_values_are_cleaned(home: Home, open_article: OpenArticle, spot: Spot) -> None:
    span = spot(open_article, "so still")
    told = sourcing.correct(home, open_article, span, {"title": "A\x1b[2J\nb", "page": " 4–5\x07"})
    source = sourcing.at(told, span).source
    assert source is not None
    assert (source.title, source.page) == ("A b", "4–5")


def test_an_existing_note_does_not_stand_in_the_way(
    home: Home, open_article: OpenArticle, spot: Spot
) -> None:
    span = spot(open_article, "so still")
    annotating.annotate(home, open_article, span)
    told = sourcing.correct(home, open_article, span, {"title": "Ice"})
    assert len(home.articles()) == 1
    assert len(annotating.of(home, told)) == 1


def test_csl_says_what_is_known_and_nothing_else() -> None:
    assert sourcing.as_csl(None) is None
    assert sourcing.as_csl(Source()) == {"type": "document"}
    full = Source(
        type="book",
        author=(Name(family="Ek", given="Bo"), Name(literal="Board")),
        issued=Date(2011, 12, 30, until=Date(2012, 1)),
        url="https://example.org",
    )
    assert sourcing.as_csl(full) == {
        "type": "book",
        "author": [{"family": "Ek", "given": "Bo"}, {"literal": "Board"}],
        "issued": {"date-parts": [[2011, 12, 30], [2012, 1]]},
        "URL": "https://example.org",
    }
