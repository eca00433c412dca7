"""A kept section is found by an offset, as in the article itself."""

from __future__ import annotations

import pytest

from postil.document.pipeline import whole
from postil.model.article import Article
from postil.store.catalogue.kept_sections import KeptSections, as_text

TEXT = (
    "Before all of it.\n\n# One “first”\n\nA line.\n\n## Two\n\nMore of it.\n\n# 三\n\nThe end.\n"
)


@pytest.fixture
def article() -> Article:
    return whole(TEXT.encode(), "a.md", None)


def test_every_offset_is_in_the_section_that_the_article_says(article: Article) -> None:
    kept = KeptSections(as_text(article.sections))
    for offset in range(article.length):
        section, found = article.section_at(offset), kept.at(offset)
        assert section is not None
        assert found is not None
        assert (found.start, found.number, found.level, found.title, found.name) == (
            *(section.span.start, section.number, section.level, section.title, section.name),
        )
        assert kept.name_at(offset) == section.name


def test_without_sections_there_is_none() -> None:
    assert as_text(()) == ""
    assert KeptSections().at(3) is None
    assert KeptSections().name_at(3) == ""


@pytest.mark.parametrize("row", ["[[", "3", "[[]]", '["a"]', "[[1]]", "null", '{"a": 1}'])
def test_of_what_is_damaged_nothing_is_known(row: str) -> None:
    assert KeptSections(row).at(5) is None
