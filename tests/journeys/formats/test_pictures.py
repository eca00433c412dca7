"""A picture of a document is opened in the system's viewer once that is confirmed."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path

import pytest

from tests.document.formats.html.reading import prose
from tests.journeys.driving import places, reading
from tests.library.articles.test_pictures import PNG, drawing
from tests.support.formats.docx_files import docx, p


def copies() -> list[Path]:
    """Return what was put into the cache."""
    folder = places().cache / "pictures"
    return list(folder.iterdir()) if folder.exists() else []


@pytest.fixture
def word(tmp_path: Path) -> Path:
    path = tmp_path / "ice.docx"
    body = p(prose(1)) + drawing("mole.png", "The mole from the east")
    path.write_bytes(docx(body, pictures={"mole.png": PNG}))
    return path


async def test_a_picture_is_copied_and_opened_once_that_is_confirmed(word: Path) -> None:
    async with reading(word) as s:
        await s.press("f", "a")
        await s.opened("Confirm")
        assert "Open this picture in your viewer?" in s.seen()
        assert "word/media/mole.png" in s.seen()
        await s.press("n")
        await s.opened("ReaderScreen")
        assert copies() == []
        assert s.app.visited == []
        await s.press("f", "a")
        await s.opened("Confirm")
        await s.press("y")
        await s.until(lambda: s.app.visited, "the viewer")
        (copy,) = copies()
        assert copy.read_bytes() == PNG
        assert s.app.visited == [copy.as_uri()]


async def test_what_is_no_picture_is_not_opened(tmp_path: Path) -> None:
    script = b64encode(b"#!/bin/sh\nexit").decode()
    path = tmp_path / "ice.html"
    path.write_text(
        f'<h1>Ice</h1><p>{prose(1)}</p><p><img alt="Net" src="data:image/png;base64,{script}"></p>'
        f"<p>{prose(2)}</p>"
    )
    async with reading(path) as s:
        await s.press("f", "a")
        await s.opened("Confirm")
        assert "Net" in s.seen()
        await s.press("y")
        await s.until(lambda: "it is no picture" in s.said, "the refusal")
        assert (s.app.visited, copies()) == ([], [])
