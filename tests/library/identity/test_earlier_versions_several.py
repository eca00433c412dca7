"""Of several articles with one title, each may be an earlier version of every other."""

from __future__ import annotations

from pathlib import Path

from postil.library.articles import opening
from postil.library.base.open_article import OpenArticle
from postil.library.care.local_state import Home
from postil.library.identity import earlier_versions
from postil.library.notes import annotating
from tests.library.conftest import ARTICLE, Spot


def noted(home: Home, path: Path, text: str, spot: Spot) -> OpenArticle:
    """Have an article with a note on it."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    open_article = opening.read(home, path)
    annotating.annotate(home, open_article, spot(open_article, "thinner and grey"), body="b")
    return opening.refreshed(home, open_article)


def test_the_others_are_offered_wherever_the_article_itself_stands_among_them(
    home: Home, tmp_path: Path, spot: Spot
) -> None:
    """Whichever comes first of the three, an article is no relative of itself."""
    made = [
        noted(home, tmp_path / str(number) / "harbour.txt", text, spot)
        for number, text in enumerate(
            (ARTICLE, ARTICLE.replace("nine", "ten"), ARTICLE.replace("half", "all"))
        )
    ]
    ids = {open_article.record.id for open_article in made if open_article.record}
    assert len(ids) == 3
    for open_article in made:
        assert open_article.record is not None
        found = {one.record.id for one in earlier_versions.candidates(home, open_article)}
        assert found == ids - {open_article.record.id}
