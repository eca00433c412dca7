"""Groups, macros and terms."""

from __future__ import annotations

from postil.csl import Citation, Cite
from tests.csl.rendering import cite, field, processor


def test_a_group_without_its_variables_is_not_there() -> None:
    layout = '<group delimiter=" "><text value="in"/><text variable="publisher-place"/></group>'
    assert field(layout) == ""
    assert field(layout, publisher_place="Seoul") == "in Seoul"


def test_a_macro_without_its_variables_is_not_there() -> None:
    made = processor(
        '<macro name="in"><text value="in "/><text variable="container-title"/></macro>'
        '<citation><layout><text variable="title"/><text macro="in" prefix=", "/>'
        "</layout></citation>",
        [{"id": "a", "title": "Rain"}, {"id": "b", "title": "Wind", "container-title": "Air"}],
    )
    assert made.cited([Citation([Cite("a")]), Citation([Cite("b")])]) == ["Rain", "Wind, in Air"]


def test_a_term_that_stands_first_begins_the_note() -> None:
    layout = '<text term="no date" form="short" prefix="("/><text term="ibid" prefix=". "/>'
    assert cite(layout, [{"id": "a"}], attributes='class="note"') == "(N.d. ibid."
    assert cite(layout, [{"id": "a"}]) == "(n.d. ibid."


def test_ranges_of_all_locators_have_the_mark_of_the_language() -> None:
    own = "<locale><terms><term name='page-range-delimiter'>~</term></terms></locale>"
    parts = f'{own}<citation><layout><text variable="locator"/></layout></citation>'
    made = processor(parts, [{"id": "a"}])
    assert made.cited([Citation([Cite("a", locator="5-6", label="verse")])]) == ["5~6"]


def test_terms_have_apostrophes() -> None:
    own = "<locale><terms><term name='from'>via l'eau</term></terms></locale>"
    parts = f'{own}<citation><layout><text term="from"/></layout></citation>'
    assert processor(parts, [{"id": "a"}]).cited([Citation([Cite("a")])]) == ["via l\u2019eau"]


def test_the_label_of_a_locator_in_an_entry_is_that_of_the_pages() -> None:
    layout = '<label variable="locator" form="short"/><text variable="page"/>'
    parts = f"<citation><layout>{layout}</layout></citation>"
    parts += f"<bibliography><layout>{layout}</layout></bibliography>"
    made = processor(parts, [{"id": "a", "page": "7"}, {"id": "b"}])
    assert made.cited([Citation([Cite("a")])]) == ["7"]
    assert made.bibliography() == ["p.7"]
