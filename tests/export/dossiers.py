"""A dossier for the tests of exports: two texts, and notes with everything that goes wrong."""

from __future__ import annotations

from hashlib import sha256

from postil.export.base.dossier import Dossier, ExportedArticle, ExportedNote, ExportedTag
from postil.model.note import Anchor, Colour, LinkKind, Note, NoteLink
from postil.model.source import Date, Metadata, Name
from postil.model.span import Span
from postil.model.values import replace

TIDES = "Tides\n\nThe harbour 🌊 froze twice.\n\n- “No ice,” said *Reed*.\n\nAll ice left by May."
ARABIC = "أحمد والآثار\n\nسافر أحمد إلى الجبل ليرسم الآثار."

IDS = [f"01m8qwmeeqfgfspwk6fckfr3q{sign}" for sign in "0123456789"]


def digest_of(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def a_note(
    at: int,
    text: str,
    quote: str,
    *,
    body: str = "",
    tags: tuple[str, ...] = (),
    colour: Colour = Colour.YELLOW,
    found: bool = True,
) -> ExportedNote:
    start = text.index(quote) if found and quote else 0
    span = Span(start, start + len(quote)) if found and quote else None
    anchor = Anchor(quote, text[max(0, start - 9) : start], "", start, start + len(quote), "d" * 64)
    note = Note(
        IDS[at],
        "01m8qwmee2em985s4jq5axmn80",
        anchor,
        colour,
        tags,
        body,
        created=f"2026-11-29T10:00:0{at}.000Z",
        modified=f"2026-11-30T10:00:0{at}.000Z",
        maker="Ann Reed",
    )
    return ExportedNote(note, span, "same" if found else "orphan", ("Tides",), citation="(Reed)")


def dossier(group: str = "article") -> Dossier:
    first = a_note(0, TIDES, "harbour 🌊 froze", body="Why *so*?", tags=("ice", "trade/routes"))
    second = a_note(1, TIDES, "- “No ice,” said *Reed*.", tags=("2024",), colour=Colour.PINK)
    link = NoteLink(LinkKind.CONTRADICTS, first.note.id)
    second = replace(second, note=replace(second.note, links=(link,)))
    across = a_note(
        2, TIDES, "Reed*.\n\nAll ice", body="```\nopen\n\n# no heading", tags=("to do",)
    )
    formula = a_note(3, TIDES, "ice left", body="=1+1 <!-- <script>alert(1)</script>")
    whole = a_note(4, TIDES, "", body="# Of all\n\n1. this", tags=("ice",))
    lost = a_note(5, TIDES, "words that went", tags=("lost",), found=False)
    arabic = a_note(6, ARABIC, "سافر أحمد إلى الجبل", body="ملاحظة", tags=("سفر",))
    data = Metadata(
        title="Tides",
        author=(Name("Reed", "Ann"),),
        issued=Date(2019, 5, 3),
        url="https://t.test/a",
    )
    tides = ExportedArticle(
        "01m8qwmee2em985s4jq5axmn80",
        "Tides",
        "/home/ann/tides.md",
        digest_of(TIDES),
        TIDES,
        metadata=data,
        notes=(whole, first, second, across, formula, lost),
    )
    other = ExportedArticle(
        "01m8qwmee2em985s4jq5axmn81", "أحمد", "", digest_of(ARABIC), ARABIC, notes=(arabic,)
    )
    tags = (
        ExportedTag("2024", notes=1),
        ExportedTag("ice", "frozen *water*", Colour.BLUE, 2),
        ExportedTag("lost", notes=1),
        ExportedTag("to do", notes=1),
        ExportedTag("trade"),
        ExportedTag("trade/routes", notes=1),
        ExportedTag("سفر", notes=1),
    )
    return Dossier(
        (tides, other), tags, ("Reed, A. (2019). Tides. https://t.test/a",), "APA", group
    )
