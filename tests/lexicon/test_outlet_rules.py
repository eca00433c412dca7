from __future__ import annotations

import pytest

from postil.lexicon import outlet_rules, outlets


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("The New York Times", "newspaper"),
        ("reuters", "agency"),
        ("Libération", "newspaper"),
        ("liberation", "newspaper"),
        ("ABC", "newspaper"),
        ("Penguin", "publisher"),
        ("Mary Lamb", ""),
    ],
)
def test_outlets_have_a_kind(name: str, kind: str) -> None:
    assert outlets.kind(name) == kind


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("Le Monde", True),
        ("Ministry of Ports", True),
        ("Quay Herald", True),
        ("Quay Books", True),
        ("B.B.C.", True),
        ("QNA", True),
        ("Channel 9", True),
        ("The Quay", True),
        ("La Marea", True),
        ("Friends of the Sea", True),
        ("Mary Lamb", False),
        ("La", False),
        ("Books", False),
        ("", False),
    ],
)
def test_names_that_persons_do_not_have(name: str, is_one: bool) -> None:
    assert outlet_rules.is_publication(name) == is_one


@pytest.mark.parametrize(
    ("name", "csl_type"),
    [
        ("Wikipedia", "webpage"),
        ("Encyclopedia of the Sea", "entry-encyclopedia"),
        ("Nature", "article-journal"),
        ("Reuters", "article-newspaper"),
        ("Quay Herald", "article-newspaper"),
        ("Quay Magazine", "article-magazine"),
        ("Ministry of Ports", "report"),
        ("Quayside", "article-newspaper"),
    ],
)
def test_what_a_publication_prints(name: str, csl_type: str) -> None:
    assert outlet_rules.csl_type(name) == csl_type


@pytest.mark.parametrize(
    ("name", "italics"),
    [
        ("Quay Herald", True),
        ("NYT", True),
        ("BBC", False),
        ("Reuters", False),
        ("Radio Quay", False),
        ("Ministry of Ports", False),
        ("http://quay.example", False),
    ],
)
def test_names_that_go_in_italics(name: str, italics: bool) -> None:
    assert outlet_rules.is_periodical(name) == italics


def test_publishers_news_and_places() -> None:
    assert outlet_rules.is_publisher("Quay Press")
    assert outlet_rules.is_publisher("Little, Brown")
    assert not outlet_rules.is_publisher("Press Quay")
    assert outlet_rules.is_news("Quay Herald")
    assert not outlet_rules.is_news("Quay Museum")
    assert outlet_rules.is_place("St. Petersburg")
    assert outlet_rules.is_place("Washington, D.C.")
    assert not outlet_rules.is_place("Quay")
    assert outlet_rules.telling_word("Quay Herald.") == "Herald."
    assert outlet_rules.telling_word("Mary Lamb") == ""
