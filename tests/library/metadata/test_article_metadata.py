from __future__ import annotations

import pytest

from postil.errors import BadRequest
from postil.library.metadata.article_metadata import METADATA_FIELDS, laid_over, said
from postil.model.source import Date, Metadata, Name

DOCUMENT = Metadata(
    title="Ice",
    author=(Name(family="Cho", given="Ada", family_first=True),),
    issued=Date(2021, 7),
    updated=True,
    origins=(("title", "document"), ("author", "document"), ("issued", "text")),
)


def test_the_readers_word_goes_before_the_documents_field_by_field() -> None:
    merged = laid_over(DOCUMENT, {"title": "The Ice", "URL": "https://example.org"})
    assert (merged.title, merged.url, merged.issued) == (
        "The Ice",
        "https://example.org",
        Date(2021, 7),
    )
    origins = dict(merged.origins)
    assert origins == {"title": "reader", "author": "document", "issued": "text", "url": "reader"}


def test_a_date_that_is_said_is_no_date_of_an_update() -> None:
    assert laid_over(DOCUMENT, {"issued": "2019"}).updated is False


def test_a_name_that_is_said_as_the_document_has_it_keeps_its_order() -> None:
    assert laid_over(DOCUMENT, {"author": "Cho Ada"}).author == DOCUMENT.author


def test_unknown_fields_and_unreadable_dates_in_an_old_record_are_passed_over() -> None:
    assert laid_over(DOCUMENT, {"colour": "x", "issued": "some day"}) == DOCUMENT


def test_aliases_and_case_are_understood_and_values_cleaned() -> None:
    told = said({}, {"Date": "24 January 2015", "url": "https://x\x07", "TITLE": " A \x1b[1m b\n"})
    assert told == {"title": "A b", "issued": "24 January 2015", "URL": "https://x"}


def test_an_empty_value_takes_the_readers_word_back() -> None:
    assert said({"title": "A", "type": "book"}, {"title": "  "}) == {"type": "book"}


def test_an_unknown_field_is_refused_with_those_there_are() -> None:
    with pytest.raises(BadRequest) as caught:
        said({}, {"doi": "10.1"})
    assert ", ".join(METADATA_FIELDS) in str(caught.value)


def test_a_date_that_no_calendar_has_is_refused() -> None:
    with pytest.raises(BadRequest, match="30 February"):
        said({}, {"date": "30 February 2015"})
