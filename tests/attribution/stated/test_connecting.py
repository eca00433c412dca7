from __future__ import annotations

import pytest

from postil.attribution.stated.connecting import (
    is_connected,
    is_reporting,
    with_marked_title,
    without_connecting,
)


@pytest.mark.parametrize(
    ("words", "left", "what"),
    [
        ("via Harbour Lantern", "Harbour Lantern", "outlet"),
        ("Hat tip: Rupert Hale", "Rupert Hale", "outlet"),
        ("First published in the Quay Herald", "Quay Herald", "outlet"),
        ("Cross-posted from quay.example.net", "quay.example.net", "outlet"),
        ("Von Dieter Kranz", "Dieter Kranz", "person"),
        ("Propos recueillis par Luc Meunier", "Luc Meunier", "person"),
        ("Authors’ calculations based on Quay Survey", "Quay Survey", "outlet"),
        ("— Reuters contributed to this report.", "Reuters", "outlet"),
        ("Mary Lamb; Editing by Tom Rook", "Mary Lamb", ""),
        ("via the sea", "via the sea", ""),
        ("Viale Roma", "Viale Roma", ""),
        ("via", "via", ""),
    ],
)
def test_connecting_words_are_no_part_of_a_name(words: str, left: str, what: str) -> None:
    assert without_connecting(words) == (left, what)
    assert is_connected(words) == bool(what)


def test_a_title_between_a_colon_and_in_is_marked() -> None:
    assert with_marked_title("Mary Lamb: Salz. In: Bote, 2004") == "Mary Lamb, “Salz”, Bote, 2004"
    assert with_marked_title("Mary Lamb: Bote, 2004") == "Mary Lamb: Bote, 2004"
    assert with_marked_title("Harbour: Salt. In: Bote") == "Harbour: Salt. In: Bote"


def test_only_agencies_words_for_reporters_are_such() -> None:
    assert is_reporting("Reporting by Anna Voss")
    assert not is_reporting("reporting by night")
