"""What the lines below a title say of a text: who wrote it, where and when."""

from __future__ import annotations

import pytest

from postil.document import pipeline
from postil.model.source import Date, Metadata

PROSE = (
    "\n\nThe first boats came in with the tide, and nobody at the quay had counted them before. "
)


def read(text: str, name: str = "boats.txt") -> Metadata:
    *_, article = pipeline.parse(f"{text}{PROSE * 3}\n".encode(), name)
    return article.metadata


def _day(date: Date | None) -> str:
    return "" if date is None else f"{date.year}-{date.month:02}-{date.day:02}"


@pytest.mark.parametrize(
    ("below", "author", "outlet", "date"),
    [
        ("By Ada Quill", "Ada Quill", "", ""),
        (
            "By Ada Quill\nThe New York Times\nMarch 4, 2015",
            "Ada Quill",
            "The New York Times",
            "2015-03-04",
        ),
        ("By Ada Quill and Bo Lindt, Reuters", "Ada Quill; Bo Lindt", "Reuters", ""),
        ("By ADA QUILL | The Guardian | 4 March 2015", "ADA QUILL", "The Guardian", "2015-03-04"),
        ("By Ada Quill, Special to The New York Times", "Ada Quill", "The New York Times", ""),
        ("By Reuters\nPublished: 4 March 2015", "Reuters", "", "2015-03-04"),
        ("What the quay forgot\n\nBy Ada Quill", "Ada Quill", "", ""),
        ("Von Ada Quill und Bo Lindt\n4. März 2015", "Ada Quill; Bo Lindt", "", "2015-03-04"),
        ("Par Ada Quill, Le Monde, 4 mars 2015", "Ada Quill", "Le Monde", "2015-03-04"),
        ("Por Ada Quill\n4 de marzo de 2015", "Ada Quill", "", "2015-03-04"),
        ("Автор: Иван Петров", "Иван Петров", "", ""),
        ("Author: Quill", "Quill", "", ""),
        (
            "\u4f5c\u8005\uff1a\u738b\u5c0f\u660e\n2015\u5e743\u67084\u65e5",
            "\u738b\u5c0f\u660e",
            "",
            "2015-03-04",
        ),
        (
            "\u0628\u0642\u0644\u0645: \u0644\u064a\u0644\u0649 \u0645\u0646\u0635\u0648\u0631",
            "\u0644\u064a\u0644\u0649 \u0645\u0646\u0635\u0648\u0631",
            "",
            "",
        ),
    ],
)
def test_a_byline_below_the_title_is_read(below: str, author: str, outlet: str, date: str) -> None:
    found = read(f"The Boats of the North\n\n{below}")
    assert "; ".join(name.display for name in found.author) == author
    assert found.title == "The Boats of the North"
    assert found.container_title == outlet
    assert _day(found.issued) == date
    assert dict(found.origins)["author"] == "text"


@pytest.mark.parametrize(
    "below",
    [
        "By night the quay is empty.",
        "By Sea and by Land",
        "By the end of it nobody counted.",
        "Part one",
        "In 2015 it was written by Ada Quill for those who count boats.",
        "By:",
        "Von hier an",
        "Di notte",
    ],
)
def test_what_is_no_byline_names_nobody(below: str) -> None:
    found = read(f"The Boats of the North\n\n{below}")
    assert (found.author, found.issued) == ((), None)


def test_a_text_that_begins_without_a_heading_has_no_byline() -> None:
    assert read(f"{PROSE.strip()}\n\nBy Ada Quill") == Metadata()


def test_what_a_document_says_of_itself_comes_first() -> None:
    text = (
        "---\ntitle: Counted\nauthor: Bo Lindt\n---\n\n# The Boats\n\nBy Ada Quill\n\nMarch 4, 2015"
    )
    found = read(text, "boats.md")
    assert (found.title, [name.display for name in found.author]) == ("Counted", ["Bo Lindt"])
    found = read("# The Boats\n\n*By Ada Quill*, Reuters", "boats.md")
    assert (found.title, found.container_title) == ("The Boats", "Reuters")
