"""Pages as PDFium tells them: turned, linked, filled in, drawn over."""

from __future__ import annotations

import pytest

from postil.document.formats.pdf.process.form_values import FormValues
from postil.document.formats.pdf.process.library import c, pdfium
from postil.document.formats.pdf.process.pdfium_document import describe
from postil.document.formats.pdf.process.pdfium_fonts import style_of
from postil.document.formats.pdf.process.pdfium_page import PageReader
from postil.document.formats.pdf.process.wire import BOLD, FIXED, ITALIC, Bookmark, Opened, Sheet
from tests.document.formats.pdf.making import paragraph, pdf, written
from tests.document.formats.pdf.process.making import HELVETICA, page_of, words

LEFT, DOWN, OVER = "0 1 -1 0", "0 -1 1 0", "-1 0 0 -1"
"""Words that run upwards, downwards, and upside down."""


def opened(data: bytes, *, password: bytes | None = None) -> tuple[Opened, list[Sheet]]:
    """Return what is told of a document and of its pages, read in this process."""
    pdfium.FPDF_InitLibrary()
    room = c.create_string_buffer(data, len(data))
    document = pdfium.FPDF_LoadMemDocument64(room, len(data), password)
    assert document
    form = FormValues(document)
    reader = PageReader(document, form)
    told = describe(document)
    sheets = [reader.read(index) for index in range(told.pages)]
    pdfium.FPDF_CloseDocument(document)
    return told, sheets


def sheet(data: bytes) -> Sheet:
    (found,) = opened(data)[1]
    return found


def texts(found: Sheet) -> list[str]:
    return [one.text for one in found.fragments]


@pytest.mark.parametrize("turn", [LEFT, DOWN, OVER])
def test_a_page_whose_words_all_run_another_way_is_turned(turn: str) -> None:
    steps = {LEFT: (14, 0), DOWN: (-14, 0), OVER: (0, 14)}[turn]
    lines = ["The first line of it", "and the second one", "then the third"]
    drawn = "".join(
        words(line, 300 + steps[0] * at, 400 + steps[1] * at, turn=turn)
        for at, line in enumerate(lines)
    )
    found = sheet(page_of(drawn))
    assert texts(found) == lines
    heights = [one.y for one in found.fragments]
    assert heights == sorted(heights, reverse=True)
    assert (found.width, found.height) == ((612, 792) if turn == OVER else (792, 612))
    assert not found.aside


def test_words_along_the_margin_stand_apart() -> None:
    drawn = words("The body of the page goes on here", 72, 700) + words(
        "In print", 20, 300, turn=LEFT
    )
    found = sheet(page_of(drawn))
    assert texts(found) == ["The body of the page goes on here"]
    assert [[one.text for one in group] for group in found.aside] == [["In print"]]


def test_a_page_that_leans_by_a_degree_is_upright() -> None:
    found = sheet(
        page_of(words("A line that was set askew", 72, 700, turn="0.9998 0.0175 -0.0175 0.9998"))
    )
    assert texts(found) == ["A line that was set askew"]
    assert not found.aside


def test_a_turned_sheet_is_as_wide_as_it_is_seen() -> None:
    found = sheet(page_of(words("Seen from the side", 72, 700), page="/Rotate 90"))
    assert (found.width, found.height) == (792, 612)


def test_what_lies_outside_of_the_page_or_is_too_small_is_not_read() -> None:
    drawn = words("Seen.", 72, 700) + words("Beside it.", 700, 700) + words("Below it.", 72, -50)
    drawn += words("Tiny.", 72, 600, size=0.1)
    assert texts(sheet(page_of(drawn))) == ["Seen."]


def test_links_have_their_words_and_lead_to_pages_and_addresses() -> None:
    links = (
        "/Annots[<</Type/Annot/Subtype/Link/Rect[72 690 300 712]/Dest[3 0 R/XYZ 0 500 0]>>"
        "<</Type/Annot/Subtype/Link/Rect[72 640 300 662]/A<</S/GoTo/D[3 0 R/Fit]>>>>"
        "<</Type/Annot/Subtype/Link/Rect[72 590 300 612]/A<</S/URI/URI(https://example.org/)>>>>"
        "<</Type/Annot/Subtype/Link/Rect[72 540 300 562]/A<</S/Launch/F(x)>>>>"
        "<</Type/Annot/Subtype/Link/Rect[72 490 300 512]>>"
        "<</Type/Annot/Subtype/Link/Rect[72 440 300 462]/Dest[99 0 R/Fit]>>]"
    )
    lines = ["to a place", "to a page", "to the web", "to a program", "nowhere", "to what is gone"]
    drawn = "".join(words(line, 80, 700 - 50 * at) for at, line in enumerate(lines))
    found = sheet(page_of(drawn, page=links))
    targets = [(link.address, link.page, link.y) for link in found.links]
    assert targets == [("", 0, 500), ("", 0, -1), ("https://example.org/", -1, 0)]
    linked = {one.text: [run.link for run in one.runs] for one in found.fragments}
    assert linked["to a place"] == [0]
    assert linked["to a page"] == [1]
    assert linked["to the web"] == [2]
    assert linked["to a program"] == linked["nowhere"] == linked["to what is gone"] == []


