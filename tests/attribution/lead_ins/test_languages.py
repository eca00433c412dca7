"""Lead-ins of other languages, in running text too, and words that only look like them."""

from __future__ import annotations

import pytest

from postil.attribution.lead_ins.clauses import find_lead_ins
from postil.attribution.lead_ins.languages import read_abroad, says_abroad
from postil.lexicon.name_overrides import NO_OVERRIDES


@pytest.mark.parametrize(
    ("text", "outlet", "end"),
    [
        ("Les bateaux partent. Selon Le Monde : « La mer monte. »", "Le Monde", ":"),
        (
            "Die Schiffe liefen aus. Anke Weber schrieb in der Küstenpost: „Es regnet.“",
            "Küstenpost",
            ":",
        ),
        ("船は出た。据海河晚报报道：“海面上升。”", "海河晚报", "："),
        ("Salieron los barcos. Según El País: «Sube el mar.»", "El País", ":"),
    ],
)
def test_lead_ins_stand_in_running_text(text: str, outlet: str, end: str) -> None:
    (found,) = find_lead_ins(text)
    assert found.source.container_title == outlet
    assert text[found.end - 1] == end
    assert found.quoting


@pytest.mark.parametrize(
    "words",
    [
        "Selon lui",
        "Selon toute apparence",
        "Laut der Polizei",
        "Laut und deutlich",
        "según parece",
        "Anke Weber",
        "по данным следствия",
        "据报道",
        "政府によると",
        "",
    ],
)
def test_who_is_no_outlet_and_no_known_person_is_no_source(words: str) -> None:
    assert read_abroad(words, NO_OVERRIDES) is None


def test_english_text_says_nothing_abroad() -> None:
    assert not says_abroad("The ships left at dawn and nobody saw them")
    assert says_abroad("Les bateaux, selon Le Monde")
    assert says_abroad("据海河晚报报道")
    assert says_abroad("وفقا لصحيفة الميناء")
