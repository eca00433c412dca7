"""Bad input: fields of the wrong kind, of any length, and signs at random do no harm."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from postil.csl import Citation, Cite, Processor, read_style
from tests.csl.bad_input import documents, items
from tests.csl.rendering import Item, load, style
from tests.support.effort import at_most
from tests.support.examples import examples

EVERYTHING = (
    '<names variable="author editor translator"><name and="text" initialize-with=". "'
    ' name-as-sort-order="first"/><label form="short" prefix=" "/><substitute>'
    '<text variable="title"/></substitute></names>'
    '<date variable="issued" form="text" prefix=" ("/><date variable="accessed">'
    '<date-part name="day" form="ordinal"/><date-part name="month" form="numeric"/>'
    '<date-part name="year" form="short"/></date>'
    '<text variable="title" text-case="title" quotes="true" prefix=", "/>'
    '<text variable="container-title" text-case="sentence" font-style="italic" suffix="."/>'
    '<number variable="volume" form="roman"/><number variable="edition" form="long-ordinal"/>'
    '<number variable="issue" form="ordinal"/><label variable="page"/><text variable="page"/>'
    '<label variable="locator"/><text variable="locator"/><text variable="citation-label"/>'
    '<text variable="URL"/><text variable="note"/><text variable="number-of-pages"/>'
)
SORT = '<sort><key variable="author"/><key variable="issued"/><key variable="volume"/></sort>'
PARTS = (
    '<citation et-al-min="3" et-al-use-first="1" disambiguate-add-names="true"'
    ' disambiguate-add-givenname="true" disambiguate-add-year-suffix="true" collapse="year-suffix">'
    f"{SORT}<layout>{EVERYTHING}</layout></citation>"
    '<bibliography subsequent-author-substitute="———" second-field-align="flush">'
    f'{SORT}<layout suffix="."><text variable="citation-number" suffix=". "/>{EVERYTHING}'
    "</layout></bibliography>"
)
STYLE = read_style(style(PARTS, 'class="note" page-range-format="chicago"'))
LONG = 100_000


def render(works: Sequence[Item], document: Sequence[Citation]) -> list[str]:
    """Return all that a document and its bibliography give, in every format."""
    made = Processor(STYLE, works, load)
    shown = []
    for form in ("text", "html", "markdown"):
        shown += [*made.cited(document, form), *made.bibliography(form)]
    return shown


@examples(0.6, *HealthCheck)
@given(items(), documents)
def test_no_item_and_no_document_stops_the_processor(
    works: list[Item], document: list[Citation]
) -> None:
    shown = render(works, document)
    assert all(isinstance(words, str) for words in shown)


@given(st.text(alphabet="<>/ib&\"'“” ", max_size=40))
def test_html_holds_no_element_that_was_not_meant(title: str) -> None:
    shown = Processor(
        read_style(style('<citation><layout><text variable="title"/></layout></citation>')),
        [{"id": "a", "title": title}],
        load,
    ).cited([Citation([Cite("a")])], "html")[0]
    for tag in ("<i>", "</i>", "<b>", "</b>"):
        shown = shown.replace(tag, "")
    assert "<" not in shown


@pytest.mark.parametrize(
    "piece",
    ["a", "a ", "A.", '"', "“", "'", "<i>", "1", "1-", "1, ", "1 and ", "-", "/", "a: b\n", "{:a",
     "iv", "d'", "²", "é"],
)  # fmt: skip
@pytest.mark.parametrize(
    "field", ["title", "page", "volume", "note", "issued", "author", "locator"]
)
def test_a_field_of_a_hundred_thousand_characters_is_soon_read(piece: str, field: str) -> None:
    text = piece * (LONG // len(piece))
    work: dict[str, object] = {"id": "a", field: text}
    if field == "author":
        work = {"id": "a", "author": [{"family": text, "given": text}]}
    with at_most(1500):
        render([work], [Citation([Cite("a", text if field == "locator" else "")])])


def test_five_hundred_authors_are_soon_told_apart() -> None:
    people = [{"family": "Lee", "given": f"Ann {at}"} for at in range(500)]
    last = {one: {"family": "Roe", "given": one} for one in "abc"}
    works = [{"id": one, "author": [*people, last[one]], "issued": "2001"} for one in "abc"]
    with at_most(5000):
        render(works, [Citation([Cite(one) for one in "abc"])])


def test_spans_within_spans_without_end_are_plain_text() -> None:
    title = "<i>" * 3000 + "rain" + "</i>" * 3000
    assert "rain" in render([{"id": "a", "title": title}], [Citation([Cite("a")])])[0]


@pytest.mark.parametrize(
    "number",
    [10**5000, float("inf"), float("nan"), True, None],
    ids=["huge", "infinite", "none", "truth", "null"],
)
def test_what_is_no_number_in_truth_is_not_there(number: object) -> None:
    assert "true" not in render([{"id": "a", "volume": number}], [Citation([Cite("a")])])[0].lower()
    assert render([{"id": number, "title": "Rain"}], [Citation([Cite("nobody")])])[0] == ""
