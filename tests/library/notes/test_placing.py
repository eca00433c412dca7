from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from postil import anchoring
from postil.anchoring import Alignment, align, describe
from postil.config import Places
from postil.library.articles import opening
from postil.library.base.open_article import OpenArticle
from postil.library.care.local_state import Home, open_home
from postil.library.notes import annotating
from postil.library.notes.listing import listing
from postil.library.notes.placement_cache import FOLDER
from postil.library.notes.placing import Placing
from postil.model.note import Note, Placement
from postil.model.span import Span
from postil.model.values import replace
from tests.library.conftest import ARTICLE, Spot
from tests.support.effort import at_most

FIRST = "Boats lay in the ice for nine weeks"
LONGER = f"A line before it all.\n\n{ARTICLE}"


@pytest.fixture
def aligned(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """Record the old text of every alignment that is prepared from now on."""
    asked: list[str | None] = []

    def watch(
        text: str, old_text: str | None = None, progress: Callable[[float], None] | None = None
    ) -> Alignment:
        asked.append(old_text)
        return align(text, old_text, progress)

    monkeypatch.setattr(anchoring, "align", watch)
    return asked


def edited(home: Home, article: Path, text: str) -> OpenArticle:
    article.write_text(text, "utf-8")
    return opening.read(home, article)


def test_on_the_text_they_were_made_on_notes_need_no_looking_for(
    home: Home, open_article: OpenArticle, spot: Spot, aligned: list[str | None]
) -> None:
    note = annotating.annotate(home, open_article, spot(open_article, FIRST))
    found, others = Placing(home, open_article.article.text, open_article.article.digest).now(
        [note]
    )
    assert [(one.span, one.placement.state) for one in found] == [
        (spot(open_article, FIRST), "same")
    ]
    assert others == ()
    assert annotating.of(home, opening.refreshed(home, open_article)) == found
    assert aligned == []


def test_notes_of_one_text_share_what_was_prepared_for_it(
    home: Home, article: Path, open_article: OpenArticle, spot: Spot, aligned: list[str | None]
) -> None:
    for words in (FIRST, "half the town", "thinner and grey"):
        annotating.annotate(home, open_article, spot(open_article, words))
    found = annotating.of(home, edited(home, article, LONGER))
    assert [one.placement.state for one in found] == ["moved"] * 3
    assert aligned == [open_article.article.text]


def test_what_was_found_once_is_known_when_the_article_is_opened_again(
    home: Home,
    places: Places,
    article: Path,
    open_article: OpenArticle,
    spot: Spot,
    aligned: list[str | None],
) -> None:
    annotating.annotate(home, open_article, spot(open_article, FIRST))
    first = annotating.of(home, edited(home, article, LONGER))
    fresh = open_home(places)
    assert annotating.of(fresh, opening.read(fresh, article)) == first
    assert len(aligned) == 1


def test_a_damaged_cache_leads_nowhere_else(
    home: Home, places: Places, article: Path, open_article: OpenArticle, spot: Spot
) -> None:
    annotating.annotate(home, open_article, spot(open_article, FIRST))
    first = annotating.of(home, edited(home, article, LONGER))
    (kept,) = (places.cache / FOLDER).iterdir()
    good = kept.read_text("utf-8")
    start, end = first[0].span.start, first[0].span.end  # type: ignore[union-attr]
    for bad in (
        good.replace(f"[{start}, {end},", "[5, 3,"),
        good.replace(f"[{start}, {end},", "[0, 900000,"),
        good.replace(f"[{start}, {end},", "[null, null,"),
        good.replace('"moved"', '"lost"'),
        good.replace("[", "{"),
        "",
    ):
        assert bad != good
        kept.write_text(bad, "utf-8")
        (found,) = annotating.of(home, opening.read(home, article))
        assert found.span is None or found.span == first[0].span


def test_a_note_is_found_through_the_texts_between(
    home: Home,
    article: Path,
    open_article: OpenArticle,
    spot: Spot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    note = annotating.annotate(home, open_article, spot(open_article, "thinner and grey"))
    second = edited(home, article, ARTICLE.replace("thinner and grey", "thin and grey"))
    other = annotating.annotate(home, second, spot(second, FIRST))
    third = edited(home, article, ARTICLE.replace("thinner and grey", "thin and white"))
    texts = {
        open_article.article.digest: open_article.article.text,
        second.article.digest: second.article.text,
        third.article.digest: third.article.text,
    }
    led = {("thinner and grey", "thin and grey"), ("thin and grey", "thin and white")}

    class Steps:
        """Finds what was changed by one step of the two, and nothing that was changed by both."""

        def __init__(self, text: str, old_text: str | None) -> None:
            assert old_text in texts.values()
            self.text = text

        def resolve(self, anchor: object) -> Placement:
            quote = getattr(anchor, "quote", "")
            for old, new in led:
                if old == quote and new in self.text:
                    at = self.text.index(new)
                    return Placement(Span(at, at + len(new)), "changed", 0.7)
            at = self.text.find(quote)
            if at < 0:
                return Placement(None, "orphan", 0.0)
            return Placement(Span(at, at + len(quote)), "moved", 0.9)

    monkeypatch.setattr(anchoring, "align", lambda text, old_text, progress: Steps(text, old_text))
    found = {one.note.id: one for one in annotating.of(home, third)}
    assert found[note.id].span == spot(third, "thin and white")
    assert found[note.id].placement.state == "changed"
    assert found[note.id].placement.score == 0.7
    assert found[other.id].placement.state == "moved"
    assert home.notes()[note.id] == note, "nothing was written"


def test_an_orphan_is_looked_for_again_when_an_older_text_arrives(
    home: Home,
    places: Places,
    article: Path,
    open_article: OpenArticle,
    spot: Spot,
    aligned: list[str | None],
) -> None:
    note = annotating.annotate(home, open_article, spot(open_article, FIRST))
    records = list(home.articles().values())
    (text,) = (places.home / "texts").iterdir()
    kept = text.read_bytes()
    text.unlink()
    other = opening.read(home, article.with_name("harbour.txt")).article
    new = other.text.replace(FIRST, "Nothing is left")

    def found() -> Placement:
        (one,) = Placing(open_home(places), new, "0" * 64).find([note], records)
        return one.placement

    assert found().span is None
    assert found().span is None
    assert aligned == [None], "the second time it was known"
    text.write_bytes(kept)
    assert found().state in ("orphan", "changed")
    assert aligned == [None, open_article.article.text], "the older text was asked"


def test_offsets_that_make_no_sense_do_no_harm(
    home: Home, open_article: OpenArticle, spot: Spot
) -> None:
    note = annotating.annotate(home, open_article, spot(open_article, FIRST))
    article = open_article.article
    finder = Placing(home, article.text, article.digest)
    for start, end in ((0, 0), (10**12, 10**12 + 5), (3, 1)):
        wild = replace(note, anchor=replace(note.anchor, start=start, end=end))
        (found,) = finder.find([wild], ())
        assert found.span == spot(open_article, FIRST)
    empty = replace(note, anchor=replace(note.anchor, quote=""))
    assert finder.find([empty], ())[0].span is None


def test_work_that_nobody_waits_for_ends_and_can_be_begun_again(
    home: Home, article: Path, open_article: OpenArticle, spot: Spot
) -> None:
    class Enough(Exception):
        pass

    def stop(_: float) -> None:
        raise Enough

    annotating.annotate(home, open_article, spot(open_article, FIRST))
    later = edited(home, article, LONGER)
    finder = Placing(home, later.article.text, later.article.digest)
    wanted: list[Note] = annotating.mine(home, later)
    records = annotating.records_of(home, later)
    with pytest.raises(Enough):
        finder.find(wanted, records, stop)
    assert finder.now(wanted) == ((), tuple(wanted))
    assert [one.placement.state for one in finder.find(wanted, records)] == ["moved"]


def test_lists_place_notes_as_the_page_does(
    home: Home, article: Path, open_article: OpenArticle, spot: Spot
) -> None:
    for words in (FIRST, "thinner and grey"):
        annotating.annotate(home, open_article, spot(open_article, words))
    later = edited(home, article, LONGER.replace("thinner and grey", "as thick as a wall"))
    shown = {one.note.id: one.placement.state for one in annotating.of(home, later)}
    for found in (listing(home), listing(home, path=article)):
        assert {one.id: one.state for one in found} == shown


def test_thousands_of_notes_are_placed_within_seconds(
    home: Home, open_article: OpenArticle
) -> None:
    text = "\n\n".join(f"{n}. {ARTICLE}" for n in range(300))
    digest = sha256(text.encode()).hexdigest()
    home.keep_snapshot(text, digest)
    made = []
    for n in range(3000):
        at = len(text) * n // 3001
        anchor = describe(text, Span(at, at + 40), digest)
        made.append(Note(f"{n:026}", "an article", anchor))
    later = f"One line more.\n\n{text}"
    finder = Placing(home, later, "0" * 64)
    with at_most(1000):
        found = finder.find(made, ())
    assert len(found) == 3000
    assert sum(one.span is None for one in found) < 300
    with at_most(500):
        assert Placing(home, later, "0" * 64).find(made, ()) == found
