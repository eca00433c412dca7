"""States that a person would look at, as pictures; ``pytest --snapshot-update`` draws them anew.

Look at the report that pytest names before a new picture is kept.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, TextArea

from postil import config
from postil.library.articles import opening
from postil.library.care import local_state
from postil.library.catalogue import knowing, saved_queries
from postil.library.notes import annotating, tagging
from postil.model.note import Colour
from postil.model.source import Date
from postil.model.span import Span
from postil.tui.app import PostilApp
from postil.tui.screens.shelf.screen import Shelf
from postil.tui.startup.loading_article import open_article
from tests.journeys.driving import LARGE, SMALL, Session, Told, places

DIGEST = Path(__file__).parents[2] / "articles" / "korean-drama-across-a-closed-border.txt"
DRAWN_WITH = {"textual": "8.2", "rich": "15.0"}

Snap = Callable[..., bool]

pytestmark = pytest.mark.skipif(
    any(not version(name).startswith(wanted) for name, wanted in DRAWN_WITH.items()),
    reason=f"the pictures were drawn with {DRAWN_WITH}, and others draw in other strokes",
)


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every picture be drawn on the same day."""
    monkeypatch.setattr("postil.tui.screens.reader.citing.today", lambda: Date(2026, 2, 1))
    monkeypatch.setattr("postil.tui.screens.notes.preview.dates", lambda _: "made 1 Feb 2026")


@pytest.fixture
def digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the digest in a folder of its own, which is the present one."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for part in DIGEST.parent.glob(f"{DIGEST.stem}*"):
        shutil.copy(part, folder)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path.resolve()))
    return folder / DIGEST.name


def on_shelf(app: PostilApp) -> Shelf:
    """Return the shelf of all that is known."""
    return Shelf(app.settings, app.open_home, [], app.key_priority)


def note(path: Path, words: str, colour: Colour, body: str = "", *tags: str) -> None:
    """Put a note on some words of the digest."""
    home = local_state.open_home(places())
    reading = opening.read(home, path)
    at = reading.article.text.index(words)
    span = Span(at, at + len(words))
    annotating.annotate(home, reading, span, body=body, tags=tags, colour=colour)


def drawn(
    snap: Snap,
    first: Callable[[PostilApp], Screen[None]],
    size: tuple[int, int],
    *keys: str,
    until: str = "",
) -> bool:
    """Press keys, and compare what is on the screen then; a key of several words is typed.

    ``until`` some words are there nothing is compared.
    """
    app = Told(config.load(os.environ), first)

    async def run_before(pilot: Pilot[int]) -> None:
        session = Session(app, pilot)
        if isinstance(app.screen, Shelf):
            await session.settle()
        else:
            await session.until(
                lambda: session.reader.stage.open_article is not None, "the article"
            )
            await session.settle()
        for key in keys:
            if key.startswith("type "):
                await session.type(key.removeprefix("type "))
            else:
                await session.press(key)
        await session.until(lambda: until in session.seen(), until)
        app.clear_notifications()
        for field in app.screen.query(Input):
            field.cursor_blink = False
        for text in app.screen.query(TextArea):
            text.cursor_blink = False
        await session.settle()

    return snap(app, terminal_size=size, run_before=run_before)


def shown(snap: Snap, path: Path, size: tuple[int, int], *keys: str, until: str = "") -> bool:
    """Open an article, press keys, and compare what is on the screen then."""
    opened = open_article(config.load(os.environ), path)
    return drawn(snap, lambda app: app.reader(opened), size, *keys, until=until)


def test_page(snap_compare: Snap, digest: Path) -> None:
    assert shown(snap_compare, digest, SMALL)


def test_page_with_outline_and_margin(snap_compare: Snap, digest: Path) -> None:
    note(digest, "Seven in ten", Colour.YELLOW, "By whose count?", "figures")
    note(digest, "they understand every word", Colour.GREEN, "", "language")
    assert shown(snap_compare, digest, LARGE, "}", "}")


def test_notes_of_an_edited_article(snap_compare: Snap, digest: Path) -> None:
    note(digest, "Seven in ten", Colour.YELLOW, "By whose count?", "figures")
    note(digest, "they understand every word", Colour.GREEN, "All of them?", "language")
    text = digest.read_text("utf-8").replace("they understand every word", "they follow it")
    digest.write_text(text.replace("Seven in ten", "Eight in ten"), "utf-8")
    assert shown(snap_compare, digest, LARGE, "tab", "tab")


def test_selection(snap_compare: Snap, digest: Path) -> None:
    assert shown(snap_compare, digest, SMALL, "}", "v", "v", ")", "h", "h")


def test_notes_that_overlap(snap_compare: Snap, digest: Path) -> None:
    note(digest, "Seven in ten of the North's 25 million people", Colour.PINK, "A first note.")
    note(digest, "ten of the North's 25", Colour.BLUE, "A second one,\nof two lines.", "figures")
    note(digest, "25 million people follow films", Colour.ORANGE, "And a third.")
    assert shown(snap_compare, digest, (140, 24), "tab", "tab")


def test_five_colours_in_the_light(snap_compare: Snap, digest: Path) -> None:
    for words, colour in zip(
        ("Seven in ten", "follow films", "senior official", "his estimate", "Another figure"),
        Colour,
        strict=True,
    ):
        note(digest, words, colour)
    assert shown(snap_compare, digest, SMALL, "D", "}")


