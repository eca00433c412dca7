"""What is known of an article is told in words that are read back, with who says so."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from postil import config
from postil.errors import BadRequest
from postil.library.articles import describing, opening
from postil.library.articles.describing import KnownField
from postil.library.base.open_article import OpenArticle
from postil.library.care.local_state import Home, open_home

TEXT = """---
author: Ann Reed
date: 2019-05
---

# The Frozen Harbour

Boats lay in the ice for nine weeks, and nobody came.
"""


@pytest.fixture
def home() -> Home:
    return open_home(config.load(os.environ).places)


@pytest.fixture
def article(home: Home, tmp_path: Path) -> OpenArticle:
    path = tmp_path / "harbour.md"
    path.write_text(TEXT, "utf-8")
    path.with_suffix(".meta.toml").write_text('publisher = "Harbour Press"\n', "utf-8")
    return opening.read(home, path)


def fields(article: OpenArticle) -> dict[str, KnownField]:
    return {field.name: field for field in describing.known(article)}


def test_every_field_says_where_it_comes_from(home: Home, article: OpenArticle) -> None:
    article = opening.set_metadata(home, article, {"container-title": "Harbour Times"})
    told = {name: (one.value, one.said_by) for name, one in fields(article).items()}
    assert told == {
        "title": ("The Frozen Harbour", "from the text"),
        "author": ("Ann Reed", "from the document itself"),
        "issued": ("May 2019", "from the document itself"),
        "container-title": ("Harbour Times", "from you"),
        "publisher": ("Harbour Press", "from the file beside it"),
        "URL": ("", "not known"),
        "language": ("", "not known"),
        "type": ("web page", "assumed"),
    }


def test_what_is_emptied_or_typed_as_it_was_takes_the_readers_word_back(
    home: Home, article: OpenArticle
) -> None:
    article = opening.set_metadata(home, article, {"title": "Ice", "issued": "2020"})
    known = describing.known(article)
    assert fields(article)["title"].own == "The Frozen Harbour"
    typed = {"title": "The Frozen Harbour", "issued": "", "author": "Bo Li; Ann Reed"}
    wanted = describing.wanted(known, typed)
    assert wanted == {"title": "", "issued": "", "author": "Bo Li; Ann Reed"}
    after = fields(opening.set_metadata(home, article, wanted))
    assert (after["title"].value, after["title"].origin) == ("The Frozen Harbour", "text")
    assert after["issued"].value == "May 2019"
    assert (after["author"].value, after["author"].said_by) == ("Bo Li; Ann Reed", "from you")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"issued": "some day"}, "cannot read this as a date"),
        ({"issued": "31 April 2015"}, "cannot read this as a date"),
        ({"type": "newspapr article"}, "did you mean newspaper article"),
        ({"title": ""}, "it takes what the article itself says"),
        ({"URL": ""}, "it takes what the article itself says"),
    ],
)
def test_what_cannot_be_kept_is_said_before_anything_is_changed(
    article: OpenArticle, typed: dict[str, str], said: str
) -> None:
    with pytest.raises(BadRequest) as refused:
        describing.wanted(describing.known(article), typed)
    assert said in str(refused.value)


@pytest.mark.parametrize(
    "typed",
    ["2015-01-24", "2015-01", "2015", "24 January 2015", "January 24, 2015", "Jan 2015",
     "2–4 Jan 2015", "30 Dec 2014 – 2 Jan 2015", "2014–2015"],
)  # fmt: skip
def test_a_date_is_shown_in_words_that_are_read_as_the_same_date(
    home: Home, article: OpenArticle, typed: str
) -> None:
    once = opening.set_metadata(home, article, {"issued": typed})
    shown = fields(once)["issued"].value
    again = opening.set_metadata(home, once, {"issued": shown})
    assert again.article.metadata.issued == once.article.metadata.issued is not None
