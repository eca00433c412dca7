"""A preview has every form of a way to cite, and a style that is no good says why."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.errors import BadRequest, NoSuchPassage
from postil.library.base.open_article import OpenArticle
from postil.library.citation import citing
from postil.library.citation.citation_format import CITATION, FORMS, REFERENCE, CitationFormat
from postil.library.citation.previewing import cite_in, preview
from postil.library.citation.styling import cite_in_style
from postil.model.source import Date
from postil.model.span import Span
from tests.library.conftest import Spot

TODAY = Date(2026, 2, 1)
WORDS = "Nobody had seen the water so still."


@pytest.mark.parametrize("name", citing.FORMATS)
def test_a_format_has_one_form(name: str, open_article: OpenArticle, spot: Spot) -> None:
    span = spot(open_article, WORDS)
    found = preview(open_article, span, name, TODAY)
    assert not found.in_style
    assert {found.text(form) for form in FORMS} == {
        citing.cite(open_article, span, name, TODAY).text
    }
    citation, said = cite_in(open_article, span, CitationFormat(name, REFERENCE), "", TODAY)
    assert (citation.text, said) == (found.quotation, citing.LABELS[name])


@pytest.mark.parametrize("name", ["apa", "mla", "chicago"])
def test_a_style_has_all_that_the_verb_cite_makes_of_it(
    name: str, open_article: OpenArticle, spot: Spot
) -> None:
    span = spot(open_article, WORDS)
    found = preview(open_article, span, name, TODAY)
    for form in FORMS:
        expected = cite_in_style(open_article, span, name, form, "text", TODAY)
        assert found.text(form) == expected.text
        assert found.problems == expected.problems
        assert cite_in(open_article, span, CitationFormat(name, form), "", TODAY)[0] == expected
    assert WORDS.rstrip(".") in found.quotation
    assert found.citation in found.quotation


def test_what_is_copied_is_called_by_its_form_and_style(
    open_article: OpenArticle, spot: Spot
) -> None:
    span = spot(open_article, WORDS)
    for name, form, said in (
        ("apa", "quotation", "Quotation in My name"),
        ("apa", CITATION, "Citation in My name"),
        ("mhra-notes", CITATION, "Note in My name"),
        ("mhra-notes", REFERENCE, "Reference in My name"),
    ):
        assert (
            cite_in(open_article, span, CitationFormat(name, form), "My\x07 name", TODAY)[1] == said
        )


def test_a_style_without_bibliography_has_no_reference(
    open_article: OpenArticle, spot: Spot
) -> None:
    span = spot(open_article, WORDS)
    found = preview(open_article, span, "bluebook-law-review", TODAY)
    assert found.text(REFERENCE) == ""
    assert found.caption(CITATION) == "Note"
    with pytest.raises(BadRequest, match="the style Bluebook: it has no bibliography; choose"):
        cite_in(
            open_article, span, CitationFormat("bluebook-law-review", REFERENCE), "Bluebook", TODAY
        )


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ("<style><info><title>Broken", "It is not well-formed XML: "),
        ("", "It is not well-formed XML: "),
        ("<html/>", "It is no style: "),
        ("<!DOCTYPE style><style/>", "It has a document type declaration"),
        ("<style version='1.0'/>", "It has no citation element."),
    ],
)
def test_a_broken_style_says_why_in_one_sentence(
    data: str, why: str, open_article: OpenArticle, spot: Spot, own_places: Path
) -> None:
    folder = own_places / "zotero" / "styles"
    folder.mkdir(parents=True)
    (folder / "mine.csl").write_text(data)
    span = spot(open_article, WORDS)
    found = preview(open_article, span, "mine", TODAY, folder.parent)
    assert found.trouble.startswith(why)
    assert found.trouble.endswith(".")
    assert "\n" not in found.trouble
    assert not any(found.text(form) for form in FORMS)
    with pytest.raises(BadRequest, match=f"^the style Mine: {why[:5].lower()}"):
        cite_in(open_article, span, CitationFormat("mine"), "Mine", TODAY, folder.parent)


def test_a_style_that_is_gone_says_so(open_article: OpenArticle, spot: Spot) -> None:
    found = preview(open_article, spot(open_article, WORDS), "gone\x1b[2J", TODAY)
    assert found.trouble.startswith("There is no style 'gone")
    assert found.trouble.isprintable()


def test_a_passage_has_words(open_article: OpenArticle) -> None:
    with pytest.raises(NoSuchPassage):
        preview(open_article, Span(3, 3), "apa", TODAY)
