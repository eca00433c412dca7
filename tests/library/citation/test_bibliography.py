from __future__ import annotations

from pathlib import Path

from postil.library.care.local_state import Home
from postil.library.citation import bibliography as making


def test_an_article_of_a_shelf_that_cannot_be_read_is_named(
    home: Home, article: Path, tmp_path: Path
) -> None:
    gathered = making.shelved(home, [article, tmp_path / "gone.txt"])
    made = making.bibliography(gathered, "apa", "ris")
    assert made.text.count("TY  - ") == 3, "two sources and the article"
    assert any("gone.txt" in one and one.startswith("Left out: ") for one in made.problems)


def test_why_there_is_no_bibliography_is_said_in_its_place(home: Home, article: Path) -> None:
    gathered = making.shelved(home, [article])
    shown = making.preview(gathered, "no-such-style")
    assert shown.text("quotation") == ""
    assert "no style" in shown.trouble
    assert making.preview(gathered, "apa").text("quotation").count("\n\n") == 2
