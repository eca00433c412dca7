"""A footnote bears its sign before it, and does not begin with it once more."""

from __future__ import annotations

import pytest

from postil.model.article import BlockKind
from tests.document.formats.html.reading import prose, read

BACK = '<a href="#r1">↩</a>'


@pytest.mark.parametrize(
    ("note", "words"),
    [
        (f'<p id="n1">1. A mole. {BACK}</p>', "A mole."),
        (f'<p id="n1"><sup>1</sup> A mole. {BACK}</p>', "A mole."),
        (f'<p id="n1">[1] A mole. {BACK}</p>', "A mole."),
        (f'<p id="n1"><b>1.</b> (So it is said.) {BACK}</p>', "(So it is said.)"),
        ('<p id="n1"><a href="#r1">1</a>. A mole.</p>', "A mole."),
        (f'<ol><li id="n1">A mole. {BACK}</li></ol>', "A mole."),
        # What only begins with the same figure is a word of the note.
        (f'<p id="n1">1 million boats. {BACK}</p>', "1 million boats."),
        (f'<p id="n1">1.5 boats. {BACK}</p>', "1.5 boats."),
        (f'<p id="n1">1862. {BACK}</p>', "1862."),
    ],
)
def test_the_sign_of_a_note_stands_once(note: str, words: str) -> None:
    page = (
        f'<h1>Ice</h1><p>{prose(1)} so<a href="#n1" id="r1"><sup>1</sup></a>.</p><p>{prose(2)}</p>'
    )
    (found,) = (one for one in read(page + note).blocks if one.kind is BlockKind.FOOTNOTE)
    assert (found.marker.strip("[] "), found.text) == ("1", words)
