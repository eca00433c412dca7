"""The shelf, as it is printed, says of each article how far it was read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from postil import config
from postil.cli.commands import listing
from postil.cli.output import cells
from postil.library.articles import opening
from postil.library.care.local_state import open_home
from postil.library.shelf.shelving import Shelved
from postil.model.position import ReadingPosition
from tests.cli.conftest import Postil


def test_how_far_an_article_was_read_is_told_of_one_that_was_read(
    postil: Postil, article: Path
) -> None:
    other = article.with_name("unread.txt")
    other.write_text("Nobody has read any of this.\n", "utf-8")
    home = open_home(config.load(os.environ).places)
    reading = opening.read(home, article)
    opening.close(home, reading, ReadingPosition(0), reading.article.length // 4)
    lines = postil("shelf", article.parent).out.splitlines()
    read = next(line for line in lines if "ferries.txt" in line)
    unread = next(line for line in lines if "unread.txt" in line)
    assert "25%" in read
    assert "%" not in unread
    records = postil("shelf", article.parent, "--json").records
    shares = {Path(record["path"]).name: record["progress"] for record in records}
    assert shares["unread.txt"] is None
    assert 0.2 < shares["ferries.txt"] < 0.3


def test_whether_an_article_is_read_is_said_and_taken_back(postil: Postil, article: Path) -> None:
    folder = article.parent / "only"
    folder.mkdir()
    article = article.rename(folder / article.name)

    def states() -> list[object]:
        return [one["state"] for one in postil("shelf", folder, "--json").records]

    assert states() == ["todo"]
    assert postil("meta", article, "--read", "done").status == 0
    assert states() == ["done"]
    read = {one["field"]: one for one in postil("meta", article, "--json").records}["read"]
    assert (read["value"], read["origin"]) == ("done", "reader")
    assert postil("search", "read:done", "--json").status == 0
    assert postil("meta", article, "--read", "").status == 0
    assert states() == ["todo"]
    assert postil("meta", article, "--read", "skimmed").status == 2


def test_the_shelf_is_filtered_by_a_query(postil: Postil, article: Path) -> None:
    other = article.with_name("unread.md")
    other.write_text("---\ntitle: On lamps\nauthor: Eva Lund\n---\n\nNobody read this.\n", "utf-8")
    (found,) = postil("shelf", article.parent, "--query", "author:lund read:todo", "--json").records
    assert (found["title"], found["author"], found["missing"]) == ("On lamps", ["Eva Lund"], False)
    nothing = postil("shelf", article.parent, "--query", "author:nobody")
    assert (nothing.status, nothing.out) == (1, "")
    broken = postil("shelf", article.parent, "--query", "read:never")
    assert broken.status == 2
    assert "at 6" in broken.error


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_a_row_of_the_shelf_is_as_wide_as_the_terminal_at_most(width: int) -> None:
    rows = [
        listing._shelved(
            Shelved(
                Path(f"/a/{name * 30}.md"),
                name * 70,
                0.5,
                12,
                tuple(f"{name}/{number}" for number in range(20)),
                "2026-11-03T10:00:00Z",
                "A",
            )
        )
        for name in ("ice", "\u6c37", "b ")
    ]
    fitted = listing._fitted(rows, width)
    texts = [[cell if isinstance(cell, str) else cell[0] for cell in row] for row in fitted]
    wide = [max(map(cells, column)) for column in zip(*texts, strict=True)]
    assert sum(wide) + listing.GAP * 5 <= width
    assert wide[0] >= 14
    assert listing._fitted([], width) == []


def test_what_goes_to_no_terminal_is_whole(postil: Postil, article: Path) -> None:
    title = "On the many lamps that stood along the quay in the second winter, and who lit them"
    article.with_name("lamps.md").write_text(f"# {title}\n\nNobody.\n", "utf-8")
    assert title in postil("shelf", article.parent).out
