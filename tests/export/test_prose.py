"""Notes as texts to read on in: what Markdown, Obsidian, Logseq and Org find in them."""

from __future__ import annotations

import itertools
import re

import pytest
import yaml
from markdown_it import MarkdownIt

from postil.export.base.dossier import GROUPS, Dossier, ExportedArticle
from postil.export.prose import logseq, markdown, obsidian, org
from tests.export.dossiers import a_note, dossier


def text_of(written: object) -> str:
    data = getattr(written, "data", b"")
    assert isinstance(data, bytes)
    return data.decode()


def headings(text: str) -> list[str]:
    tokens = MarkdownIt("commonmark").parse(text)
    return [
        two.content
        for one, two in itertools.pairwise(tokens)
        if one.tag[:1] == "h" and one.type == "heading_open"
    ]


def single() -> Dossier:
    whole = dossier()
    return Dossier(whole.articles[:1], whole.tags, style=whole.style)


def test_a_dossier_stands_under_its_articles() -> None:
    text = text_of(markdown.write(dossier()))
    assert headings(text) == ["Notes", "Tides", "Of all", "أحمد", "References"]
    assert "> harbour 🌊 froze\n>\n> — (Reed)\n\nWhy *so*?\n\n\\#ice · \\#trade/routes" in text
    assert "7 notes in 2 articles." in text
    assert "its passage is no longer in the article" in text
    assert text.endswith("## References\n\nReed, A. (2019). Tides. https://t.test/a\n")


@pytest.mark.parametrize("group", GROUPS)
def test_every_note_stands_under_each_heading_that_it_belongs_to(group: str) -> None:
    made = text_of(markdown.write(dossier(group)))
    for _, one in dossier().notes:
        times = max(1, len(one.note.tags)) if group == "tag" else 1
        assert made.count(f"{one.note.colour} {one.note.id}") == times


def test_a_tag_is_defined_where_its_notes_begin() -> None:
    assert "## ice\n\nfrozen *water*\n" in text_of(markdown.write(dossier("tag")))


@pytest.mark.parametrize("write", [markdown.write, obsidian.write])
def test_no_note_takes_in_what_follows(write: object) -> None:
    assert callable(write)
    text = text_of(write(dossier()))
    tokens = MarkdownIt("commonmark").parse(text)
    shown = "".join(token.content for token in tokens if token.type == "inline")
    assert "words that went" in shown
    assert not [token for token in tokens if token.type == "html_block"]


def test_the_same_notes_are_the_same_bytes() -> None:
    for write in (markdown.write, obsidian.write, logseq.write, org.write):
        assert write(dossier()).data == write(dossier()).data


def test_obsidian_has_properties_ids_and_tags_that_it_allows() -> None:
    text = text_of(obsidian.write(single()))
    _, front, rest = text.split("---\n", 2)
    data = yaml.safe_load(front)
    assert data["title"] == "Tides"
    assert data["author"] == ["Ann Reed"]
    assert data["published"] == "2019-05-03"
    assert data["source"] == "https://t.test/a"
    assert data["tags"] == ["_2024", "ice", "lost", "to-do", "trade", "trade/routes", "سفر"]
    ids = re.findall(r"(?m)^\^(\S+)$", rest)
    assert len(ids) == len(set(ids)) == 6
    assert "#_2024 (2024) contradicts [[#^01m8qwmeeqfgfspwk6fckfr3q0]]" in rest


def test_logseq_is_an_outline_of_blocks() -> None:
    text = text_of(logseq.write(dossier()))
    for line in text.splitlines():
        assert re.match(r"\t*(- |  )", line), line
    ids = re.findall(r"id:: ([0-9a-f-]{36})$", text, re.MULTILINE)
    assert len(set(ids)) == 7
    assert "contradicts:: ((" + ids[1] + "))" in text
    assert "tags:: [[ice]], [[trade/routes]]" in text


def test_org_keeps_words_from_being_signs() -> None:
    text = text_of(org.write(dossier()))
    heads = re.findall(r"(?m)^(\*+) (.*)$", text)
    assert [head for stars, head in heads if stars == "*"] == ["Tides", "أحمد"]
    assert "** harbour 🌊 froze :ice:trade_routes:" in text
    assert "\n\u200b- “No ice,” said \u200b*Reed*.\n" in text
    assert "#+begin_src markdown\n# Of all\n" in text


def test_org_names_the_offsets_that_emacs_counts_from_one() -> None:
    (one,) = [one for _, one in dossier().notes if one.note.anchor.quote == "harbour 🌊 froze"]
    assert one.span is not None
    text = text_of(org.write(dossier()))
    assert f":org-remark-beg: {one.span.start + 1}\n:org-remark-end: {one.span.end + 1}\n" in text


def test_brackets_of_a_passage_are_those_that_logseq_shows() -> None:
    text = "Ice. [Source: Reed, *Log*] and [[page]] and [x](y)"
    article = ExportedArticle("a", "Ice", text=text, notes=(a_note(0, text, text),))
    made = text_of(logseq.write(Dossier((article,))))
    assert "- > Ice. [Source: Reed, \\*Log\\*] and \\[" in made
    assert "[[page]]" not in made
    assert "[x](y)" not in made


@pytest.mark.parametrize(
    "text",
    [
        "froze.” [Source: Reed",
        "Log, 1947] The harbour",
        "Log, 1947] The harbour [Source: Reed",
        "a [b [c] d",
        "[",
        "]](x)",
    ],
)
def test_a_bracket_that_is_cut_off_stays_one_for_logseq(text: str) -> None:
    article = ExportedArticle("a", "Ice", text=text, notes=(a_note(0, text, text),))
    assert f"- > {text}\n" in text_of(logseq.write(Dossier((article,))))
