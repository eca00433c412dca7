"""What ODT seldom has, as a word processor would show it."""

from __future__ import annotations

import pytest

from postil.model.article import Block, BlockKind, InlineKind
from tests.document.formats.odt.test_parser import p, read, texts
from tests.support.formats.odt_files import style


def look(name: str, properties: str) -> str:
    return style(name, f"<style:text-properties {properties}/>", "text")


def apart(block: Block) -> list[tuple[str, InlineKind]]:
    return [(block.text[one.start : one.end], one.kind) for one in block.inlines]


@pytest.mark.parametrize(
    ("properties", "kind"),
    [
        ('style:text-line-through-style="solid"', InlineKind.STRIKE),
        ('style:text-position="sub 58%"', InlineKind.SUBSCRIPT),
        ('style:text-position="-33% 58%"', InlineKind.SUBSCRIPT),
        ('style:text-position="super 58%"', InlineKind.SUPERSCRIPT),
        ('fo:font-family="Courier New"', InlineKind.CODE),
    ],
)
def test_words_that_a_style_sets_apart(properties: str, kind: InlineKind) -> None:
    body = p('Some <text:span text:style-name="X">lamps</text:span> were lit in all of the houses.')
    (block,) = read(body, styles=look("X", properties)).blocks
    assert apart(block) == [("lamps", kind)]


def test_ruby_stands_in_brackets_behind_its_words() -> None:
    ruby = "<text:ruby-base>漢</text:ruby-base><text:ruby-text>かん</text:ruby-text>"
    assert texts(p(f"See <text:ruby>{ruby}</text:ruby>")) == ["See 漢(かん)"]


def test_a_reference_leads_to_what_it_names() -> None:
    mark = '<text:bookmark text:name="oil"/>'
    body = p('See <text:bookmark-ref text:ref-name="oil">of oil</text:bookmark-ref>.') + p(
        f"{mark}Of oil."
    )
    draft = read(body)
    (link,) = draft.blocks[0].inlines
    assert link.target == "#oil"
    assert draft.anchors["oil"].block == 1


def test_hidden_words_breaks_and_blanks_are_not_read() -> None:
    hidden = '<text:span text:style-name="T9">gone<text:line-break/><text:s/></text:span>'
    assert texts(p(f"Words.{hidden}")) == ["Words."]


def test_sections_and_groups_of_rows_are_passed_through() -> None:
    body = (
        f'<text:section text:name="s">{p("Within.")}</text:section>'
        "<table:table><table:table-header-rows><table:table-row><table:table-cell>"
        f"{p('Lamp')}</table:table-cell><table:table-cell>{p('Oil')}</table:table-cell>"
        "</table:table-row></table:table-header-rows><table:table-row-group><table:table-row>"
        f"<table:table-cell>{p('Small')}</table:table-cell><table:covered-table-cell/>"
        f"<table:table-cell>{p('1.2')}</table:table-cell></table:table-row>"
        '</table:table-row-group><table:table-row table:visibility="collapse"><table:table-cell>'
        f"{p('Gone')}</table:table-cell></table:table-row></table:table>"
    )
    blocks = read(body).blocks
    assert blocks[0].text == "Within."
    assert blocks[1].kind is BlockKind.TABLE
    assert "Small" in blocks[1].text
    assert "Gone" not in blocks[1].text


def test_a_picture_beside_the_text_has_its_words_and_its_box() -> None:
    frame = (
        "<draw:frame><draw:image xlink:href='Pictures/a.png'/>"
        "<svg:title>A lamp</svg:title></draw:frame>"
    )
    assert texts(p(frame)) == ["A lamp"]
    boxed = f"<draw:frame><draw:text-box>{p('In a box.')}</draw:text-box></draw:frame>"
    assert texts(p("Words.") + boxed) == ["Words.", "In a box."]


def test_sizes_by_per_cent_are_those_of_the_style_above() -> None:
    sizes = style("Big", '<style:text-properties fo:font-size="12pt"/>') + style(
        "Bigger", '<style:text-properties fo:font-size="150%"/>', parent="Big"
    )
    prose = "Of the lamps that were lit in the street there is much to say, and little of oil. "
    body = p("Lamps", "Bigger") + p(prose * 2, "Big") + p("Oil", "Bigger") + p(prose * 2, "Big")
    found = read(body, styles=sizes).blocks
    assert [one.text for one in found if one.kind is BlockKind.HEADING] == ["Lamps", "Oil"]
