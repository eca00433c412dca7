"""Copying, citing, and the source of a passage with the reader's correction of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from postil import library
from postil.caret import Selection
from postil.library.citation.citing import FORMATS
from postil.tui.dialogs.frame.filter_list import FilterList
from postil.tui.dialogs.records.table import FIELDS
from tests.journeys.driving import LARGE, SMALL, Session, reading
from tests.journeys.harbour import ICE, at_ice


async def test_c_copies_the_words_with_their_first_source(harbour: Path) -> None:
    async with reading(harbour) as s:
        await at_ice(s)
        await s.press("c")
        assert s.clipboard.startswith(f"“{ICE}”")
        assert "Teo Brandt" in s.clipboard
        assert "Lake Review" in s.clipboard
        assert s.clipboard.count("“") == s.clipboard.count("”")
        assert s.said.startswith("Quotation saved in ")
        assert "clipboard.txt" in s.said, "the route is named"
        assert s.chosen == ""


@pytest.mark.parametrize("key", ["y", "ctrl+c"])
async def test_y_copies_the_words_only(harbour: Path, key: str) -> None:
    async with reading(harbour) as s:
        await at_ice(s)
        await s.press(key)
        assert s.clipboard == ICE
        assert s.said.startswith("Words saved in ")
        await s.press("c", "y")
        assert len(s.app._notifications) == 1, "one sentence at a time"


async def test_without_a_selection_the_note_or_the_paragraph_is_meant(harbour: Path) -> None:
    async with reading(harbour) as s:
        await at_ice(s)
        await s.press("1")
        await s.press("y")
        assert s.clipboard == ICE
        await s.press("escape", "y")
        assert s.clipboard.startswith("The ice came again")
        assert s.clipboard.endswith("June 2014]")


async def test_a_chosen_format_is_shown_copied_and_kept(harbour: Path) -> None:
    async with reading(harbour, LARGE) as s:
        await at_ice(s)
        await s.press("C")
        assert s.dialog == "CiteChooser"
        rows = [row.key for row in s.app.screen.query_one(FilterList).shown]
        assert rows[:2] == ["text", "apa"]
        assert set(FORMATS) < set(rows[:20])
        await s.type("bibtex")
        assert "@" in s.seen()
        assert "Brandt" in s.seen()
        await s.press("enter")
        assert s.clipboard.lstrip().startswith("@")
        assert s.chosen == ""
        await at_ice(s)
        await s.press("C")
        await s.type("json")
        await s.press("ctrl+s")
        assert len(json.loads(s.clipboard)) == 2, "the original and the article"
        assert "; c copies" not in s.said
        assert " c copies CSL-JSON from now on." in s.said
    async with reading(harbour, LARGE) as s:
        await at_ice(s)
        await s.press("c")
        assert json.loads(s.clipboard)
        assert s.said.startswith("CSL-JSON saved in ")
        await at_ice(s)
        before = s.clipboard
        await s.press("C", "escape")
        assert s.clipboard == before
        assert s.chosen == ICE


@pytest.mark.parametrize("key", ["c", "C", "y"])
async def test_what_has_no_words_is_not_copied(harbour: Path, key: str) -> None:
    async with reading(harbour) as s:
        await at_ice(s)
        at = s.page.article.text.index(" sold bread")
        s.page.selecting.choose(Selection(at, at))
        await s.press(key)
        assert s.dialog == "ReaderScreen"
        assert "there are no words" in s.said
        assert s.clipboard == ""


async def choose(s: Session, typed: str, *keys: str) -> None:
    """Choose a style for the sentence on the bread, and press some keys more."""
    await at_ice(s)
    await s.press("C")
    await s.type(typed)
    await s.press(*keys)
    assert s.dialog == "ReaderScreen"


async def test_a_passage_is_cited_in_three_styles(harbour: Path) -> None:
    async with reading(harbour) as s:
        await choose(s, "apa", "enter")
        assert s.clipboard.startswith(f"“{ICE[:-1]}” (Brandt, 2014, as cited in ")
        assert s.said.startswith("Quotation in APA 7 saved in ")
        await choose(s, "mla", "tab", "enter")
        assert s.clipboard == "(“harbour.txt”)", "what was read is named, and has no title"
        assert s.said.startswith("Citation in MLA 9 saved in ")
        await choose(s, "chicago note", "tab", "enter")
        assert s.clipboard.startswith("Teo Brandt, Lake Review, June 2014, cited in ")
        assert s.said.startswith("Note in Chicago note saved in ")
        await at_ice(s)
        await s.press("c")
        assert s.said.startswith("Quotation saved in "), "only ctrl+s changes what c does"
        await at_ice(s)
        await s.press("C")
        rows = [row.key for row in s.app.screen.query_one(FilterList).shown]
        assert rows[1:4] == ["chicago-notes-bibliography", "modern-language-association", "apa"]


async def test_tab_shows_each_form_and_enter_copies_the_one_shown(harbour: Path) -> None:
    async with reading(harbour, LARGE) as s:
        await at_ice(s)
        await s.press("C")
        await s.type("apa")
        for caption, beginning in (
            ("Quotation", "“Nobody sold"),
            ("Citation", "(Brandt, 2014"),
            ("Reference", "harbour.txt"),
        ):
            marked = [line for line in s.seen().splitlines() if f"► {caption} " in line]
            assert len(marked) == 1
            assert beginning in marked[0]
            await s.press("tab")
        await s.press("shift+tab", "enter")
        assert s.clipboard.startswith("harbour.txt")
        assert "Brandt" not in s.clipboard, "what was read stands in a bibliography"
        assert s.said.startswith("Reference in APA 7 saved in ")


async def test_a_style_made_the_default_stays_the_default(harbour: Path) -> None:
    async with reading(harbour) as s:
        await choose(s, "mhra", "tab", "ctrl+s")
        assert s.clipboard.startswith("Teo Brandt, Lake Review, June 2014, cited in ")
        assert " c copies the note in MHRA from now on." in s.said
    async with reading(harbour) as s:
        await at_ice(s)
        await s.press("c")
        assert s.clipboard.startswith("Teo Brandt, Lake Review, June 2014, cited in ")
        assert s.said.startswith("Note in MHRA saved in ")
        await at_ice(s)
        await s.press("C")
        assert "► √ MHRA" in s.seen()
        assert "► Note" in s.seen()
        await s.type("quotation")
        await s.press("ctrl+s")
        await at_ice(s)
        await s.press("c")
        assert s.said.startswith("Quotation saved in ")


async def test_all_styles_are_found_by_typing(harbour: Path) -> None:
    async with reading(harbour) as s:
        await at_ice(s)
        await s.press("C")
        await s.type("arctic antarctic alpine")
        assert "Arctic, Antarctic, and Alpine Research" in s.seen()
        assert "1 of 10" in s.seen()
        await s.press("enter")
        assert s.said.startswith("Quotation in Arctic, Antarctic, and Alpine Research saved in ")
        assert s.clipboard.startswith(f"“{ICE[:-1]}” (")


async def test_a_broken_style_says_why_and_copies_nothing(harbour: Path, own_places: Path) -> None:
    folder = own_places / "zotero" / "styles"
    folder.mkdir(parents=True)
    (folder / "house.csl").write_text("<style><info><title>House")
    (folder / "folder.csl").mkdir()
    async with reading(harbour) as s:
        await at_ice(s)
        await s.press("C")
        await s.type("house (your own)")
        assert "! It is not well-formed XML" in s.seen()
        await s.press("enter", "ctrl+s", "tab", "enter")
        assert s.dialog == "CiteChooser", "the reader may choose another"
        await s.press("ctrl+u")
        await s.type("ieee")
        await s.press("enter")
        assert s.said.startswith("Citation in IEEE saved in ")


async def test_a_default_style_that_broke_says_so_and_copies_nothing(
    harbour: Path, own_places: Path
) -> None:
    folder = own_places / "zotero" / "styles"
    folder.mkdir(parents=True)
    (folder / "house.csl").write_text("<style><info><title>House")
    (own_places / "config").mkdir()
    (own_places / "config" / "config.toml").write_text('citation = "house citation"')
    async with reading(harbour) as s:
        await at_ice(s)
        await s.press("c")
        assert s.said.startswith("The style house: it is not well-formed XML")
        assert s.said.endswith("Choose another style.")
        assert s.clipboard == ""
        assert s.chosen == ICE


async def test_a_style_in_a_file_is_cited_by_its_path(harbour: Path, tmp_path: Path) -> None:
    path = tmp_path / "my house.csl"
    path.write_text(
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">'
        "<info><title>House</title></info>"
        '<citation><layout><text value="House rules"/></layout></citation></style>'
    )
    async with reading(harbour) as s:
        await choose(s, str(path), "tab", "ctrl+s")
        assert "House rules" in s.clipboard
        assert "c copies the citation in House from now on." in s.said
    async with reading(harbour) as s:
        await at_ice(s)
        await s.press("c")
        assert "House rules" in s.clipboard
        path.unlink()
        await at_ice(s)
        await s.press("c")
        assert "cannot be read: No such file or directory" in s.said
        assert s.dialog == "ReaderScreen"


async def test_the_source_of_the_words_is_shown_as_the_reader_moves(harbour: Path) -> None:
    async with reading(harbour) as s:
        assert "—" not in s.status()
        await s.press("]", "}")
        assert "— Ada Lindqvist, Harbour Gazette, 3 Feb 1998" in s.status()
        await s.press("]", "}")
        assert "— Teo Brandt, Lake Review, Jun 2014" in s.status()
        assert "— Teo Brandt, Lake Review, Jun 2014" in s.seen()


async def test_an_unknown_title_is_told_of_once(tmp_path: Path) -> None:
    path = tmp_path / "untitled.txt"
    path.write_text("the ice came in the night.\n\nit went in the spring.\n", "utf-8")
    async with reading(path) as s:
        await s.press("c")
        assert "The title of the article is not known" in s.said
        await s.press("}", "c")
        assert "The title of" not in s.said
        assert "it went" in s.clipboard


async def test_a_lead_in_is_said_to_be_the_articles_own(tmp_path: Path) -> None:
    path = tmp_path / "ice.txt"
    path.write_text(
        "Of Ice\n\nAda Lindqvist wrote in the Harbour Gazette: “The ice held for nine weeks. "
        "Nobody crossed it. [Source: Ada Lindqvist, Harbour Gazette, February 3, 1998]\n",
        "utf-8",
    )
    async with reading(path, LARGE) as s:
        await s.press("}", "v")
        assert s.chosen.startswith("Ada Lindqvist wrote in the Harbour Gazette: “The ice held")
        await s.press("c")
        assert "Part of the passage is the article's own words." in s.said
        await s.press("v", ")", "c")
        assert s.clipboard.startswith("“Nobody crossed it.” — Ada Lindqvist")
        assert "own words" not in s.said


async def test_a_source_is_corrected_once_for_all_it_governs(tmp_path: Path) -> None:
    path = tmp_path / "pier.txt"
    path.write_text(
        "Of Piers\n\n"
        "The first pier was built by the town itself, from larch. [Source: Ada Lindqvits, "
        "Harbour Gazette, February 3, 1998]\n\n"
        "The second was of iron, and cost more than anybody had thought possible then. "
        "[Source: Ada Lindqvits, Harbour Gazette, February 3, 1998]\n\n"
        "The third is not built yet. [Source: Teo Brandt, Lake Review, June 2014]\n",
        "utf-8",
    )
    async with reading(path, LARGE) as s:
        await s.press("}", "s")
        assert s.dialog == "SourceDialog"
        shown = s.seen()
        assert "Ada Lindqvits" in shown
        assert "[Source: Ada Lindqvits" in shown
        await s.press("e")
        assert "First Last; several with ; between them" in s.seen()
        await s.press("down")
        assert "First Last" not in s.seen()
        await s.press("up", "end")
        for _ in range(3):
            await s.press("backspace")
        await s.type("ist")
        await s.press("ctrl+s")
        assert s.dialog == "ReaderScreen"
        assert s.said == "Source corrected; u takes it back."
        assert "Ada Lindqvist" in s.status()
        await s.press("v", "c")
        assert "Lindqvist" in s.clipboard
        assert "Lindqvits" not in s.clipboard
    async with reading(path, LARGE) as s:
        await s.press("}")
        assert "Ada Lindqvist" in s.status()
        await s.press("}", "}")
        assert "Teo Brandt" in s.status()
        await s.press("u", "{", "{")
        assert "Ada Lindqvits" in s.status()
        await s.press("ctrl+r")
        assert "Ada Lindqvist" in s.status()


async def test_a_date_that_is_none_is_refused_before_anything_is_kept(harbour: Path) -> None:
    async with reading(harbour, LARGE) as s:
        await s.press("]", "}", "s", "e", "down", "down", "down", "down")
        field = s.app.focused
        assert field is not None
        assert field.id == "issued"
        await s.press("end")
        await s.type("99x")
        await s.press("ctrl+s")
        assert s.dialog == "SourceDialog"
        await s.press("escape")
        assert s.chosen == ""
        assert "3 Feb 1998" in s.status()


async def test_showing_the_source_keeps_the_selection(harbour: Path) -> None:
    async with reading(harbour) as s:
        await at_ice(s)
        await s.press("s")
        assert "Teo Brandt" in s.seen()
        assert "June 2014" in s.seen()
        await s.press("escape")
        assert s.chosen == ICE


async def test_a_source_is_corrected_in_the_words_in_which_it_is_shown(harbour: Path) -> None:
    async with reading(harbour) as s:
        await at_ice(s)
        await s.press("s")
        await s.press("e", "up", "ctrl+u")
        await s.type("Blog post")
        fields = list(FIELDS)
        await s.press(*["up"] * (fields.index("type") - fields.index("issued")), "ctrl+u")
        await s.type("June 3, 2014")
        await s.press("ctrl+s")
        assert s.dialog == "ReaderScreen"
        assert s.reader.stage.open_article is not None
        source = library.sourcing.at(
            s.reader.stage.open_article, s.reader.parts.notes.passage()
        ).source
        assert source is not None
        assert source.type == "post-weblog"
        assert "3 Jun 2014" in s.status()
        await s.press("s")
        assert "blog post" in s.seen()
        assert "June 3, 2014" in s.seen()


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_the_words_of_a_quotation_are_changed_and_the_changes_marked(
    harbour: Path, size: tuple[int, int]
) -> None:
    async with reading(harbour, size) as s:
        await at_ice(s)
        await s.press("C")
        await s.until(lambda: "ctrl+r wording" in s.seen(), "the chooser")
        await s.press("ctrl+r")
        assert s.dialog == "WordingEditor"
        await s.press("home", *["delete"] * 6)
        await s.type("In 1999 no")
        await s.until(lambda: "[In 1999 no]" in s.seen(), "the marks")
        await s.press("ctrl+s")
        await s.until(lambda: "“[In 1999 no]" in s.seen(), "the previews")
        await s.press("enter")
        assert s.clipboard.startswith("“[In 1999 no]")
        await at_ice(s)
        await s.press("c")
        assert s.clipboard.startswith(f"“{ICE}”"), "the next one is as it stands"


async def test_a_wording_that_is_no_quotation_is_not_kept(harbour: Path) -> None:
    async with reading(harbour) as s:
        await at_ice(s)
        await s.press("C")
        await s.until(lambda: "ctrl+r wording" in s.seen(), "the chooser")
        await s.press("ctrl+r", "home", "shift+end", "delete")
        await s.type("Something else was said by others")
        await s.press("ctrl+s")
        assert s.dialog == "WordingEditor"
        assert "less than half" in s.seen()
        await s.press("escape", "enter")
        assert s.clipboard.startswith(f"“{ICE}”")


async def test_the_place_of_a_passage_is_named_when_it_is_wanted(harbour: Path) -> None:
    async with reading(harbour, LARGE) as s:
        await at_ice(s)
        await s.press("C")
        await s.type("apa 7")
        await s.press("tab", "ctrl+l")
        await s.until(lambda: "“The Second Winter” section, para. 1)" in s.seen(), "the place")
        assert "ctrl+l without place" in s.seen()
        await s.press("enter")
        assert s.clipboard == (
            "(Brandt, 2014, as cited in “harbour.txt,” n.d., “The Second Winter” section, para. 1)"
        )
