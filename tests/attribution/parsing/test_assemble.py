from __future__ import annotations

import pytest

from postil.attribution.parsing.assemble import assemble


@pytest.mark.parametrize(
    ("content", "url", "kind"),
    [
        ("Quay Herald, May 3, 2001", "", "article-newspaper"),
        ("Quay Museum", "http://q.example", "webpage"),
        ("Quay Herald", "http://q.example", "article-newspaper"),
        ("Mary Lamb, “Old Ropes,” Quay Press, 1991", "", "book"),
        ("“Old Ropes”", "", "book"),
        ("“Old Ropes”", "http://q.example", "webpage"),
        ("Mary Lamb", "http://q.example", "webpage"),
        ("Mary Lamb, May 3, 2001", "", "article"),
    ],
)
def test_the_type_is_what_the_fields_speak_for(content: str, url: str, kind: str) -> None:
    [source], _ = assemble(content, url=url)
    assert source.type == kind


def test_a_publication_in_quotation_marks_is_no_title() -> None:
    [source], _ = assemble("“New York Times”, May 3, 2001")
    assert (source.title, source.container_title) == ("", "New York Times")


def test_what_is_told_once_belongs_to_the_last_of_several_sources() -> None:
    first, last = assemble("CNN; Reuters, p. 4", url="http://q.example")[0]
    assert (first.url, first.page) == ("", "")
    assert (last.url, last.page) == ("http://q.example", "4")


@pytest.mark.parametrize(
    ("content", "problems"),
    [
        ("May 3, 2001", ["missing-name"]),
        ("", ["missing-name"]),
        ("Mary Lamb, May 3, 2001", ["missing-container"]),
        ("Mary Lamb", []),
        ("Mary Lamb, Quay Herald, May 3, 2001", []),
    ],
)
def test_what_is_missing_is_a_fault(content: str, problems: list[str]) -> None:
    assert assemble(content)[1] == problems
