"""Notes of an unchanged article before the home is read, and where an article of a note lies."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from postil.config import Places
from postil.errors import BadRequest
from postil.library.articles import opening
from postil.library.base.open_article import OpenArticle
from postil.library.care.local_state import Home, open_home
from postil.library.notes import annotating
from postil.store.disk.clock import new_id
from postil.store.home import merged_home
from postil.store.records.records import ArticleRecord
from tests.library.conftest import ARTICLE, Spot


@pytest.fixture(autouse=True)
def any_size_is_worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merged_home, "WORTH", 0)


def test_notes_of_an_unchanged_article_are_placed_as_when_all_is_read(
    home: Home, places: Places, article: Path, open_article: OpenArticle, spot: Spot
) -> None:
    annotating.annotate(home, open_article, spot(open_article, "Some say"), body="late")
    annotating.annotate(home, open_article, spot(open_article, "Boats lay"), body="early")
    annotating.annotate(home, open_article, None, body="on all of it")
    scanned = annotating.scan_notes(open_home(places), open_article.article)
    assert [one.note.body for one in scanned] == ["on all of it", "early", "late"]
    assert scanned == annotating.of(home, opening.read(home, article))


def test_a_note_made_on_an_earlier_version_is_left_to_the_full_reading(
    home: Home, places: Places, article: Path, open_article: OpenArticle, spot: Spot
) -> None:
    annotating.annotate(home, open_article, spot(open_article, "Some say"), body="before")
    article.write_text("An editor's line.\n\n" + ARTICLE, "utf-8")
    edited = opening.read(home, article)
    annotating.annotate(home, edited, spot(edited, "Boats lay"), body="after")
    assert [one.note.body for one in annotating.of(home, edited)] == ["after", "before"]
    (scanned,) = annotating.scan_notes(open_home(places), edited.article)
    assert scanned.note.body == "after"
    assert scanned.span == spot(edited, "Boats lay")


def test_the_path_of_a_note_is_where_this_machine_read_its_article(
    home: Home,
    article: Path,
    open_article: OpenArticle,
    spot: Spot,
    elsewhere: Callable[[str], Places],
) -> None:
    note = annotating.annotate(home, open_article, spot(open_article, "Boats lay"))
    assert annotating.path_of(home, note) == article
    other = open_home(elsewhere("other"))
    with pytest.raises(BadRequest, match="has not been read on this machine"):
        annotating.path_of(other, note)
    copy = article.with_name("copy.txt")
    digests = (open_article.article.digest,)
    other.put_article(ArticleRecord(new_id(), digests, paths={other.device: str(copy)}))
    assert annotating.path_of(other, note) == copy
