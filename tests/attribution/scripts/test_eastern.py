from __future__ import annotations

import pytest

from postil.attribution.scripts.eastern import attributed, eastern_name, is_body, read_eastern
from postil.model.source import Date


@pytest.mark.parametrize(
    ("name", "family", "given"),
    [
        ("林一舟", "林", "一舟"),
        ("田中健", "田中", "健"),
        ("森みどり", "森", "みどり"),
        ("김민수", "김", "민수"),
    ],
)
def test_the_family_name_stands_first(name: str, family: str, given: str) -> None:
    found = eastern_name(name, sure=False)
    assert found is not None
    assert (found.family, found.given, found.family_first) == (family, given, True)


def test_an_unknown_name_is_a_person_only_where_something_says_so() -> None:
    assert eastern_name("渡口旧事", sure=False) is None
    found = eastern_name("渡口旧事", sure=True)
    assert found is not None
    assert found.literal == "渡口旧事"


def test_ends_of_names_tell_bodies_from_persons() -> None:
    assert all(map(is_body, ("港湾新聞", "海风出版社", "항구일보", "東都大学")))
    assert not any(map(is_body, ("王小明", "김민수", "森みどり")))


def test_title_publisher_year_and_page_are_told_by_their_signs() -> None:
    source = read_eastern("田中健『港の朝』海風書房,2005年,12頁")
    assert source is not None
    assert (source.title, source.publisher, source.page) == ("港の朝", "海風書房", "12")
    assert source.issued == Date(2005)
    assert source.type == "book"


def test_a_publication_and_an_article_in_it() -> None:
    source = read_eastern("鈴木一郎「灯台の話」『港湾新聞』2010年4月2日")
    assert source is not None
    assert (source.title, source.container_title) == ("灯台の話", "港湾新聞")
    assert source.issued == Date(2010, 4, 2)


@pytest.mark.parametrize(
    ("words", "person", "outlet"),
    [
        ("사진=연합뉴스", "", "연합뉴스"),
        ("사진: 김철수 기자", "김 철수", ""),
        ("写真:田中一郎", "田中 一郎", ""),
        ("写真:港の朝", "", ""),
    ],
)
def test_a_picture_is_by_a_person_that_something_tells_or_by_an_outlet(
    words: str, person: str, outlet: str
) -> None:
    read = attributed(words, labelled=False)
    if not person and not outlet:
        assert read is None
        return
    assert read is not None
    (source,) = read[0]
    assert source.container_title == outlet
    assert [f"{name.family} {name.given}" for name in source.author] == ([person] if person else [])


def test_without_a_label_plain_words_name_nothing() -> None:
    assert attributed("笑", labelled=False) is None
    assert attributed("昭和の港,1998年", labelled=False) is None
    assert attributed("", labelled=True) is not None
