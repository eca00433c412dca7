"""RTF that would take too long is read as far as the limits go, and says so."""

from __future__ import annotations

import pytest

from postil.document.article.builder import Draft
from postil.document.base.request import Request
from postil.document.formats.office.comments import MOST
from postil.document.formats.rtf import reader
from postil.document.formats.rtf.parser import drafts
from postil.model.article import InlineKind


def read(body: str) -> Draft:
    """Return the draft of a document with this body."""
    *_, draft = drafts(Request(b"{\\rtf1\\ansi " + body.encode() + b"}", "a.rtf"))
    return draft


@pytest.mark.parametrize("unit", ["\\kerning1 ", "a\\par ", "{\\b a}b", "\\intbl a\\cell\\row "])
def test_no_document_takes_more_work_than_the_limit(
    unit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "MOST_WORK", 20_000)
    draft = read("The first words.\\par " + 25_000 * unit + "\\par The last words.")
    texts = [block.text for block in draft.blocks]
    assert texts[0] == "The first words."
    assert "The last words." not in texts
    (remark,) = draft.remarks
    assert "20,000" in remark
    assert "left out" in remark


def test_a_paragraph_counts_for_more_than_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MOST_WORK", 20_000)
    assert not read(6000 * "\\kerning1 " + "end").remarks
    assert read(6000 * "a\\par " + "end").remarks


def test_comments_beyond_those_that_are_kept_mark_no_words() -> None:
    one = (
        "{\\*\\atrfstart %d}word{\\*\\atrfend %d}{\\*\\annotation{\\*\\atnref %d}Said of it.\\par} "
    )
    count = 2 * MOST + 50
    draft = read("".join(one % (at, at, at) for at in range(count)))
    (block,) = draft.blocks
    assert len(draft.comments) == MOST
    marked = [inline for inline in block.inlines if inline.kind is InlineKind.COMMENT]
    assert len(marked) == MOST
    assert block.text.count("word") == count
