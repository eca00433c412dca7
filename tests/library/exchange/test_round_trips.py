"""What the page for readers says of each form's way there and back is what comes back."""

from __future__ import annotations

from pathlib import Path

from tests.bench.exchange.round_trips import FIELDS, FORMATS, table
from tests.support.pages import ROOT

TEXT = (
    "# The Ice\n\nThe harbour froze twice that year. Nobody had asked Ann Reed, who kept the "
    "log and the lamps of the whole coast.\n\nBoats lay in the ice for nine weeks, and the "
    "ferrymen sold bread from their decks to whoever dared to walk out to them.\n"
)


def promised() -> dict[str, dict[str, str]]:
    """Return the words of the page's table, by form and field."""
    lines = (ROOT / "docs" / "exchange.md").read_text("utf-8").splitlines()
    cells = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in lines
        if line.startswith("| `")
    ]
    return {row[0].strip("`"): dict(zip(FIELDS, row[1:], strict=True)) for row in cells}


def test_every_form_that_comes_back_is_on_the_page() -> None:
    assert tuple(promised()) == FORMATS


def test_what_is_said_to_come_back_does(tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "ice.md").write_text(TEXT, "utf-8")
    said = promised()
    for name, many, same, more in table(folder, tmp_path):
        came = many + min(more, 0)
        found = {field: "yes" if same[field] == came else "less" for field in FIELDS}
        wanted = {field: "yes" if said[name][field] == "yes" else "less" for field in FIELDS}
        assert found == wanted, name
