"""Plays, interviews and chats: a turn each is a block, and what only looks so is prose."""

from __future__ import annotations

import pytest

from postil.document.formats import plain
from postil.document.formats.layout.forms.cues import CueKind, cue_of
from postil.model.article import BlockKind
from tests.document.articles import blocks
from tests.document.formats.layout.forms.annotated import bare, expected, read, texts

TEXTS = texts("speech.txt")


@pytest.mark.parametrize("name", TEXTS)
def test_each_turn_is_a_block(name: str) -> None:
    assert read(TEXTS[name]) == expected(TEXTS[name])


@pytest.mark.parametrize(
    ("line", "kind", "who"),
    [
        ("[00:12:31] ANNA: Good.", CueKind.STAMPED, "ANNA"),
        ("12:03 <bo> good", CueKind.STAMPED, "bo"),
        ("2021-03-04 10:00 - Bo H.: good", CueKind.STAMPED, "Bo H."),
        ("12:03 it begins", CueKind.UNDATED, ""),
        ("<bo> good", CueKind.NICK, "bo"),
        ("Anna Berg  1:02", CueKind.HEADED, "Anna Berg"),
        ("Mrs. Berg (laughs): Good.", CueKind.LABEL, "Mrs. Berg"),
        ("FIRST MAN. [Aside.] Good.", CueKind.DOTTED, "FIRST MAN"),
        ("Q. Where?", CueKind.DOTTED, "Q"),
        ("Bertram. Good.", CueKind.NAMED, "Bertram"),
    ],
)
def test_a_cue_says_who_speaks(line: str, kind: CueKind, who: str) -> None:
    cue = cue_of(line)
    assert cue is not None
    assert (cue.kind, cue.who) == (kind, who)


@pytest.mark.parametrize(
    "line", ["https://example.org", "He came in, and sat down: at last.", "a. b"]
)
def test_other_lines_have_none(line: str) -> None:
    assert cue_of(line) is None


def test_lines_that_go_on_keep_where_they_were() -> None:
    block = blocks("Ann: Who?\nBen: The one\n  from the mill.\nAnn: Ah.\nBen: He.\n")[1]
    assert block.text == "Ben: The one from the mill."
    assert [block.line_at(at) for at in (0, *block.breaks)] == [2, 3]


def test_a_turn_is_no_heading_though_it_ends_openly() -> None:
    turns = "\n\n".join(f"{who}: Once more, {n} times" for n in range(9) for who in ("Ann", "Ben"))
    assert {block.kind for block in blocks(turns + "\n")} == {BlockKind.PARAGRAPH}


@pytest.mark.parametrize("name", TEXTS)
def test_the_first_screenful_is_what_the_whole_begins_with(name: str) -> None:
    text = bare(TEXTS[name])
    for cut in range(text.find("\n") + 1, len(text), 97):
        head = text[: text.rfind("\n", 0, cut) + 1]
        shown = plain.preview(head, text).blocks
        whole = plain.read(text, head).blocks
        assert [block.text for block in shown] == [block.text for block in whole[: len(shown)]]
