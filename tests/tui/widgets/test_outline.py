"""The list of sections says where there is none to show."""

from __future__ import annotations

import pytest
from rich.style import Style
from textual.app import App, ComposeResult

from postil.model.article import Section
from postil.model.span import Span
from postil.tui.theme import THEMES
from postil.tui.widgets.outline_rows import entries
from postil.tui.widgets.page.landmarks import Tally
from postil.tui.widgets.section_list import SectionList


class Showing(App[None]):
    """Shows an empty list of sections."""

    def __init__(self) -> None:
        super().__init__()
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = "postil-dark"
        self.list = SectionList()

    def compose(self) -> ComposeResult:
        yield self.list


@pytest.mark.parametrize(
    ("cursor", "said"), [(0, " no section matches"), (-1, "")], ids=["filtering", "at rest"]
)
async def test_a_filter_that_nothing_matches_says_so_in_the_first_row(
    cursor: int, said: str
) -> None:
    app = Showing()
    async with app.run_test(size=(30, 4)):
        app.list.cursor = cursor
        rows = [app.list.render_line(y) for y in range(4)]
        assert [row.text.rstrip() for row in rows] == [said, "", "", ""]
        assert {row.cell_length for row in rows} == {app.list.size.width}


async def test_the_styles_of_the_rows_are_asked_for_once_and_anew_in_another_theme(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []
    part = SectionList.get_component_rich_style

    def noted(self: SectionList, *names: str, partial: bool = False) -> Style:
        asked.extend(names)
        return part(self, *names, partial=partial)

    monkeypatch.setattr(SectionList, "get_component_rich_style", noted)
    app = Showing()
    async with app.run_test(size=(30, 9)) as pilot:
        sections = [Section(n, "A title", 1, "body", Span(n, n + 1), n, n + 1) for n in range(9)]
        app.list.show(entries(sections, [9] * 9, 250))
        await pilot.pause()
        assert sorted(asked) == ["outline--quiet"]
        dark = app.list.render_line(3)
        app.theme = "postil-light"
        await pilot.pause()
        assert app.list.render_line(3) != dark


async def test_titles_are_set_anew_for_another_room_alone() -> None:
    """An article may have thousands of them, and matches are counted at every key."""
    found = {"notes": 0, "hits": 0}
    app = Showing()
    app.list = SectionList(lambda _: Tally(found["notes"], found["hits"]))
    async with app.run_test(size=(30, 9)) as pilot:
        sections = [
            Section(n, "A title of many words, too long for a row", 1, "body", Span(n, n + 1), n, n)
            for n in range(5)
        ]
        app.list.show(entries(sections, [9] * 5, 250))
        await pilot.pause()
        rows = app.list.rows
        app.list.recount()
        assert app.list.rows is rows
        found["hits"] = 120
        app.list.recount()
        assert app.list.rows is not rows, "the numbers take a cell more"
        assert app.list.render_line(0).text.endswith("/99+ ")
        found["notes"] = 3
        app.list.recount()
        assert app.list.render_line(0).text.rstrip().endswith("3/99+")
        assert app.list.render_line(1).text.startswith("   "), "it goes on below, set in"
        await pilot.click(app.list, offset=(3, 1))
        assert app.list.rows.of(0).stop > 1
