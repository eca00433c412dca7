"""All that a search has found is tagged in one step, on as much of the text as is wanted."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.errors import BadRequest, NothingFound
from postil.library.articles import opening
from postil.library.base.open_article import OpenArticle
from postil.library.care.local_state import Home
from postil.library.notes import annotating, undoing
from postil.library.notes.hit_tagging import Hit, Unit, mark, proposals, tag
from postil.model.note import Colour
from postil.model.span import Span
from tests.library.conftest import ARTICLE


def hits(open_article: OpenArticle, word: str, path: Path) -> list[Hit]:
    """Return every place of a word, as a search hands it over."""
    text, found, at = open_article.article.text, [], -1
    while (at := text.find(word, at + 1)) >= 0:
        found.append(Hit(str(path), (Span(at, at + len(word)),), word))
    return found


def test_hits_become_words_sentences_or_paragraphs(
    home: Home, article: Path, open_article: OpenArticle
) -> None:
    found = hits(open_article, "bread", article)
    assert [one.quote for one in proposals(home, found, Unit.WORDS)] == ["bread", "bread"]
    sentences = [one.quote for one in proposals(home, found, Unit.SENTENCE)]
    assert [one.partition(" ")[0] for one in sentences] == ["Boats", "Nobody"]
    assert sentences[1].endswith("as always.")
    paragraphs = [one.quote for one in proposals(home, found, Unit.PARAGRAPH)]
    assert paragraphs[1].startswith("The ice came again")
    assert paragraphs[1].endswith("always.")


def test_two_hits_in_a_sentence_are_one_passage(
    home: Home, article: Path, open_article: OpenArticle
) -> None:
    found = [*hits(open_article, "Boats", article), *hits(open_article, "ferrymen", article)]
    (one,) = proposals(home, found, Unit.SENTENCE)
    assert one.span is not None
    assert open_article.article.text[one.span.start : one.span.end] == one.quote
    assert len(proposals(home, found, Unit.WORDS)) == 2


def test_all_are_tagged_in_one_step_and_undone_as_one(
    home: Home, article: Path, open_article: OpenArticle
) -> None:
    chosen = proposals(home, hits(open_article, "ice", article), Unit.WORDS)
    assert tag(home, chosen, ["winter/ice", "winter/ice"], Colour.BLUE) == len(chosen) == 2
    placed = annotating.of(home, opening.read(home, article))
    assert [(one.note.anchor.quote, one.note.tags, one.note.colour) for one in placed] == [
        ("ice", ("winter/ice",), Colour.BLUE)
    ] * 2
    undoing.undo(home)
    assert annotating.of(home, opening.read(home, article)) == ()
    undoing.redo(home)
    assert len(annotating.of(home, opening.read(home, article))) == 2


def test_a_passage_that_bears_a_note_gets_the_tag_on_that(
    home: Home, article: Path, open_article: OpenArticle
) -> None:
    (hit,) = hits(open_article, "nine weeks", article)
    made = annotating.annotate(home, open_article, hit.spans[0], tags=["time"], body="How long?")
    (one,) = proposals(home, [hit], Unit.WORDS)
    assert one.note == made
    tag(home, [one], ["ice"])
    (placed,) = annotating.of(home, opening.read(home, article))
    assert (placed.note.id, placed.note.tags) == (made.id, ("time", "ice"))
    assert placed.note.body == "How long?"


def test_a_note_that_was_found_is_tagged_itself(
    home: Home, article: Path, open_article: OpenArticle
) -> None:
    whole = annotating.annotate(home, open_article, None, body="On the whole of it")
    (one,) = proposals(home, [Hit(str(article), (), "", whole.id)], Unit.SENTENCE)
    assert (one.note, one.span) == (whole, None)
    tag(home, [one], ["read"])
    (placed,) = annotating.of(home, opening.read(home, article))
    assert placed.note.tags == ("read",)


def test_what_has_moved_or_gone_since_is_left_out(
    home: Home, article: Path, open_article: OpenArticle
) -> None:
    found = hits(open_article, "bread", article)
    chosen = proposals(home, found, Unit.WORDS)
    article.write_text(ARTICLE.replace("bread from their decks", "beans from their decks"), "utf-8")
    assert proposals(home, found, Unit.WORDS) != chosen
    assert tag(home, chosen, ["trade"]) < len(chosen)
    article.unlink()
    assert proposals(home, found, Unit.WORDS) == []
    with pytest.raises(NothingFound, match="none of their passages"):
        tag(home, chosen, ["trade again"])


@pytest.mark.parametrize(
    ("tags", "error"), [([], NothingFound), ([" "], NothingFound), (["a,b"], BadRequest)]
)
def test_what_is_no_tag_is_put_nowhere(
    home: Home,
    article: Path,
    open_article: OpenArticle,
    tags: list[str],
    error: type[Exception],
) -> None:
    chosen = proposals(home, hits(open_article, "ice", article), Unit.WORDS)
    with pytest.raises(error):
        tag(home, chosen, tags)
    assert annotating.of(home, opening.read(home, article)) == ()


def test_passages_are_marked_in_a_colour_and_notes_get_it(
    home: Home, article: Path, open_article: OpenArticle
) -> None:
    first, second = hits(open_article, "bread", article)
    made = annotating.annotate(home, open_article, first.spans[0], tags=["food"])
    chosen = proposals(home, [first, second], Unit.WORDS)
    assert mark(home, chosen, Colour.PINK) == 2
    placed = annotating.of(home, opening.read(home, article))
    assert {one.note.colour for one in placed} == {Colour.PINK}
    assert [one.note.tags for one in placed if one.note.id == made.id] == [("food",)]
    with pytest.raises(NothingFound, match="so already"):
        mark(home, proposals(home, [first, second], Unit.WORDS), Colour.PINK)
    undoing.undo(home)
    (left,) = annotating.of(home, opening.read(home, article))
    assert (left.note.id, left.note.colour) == (made.id, made.colour)
