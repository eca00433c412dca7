"""Links: footnotes in place, headings of the article, addresses that are confirmed."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.document.pipeline import whole
from postil.library.articles import loading
from postil.model.article import Article, Block, BlockKind, Comment, Inline, InlineKind
from postil.model.values import replace
from postil.tui.screens.reader.links import Links, comments, footnote, place, slug
from tests.journeys.articles import LINKED
from tests.tui.screens.reader.acting import ActingStage


@pytest.fixture
def opened() -> list[str]:
    """Return the addresses that were handed to the browser."""
    return []


@pytest.fixture
def links(stage: ActingStage, opened: list[str]) -> Links:
    return Links(stage, opened.append)


def to(target: str, kind: InlineKind = InlineKind.LINK) -> Inline:
    return Inline(0, 4, kind, target)


@pytest.mark.parametrize(("answer", "gone"), [(True, ["https://example.org"]), (None, [])])
async def test_an_address_is_opened_when_that_is_confirmed(
    stage: ActingStage, links: Links, opened: list[str], answer: bool | None, gone: list[str]
) -> None:
    stage.answers = [answer]
    links.follow(to("https://example.org"), "there")
    await stage.settle()
    assert opened == gone


@pytest.mark.parametrize(("answer", "shown"), [(True, 1), (False, 0)])
async def test_a_picture_beside_the_article_is_shown_when_that_is_confirmed(
    stage: ActingStage, links: Links, opened: list[str], answer: bool, shown: int
) -> None:
    assert stage.open_article is not None
    assert stage.open_article.path is not None
    beside = stage.open_article.path.with_name("mole.png")
    beside.write_bytes(b"\x89PNG\r\n\x1a\n")
    stage.answers = [answer]
    links.follow(to("mole.png", InlineKind.IMAGE), "The mole")
    await stage.settle()
    assert opened == [beside.resolve().as_uri()] * shown


async def test_no_other_file_is_shown_as_a_picture(
    stage: ActingStage, links: Links, opened: list[str]
) -> None:
    stage.answers = [True]
    links.follow(to("../../etc/passwd", InlineKind.IMAGE), "The mole")
    await stage.settle()
    assert [error.why for error in stage.complained] == ["no such picture lies beside the article"]
    assert opened == []


async def test_other_addresses_are_not_opened(
    stage: ActingStage, links: Links, opened: list[str]
) -> None:
    links.follow(to("file:///etc/passwd"), "there")
    links.follow(to(""), "there")
    await stage.settle()
    assert stage.said == [
        "file:///etc/passwd: Postil opens web addresses only.",
        "there: Postil opens web addresses only.",
    ]
    assert opened == []
    assert stage.asked == []


async def test_a_link_to_a_heading_is_a_jump(stage: ActingStage, links: Links) -> None:
    links.follow(to("#the-second-winter"), "there")
    await stage.settle()
    assert stage.article.blocks[stage.page.current].text == "The Second Winter"
    links.follow(to("#nowhere"), "there")
    await stage.settle()
    assert stage.said == ["#nowhere: nothing here has that name."]


async def test_a_link_leads_to_a_place_that_the_article_names(
    stage: ActingStage, links: Links
) -> None:
    at = stage.article.starts[4] + 5
    stage.article = replace(stage.article, anchors={"chapter 2.xhtml#n1": at})
    links.follow(to("#chapter%202.xhtml#n1"), "there")
    await stage.settle()
    assert stage.page.current == 4
    assert stage.said == []


async def test_a_link_to_a_footnote_shows_it_in_place(stage: ActingStage, links: Links) -> None:
    note = Block(BlockKind.FOOTNOTE, "Each took a winter.", marker="[7]")
    blocks = (*stage.article.blocks, note)
    article = replace(stage.article, blocks=blocks)
    stage.article = replace(article, anchors={"fn7": article.starts[len(blocks) - 1]})
    before, stage.answers = stage.page.current, [None]
    links.follow(to("#fn7"), "7")
    await stage.settle()
    assert len(stage.asked) == 1
    assert stage.page.current == before


def test_a_footnote_is_found_by_its_label() -> None:
    *_, article = loading.opening(Path("ferries.md"), LINKED.encode())
    assert footnote(article, to("larch", InlineKind.FOOTNOTE)) == "Each took a winter to build."
    nothing = "This article has no footnote of that name."
    assert footnote(article, to("oak", InlineKind.FOOTNOTE)) == nothing


def test_of_several_footnotes_of_one_label_the_next_one_is_meant() -> None:
    blocks: list[Block] = []
    for chapter in ("Larch", "Oak"):
        reference = Inline(5, 8, InlineKind.FOOTNOTE, "1")
        blocks += [
            Block(BlockKind.PARAGRAPH, f"{chapter}[1]", inlines=(reference,)),
            Block(BlockKind.FOOTNOTE, f"{chapter}, a tree.", marker="1"),
            Block(BlockKind.FOOTNOTE, "It grows."),
            Block(BlockKind.FOOTNOTE, "Another.", marker="2"),
        ]
    article = Article("trees", tuple(blocks))
    assert footnote(article, blocks[0].inlines[0]) == "Larch, a tree.\n\nIt grows."
    assert footnote(article, blocks[4].inlines[0]) == "Oak, a tree.\n\nIt grows."


async def test_comments_of_others_are_shown_in_place(stage: ActingStage, links: Links) -> None:
    said = {"0": Comment("Ann Lee", "Is this so?"), "1": Comment("", "It is.")}
    stage.article = replace(stage.article, comments=said)
    stage.answers = [None]
    links.follow(to("0 1 2", InlineKind.COMMENT), "winter")
    await stage.settle()
    assert len(stage.asked) == 1
    assert comments(stage.article, "0 1 2") == "Ann Lee: Is this so?\n\nSomebody: It is."


def test_a_heading_is_named_in_links_as_elsewhere() -> None:
    assert slug("What Came of It?") == "what-came-of-it"
    assert slug("Zoë’s café – later") == "zoës-café--later"


def test_further_headings_of_the_same_words_are_counted() -> None:
    text = "# Lamp\n\n## Use\n\na\n\n## Use\n\nb\n\n## Use\n\nc\n\n## Step 2\n\n## Step-2\n"
    found = whole(text.encode(), "a.md", Path("a.md"))

    def led(name: str) -> str:
        offset = place(found, name)
        return "" if offset is None else found.text[offset:].replace("\n\n", "|")[:6]

    assert [led(name) for name in ("use", "use-1", "use-2", "use-3", "use-99999999")] == [
        "Use|a|",
        "Use|b|",
        "Use|c|",
        "",
        "",
    ]
    assert led("step-2") == "Step 2"
