"""Markdown of highlights, as many programs write it: passages, notes, tags, and what article."""

from __future__ import annotations

import pytest

from postil.export.prose import markdown as out_markdown
from postil.export.prose import obsidian as out_obsidian
from postil.imports.base.records import Imported, ImportFile
from postil.imports.readers import read, reader_of
from tests.export.dossiers import dossier


def taken(text: str, name: str = "notes.md") -> Imported:
    file = ImportFile(text.encode(), name)
    reader = reader_of(file)
    assert reader.name == "markdown"
    return read(reader, file)


READWISE = """\
# The Ice Winter

![rw-book-cover](https://x.test/c.png)

## Metadata
- Author: [[Ann Reed]]
- Full Title: The Ice Winter
- Category: #articles
- URL: https://ice.test/winter

## Highlights
- The harbour **froze** twice. ([View Highlight](https://read.test/1))
    - Note: Check the log.
    - Tags: [[ice]] [[trade/routes]]
- Nobody had asked her. ([Location 12](https://read.test/to_kindle?x=1))
- And a third
  over two lines.
"""

KINDLE_OBSIDIAN = """\
---
kindle-sync:
  bookId: '123'
  title: The Ice Winter
  author: Ann Reed
---
# The Ice Winter
## Metadata
* Author: [Ann Reed](https://x.test)
* ASIN: B00
* Reference: https://x.test/dp/B00

## Highlights
The harbour froze twice. \u2014 location: [12](kindle://book?location=12) ^ref-4711

---
Nobody had asked her. \u2014 location: [20](kindle://book?x) ^ref-4712

She kept the log.

---
"""

HYPOTHESIS_OBSIDIAN = """\
---
title: "The Ice Winter"
url: https://ice.test/winter
---
# The Ice Winter
## Metadata
- Author: [ice.test]()
- Title: The Ice Winter
- Reference: https://ice.test/winter

## Page Notes
## Highlights
- The harbour froze twice. \u2014 [Updated on 2023-02-03 10:00:00](https://h.is) \u2014 Group: #All
    - Tags: #ice
    - Annotation: Check the log.
"""

QUOTES = """\
# The Ice Winter

by Ann Reed

Source: https://ice.test/winter

> The harbour froze twice.
> It had not before.

Check the \\*log\\*.

- one
- two

#ice #trade/routes

> Nobody had asked her.
"""

KOREADER = """\
# The Ice Winter
##### Ann Reed

## Chapter one
### Page 12 @ 2023-02-03 10:00:00
*The harbour froze twice.*

---
Check the log.

### Page 14 @ 2023-02-04 10:00:00
Nobody had asked her.
"""

CALLOUTS = """\
---
title: The Ice Winter
author:
  - Ann Reed
source: "https://ice.test/winter"
---

> [!quote] Page 3
> The harbour froze twice.
> ^ab12

> [!note]
> Check the log.
"""

OMNIVORE = """\
# The Ice Winter
#Omnivore

[Read on Omnivore](https://omnivore.test/me/x)
[Read Original](https://ice.test/winter)

## Highlights

> The harbour froze twice. [\u2934\ufe0f](https://omnivore.test/me/x#1) #ice

Check the log.

> Nobody had asked her. [\u2934\ufe0f](https://omnivore.test/me/x#2)
"""


@pytest.mark.parametrize(
    ("text", "quotes", "body", "tags", "author"),
    [
        (READWISE, 3, "Check the log.", ("ice", "trade/routes"), "Ann Reed"),
        (KINDLE_OBSIDIAN, 2, "", (), "Ann Reed"),
        (HYPOTHESIS_OBSIDIAN, 1, "Check the log.", ("ice",), None),
        (QUOTES, 2, "Check the \\*log\\*.\n\n- one\n- two", ("ice", "trade/routes"), "Ann Reed"),
        (KOREADER, 2, "Check the log.", (), "Ann Reed"),
        (CALLOUTS, 1, "Check the log.", (), "Ann Reed"),
        (OMNIVORE, 2, "Check the log.", ("ice",), ""),
    ],
    ids=("readwise", "kindle", "hypothesis", "quotes", "koreader", "callouts", "omnivore"),
)
def test_passages_come_with_their_notes(
    text: str, quotes: int, body: str, tags: tuple[str, ...], author: str | None
) -> None:
    found = taken(text).notes
    assert [one.article.title for one in found] == ["The Ice Winter"] * quotes
    first = found[0]
    assert first.quote.startswith("The harbour froze twice.")
    assert first.quote.rstrip(".").endswith(("twice", "before"))
    assert (first.body, first.tags) == (body, tags)
    if author is not None:
        assert first.article.author == author
    assert len({one.id for one in found}) == quotes
    assert taken(text).notes == found, "the same file gives the same ids"


def test_what_a_program_says_of_a_passage_is_kept() -> None:
    kindle = taken(KINDLE_OBSIDIAN).notes
    assert [one.id for one in kindle] == ["ref-4711", "ref-4712"]
    assert kindle[1].body == "She kept the log."
    assert taken(HYPOTHESIS_OBSIDIAN).notes[0].created.startswith("2023-02-03T")
    assert taken(HYPOTHESIS_OBSIDIAN).notes[0].article.url == "https://ice.test/winter"
    assert taken(KOREADER).notes[0].created.startswith("2023-02-03T")
    assert taken(CALLOUTS).notes[0].id == "ab12"
    assert taken(OMNIVORE).notes[0].article.url == "https://ice.test/winter"
    assert taken(READWISE).notes[2].quote == "And a third\nover two lines."


def test_two_articles_in_a_file_are_two() -> None:
    found = taken("# One\n\n> first\n\n# Two\n\n> second\n\n> second\n").notes
    assert [(one.article.title, one.quote) for one in found] == [
        ("One", "first"),
        ("Two", "second"),
        ("Two", "second"),
    ]
    assert len({one.id for one in found}) == 3


def test_postils_own_markdown_comes_back() -> None:
    found = taken(out_markdown.write(dossier()).data.decode()).notes
    notes = {one.note.id: one.note for _, one in dossier().notes}
    assert {one.id for one in found} == notes.keys()
    for one in found:
        note = notes[one.id]
        assert " ".join(one.quote.split()) == " ".join(note.anchor.quote.split())
        assert (one.tags, one.colour, one.keeps_id) == (note.tags, note.colour, True)
        assert one.links == tuple((str(link.kind), link.to) for link in note.links)


def test_postils_obsidian_comes_back_as_passages() -> None:
    found = taken(out_obsidian.write(dossier()).data.decode()).notes
    assert {one.id for one in found} == {one.note.id for _, one in dossier().notes}


@pytest.mark.parametrize(
    "text", ["", "# A title\n\nAnd prose alone.\n", "\x00\x01> x", "---\n---\n"]
)
def test_what_has_no_passage_is_none_of_these(text: str) -> None:
    from postil.imports.services import markdown

    assert not markdown.looks(ImportFile(text.encode(), "a.md"))
    assert not markdown.looks(ImportFile(b"> quoted", "a.csv"))
