"""First mentions, later ones, ibid."""

from __future__ import annotations

import pytest

from postil.csl import Citation, Cite
from tests.csl.rendering import processor

NOTES = (
    '<citation near-note-distance="2"><layout suffix="." delimiter="; "><choose>'
    '<if position="ibid-with-locator"><group delimiter=", "><text term="ibid"/>'
    '<text variable="locator"/></group></if><else-if position="ibid"><text term="ibid"/></else-if>'
    '<else-if position="near-note"><text value="near"/></else-if>'
    '<else-if position="subsequent"><text value="note "/>'
    '<text variable="first-reference-note-number"/></else-if>'
    '<else><text variable="title"/></else></choose></layout></citation>'
)


def test_places_in_notes() -> None:
    works = [{"id": one, "title": one.upper()} for one in "ab"]
    cites = [Cite("a"), Cite("a"), Cite("a", "5"), Cite("a", "5"), Cite("a"), Cite("b"), Cite("a")]
    cites += [Cite("b"), Cite("b"), Cite("b"), Cite("a")]
    document = [Citation([one], note) for note, one in enumerate(cites, 1)]
    shown = processor(NOTES, works, 'class="note"').cited(document)
    assert shown == [
        "A.", "Ibid.", "Ibid., 5.", "Ibid.", "near.", "B.", "near.", "near.", "Ibid.", "Ibid.",
        "note 1.",
    ]  # fmt: skip


def test_text_and_notes_are_read_apart() -> None:
    works = [{"id": one, "title": one.upper()} for one in "ab"]
    cites = [(Cite("a"), 1), (Cite("b"), 0), (Cite("a"), 2)]
    document = [Citation([one], note) for one, note in cites]
    assert processor(NOTES, works, 'class="note"').cited(document) == ["A.", "B.", "Ibid."]


@pytest.mark.parametrize(
    ("position", "locator", "expected"),
    [
        (None, "", "A."),
        (0, "", "A."),
        (1, "", "note ."),
        (2, "", "ibid."),
        (3, "5", "ibid., 5."),
        (9, "", "A."),
    ],
)
def test_a_cite_that_stands_alone_states_its_position(
    position: int | None, locator: str, expected: str
) -> None:
    made = processor(NOTES, [{"id": "a", "title": "A"}])
    cite = Cite("a", locator, position=position)
    assert made.cited([Citation([cite])], in_document=False) == [expected]
