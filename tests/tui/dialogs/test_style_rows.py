"""Styles that a thread finds come into the list with their names, and never without their rows."""

from __future__ import annotations

from collections.abc import Iterator
from threading import current_thread, main_thread

from postil.library.citation.previewing import Preview
from postil.tui.dialogs.preview_snippets import PreviewSnippets
from postil.tui.dialogs.previews import Previews
from postil.tui.dialogs.style_rows import StyleRows
from postil.tui.startup.key_priority import BackgroundTask, KeyPriority

OFFERED = [("text", "Plain text"), ("apa", "Style of APA")]
OTHERS = [("zoo", "Zoology"), ("zen", "Zen letters")]


def test_a_letter_that_comes_before_the_rows_are_listed_fits_those_that_are() -> None:
    rows = StyleRows(OFFERED, lambda: OTHERS, "text")
    every, names = rows.all()
    assert [row.key for row in every] == ["text", "apa", "zoo", "zen"]
    assert rows.match("z", ()) == []
    rows.use(names)
    assert [every[index].key for index, _ in rows.match("z", ())] == ["zoo", "zen"]


def test_the_thread_that_makes_previews_never_looks_at_the_screen() -> None:
    in_sight = ["apa", "zoo"]
    asked = []

    def wanted() -> Iterator[str]:
        asked.append(current_thread())
        yield from in_sight

    made: list[str] = []

    def make(name: str) -> Preview:
        made.append(name)
        in_sight[:] = ["zen"]
        return Preview(name, "", "", is_note=False, in_style=False)

    snippets = PreviewSnippets("riders", [], signs=False)
    previews = Previews(make, BackgroundTask(KeyPriority()), wanted, snippets)
    assert previews.begin()
    assert previews.work(lambda: None)
    assert made == ["apa", "zoo"]
    assert asked == [main_thread()]
    assert not previews.begin()
    previews.rested()
    assert previews.begin()