def test_tag_picker(snap_compare: Snap, digest: Path) -> None:
    note(digest, "Seven in ten", Colour.YELLOW, "", "figures", "audience")
    note(digest, "nine in ten", Colour.YELLOW, "", "figures")
    assert shown(snap_compare, digest, SMALL, "v", "t", "type ience", "enter", "type fi")


def test_note_editor(snap_compare: Snap, digest: Path) -> None:
    assert shown(snap_compare, digest, SMALL, "}", "v", "a", "type Whose estimate was it?")


def test_cite_chooser(snap_compare: Snap, digest: Path) -> None:
    assert shown(snap_compare, digest, SMALL, "]", "}", "v", "C", "down")


def test_source_dialog(snap_compare: Snap, digest: Path) -> None:
    assert shown(snap_compare, digest, SMALL, "]", "}", "s")


def test_about_the_article(snap_compare: Snap, digest: Path) -> None:
    assert shown(snap_compare, digest, SMALL, "E", "down", "type Ann Reed")


def test_matches_and_notes_by_sections(snap_compare: Snap, digest: Path) -> None:
    note(digest, "Seven in ten", Colour.YELLOW, "By whose count?", "figures")
    note(digest, "they understand every word", Colour.GREEN, "", "language")
    assert shown(snap_compare, digest, (120, 30), "/", "type seoul", "enter")


def test_find_bar(snap_compare: Snap, digest: Path) -> None:
    assert shown(snap_compare, digest, SMALL, "/", "type seoul")


def test_outline_filter(snap_compare: Snap, digest: Path) -> None:
    assert shown(snap_compare, digest, SMALL, "o", "type dr")


def test_help(snap_compare: Snap, digest: Path) -> None:
    assert shown(snap_compare, digest, SMALL, "?")


@pytest.mark.parametrize("size", [SMALL, LARGE])
@pytest.mark.parametrize("keys", [[], ["type has:note", "tab", "t"]], ids=["all", "tags"])
def test_shelf(snap_compare: Snap, digest: Path, size: tuple[int, int], keys: list[str]) -> None:
    (digest.parent / "empty-handed.md").write_text("# Empty-handed\n\nA short one.\n", "utf-8")
    note(digest, "Seven in ten", Colour.YELLOW, "", "figures")
    knowing.add(places(), [digest.parent])
    saved_queries.save(local_state.open_home(places()), "figures", "tag:figures -read:done")
    assert drawn(snap_compare, on_shelf, size, *keys)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_notes_browser(snap_compare: Snap, digest: Path, size: tuple[int, int]) -> None:
    note(digest, "Seven in ten", Colour.GREEN, "Counted *where*? See [the list](x.org).", "figures")
    note(digest, "senior official", Colour.PINK, "", "people", "figures")
    note(digest, "memory cards", Colour.YELLOW, "Pull, **not only** push.\n\n- one\n- two")
    assert shown(snap_compare, digest, size, "B", "tab", "down", "x", "down")


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_passages_compared(snap_compare: Snap, digest: Path, size: tuple[int, int]) -> None:
    note(digest, "Seven in ten", Colour.GREEN, "Counted *where*?", "figures")
    note(digest, "senior official", Colour.PINK, "", "people", "figures")
    note(digest, "memory cards", Colour.YELLOW, "Pull, **not only** push.", "figures")
    assert shown(snap_compare, digest, size, "B", "type tag:figures", "tab", "v", until="Compare")


@pytest.mark.parametrize("size", [SMALL, (120, 40)])
def test_hits_to_be_tagged(snap_compare: Snap, digest: Path, size: tuple[int, int]) -> None:
    note(digest, "Seven in ten", Colour.YELLOW, "Counted in Seoul?", "figures")
    knowing.add(places(), [digest.parent])
    keys = ("S", "type seoul", "ctrl+t", "tab", "j", "x")
    assert shown(snap_compare, digest, size, *keys, until="ticked")


@pytest.mark.parametrize("size", [SMALL, (120, 40)])
def test_search(snap_compare: Snap, digest: Path, size: tuple[int, int]) -> None:
    (digest.parent / "empty-handed.md").write_text("# Empty-handed\n\nSeoul is far.\n", "utf-8")
    note(digest, "Seven in ten", Colour.YELLOW, "Counted in Seoul?", "figures")
    knowing.add(places(), [digest.parent])
    assert shown(snap_compare, digest, size, "S", "type seoul -tag:none", "down")


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_tags(snap_compare: Snap, digest: Path, size: tuple[int, int]) -> None:
    note(digest, "Seven in ten", Colour.GREEN, "Counted where?", "figures", "trade/prices")
    note(digest, "senior official", Colour.PINK, "", "people/officials")
    note(digest, "memory cards", Colour.YELLOW, "Pull, not only push.", "trade/routes")
    home = local_state.open_home(places())
    tagging.define_tag(home, "trade", "All that is bought and sold", Colour.BLUE)
    keys = ("#", "tab", "j", "x", "j", "j")
    assert shown(snap_compare, digest, size, *keys, until="◊ “Seven")


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_sources(snap_compare: Snap, digest: Path, size: tuple[int, int]) -> None:
    note(digest, "Seven in ten", Colour.GREEN, "Counted where?", "figures")
    assert shown(snap_compare, digest, size, "@", "tab", "j", until="· ")
