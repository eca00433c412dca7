"""What is marked before the article is known to the home is kept once it is."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import Any

import pytest

from postil import config
from postil.library.articles import opening
from postil.library.base.open_article import OpenArticle
from postil.model.note import Colour
from postil.tui.startup.loading_article import open_article
from tests.journeys.driving import SMALL, Session, Told
from tests.journeys.harbour import FIRST


async def test_a_passage_that_is_marked_while_the_article_is_still_looked_up_is_kept(
    harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The text is on screen long before the sources of a large one have been read."""
    known = threading.Event()
    attach_records = opening.attach_records

    def late(*given: Any) -> OpenArticle:
        assert known.wait(20)
        return attach_records(*given)

    monkeypatch.setattr(opening, "attach_records", late)
    settings = config.load(os.environ)
    opened = open_article(settings, harbour, None)
    app = Told(settings, lambda app: app.reader(opened))
    async with app.run_test(size=SMALL) as pilot:
        session = Session(app, pilot)
        try:
            await session.until(lambda: session.page.article.complete, "the text")
            await session.until(lambda: any(w.group == "load" for w in app.workers), "its record")
            await pilot.press("]", "}", "v", "3")
            await pilot.pause(0.1)
            assert session.reader.stage.open_article is None
            assert session.notes() == []
        finally:
            known.set()
        await session.until(session.notes, "the note")
        await session.settle()
        note = session.only()
        assert (note.anchor.quote, note.colour) == (FIRST, Colour.BLUE)
