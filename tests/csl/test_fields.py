"""Texts, numbers, dates and pages; quotation marks, fonts and punctuation where they meet."""

from __future__ import annotations

import pytest

from postil.csl import Citation, Cite
from postil.csl.render.numbers import is_numeric, page_range, roman
from tests.csl.rendering import cite, processor


def field(element: str, **fields: object) -> str:
    """Return what an element gives for an item with these fields."""
    return cite(element, [{"id": "a", **{k.replace("_", "-"): v for k, v in fields.items()}}])


@pytest.mark.parametrize(
    ("pages", "habit", "expected"),
    [
        ("42-45", "", "42–45"),
        ("42-5", "expanded", "42–45"),
        ("321-328", "minimal", "321–8"),
        ("321-328", "minimal-two", "321–28"),
        ("101-108", "chicago", "101–8"),
        ("321-328", "chicago", "321–28"),
        ("100-104", "chicago", "100–104"),
        ("1496-1500", "chicago-16", "1496–500"),
        ("3-10, 12-14", "minimal", "3–10, 12–4"),
        ("xxv-xxviii", "chicago", "xxv–xxviii"),
        ("N110-N5", "minimal", "N110–5"),
        ("2\\-4", "", "2-4"),
        ("e1234", "minimal", "e1234"),
    ],
)
def test_ranges_of_pages(pages: str, habit: str, expected: str) -> None:
    assert page_range(pages, habit, "–") == expected


@pytest.mark.parametrize(
    ("text", "numeric"),
    [("2", True), ("2nd", True), ("D2", True), ("2-4", True), ("2, 3 & 5", True),
     ("xii-xiv", True), ("1,000", False),
     ("second", False), ("2nd edition", False), ("", False)],
)  # fmt: skip
def test_what_counts_as_a_number(text: str, numeric: bool) -> None:
    assert is_numeric(text) is numeric


def test_numbers_take_forms() -> None:
    assert roman(1994) == "mcmxciv"
    assert field('<number variable="edition" form="ordinal"/>', edition="22") == "22nd"
    assert field('<number variable="edition" form="ordinal"/>', edition="11") == "11th"
    assert field('<number variable="edition" form="long-ordinal"/>', edition=2) == "second"
    assert field('<number variable="edition" form="long-ordinal"/>', edition=7) == "7th"
    assert field('<number variable="edition" form="ordinal"/>', edition="Third") == "Third"


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        ({"date-parts": [[2015, 1, 24]]}, "January 24, 2015"),
        ({"date-parts": [["2015", "02"]]}, "February 2015"),
        ({"date-parts": [[-44, 3, 15]]}, "March 15, 44BC"),
        ({"date-parts": [[79]]}, "79AD"),
        ({"date-parts": [[2015, 1, 2], [2015, 1, 5]]}, "January 2–5, 2015"),
        ({"date-parts": [[2015, 1, 2], [2015, 3, 5]]}, "January 2–March 5, 2015"),
        ({"date-parts": [[2014, 12], [2015, 1]]}, "12 2014–January 2015"),
        ({"date-parts": [[2015]], "season": 4}, "Winter 2015"),
        ({"raw": "2015-03-09"}, "March 9, 2015"),
        ({"literal": "the rainy season"}, "the rainy season"),
        ({"date-parts": [["soon"]]}, ""),
        ("nonsense", "nonsense"),
    ],
)
def test_dates(issued: object, expected: str) -> None:
    assert field('<date variable="issued" form="text"/>', issued=issued) == expected


def test_a_date_in_the_words_of_the_style() -> None:
    element = (
        '<date variable="issued" delimiter="-"><date-part name="year" form="short"/>'
        '<date-part name="month" form="numeric-leading-zeros"/>'
        '<date-part name="day" form="ordinal"/></date>'
    )
    assert field(element, issued={"date-parts": [[2015, 1, 2]]}) == "15-01-2nd"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Rain", "“Rain,” ends."),
        ('The "late" rain', "“The ‘late’ rain,” ends."),
        ("Is it <i>rain</i>?", "“Is it <i>rain</i>?,” ends."),
        ("It’s rain.", "“It’s rain.,” ends."),
        ("5 < 6 & 7", "“5 &lt; 6 &#38; 7,” ends."),
    ],
)
def test_marks_meet_quotation_marks(title: str, expected: str) -> None:
    layout = '<text variable="title" quotes="true" suffix=", "/><text value="ends" suffix="."/>'
    assert field(layout, title=title) == expected


def test_marks_that_meet_stand_once() -> None:
    layout = '<group delimiter=". "><text variable="title"/><text variable="publisher"/></group>'
    assert field(layout, title="What?", publisher="A. B. Co.") == "What? A. B. Co."
    assert field(layout, title="Wait...", publisher="X") == "Wait... X"


