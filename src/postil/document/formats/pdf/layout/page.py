"""Layout of one page: its units in the order of reading, its footnotes apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from postil.document.formats.pdf.layout.columns import columns
from postil.document.formats.pdf.layout.lines import Line, lines
from postil.document.formats.pdf.layout.margins import Margins
from postil.document.formats.pdf.layout.measures import Measures
from postil.document.formats.pdf.layout.notes import page_notes
from postil.document.formats.pdf.layout.paragraphs import units
from postil.document.formats.pdf.layout.units import Unit
from postil.document.formats.pdf.process.wire import Fragment, Sheet
from postil.model.values import NamedTuple

_ASIDE = 3
"""Letters that a direction other than the page's must have."""


class PageUnits(NamedTuple):
    """What stands on one page."""

    number: int
    units: list[Unit]
    notes: list[Unit]
    carried: list[Line]
    """Lines that go on with a footnote of the page before."""


def page_units(
    sheet: Sheet,
    around: Mapping[int, Sheet],
    margins: Margins,
    measures: Measures,
    label: str,
    *,
    going_on: bool = False,
) -> PageUnits:
    """Return the units of a page; ``around`` are the pages near it, by their indexes."""
    body, _ = margins.body(sheet, around, label)
    standing = [lines(part, sheet.number, sheet.links) for part in columns(body)]
    parted = page_notes(standing, measures, going_on=going_on)
    found = [unit for part in parted.body for unit in units(part, measures)]
    for direction in sheet.aside:
        found += _turned(direction, sheet, around, measures)
    return PageUnits(sheet.number, found, parted.notes, parted.carried)


def _turned(
    direction: Sequence[Fragment], sheet: Sheet, around: Mapping[int, Sheet], measures: Measures
) -> list[Unit]:
    """Return what is written along another direction, but for marks that all pages bear."""
    if sum(len(one.text) for one in direction) < _ASIDE:
        return []
    words = {one.text for one in direction}
    for index, other in around.items():
        if index != sheet.number and any(
            words == {one.text for one in beside} for beside in other.aside
        ):
            return []
    return [
        unit
        for part in columns(direction)
        for unit in units(lines(part, sheet.number, sheet.links), measures)
    ]