STATES = "/P 3 0 R/AP<</N<</On 11 0 R/Off 11 0 R>>>>"
FIELDS = (
    "<</Type/Annot/Subtype/Widget/FT/Tx/T(name)/V(Ada Brook)/Rect[150 695 300 712]/P 3 0 R>>",
    f"<</Type/Annot/Subtype/Widget/FT/Btn/T(yes)/V/On/AS/On/Rect[150 645 162 657]{STATES}>>",
    f"<</Type/Annot/Subtype/Widget/FT/Btn/T(no)/V/Off/AS/Off/Rect[150 595 162 607]{STATES}>>",
    "<</Type/Annot/Subtype/Widget/FT/Btn/Ff 65536/T(push)/Rect[150 545 200 560]/P 3 0 R>>",
    "<</Type/Annot/Subtype/FreeText/Contents(written by hand)/DA(/F1 9 Tf)/Rect[72 400 250 420]>>",
    "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 0>>stream\n\nendstream",
    "<</Type/Annot/Subtype/Text/Contents(a remark of somebody)/Rect[72 300 90 320]>>",
)


def test_what_is_filled_in_stands_on_the_line_of_its_label() -> None:
    labels = ["Name:", "Agreed", "Refused", "Send"]
    drawn = "".join(words(label, 72, 700 - 50 * at) for at, label in enumerate(labels))
    found = sheet(
        page_of(
            drawn,
            page="/Annots[6 0 R 7 0 R 8 0 R 9 0 R 10 0 R 12 0 R]",
            catalog="/AcroForm<</Fields[6 0 R 7 0 R 8 0 R 9 0 R]>>",
            more=FIELDS,
        )
    )
    at = {one.text: one for one in found.fragments}
    assert at["Ada Brook"].y == at["Name:"].y
    assert at["Ada Brook"].x0 == 150
    assert at["☒"].y == at["Agreed"].y
    assert at["☐"].y == at["Refused"].y
    assert "written by hand" in at
    assert not any("remark" in text for text in at)


def test_a_page_of_form_values_alone_has_them() -> None:
    found = sheet(
        page_of(
            "",
            page="/Annots[6 0 R]",
            catalog="/AcroForm<</Fields[6 0 R]>>",
            more=FIELDS[:1],
        )
    )
    assert texts(found) == ["Ada Brook"]


def test_pictures_are_counted_in_forms_as_well() -> None:
    image = (
        "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray"
        "/BitsPerComponent 8/Length 1>>stream\nx\nendstream"
    )
    form = (
        "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</I 6 0 R>>>>"
        "/Length 10>>stream\n/I Do /I Do\nendstream"
    )
    bodies = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        (
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R"
            "/Resources<</XObject<</I 6 0 R/F 7 0 R>>>>>>"
        ),
        "<</Length 11>>stream\n/I Do /F Do\nendstream",
        HELVETICA,
        image,
        form,
    ]
    found = sheet(written(bodies))
    assert found.pictures >= 2
    assert not found.fragments


def test_a_page_that_is_not_there_says_so() -> None:
    bodies = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>"]
    bodies += ["<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>", "(no page)"]
    told, sheets = opened(written(bodies))
    assert told.pages == len(sheets)
    assert not sheets[0].lost
    assert all(one.lost == "it is damaged" for one in sheets[1:])


def test_the_outline_has_levels_and_heights_as_far_as_they_are_told() -> None:
    catalog = "/Outlines 30 0 R/Lang(en-GB)"
    pages = [paragraph(700, "One page."), paragraph(700, "Another page.")]
    outline = [
        "<</First 31 0 R/Last 33 0 R/Count 2>>",
        (
            "<</Title(Part  one)/Parent 30 0 R/Next 33 0 R/First 32 0 R/Last 32 0 R"
            "/Dest[10 0 R/XYZ 0 700 0]>>"
        ),
        "<</Title(Of lamps)/Parent 31 0 R/A<</S/GoTo/D[12 0 R/Fit]>>>>",
        "<</Title(The web)/Parent 30 0 R/Next 31 0 R/A<</S/URI/URI(https://example.org)>>>>",
    ]
    data = pdf(pages, catalog=catalog, more=["null"] * 16 + outline, info={"Title": "Lamps"})
    told, _ = opened(data)
    assert told.bookmarks[:3] == [
        Bookmark("Part one", 1, 0, 700.0),
        Bookmark("Of lamps", 2, 1, None),
        Bookmark("The web", 1, -1, None),
    ]
    # An entry that follows itself does not go on for ever.
    assert len(told.bookmarks) == 3
    assert told.info["Title"] == "Lamps"
    assert told.labels == ["1", "2"]


@pytest.mark.parametrize(
    ("name", "flags", "style"),
    [
        ("Helvetica", 0, 0),
        ("Times-Bold", 0, BOLD),
        ("ABCDEF+CMBX10", 0, BOLD),
        ("Garamond-Italic", 0, ITALIC),
        ("CMTT9", 0, FIXED),
        ("Nameless", 1, FIXED),
        ("Nameless", 1 << 6, ITALIC),
        ("Nameless", 1 << 18, BOLD),
        ("Courier-BoldOblique", -1, BOLD | ITALIC | FIXED),
    ],
)
def test_a_style_is_told_by_the_name_of_a_font_and_by_its_flags(
    name: str, flags: int, style: int
) -> None:
    assert style_of(name, flags) == style


def test_bullets_and_dashes_of_other_encodings_are_letters() -> None:
    found = sheet(page_of(words(r"\225 an item \226 and \223so on\224", 72, 700)))
    assert texts(found) == ["• an item – and “so on”"]
