"""Rich text as characters: its formats, and whose quotation marks stand in it."""

from __future__ import annotations

import pytest

from postil.csl import Citation, Cite
from postil.csl.ground.rich import Piece, Run, Span
from postil.csl.style.locale import Locale
from postil.csl.text.output import format_pieces
from tests.csl.rendering import processor

GUILLEMETS = (
    '<locale><terms><term name="open-quote">«</term><term name="close-quote">»</term>'
    '<term name="open-inner-quote">‹</term><term name="close-inner-quote">›</term></terms></locale>'
)
NO_MARKS = "<locale><terms>{}</terms></locale>".format(
    "".join(f'<term name="{end}-quote"></term>' for end in ("open", "close"))
)


def cited(title: str, terms: str = "") -> str:
    """Return a title in quotation marks, in a style that has terms of its own."""
    layout = '<citation><layout><text variable="title" quotes="true"/></layout></citation>'
    made = processor(f"{terms}{layout}", [{"id": "a", "title": title}])
    return made.cited([Citation([Cite("a")])], "text")[0]


def test_rich_text_is_plain_text_unless_another_format_is_asked_for() -> None:
    pieces: list[Piece] = [Run("a "), Span("italic", [Run("b")]), Run(" <c>")]
    assert format_pieces(pieces, Locale("en", [])) == "a b <c>"
    assert format_pieces(pieces, Locale("en", []), "html") == "a <i>b</i> &lt;c&gt;"
    assert format_pieces(pieces, Locale("en", []), "markdown") == "a *b* \\<c\\>"


@pytest.mark.parametrize(
    ("title", "terms", "expected"),
    [
        ("A “b” c", "", "“A ‘b’ c”"),
        ("A «b» c", GUILLEMETS, "«A «b» c»"),
        ("A “b” c", GUILLEMETS, "«A “b” c»"),
        ("A ‘b’ c", GUILLEMETS, "«A ‘b’ c»"),
        ("A “b” c", NO_MARKS, "“A ‘b’ c”"),
    ],
)
def test_quotation_marks_of_an_item_are_set_anew_only_if_they_are_those_of_the_language(
    title: str, terms: str, expected: str
) -> None:
    """Foreign ones stay as the item has them; a language without marks has the curly ones."""
    assert cited(title, terms) == expected
