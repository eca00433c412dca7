"""What a style prints in brackets beside a title or in place of one, and in whose words."""

from __future__ import annotations

import pytest

from postil.cite.record.collection import ReadArticle, collected
from postil.cite.record.items import CitedArticle, Item, items
from postil.cite.styles.bibliography import entries
from postil.cite.styles.catalogue import find_style
from postil.cite.styles.csl_citation import styled_citation
from postil.model.source import Date, Governed, Metadata, Name, Source, Via
from postil.model.span import Span

RUIZ = (Name("Ruiz", "Ana"),)
HOST = Item("lind", Source("webpage", (Name("Lind", "Marta"),), "Ships", issued=Date(2019)))
DAY = Date(2018, 1, 18)


def listed(style: str, source: Source) -> str:
    works = [Item("one", source, "quoted", (HOST,)), HOST]
    return dict(entries(works, find_style(style)))["one"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (Source("motion_picture", RUIZ, "Salt road", issued=Date(2001)), "Salt road [Film]."),
        (Source("post", RUIZ, "Fog", "Twitter", issued=DAY), "Fog [Tweet]. Twitter."),
        (Source("post", RUIZ, "Fog", "X", issued=DAY), "Fog [Post]. X."),
        (Source("post", RUIZ, "Fog", "Facebook", issued=DAY), "Fog [Status update]. Facebook."),
        (Source("article-newspaper", RUIZ, "", "Gazette", issued=DAY), "[Newspaper article]. Gaz"),
        (Source("article-newspaper", RUIZ, "Fog", "Gazette", issued=DAY), "18). Fog. Gazette."),
        (Source("article-newspaper", (), "", "AP", issued=DAY), "18). [News article]."),
        (Source("report", RUIZ, "", "", "Board", issued=DAY), "[Report]"),
    ],
)
def test_apa_says_in_brackets_what_a_work_is(source: Source, expected: str) -> None:
    assert expected in listed("apa", source)
    assert "[Film]" not in listed("chicago", source)


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("mla", "Ruiz, Ana. Interview. 18 Jan. 2018."),
        ("iso690-author-date-de", "RUIZ, Ana, 2018. Interview. 18 Januar 2018"),
    ],
)
def test_an_interview_without_a_title_is_called_one(style: str, expected: str) -> None:
    assert listed(style, Source("interview", RUIZ, issued=DAY)) == expected


def test_an_interview_is_called_one_in_a_note() -> None:
    works = [Item("one", Source("interview", RUIZ, issued=DAY), "quoted", (HOST,)), HOST]
    note = styled_citation(works, find_style("chicago")).citation
    assert note.startswith("Ana Ruiz, interview, January 18, 2018, quoted in Marta Lind")


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("apa", "The harbour question"),
        ("iso690-author-date-de", "The Harbour Question"),
        ("iso690-author-date-fr", "The Harbour Question"),
    ],
)
def test_a_list_in_another_language_keeps_a_title_as_it_is_printed(
    style: str, expected: str
) -> None:
    host = Item("lind", Source("webpage", RUIZ, "The Harbour Question", issued=DAY))
    common = {"lind": lambda word: True}
    ((_, entry),) = entries([host], find_style(style), common=common)
    assert expected in entry
    assert (
        expected in styled_citation([host], find_style(style), is_common=common["lind"]).reference
    )


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("de", "Die Werften: eine Reise"),
        ("", "Die Werften: Eine Reise"),
        ("en-GB", "Die Werften: Eine Reise"),
    ],
)
def test_only_an_english_title_takes_large_letters(language: str, expected: str) -> None:
    title = "Die Werften: eine Reise"
    record = Source("webpage", RUIZ, title, issued=DAY)
    made = styled_citation([Item("one", record, language=language)], find_style("chicago"))
    assert expected in made.citation


def test_the_language_of_an_article_goes_with_it_into_a_list() -> None:
    article = CitedArticle(Metadata(title="Die Werften: eine Reise", language="de"), "w.html")
    (item,) = collected([ReadArticle(article, {})]).items
    assert item.language == "de"
    assert items(Governed(Span(0, 5), None, Via.NONE, "low", "own"), article, None)[-1] == item


def test_a_british_manual_is_followed_in_british_english() -> None:
    source = Source("article-newspaper", RUIZ, "Fog", "Gazette", issued=DAY)
    assert listed("harvard", source) == "Ruiz, A. (2018) \u2018Fog\u2019, Gazette, 18 January."


def test_a_raised_number_in_brackets_is_written_plainly() -> None:
    works = [Item("one", Source("book", RUIZ, "Salt", issued=DAY), "cited", (HOST,)), HOST]
    style = find_style("china-national-standard-gb-t-7714-2015-numeric")
    assert styled_citation(works, style).citation == "(Ruiz, \u8f6c\u5f15\u81ea [1])"
    raised = styled_citation(works, find_style("american-medical-association")).citation
    assert raised == "(Ruiz, as cited in \u00b9)"
