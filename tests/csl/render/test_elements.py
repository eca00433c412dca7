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
