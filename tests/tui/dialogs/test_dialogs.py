"""The dialogs that show, ask and choose."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from postil.library.citation.citation_format import CITATION, REFERENCE, CitationFormat
from postil.library.citation.previewing import Preview
from postil.tui.dialogs.cite import CiteChooser
from postil.tui.dialogs.frame.confirm import Confirm
from postil.tui.dialogs.frame.dialog import Passage
from postil.tui.dialogs.frame.forms import Form
from postil.tui.dialogs.frame.saving import PAUSE
from postil.tui.dialogs.frame.text_popup import Pane, TextPopup
from postil.tui.dialogs.preview_snippets import PreviewSnippets, shortened
from postil.tui.dialogs.records.field import Field
from postil.tui.dialogs.records.table import FIELDS
from postil.tui.dialogs.source import SourceDialog
from postil.tui.dialogs.tags import TagPicker
from postil.tui.startup.key_priority import BackgroundTask, KeyPriority
from tests.tui.host import NARROW, NOTHING, WIDE, Host, Storer, asked, press, seen, showing

KNOWN = {
    "text": Preview("“forty riders” (Ada Lind, [b]The Harbour Courier[/b], 2021)"),
    "bibtex": Preview(
        "@article{lind2021,\n  author = {Lind, Ada}\n}", problems=("No title is known.",)
    ),
    "ris": Preview("TY  - NEWS\n" + "\n".join(f"KW  - {n}" for n in range(60))),
}
OFFERED = [("text", "Quotation"), ("bibtex", "BibTeX"), ("ris", "RIS")]
STYLES = {
    "apa": Preview(
        "“forty riders” (Lind, 2021)",
        "(Lind, 2021)",
        "Lind, A. (2021).",
        False,
        True,
        title="APA [i]in full[/i]",
    ),
    "mhra": Preview("“forty riders”\n\nLind, 2021.", "Lind, 2021.", "", True, True),
    "broken": Preview(in_style=True, trouble="It is no style: [b]really[/b]."),
}


LONG = "Forty riders came over the hill at noon, and with them as many carriers"


def chooser(default: str = "bibtex", made: list[str] | None = None) -> CiteChooser:
    def make(name: str) -> Preview:
        if made is not None:
            made.append(name)
        return STYLES[name]

    return CiteChooser(
        "forty riders",
        OFFERED,
        CitationFormat(default),
        make,
        BackgroundTask(KeyPriority()),
        known=KNOWN,
        others=lambda: [(name, f"Style of {name.upper()}") for name in STYLES],
    )


async def test_what_keys_answer_when_citing() -> None:
    cases: list[tuple[list[str], object]] = [
        (["enter"], (CitationFormat("bibtex"), False)),
        (["up", "enter"], (CitationFormat("text"), False)),
        ([*"ris", "enter"], (CitationFormat("ris"), False)),
        ([*"quo", "ctrl+s"], (CitationFormat("text"), True)),
        (["escape"], None),
        (["…", *"apa", "tab", "enter"], (CitationFormat("apa", CITATION), False)),
        (["tab", "tab", "…", *"apa", "ctrl+s"], (CitationFormat("apa", REFERENCE), True)),
        (["…", *"broken", "…", "…", "enter", "ctrl+s", "escape"], None),
        (["…", *"apa", "shift+tab", "tab", "enter"], (CitationFormat("apa"), False)),
        ([*"/a/b c.csl", "enter"], (CitationFormat("/a/b c.csl"), False)),
        ([*"zzz", "ctrl+s", "escape"], None),
    ]
    async with Host().run_test() as pilot:
        for keys, answer in cases:
            assert await asked(pilot, chooser(), keys) == answer


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_each_way_to_cite_shows_its_result(size: tuple[int, int]) -> None:
    async with showing(chooser(), size) as (host, pilot):
        shown = seen(host)
        for text in (
            "“forty riders” (Ada Lind, [b]The Harbour",
            "! @article{lind2021, author = {Lind, Ada} }",
            "! No title is known.",
            "  author = {Lind, Ada}",
            "Enter copies",
            "ctrl+s makes it the default",
        ):
            assert text in shown
        await press(pilot, "down")
        assert "KW  - 1 " in seen(host)
        assert "shift+↓ shows more" in seen(host)
        await press(pilot, *["shift+down"] * 30)
        assert "KW  - 59" in seen(host)


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_a_style_shows_every_form_and_rows_that_which_is_copied(
    size: tuple[int, int],
) -> None:
    async with showing(chooser(), size) as (host, pilot):
        await press(pilot, *"style apa", "…")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        shown = seen(host)
        assert "Style of APA · APA [i]in full[/i]" in shown
        for caption, text in (
            ("► Quotation", "“forty riders” (Lind, 2021)"),
            ("  Citation", "(Lind, 2021)"),
            ("  Reference", "Lind, A. (2021)."),
        ):
            assert [line for line in shown.splitlines() if caption in line and text in line]
        await press(pilot, "tab")
        assert "► Citation" in seen(host)
        await press(pilot, "ctrl+u", *"style mhra", "tab", "…")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        shown = seen(host)
        assert "  Note " in shown
        assert "► Reference" in shown
        assert "no bibliography" in shown
        assert "This style has no bibliography." in shown
        await press(pilot, "ctrl+u", *"broken", "…")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "! It is no style: [b]really[/b]." in seen(host)
        assert "Citation" not in seen(host)


async def test_only_what_can_be_seen_is_made_and_only_once() -> None:
    made: list[str] = []
    styles = [(f"style-{n}", f"Style {n}") for n in range(500)]

    def make(name: str) -> Preview:
        made.append(name)
        return STYLES["apa"]

    dialog = CiteChooser(
        "riders", styles, CitationFormat("style-0"), make, BackgroundTask(KeyPriority())
    )
    async with showing(dialog) as (host, pilot):
        await host.workers.wait_for_complete()
        await pilot.pause()
        seen_rows = len(dialog._list.in_view())
        assert made == [f"style-{n}" for n in range(seen_rows)]
        await press(pilot, "pagedown", "…")
        await host.workers.wait_for_complete()
        await pilot.pause()
        assert len(made) == len(set(made))
        assert set(made) >= {row.key for row in dialog._list.in_view()}
        assert len(made) < 3 * seen_rows


async def test_until_all_styles_are_known_none_is_said_to_be_missing() -> None:
    ready = threading.Event()

    def others() -> list[tuple[str, str]]:
        ready.wait(10)
        return [("apa", "Style of APA")]

    dialog = CiteChooser(
        "riders",
        OFFERED,
        CitationFormat("text"),
        STYLES.__getitem__,
        BackgroundTask(KeyPriority()),
        others=others,
        known=KNOWN,
    )
    async with showing(dialog, lasting={"styles"}) as (host, pilot):
        await press(pilot, *"sty", "enter", lasting={"styles"})
        assert "Looking through all styles…" in seen(host)
        ready.set()
        await press(pilot, "…")
        assert "Style of APA" in seen(host)
        await press(pilot, *"x")
        assert "Nothing fits “styx”." in seen(host)


async def test_a_click_on_a_form_chooses_it() -> None:
    async with showing(chooser()) as (host, pilot):
        await press(pilot, *"style apa", "…")
        await host.workers.wait_for_complete()
        await pilot.pause()
        await pilot.click(Form, offset=(20, 0))
        assert "► Quotation" in seen(host)
        await pilot.click(host.screen.query(Form)[2], offset=(20, 0))
        assert "► Reference" in seen(host)
        await press(pilot, "enter")
        assert host.answer == (CitationFormat("apa", REFERENCE), False)


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        (f"“{LONG}.” — Ada Lind, 2021", "“Forty rider … carriers.” — Ada Lind, 2021"),
        (f"> {LONG}.\n>\n> — Ada Lind", "> Forty ride … carriers."),
        (f"    {LONG}. (Lind 2021)", "Forty riders … carriers. (Lind 2021)"),
        (f"‘{LONG}’.1", "‘Forty rider … carriers’.1"),
        ("“Forty riders.” — Ada Lind", "“Forty riders.” — Ada Lind"),
        (f"@misc{{lind, note = {{{LONG}}}}}", "@misc{lind, note = {Forty riders came"),
    ],
)
def test_a_row_shows_what_follows_a_long_quotation(text: str, begins: str) -> None:
    assert shortened(text, f"{LONG}. [Source: Ada Lind, carriers, 2021]").startswith(begins)


async def test_the_hints_name_only_keys_that_do_something() -> None:
    async with showing(chooser()) as (host, pilot):
        assert "copies" in seen(host)
        assert "Tab form" not in seen(host)
        await press(pilot, *"style apa", "…")
        await host.workers.wait_for_complete()
        await pilot.pause()
        assert "Tab form" in seen(host)
        await press(pilot, *"zzz")
        assert "copies" not in seen(host)
        assert "Tab form" not in seen(host)
        assert "Esc leaves" in seen(host)


def test_a_row_shows_what_follows_a_quotation_that_is_set_off() -> None:
    preview = Preview(f"    {LONG}. (Lind)", "(Lind)", in_style=True)
    assert PreviewSnippets(LONG, ()).of(preview, "quotation") == "Forty riders … carriers. (Lind)"


def source(
    check: str = "",
    store: Storer | None = None,
    keep: Callable[[str], None] = lambda _: None,
    left: str = "",
    **values: str,
) -> SourceDialog:
    rows = {"author": "Ada [b]Lind[/b]", "issued": "2021-03-04", **values}
    return SourceDialog(
        list(rows.items()),
        how={"author": "a person’s [b]name[/b]", "issued": "“Mar. 4”, a date"},
        evidence="[Source: Ada Lind, , March 4, 2021]",
        via="An attribution further on names it for these paragraphs too.",
        relation="quoted",
        confidence="high",
        problems=["An empty place stands between two commas."],
        governs="all 3 paragraphs that this attribution governs",
        check=lambda fields: check if "issued" in fields else "",
        store=store or Storer(),
        keep=keep,
        left=left,
    )


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_a_source_is_shown_with_its_evidence(size: tuple[int, int]) -> None:
    async with showing(source(), size) as (host, _):
        shown = " ".join(seen(host).replace("│", " ").split())
        for text in (
            "Author Ada [b]Lind[/b] a person’s [b]name[/b]",
            "Date 2021-03-04 “Mar. 4”, a date",
            "[Source: Ada Lind, , March 4, 2021]",
            "The source’s own words. An attribution further on names it",
            "Confidence: high.",
            "! An empty place stands between two commas.",
            "A correction holds for all 3 paragraphs",
            "e corrects it",
        ):
            assert text in shown
        assert "Publisher" not in shown


async def test_what_keys_answer_when_correcting() -> None:
    cases: list[tuple[list[str], object]] = [
        (["escape"], None),
        (["e", "…", "escape"], None),
        (["enter", "…", "ctrl+u", *"Bo Ek", "ctrl+s"], {"author": "Bo Ek"}),
        (
            ["e", "…", "down", "…", *"e", "enter", "…", *"x", "ctrl+s"],
            {"title": "e", "container-title": "x"},
        ),
        (["e", "…", "tab", "…", *"T", "up", "…", "ctrl+u", "ctrl+s"], {"author": "", "title": "T"}),
        (["ctrl+s", "escape"], None),
    ]
    async with Host().run_test() as pilot:
        for keys, answer in cases:
            assert await asked(pilot, source(), keys) == answer


async def test_what_was_typed_is_given_up_only_when_asked_twice() -> None:
    async with showing(source()) as (host, pilot):
        await press(pilot, "e", "…", *"x", "escape")
        assert host.answer is NOTHING
        assert "Not kept yet" in seen(host)
        await press(pilot, *"y")
        assert "Not kept yet" not in seen(host)
        await press(pilot, "escape")
        assert host.answer is NOTHING
        await press(pilot, "escape")
        assert host.answer is None


async def test_a_correction_stays_until_it_is_on_disk() -> None:
    store, drafts = Storer(full=True), list[str]()

    async with showing(source(store=store, keep=drafts.append)) as (host, pilot):
        await press(pilot, "e", "…", "tab", "…", *"Over", "ctrl+s")
        await pilot.pause()
        assert host.answer is NOTHING
        assert "Not saved. Cannot write notes: the disk is full." in " ".join(seen(host).split())
        assert drafts[-1:] == ['{"title": "Over"}']
        store.full = False
        await press(pilot, "ctrl+s")
        assert host.answer == {"title": "Over"}
    for left in (drafts[-1], '{"title": "Over", "colour": "red", "page": 4}'):
        async with showing(source(left=left)) as (host, pilot):
            assert host.screen.query_one("#title", Field).value == "Over"
            assert host.screen.query_one("#author", Field).value == "Ada [b]Lind[/b]"
            await press(pilot, "ctrl+s")
            assert host.answer == {"title": "Over"}, "it goes on where it was left"
    for left in ("", "no JSON", "[]", "{}"):
        async with showing(source(left=left)) as (host, pilot):
            assert "e corrects it" in seen(host)


async def test_the_end_of_the_app_keeps_a_correction_that_was_begun() -> None:
    drafts: list[str] = []

    async with showing(dialog := source(keep=drafts.append)) as (_, pilot):
        await dialog.saving.close()
        await press(pilot, "e", "…", "tab", "…", *"Ov")
        await dialog.saving.close()
        assert drafts == ['{"title": "Ov"}']


async def test_every_field_can_be_corrected() -> None:
    async with showing(source()) as (host, pilot):
        await press(pilot, "e")
        assert [field.id for field in host.screen.query(Field)] == list(FIELDS)
        assert "ctrl+s keeps it for all 3 paragraphs that this attribution governs" in seen(host)


async def test_a_value_that_cannot_be_kept_is_said_and_stays() -> None:
    async with showing(source("There is no day 31 in June.")) as (host, pilot):
        await press(pilot, "e", "…", "x", "backspace", "ctrl+s")
        assert "Nothing is changed yet." in seen(host)
        await pilot.pause(PAUSE + 0.1)
        await press(pilot, "…")
        assert "Nothing is changed yet." in seen(host), "a draft that is no news says nothing"
        host.screen.query_one("#issued", Field).value = "2015-06-31"
        await press(pilot, "ctrl+s")
        assert "There is no day 31 in June." in seen(host)
        assert host.answer is NOTHING
        host.screen.query_one("#issued", Field).value = "2021-03-04"
        host.screen.query_one("#page", Field).value = "4"
        await press(pilot, "ctrl+s")
        assert host.answer == {"page": "4"}


async def test_a_passage_without_a_source_says_so() -> None:
    dialog = SourceDialog(
        [],
        how={},
        evidence="",
        via="Nothing in the text names a source for it (confidence: low).",
        relation="own",
        confidence="low",
        problems=[],
        governs="",
        check=lambda _: "",
        store=Storer(),
        keep=lambda _: None,
    )
    async with showing(dialog) as (host, _):
        assert "No source is known." in seen(host)
        assert "The article’s own words" in seen(host)
        assert "Confidence:" not in seen(host)


async def test_only_a_yes_is_a_yes() -> None:
    async with Host().run_test() as pilot:
        for key, answer in (("y", True), ("enter", True), ("n", False), ("escape", False)):
            question = Confirm("Open it?", "https://harbour.example/[b]", "opens it")
            assert await asked(pilot, question, [key]) is answer
        assert await asked(pilot, Confirm("Open it?", "x", "opens it"), ["x", "j"]) is NOTHING


async def test_an_address_is_shown_whole() -> None:
    address = "https://harbour.example/" + "archive/" * 20 + "[b]end"
    async with showing(Confirm("Open it?", address, "opens it")) as (host, _):
        shown = seen(host)
        assert address in "".join(line.strip() for line in shown.splitlines())
        assert "y opens it" in shown
        assert "Esc leaves" in shown


async def test_a_text_is_shown_and_scrolled() -> None:
    text = "\n".join(f"line {n} [i]" for n in range(80))
    async with showing(TextPopup("Footnote [3]", text)) as (host, pilot):
        assert "Footnote [3]" in seen(host)
        assert "line 0 [i]" in seen(host)
        assert "j k scroll" in seen(host)
        pane = host.screen.query_one(Pane)
        page = pane.size.height
        for keys, top in (
            (["G"], 80 - page),
            (["g"], 0),
            (["j", "down", "k"], 1),
            (["space", "pagedown"], 2 * page - 1),
            (["b", "pageup"], 1),
        ):
            await press(pilot, *keys)
            assert pane.scroll_y == top
        await press(pilot, "G")
        assert "line 79 [i]" in seen(host)
        await press(pilot, "q")
        assert host.answer is None


async def test_a_short_text_leaves_the_page_in_sight() -> None:
    async with showing(TextPopup("Footnote 3", "Counted in May.")) as (host, pilot):
        assert seen(host).splitlines()[-1].strip() == "Esc closes"
        assert host.screen.query_one(".sheet").size.height < 10
        await press(pilot, "escape")
        assert host.answer is None


async def test_trouble_that_every_way_to_cite_has_is_no_sign_on_each() -> None:
    untitled = "No title is known."
    known = {
        "text": Preview("“forty riders”", problems=(untitled,)),
        "ris": Preview("TY  - NEWS", problems=(untitled, "No page is known.")),
    }
    dialog = CiteChooser(
        "forty riders",
        OFFERED[::2],
        CitationFormat("text"),
        STYLES.__getitem__,
        BackgroundTask(KeyPriority()),
        known=known,
    )
    async with showing(dialog) as (host, _):
        shown = seen(host)
        assert "! TY - NEWS" in shown
        assert "! “forty riders”" not in shown
        assert f"! {untitled}" in shown


@pytest.mark.parametrize(("size", "rows"), [(NARROW, 1), (WIDE, 3)])
async def test_a_passage_ends_with_an_ellipsis_and_its_marks_are_not_doubled(
    size: tuple[int, int], rows: int
) -> None:
    dialog = TagPicker(
        [], (), "“For some North Koreans, " + "watching is not enough, " * 20, Storer()
    )
    async with showing(dialog, size) as (host, _):
        passage = host.screen.query_one(Passage)
        assert passage.size.height == rows
        assert "““" not in seen(host)
        lines = str(passage.render()).split("\n")
        assert len(lines) == rows
        assert lines[0].startswith("“For some North Koreans, watching")
        assert [line.endswith("…") for line in lines] == [False] * (rows - 1) + [True]
    async with showing(TagPicker([], (), "Six words of a short one.", Storer()), size) as (host, _):
        assert "“Six words of a short one.”" in seen(host)
        assert host.screen.query_one(Passage).size.height == 1
