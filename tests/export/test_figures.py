"""Figures: what is counted of notes, and that bars, pictures and records say the same."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from rich.cells import cell_len

from postil.export.base.dossier import Dossier
from postil.export.figures.counting import SHARES, figures_of
from postil.export.figures.drawing import drawings
from postil.export.figures.figures import Count, Day, Figures, Pair, Reading
from postil.export.figures.lines import MOST, FigureLines
from postil.export.figures.picture import picture
from postil.export.figures.records import records
from postil.model.values import replace
from postil.tui.widgets.title_bars import crop
from tests.export.dossiers import TIDES, dossier

READINGS = (
    Reading("Tides", "reading", 0.4, 6, 120, "2026-11-30T08:00:00.000Z"),
    Reading("Unread", "todo", None, 0, None, ""),
)


def sourced() -> Dossier:
    """Return the dossier with two sources, of 1998 and 2001."""
    tides, other = dossier().articles
    issued = (1998, 1998, 2001, None, None, None)
    notes = tuple(
        replace(
            one,
            source=None if year is None else {"issued": {"date-parts": [[year, 2]]}},
            source_name="" if year is None else f"Reed, {year}",
        )
        for one, year in zip(tides.notes, issued, strict=True)
    )
    return replace(dossier(), articles=(replace(tides, notes=notes), other))


def figures() -> Figures:
    return figures_of(sourced(), READINGS)


def shown(made: Figures, width: int = 80) -> list[str]:
    lines = FigureLines(width, cell_len, crop).of(made)
    return ["".join(words for words, _ in line) for line in lines]


def test_notes_are_counted_by_tag_source_colour_and_day() -> None:
    made = figures()
    assert made.notes == 7
    assert made.tags[0] == Count("ice", 2)
    assert made.sources == (Count("Reed, 1998", 2), Count("Reed, 2001", 1))
    assert made.colours == (Count("yellow", 6), Count("pink", 1))
    assert made.together == (Pair("ice", "trade/routes", 1),)
    assert made.days == (Day("2026-11-29", 7, 0), Day("2026-11-30", 0, 1))


def test_a_timeline_has_every_year_in_between() -> None:
    assert figures().years == (
        Count("1998", 2),
        Count("1999", 0),
        Count("2000", 0),
        Count("2001", 1),
    )


def test_a_strip_tells_how_much_is_noted_on_each_share_of_a_text() -> None:
    tides, arabic = figures().outlines
    assert len(tides.strip) == SHARES
    assert tides.strip[TIDES.index("Tides") * SHARES // len(TIDES)] == 0
    assert tides.strip[TIDES.index("🌊") * SHARES // len(TIDES)] == 1
    assert max(tides.strip) == 2
    assert sum(bool(many) for many in arabic.strip) > 0


def test_case_does_not_tell_a_tag_from_another() -> None:
    article = dossier().articles[0]
    notes = [
        replace(one, note=replace(one.note, tags=(tag,)))
        for one, tag in zip(article.notes, ("Ice", "ice", "ICE", "", "", ""), strict=True)
        if tag
    ]
    made = figures_of(Dossier((replace(article, notes=tuple(notes)),)))
    assert made.tags == (Count("Ice", 3),)


def test_lines_say_every_figure() -> None:
    lines = shown(figures())
    heads = [line for line in lines if line and not line.startswith(" ")]
    assert [head.split("  ")[0] for head in heads] == [
        *("Progress", "Reading days", "Notes by tag", "Notes by source", "Notes by colour"),
        *("Tags together", "Dates of sources", "Notes over the outline"),
    ]
    assert "Progress  0 read, 1 being read, 1 to be read" in lines
    assert any(line.startswith("  Tides") and line.endswith(" 40%  6 notes") for line in lines)


@pytest.mark.parametrize("width", [1, 24, 40, 80, 160])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    many = [
        Count(f"a tag whose name is far too long for any terminal {at}", at) for at in range(40)
    ]
    made = replace(figures(), tags=tuple(many))
    assert max(map(cell_len, shown(made, width))) <= max(width, 60)
    assert f"  and {40 - MOST} more" in shown(made, width)


def test_a_bar_is_seen_however_little_it_stands_for() -> None:
    made = replace(figures(), tags=(Count("much", 100_000), Count("little", 1)))
    line = next(line for line in shown(made) if "little" in line)
    assert "\u258f" in line


def test_records_say_what_the_lines_say() -> None:
    rows = list(records(figures()))
    assert rows[0] == {
        "figure": "all", "notes": 7, "articles": 2, "todo": 1, "reading": 1, "done": 0,
    }  # fmt: skip
    kinds = {str(row["figure"]) for row in rows}
    assert kinds == {
        *("all", "article", "day", "tag", "source", "colour", "together", "year", "strip"),
    }


def test_pictures_tell_their_numbers_in_words_too() -> None:
    told = [one.svg.get("aria-label") for one in drawings(figures())]
    assert told[0] == "Progress: Tides 40%"
    assert "Tags together: ice with trade/routes 1" in told
    assert "Dates of sources: 1998 2; 2001 1" in told


def test_the_picture_is_svg_that_fetches_nothing_and_is_the_same_twice() -> None:
    data = picture(figures())
    assert picture(figures()) == data
    root = ElementTree.fromstring(data)
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert tags == {"svg", "title", "style", "rect", "text", "g"}
    assert not [name for element in root.iter() for name in element.attrib if "href" in name]


def test_of_nothing_there_is_nothing_to_show() -> None:
    made = figures_of(Dossier(()))
    assert shown(made) == []
    assert list(drawings(made)) == []
    assert ElementTree.fromstring(picture(made)) is not None
