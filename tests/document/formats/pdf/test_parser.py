"""PDFs made articles."""

from __future__ import annotations

import subprocess
from itertools import count

import pytest

from postil.document.article.builder import Draft, build
from postil.document.base.request import Request
from postil.document.formats.pdf.parser import drafts
from postil.document.formats.pdf.process import reading
from postil.errors import NeedsPassword, NotText
from postil.model.article import Article, BlockKind
from tests.document.formats.pdf.making import Words, locked, paragraph, pdf, written


def read(data: bytes) -> Article:
    *_, draft = drafts(Request(data, "a.pdf"))
    return build("a.pdf", draft)


PROSE = (
    "The keeper of the light wrote down what he saw, every night,",
    "and in the morning he opened the window and let the smoke out.",
    "Nobody asked him for it, and nobody ever read it in his time.",
)


def test_lines_become_paragraphs_and_large_type_a_heading() -> None:
    page = [(72, 720, 18, "The light"), *paragraph(690, *PROSE), *paragraph(640, *PROSE)]
    article = read(pdf([page]))
    kinds = [block.kind for block in article.blocks]
    assert kinds == [BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]
    assert article.blocks[1].text == " ".join(PROSE)
    assert article.metadata.title == "The light"


def test_a_paragraph_over_a_page_break_is_one_and_the_page_begins_within() -> None:
    first = paragraph(100, *PROSE, "A sentence that has not ended when the page comes to its")
    second = paragraph(720, "end goes on above the next one.", *PROSE)
    article = read(pdf([first, second]))
    assert "comes to its end goes on above" in article.text
    assert [page.label for page in article.pages] == ["1", "2"]
    assert article.text[article.pages[1].start :].startswith("end goes on")


def test_running_heads_and_numbers_are_left_out_and_labels_kept() -> None:
    pages = [
        [
            (72, 760, 9, "The Long Book" if at % 2 else "A Keeper"),
            *paragraph(700, f"Chapter words number {at}.", *PROSE),
            (300, 30, 9, str(at + 1)),
        ]
        for at in range(6)
    ]
    catalog = "/PageLabels<</Nums[0<</S/r>>2<</S/D/St 7>>]>>"
    article = read(pdf(pages, catalog=catalog))
    assert "The Long Book" not in article.text
    assert "A Keeper" not in article.text
    assert [page.label for page in article.pages] == ["i", "ii", "7", "8", "9", "10"]


def test_what_a_program_calls_a_document_is_no_title() -> None:
    info = {"Title": "Microsoft Word - light.doc", "Author": "Ida Marrow"}
    article = read(pdf([[(72, 720, 20, "Of lights"), *paragraph(680, *PROSE)]], info=info))
    assert article.metadata.title == "Of lights"
    assert [name.display for name in article.metadata.author] == ["Ida Marrow"]


def test_links_lead_to_the_web_alone() -> None:
    annotations = (
        "/Annots[<</Type/Annot/Subtype/Link/Rect[72 690 300 712]"
        "/A<</S/URI/URI(https://example.org/a)>>>>"
        "<</Type/Annot/Subtype/Link/Rect[72 640 300 662]/A<</S/URI/URI(javascript:x)>>>>]"
    )
    page: list[Words] = [(72, 700, 10, "the web address"), (72, 650, 10, "another thing of it")]
    article = read(pdf([page], page=annotations))
    targets = [inline.target for block in article.blocks for inline in block.inlines]
    assert targets == ["https://example.org/a"]


def test_a_picture_alone_is_said_to_be_a_scan() -> None:
    image = (
        "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray"
        "/BitsPerComponent 8/Length 1>>stream\nx\nendstream"
    )
    bodies = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        (
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R"
            "/Resources<</XObject<</I 5 0 R>>>>>>"
        ),
        "<</Length 5>>stream\n/I Do\nendstream",
        image,
    ]
    with pytest.raises(NotText, match="scan"):
        read(written(bodies))


@pytest.mark.parametrize("data", [b"%PDF-1.7\nnoise", b"%PDF-1.4\n" + bytes(range(256)) * 40])
def test_what_is_damaged_is_said_to_be(data: bytes) -> None:
    with pytest.raises(NotText, match="damaged"):
        read(data)


def test_signs_that_stand_for_no_letter_are_not_read() -> None:
    with pytest.raises(NotText, match="which letters"):
        read(pdf([paragraph(700, *["\x01\x02\x03\x04\x05\x06\x01\x02\x03" * 4] * 5)]))


def test_a_form_that_draws_itself_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_PAGE", 0.5)
    forms = "".join(f"/X{at} 5 0 R" for at in range(9))
    drawn = " ".join(f"/X{at} Do" for at in range(9))
    bodies = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R"
            f"/Resources<</XObject<<{forms}>>>>>>"
        ),
        f"<</Length {len(drawn)}>>stream\n{drawn}\nendstream",
        (
            f"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<<{forms}>>>>"
            f"/Length {len(drawn)}>>stream\n{drawn}\nendstream"
        ),
    ]
    with pytest.raises(NotText):
        read(written(bodies))


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """Return the processes that were started."""
    found: list[subprocess.Popen[bytes]] = []
    start = subprocess.Popen

    def begin(*given: object, **named: object) -> subprocess.Popen[bytes]:
        found.append(start(*given, **named))  # type: ignore[call-overload]
        return found[-1]

    monkeypatch.setattr(subprocess, "Popen", begin)
    return found


LONG = pdf([paragraph(700, *[f"{at} {line}" for line in PROSE * 12]) for at in range(40)])


def test_the_beginning_comes_early_and_is_what_the_whole_begins_with() -> None:
    first, whole = drafts(Request(LONG, "a.pdf"))
    assert not first.complete
    assert whole.complete
    assert 0 < len(first.blocks) < len(whole.blocks)
    assert list(whole.blocks[: len(first.blocks)]) == list(first.blocks)


def test_giving_up_ends_the_process(started: list[subprocess.Popen[bytes]]) -> None:
    class GivenUp(Exception):
        pass

    calls = count()

    def progress(_: float) -> None:
        if next(calls) > 5:
            raise GivenUp

    with pytest.raises(GivenUp):
        list(drafts(Request(LONG, "a.pdf", progress=progress)))
    assert [process.poll() is not None for process in started] == [True]


def test_one_screenful_is_enough_to_stop(started: list[subprocess.Popen[bytes]]) -> None:
    reader = drafts(Request(LONG, "a.pdf"))
    draft: Draft = next(reader)
    assert draft.blocks
    reader.close()  # type: ignore[attr-defined]
    assert [process.poll() is not None for process in started] == [True]


def test_a_password_is_asked_for_and_used() -> None:
    data = locked("secret", "BT /F1 12 Tf 72 700 Td (Behind the lock) Tj ET")
    with pytest.raises(NeedsPassword, match="locked"):
        list(drafts(Request(data, "a.pdf")))
    with pytest.raises(NeedsPassword, match="wrong"):
        list(drafts(Request(data, "a.pdf", password="other")))
    *_, draft = drafts(Request(data, "a.pdf", password="secret"))
    assert [block.text for block in draft.blocks] == ["Behind the lock"]
