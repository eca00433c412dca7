"""Words as dictionaries of many languages order them."""

from __future__ import annotations

import pytest

from postil.csl.document.collation import collated


@pytest.mark.parametrize(
    ("lang", "ordered"),
    [
        ("en-US", ["Ægir", "Afon", "Łom", "Luka", "Óin", "Øm", "Zoë"]),
        ("en-US", ["Archer A.", "Archer A. and Baker", "Archer AB"]),
        ("en-US", ["Lund", "[M]orell", "Quist"]),
        ("en-US", ["Archer:", "Archer, B:", "Archer, \u2026 C", "Archer, D"]),
        ("sv-SE", ["Alm", "Zorn", "Åberg", "Ärla", "Öst"]),
        ("nb-NO", ["Alm", "Zorn", "Ærø", "Øst", "Åberg"]),
        ("de-DE", ["Arzt", "Ärzte", "Ast", "Zorn"]),
        ("es-ES", ["nube", "nuzo", "ñame", "olmo"]),
        ("cs-CZ", ["cesta", "cykl", "čas", "hrad", "chata", "jih"]),
        ("pl-PL", ["laska", "luty", "łan", "mapa", "zez", "źle", "żal"]),
        ("tr-TR", ["hız", "ısı", "ipek", "okul", "ölü"]),
        ("hu-HU", ["cukor", "csak", "dal", "orr", "ökör", "pad"]),
        ("ru-RU", ["игла", "йод", "каша"]),
        ("ru-RU", ["1984", "ария", "яма", "Archer", "Øm", "Zoë"]),
        ("el-GR", ["Αθήνα", "ωμέγα", "Archer", "игла"]),
        ("en-US", ["Archer", "Zoë", "ария", "яма"]),
    ],
)  # fmt: skip
def test_words_stand_as_in_a_dictionary(lang: str, ordered: list[str]) -> None:
    mixed = ordered[1::2] + ordered[::2]
    assert sorted(mixed, key=lambda word: collated(word, lang)) == ordered