@pytest.mark.parametrize(
    ("title", "fonts", "expected"),
    [
        ("Why?", 'quotes="true"', "“Why?” Air."),
        ("Go!", 'font-style="italic"', "<i>Go!</i>. Air."),
        ("Inc.", 'font-style="italic"', "<i>Inc.</i> Air."),
        ("CO<sub>2</sub>", 'quotes="true"', "“CO<sub>2</sub>.” Air."),
        ("Rain", 'quotes="true" font-style="italic"', "“<i>Rain.</i>” Air."),
    ],
)
def test_marks_meet_the_end_of_fonts(title: str, fonts: str, expected: str) -> None:
    layout = f'<text variable="title" {fonts}/><text value="Air" prefix=". " suffix="."/>'
    group = f'<group delimiter=". "><text variable="title" {fonts}/><text value="Air."/></group>'
    assert field(group, title=title) == expected
    assert field(layout, title="Rain") == field(group, title="Rain")


def test_fonts_turn_within_themselves() -> None:
    layout = '<text variable="title" font-style="italic"/>'
    title = "On <i>Hamlet</i> and <b>after</b>"
    turned = '<i>On <span style="font-style:normal;">Hamlet</span> and <b>after</b></i>'
    assert field(layout, title=title) == turned
    bare = cite(layout, [{"id": "a", "title": title}], form="text")
    assert bare == "On Hamlet and after"
    marked = cite(layout, [{"id": "a", "title": "On * rain"}], form="markdown")
    assert marked == "*On \\* rain*"


@pytest.mark.parametrize(
    ("case", "title", "expected"),
    [
        ("title", "the rain in spain: a study of wind", "The Rain in Spain: A Study of Wind"),
        ("title", "THE RAIN IN SPAIN", "THE RAIN IN SPAIN"),
        ("title", "UK rain", "UK Rain"),
        ("sentence", "The Rain In Spain", "The rain in spain"),
        ("capitalize-first", "“the rain”", "“The rain”"),
        ("uppercase", "rain <span class=\"nocase\">iPod</span>", "RAIN iPod"),
        ("lowercase", "RAIN", "rain"),
        ("capitalize-all", "the rain in", "The Rain In"),
    ],
)  # fmt: skip
def test_upper_and_lower_case(case: str, title: str, expected: str) -> None:
    assert field(f'<text variable="title" text-case="{case}"/>', title=title) == expected


def test_a_group_without_its_variables_is_not_there() -> None:
    layout = '<group delimiter=" "><text value="in"/><text variable="publisher-place"/></group>'
    assert field(layout) == ""
    assert field(layout, publisher_place="Seoul") == "in Seoul"


def test_choices() -> None:
    layout = (
        '<choose><if type="book" variable="title" match="all"><text value="book"/></if>'
        '<else-if is-numeric="volume"><text value="volume"/></else-if>'
        '<else-if is-uncertain-date="issued"><text value="about"/></else-if>'
        '<else><text value="else"/></else></choose>'
    )
    assert field(layout, type="book", title="x") == "book"
    assert field(layout, type="book") == "else"
    assert field(layout, volume="3") == "volume"
    assert field(layout, issued={"date-parts": [[1]], "circa": True}) == "about"


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        (["Archer"], "Arch09"),
        (["Archer", "van Baker"], "ArBa09"),
        (["Archer", "Baker", "Cooper"], "ArBC09"),
        (["Archer", "Baker", "Cooper", "Dyer", "Eaton"], "ABCD09"),
        ([], "Rain09"),
    ],
)
def test_a_label_is_made_for_what_brings_none(people: list[str], expected: str) -> None:
    author = [{"family": one, "given": "A"} for one in people]
    issued = {"date-parts": [[2009]]}
    layout = '<text variable="citation-label"/>'
    assert field(layout, author=author, issued=issued, title="rain in Spain") == expected
    assert field(layout, citation_label="Rn1", issued=issued) == "Rn1"


@pytest.mark.parametrize(
    ("locator", "label", "expected"),
    [
        ("12", "page", "page 12"),
        ("12-14", "page", "pages 12–14"),
        ("12, and 14", "page", "pages 12, and 14"),
        ("1,000", "page", "page 1,000"),
        ("12, n. 3", "page", "page 12, n. 3"),
        ("2.1-2.4", "page", "page 2.1-2.4"),
        ("iv-ix", "page", "pages iv–ix"),
        ("p. 5", "chapter", "page 5"),
    ],
)
def test_the_label_of_a_locator_agrees_with_it(locator: str, label: str, expected: str) -> None:
    layout = '<label variable="locator" suffix=" "/><text variable="locator"/>'
    made = processor(f"<citation><layout>{layout}</layout></citation>", [{"id": "a"}])
    assert made.cited([Citation([Cite("a", locator, label)])]) == [expected]


def test_a_term_that_stands_first_begins_the_note() -> None:
    layout = '<text term="no date" form="short" prefix="("/><text term="ibid" prefix=". "/>'
    assert cite(layout, [{"id": "a"}], attributes='class="note"') == "(N.d. ibid."
    assert cite(layout, [{"id": "a"}]) == "(n.d. ibid."


def test_a_macro_without_its_variables_is_not_there() -> None:
    made = processor(
        '<macro name="in"><text value="in "/><text variable="container-title"/></macro>'
        '<citation><layout><text variable="title"/><text macro="in" prefix=", "/>'
        "</layout></citation>",
        [{"id": "a", "title": "Rain"}, {"id": "b", "title": "Wind", "container-title": "Air"}],
    )
    assert made.cited([Citation([Cite("a")]), Citation([Cite("b")])]) == ["Rain", "Wind, in Air"]
