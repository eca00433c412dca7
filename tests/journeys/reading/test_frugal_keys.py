"""A key that moves draws what it has changed, and asks for nothing else."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from postil.tui.screens.compositor import SeenCompositor
from tests.journeys.articles import HARBOUR
from tests.journeys.driving import LARGE, SMALL, Session, reading

IDLE = re.compile(r"\x1b\[[0-9;]*H(?=\x1b\[[0-9;]*H|\n|\Z)")
"""A move of the cursor to where nothing is drawn."""
MOVING = ("space", "j", "k", "b", "}", "]", "v", "escape", "G")


@pytest.fixture
def long(tmp_path: Path) -> Path:
    path = tmp_path / "long.txt"
    path.write_text(HARBOUR * 5, "utf-8")
    return path


@pytest.mark.parametrize("size", [SMALL, (120, 40), LARGE])
async def test_what_is_drawn_is_what_textual_draws_of_every_widget(
    long: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    pairs: list[tuple[ChopsUpdate, ChopsUpdate]] = []
    draw = SeenCompositor.render_partial_update

    def both(compositor: SeenCompositor) -> ChopsUpdate | None:
        changed = set(compositor._dirty_regions)
        every = Compositor.render_partial_update(compositor)
        compositor._dirty_regions = changed
        seen = draw(compositor)
        if every is not None and seen is not None:
            pairs.append((every, seen))
        return seen

    monkeypatch.setattr(SeenCompositor, "render_partial_update", both)
    async with reading(long, size) as session:
        pairs.clear()
        await session.press(*MOVING)
        assert len(pairs) >= len(MOVING) - 1
        console = session.app.console
        for every, seen in pairs:
            drawn = [IDLE.sub("", one.render_segments(console)) for one in (seen, every)]
            assert drawn[0] == drawn[1]


async def test_a_page_key_asks_no_widget_that_stays_as_it_is(
    long: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: Counter[str] = Counter()
    render = Widget.render_lines

    def counted(widget: Widget, crop: Region) -> list[Strip]:
        asked[type(widget).__name__] += 1
        return render(widget, crop)

    monkeypatch.setattr(Widget, "render_lines", counted)
    async with reading(long, (120, 40)) as session:
        await session.press("space")
        asked.clear()
        await session.press("space")
        assert asked.keys() <= {"StatusLine", "SectionList"}


@pytest.mark.parametrize("size", [SMALL, (120, 40), LARGE])
async def test_a_page_key_leaves_every_widget_in_its_place(
    long: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    arranged: list[Widget] = []
    arrange = Compositor._arrange_root

    def counted(
        compositor: Compositor, root: Widget, size: Size, visible_only: bool = True
    ) -> object:
        arranged.append(root)
        return arrange(compositor, root, size, visible_only)

    monkeypatch.setattr(Compositor, "_arrange_root", counted)
    async with reading(long, size) as session:
        await session.press("space")
        arranged.clear()
        await session.press("space", "b")
        assert not arranged


async def test_a_page_key_asks_about_the_bindings_of_this_key_alone(
    long: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(long, (120, 40)) as session:
        await session.press("space")
        asked = _actions(session, monkeypatch)
        await session.press("space")
        assert len(asked) <= 4


def _actions(session: Session, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the actions of which it will be asked whether they may be done."""
    asked: list[str] = []
    app, ask = session.app, session.app._check_action_state

    def counted(action: str, namespace: Widget) -> bool | None:
        asked.append(action)
        return ask(action, namespace)

    monkeypatch.setattr(app, "_check_action_state", counted)
    return asked
