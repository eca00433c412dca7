from __future__ import annotations

import pytest

from postil.attribution.governing.asides import refers_back, tagged_runs
from postil.attribution.lead_ins.quote_reach import OuterQuotations
from postil.model.source import Source


@pytest.mark.parametrize(
    ("text", "outlet", "refers"),
    [
        ("Nobody knew why, the report said.", "", True),
        ("Nobody knew why, according to the paper.", "", True),
        ("One pilot told AFP so.", "AFP", True),
        ("One pilot told the QH so.", "Quay Herald", True),
        ("One pilot told the QH so.", "Harbour Times", False),
        ("Nobody knew why, the pilot said.", "AFP", False),
    ],
)
def test_words_that_speak_of_the_report_before_them(text: str, outlet: str, refers: bool) -> None:
    assert refers_back(text, Source(container_title=outlet)) == refers


@pytest.mark.parametrize(
    ("text", "governed"),
    [
        (
            "“Fog,” one pilot told the Quay Herald. He laughed.",
            [("“Fog,” one pilot told the Quay Herald", "Quay Herald"), (". He laughed.", "")],
        ),
        (
            "According to AFP, it rained. Nobody came.",
            [("According to AFP, it rained. ", "AFP"), ("Nobody came.", "")],
        ),
        ("“Fog,” said one pilot.", [("“Fog,” said one pilot.", "")]),
    ],
)
def test_who_is_said_to_have_reported_it(text: str, governed: list[tuple[str, str]]) -> None:
    runs = tagged_runs(0, OuterQuotations(text))
    assert [
        (text[run.start : run.end], run.source.container_title if run.source else "")
        for run in runs
    ] == governed
