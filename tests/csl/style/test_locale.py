"""Locales: files that stand in for one another, and terms that do."""

from __future__ import annotations

import pytest

from postil.csl import Node, StyleError, parse, read_locale
from tests.csl.rendering import LOCALE, load

OWN = parse(
    "<style><locale><terms><term name='and'>all</term></terms></locale>"
    "<locale xml:lang='de'><terms><term name='and'>und</term></terms></locale>"
    "<locale xml:lang='de-AT'><terms><term name='and'>sowie</term></terms></locale></style>"
)


@pytest.mark.parametrize(
    ("lang", "expected"), [("de-AT", "sowie"), ("de-DE", "und"), ("de", "und"), ("fr-FR", "all")]
)
def test_the_most_special_locale_of_a_style_holds(lang: str, expected: str) -> None:
    assert read_locale(lang, OWN, load).term("and") == expected


def test_a_language_without_a_file_has_the_terms_of_english() -> None:
    assert read_locale("xx", None, load).term("and") == "and"


def test_a_dialect_has_the_file_of_its_language_before_english() -> None:
    files = {"en-US": LOCALE, "de-DE": LOCALE.replace(">and<", ">und<")}
    found = read_locale("de-AT", None, lambda tag: files[tag].encode() if tag in files else None)
    assert found.term("and") == "und"


def test_without_any_file_there_is_no_locale() -> None:
    with pytest.raises(StyleError, match="no locale for de-AT"):
        read_locale("de-AT", None, lambda tag: None)


@pytest.mark.parametrize(
    ("name", "form", "plural", "expected"),
    [
        ("page", "short", True, "pp."),
        ("page", "symbol", False, "p."),
        ("editor", "verb-short", False, "editor"),
        ("et-al", "short", False, "et al."),
        ("nothing", "long", False, None),
    ],
)
def test_a_form_that_is_missing_falls_back(
    name: str, form: str, plural: bool, expected: str | None
) -> None:
    assert read_locale("en-US", None, load).term(name, form, plural) == expected


def test_ordinals_of_one_source_replace_all_others() -> None:
    own = "<style><locale><terms><term name='ordinal'>.</term></terms></locale></style>"
    found = read_locale("en-US", parse(own), load)
    assert found.ordinal("ordinal", "") is not None
    assert found.ordinal("ordinal-01", "") is None


def test_options_and_dates_of_a_style_override_those_of_the_file() -> None:
    own = (
        "<style><locale><style-options punctuation-in-quote='false' "
        "limit-day-ordinals-to-day-1='true'/><date form='text'/></locale></style>"
    )
    found = read_locale("en-US", parse(own), load)
    assert not found.punctuation_in_quote
    assert found.limits_ordinals
    assert found.dates["text"].children == ()
    assert isinstance(found.dates["numeric"], Node)


def test_a_form_of_another_language_stands_for_none_of_this_one() -> None:
    files = {
        "en-US": '<term name="note">note</term><term name="note" form="short">n.</term>',
        "nb-NO": '<term name="note">merknad</term>',
    }
    head = '<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><terms>'

    def read(tag: str) -> bytes | None:
        return f"{head}{files[tag]}</terms></locale>".encode() if tag in files else None

    assert read_locale("nb-NO", None, read).term("note", "short") == "merknad"


def test_single_ordinals_replace_those_there_are() -> None:
    own = '<term name="ordinal-02">b</term><term name="ordinal-04">d</term>'
    node = parse(
        '<style xmlns="http://purl.org/net/xbiblio/csl">'
        f"<locale><terms>{own}</terms></locale></style>"
    )
    made = read_locale("en-US", node, load)
    second = made.ordinal("ordinal-02", "")
    assert second is not None
    assert second.single == "b"
    assert made.ordinal("ordinal-04", "") is None
