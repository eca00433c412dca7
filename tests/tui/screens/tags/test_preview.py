"""What stands beside a tag: its passages, and what the notes on them say."""

from __future__ import annotations

from textual.app import App, ComposeResult

from postil import library
from postil.library.tags.codebook import Branch
from postil.model.note import Anchor, Note
from postil.tui import theme
from postil.tui.screens.tags.preview import TagPreview
from postil.tui.screens.tags.reader import TagPassage


class Beside(App[None]):
    """The preview alone."""

    def __init__(self) -> None:
        super().__init__()
        self.register_theme(theme.DARK)
        self.theme = theme.DARK.name

    def compose(self) -> ComposeResult:
        yield TagPreview()


def passage(ident: str, quote: str, body: str, *, more: bool = False) -> TagPassage:
    note = Note(ident, "article", Anchor(quote, "", "", 0, len(quote), ""), body=body)
    return TagPassage(note, "Salt", library.note_text.blocks(body), more)


async def test_notes_are_set_as_their_markdown_says() -> None:
    app = Beside()
    async with app.run_test(size=(40, 30)) as pilot:
        preview = app.query_one(TagPreview)
        shown = [
            passage("1", "a mill on the moor", "*Who* says so?\n\n- ask **Ann**", more=True),
            passage("2", "", ""),
        ]
        preview.show(Branch("mills", 2, 3), shown)
        await pilot.pause()
        assert [line.rstrip() for line in preview.text.plain.splitlines()] == [
            "#mills",
            "",
            "Salt",
            "● “a mill on the moor”",
            "  Who says so?",
            "",
            "  • ask Ann …",
            "● on the whole article",
            "",
            "1 more: Enter lists all of them",
        ]
        styles = {preview.text.plain[one.start : one.end]: one.style for one in preview.text.spans}
        assert getattr(styles["Who"], "italic", None)
        assert getattr(styles["Ann"], "bold", None)


async def test_words_hang_from_their_sign_at_every_width() -> None:
    app = Beside()
    async with app.run_test(size=(60, 12)) as pilot:
        preview = app.query_one(TagPreview)
        preview.show(Branch("mills", 1, 1), [passage("1", "a mill on the moor " * 3, "so " * 20)])
        for width in (60, 30):
            await pilot.resize_terminal(width, 12)
            await pilot.pause()
            said = preview.text.plain.splitlines()[3:]
            assert max(map(len, said)) <= width
            assert [line[:2] for line in said] == ["● ", *["  "] * (len(said) - 1)]


async def test_words_that_are_too_many_end_behind_one_of_them() -> None:
    app = Beside()
    async with app.run_test(size=(60, 30)) as pilot:
        preview = app.query_one(TagPreview)
        for word, end in (("mills ", "mills \u2026"), ("\u98a8\u8eca", " \u2026")):
            preview.show(Branch("mills", 1, 1), [passage("1", word * 300, "")])
            await pilot.pause()
            assert preview.text.plain.endswith(end)
