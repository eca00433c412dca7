"""What a reader of a PDF sees beside plain paragraphs."""

from __future__ import annotations

from postil.model.article import BlockKind, InlineKind
from tests.document.formats.pdf.making import Words, paragraph, pdf
from tests.document.formats.pdf.test_parser import PROSE, read


def outline(*entries: tuple[str, int, int]) -> list[str]:
    """Return the objects of an outline, the root first, from number 40 on."""
    objects = [f"<</First 41 0 R/Last {40 + len(entries)} 0 R/Count {len(entries)}>>"]
    for at, (title, page, y) in enumerate(entries, 41):
        following = f"/Next {at + 1} 0 R" if at < 40 + len(entries) else ""
        objects.append(
            f"<</Title({title})/Parent 40 0 R{following}/Dest[{10 + 2 * page} 0 R/XYZ 0 {y} 0]>>"
        )
    return objects


def with_outline(pages: list[list[Words]], *entries: tuple[str, int, int]) -> bytes:
    filler = ["null"] * (40 - 10 - 2 * len(pages))
    return pdf(pages, catalog="/Outlines 40 0 R", more=filler + outline(*entries))


def headings(data: bytes) -> list[tuple[int, str]]:
    return [(one.level, one.text) for one in read(data).blocks if one.kind is BlockKind.HEADING]


def test_headings_in_the_type_of_the_text_are_found_by_the_outline() -> None:
    pages: list[list[Words]] = [
        [
            *paragraph(720, *PROSE),
            (72, 660, 10, "1 Of wicks"),
            *paragraph(636, *PROSE),
            (72, 580, 10, "2 Of glass"),
            *paragraph(556, *PROSE),
        ],
        [*paragraph(720, *PROSE), (72, 660, 10, "3 Of oil"), *paragraph(636, *PROSE)],
    ]
    data = with_outline(pages, ("Of wicks", 0, 670), ("Of glass", 0, 590), ("Of oil", 1, 670))
    assert headings(data) == [(1, "1 Of wicks"), (1, "2 Of glass"), (1, "3 Of oil")]


def test_a_title_of_the_outline_may_be_broken_and_run_into_the_text() -> None:
    long = ["Of the glass that stands around the", "flame and of how it is kept clean"]
    pages: list[list[Words]] = [
        [*paragraph(720, *PROSE), *paragraph(660, *long), *paragraph(624, *PROSE)],
        [*paragraph(720, *PROSE), (72, 660, 10, "Chapter 2 Of oil"), *paragraph(630, *PROSE)],
    ]
    data = with_outline(pages, (" ".join(long), 0, 670), ("Of oil", 1, 670))
    assert headings(data) == [(1, " ".join(long)), (1, "Chapter 2 Of oil")]


def test_an_outline_that_is_not_found_again_does_not_count() -> None:
    pages: list[list[Words]] = [
        [(72, 720, 18, "Of lamps"), *paragraph(690, *PROSE), *paragraph(640, *PROSE)]
    ]
    data = with_outline(pages, ("slide 1", 0, 700), ("slide 2", 0, 700), ("slide 3", 0, 700))
    assert headings(data) == [(1, "Of lamps")]


def test_words_are_set_apart_as_the_page_has_them() -> None:
    lines: list[Words] = [
        (72, 700, 10, "The lamp was|F1"),
        (132.5, 700, 10, "never|F3"),
        (160.5, 700, 10, "lit by|F2"),
        (191, 700, 10, "lamp\\(1\\)|F4"),
        (250, 700, 10, "in all of those years of which she told him then."),
    ]
    article = read(pdf([[*lines, *paragraph(688, *PROSE)]]))
    first = article.blocks[0]
    apart = {first.text[one.start : one.end].strip(): one.kind for one in first.inlines}
    assert apart["never"] is InlineKind.EMPHASIS
    assert apart["lit by"] is InlineKind.STRONG


def test_a_footnote_stands_behind_its_paragraph_and_is_referred_to() -> None:
    page: list[Words] = [
        (72, 700, 10, "The keeper of the light wrote down what he saw"),
        (289, 704, 6, "1"),
        (293, 700, 10, ", every night, and in the morning."),
        *paragraph(688, *PROSE),
        (72, 80, 6, "1"),
        (76, 76, 8, "In a book that the office gave him for it."),
    ]
    article = read(pdf([page]))
    kinds = [one.kind for one in article.blocks]
    assert kinds[-1] is BlockKind.FOOTNOTE
    assert article.blocks[-1].text == "In a book that the office gave him for it."
    targets = [one.target for one in article.blocks[0].inlines if one.kind is InlineKind.FOOTNOTE]
    assert targets == ["1"]


def test_links_within_the_document_lead_to_the_paragraph_at_that_height() -> None:
    annotations = (
        "/Annots[<</Type/Annot/Subtype/Link/Rect[72 694 300 710]/Dest[12 0 R/XYZ 0 654 0]>>]"
    )
    pages: list[list[Words]] = [
        [(72, 700, 10, "See the words on oil.")],
        [*paragraph(720, *PROSE), *paragraph(650, "Of oil there is more to say.", *PROSE[:1])],
    ]
    article = read(pdf(pages, page=annotations))
    (target,) = {one.target for one in article.blocks[0].inlines if one.target}
    at = article.anchors[target.removeprefix("#")]
    assert article.text[at:].startswith("Of oil there is more")


def test_a_table_has_its_cells() -> None:
    rows = ["Lamp Oil Hours", "Small 1.2 9", "Large 3.4 12", "Old 5 7"]
    page = paragraph(720, *PROSE)
    for at, row in enumerate(rows):
        cells = zip((72, 220, 380), row.split(), strict=True)
        page += [(x, 660 - 14 * at, 10, cell) for x, cell in cells]
    page += paragraph(580, *PROSE)
    article = read(pdf([page]))
    (table,) = [one for one in article.blocks if one.kind is BlockKind.TABLE]
    assert [line.split() for line in table.text.splitlines()] == [row.split() for row in rows]


def test_a_word_parted_by_a_line_end_is_whole_again() -> None:
    page = paragraph(
        700,
        "The lamplighter came at night, and the lamp-",
        "lighter left before the morning with the lam-",
        "plighter of the other street, who was older.",
    )
    assert "the lamplighter of the other street" in read(pdf([page])).text


def test_verse_keeps_its_lines() -> None:
    verse = ["The lamp is out,", "The oil is gone,", "The night has come,", "And we sit on."]
    page = [*paragraph(720, *PROSE), *paragraph(660, *verse), *paragraph(590, *PROSE)]
    article = read(pdf([page]))
    (found,) = [one for one in article.blocks if one.kind is BlockKind.VERSE]
    assert found.text == "\n".join(verse)
