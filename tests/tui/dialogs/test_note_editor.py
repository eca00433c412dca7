"""Writing a note, and keeping its draft."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path
from threading import Event, current_thread, main_thread

import pytest
from textual.events import Paste
from textual.widgets import TextArea

from postil.errors import CannotWrite
from postil.library.care.local_state import Elsewhere
from postil.tui.dialogs.frame import saving
from postil.tui.dialogs.note_editor import NoteEditor
from tests.support.effort import PATIENCE
from tests.tui.host import NARROW, NOTHING, WIDE, Host, Storer, asked, press, seen, showing


class Keeper:
    """Remembers the drafts it was given."""

    def __init__(self, *, broken: bool = False, where: str = "") -> None:
        self.drafts: list[str] = []
        self.broken = broken
        self.where = where
        self.aside = True

    def __call__(self, text: str) -> Elsewhere | None:
        self.aside = self.aside and current_thread() is not main_thread()
        if self.broken:
            raise CannotWrite("the draft", "the disk is full", "make room on it")
        self.drafts.append(text)
        return Elsewhere(Path(self.where), "the disk is full") if self.where else None


def editor(
    keep: Keeper | None = None, body: str = "", command: str = "", store: Storer | None = None
) -> NoteEditor:
    return NoteEditor(
        "forty [b]riders[/b]", body, ("routes",), store or Storer(), keep or Keeper(), command
    )


async def test_what_keys_answer() -> None:
    cases: list[tuple[str, list[str], object]] = [
        ("", [*"Pull", "enter", *"push", "ctrl+s"], "Pull\npush"),
        ("Old", [*" new", "ctrl+s"], "Old new"),
        ("Old", ["ctrl+u", "ctrl+s"], ""),
        ("", ["ctrl+s"], ""),
        ("Old", [*" new", "escape"], None),
        ("a b", ["ctrl+w", *"c", "ctrl+z", "ctrl+s"], "a "),
    ]
    async with Host().run_test() as pilot:
        for body, keys, answer in cases:
            assert await asked(pilot, editor(body=body), keys) == answer


async def test_the_draft_is_kept_soon_off_the_event_loop() -> None:
    keep = Keeper()
    async with showing(editor(keep)) as (host, pilot):
        await press(pilot, *"Pull")
        end = time.monotonic() + PATIENCE
        while keep.drafts[-1:] != ["Pull"]:
            assert time.monotonic() < end, "the draft was not kept without another key"
            await pilot.pause(0.05)
        assert keep.aside
        assert host.answer is NOTHING


async def test_leaving_keeps_the_draft_at_once_and_only_if_it_is_new() -> None:
    async with Host().run_test() as pilot:
        keep = Keeper()
        await asked(pilot, editor(keep, "Old"), [*" new", "escape"])
        assert keep.drafts == ["Old new"]
        assert keep.aside
        keep = Keeper()
        await asked(pilot, editor(keep, "Old"), ["escape"])
        assert keep.drafts == []


async def test_no_draft_is_kept_after_saving() -> None:
    keep = Keeper()
    async with showing(editor(keep)) as (host, pilot):
        await press(pilot, *"Pull", "ctrl+s")
        assert host.answer == "Pull"
        await pilot.pause(saving.PAUSE + 0.2)
        assert keep.drafts == []


async def test_a_draft_that_cannot_be_kept_is_not_thrown_away() -> None:
    async with showing(editor(Keeper(broken=True))) as (host, pilot):
        await press(pilot, "x", "escape")
        assert host.answer is NOTHING
        assert "the disk is full" in seen(host)
        await press(pilot, "escape")
        assert host.answer is None


async def test_it_closes_only_when_the_note_is_on_disk() -> None:
    keep, store = Keeper(), Storer(full=True)
    async with showing(editor(keep, store=store)) as (host, pilot):
        await press(pilot, *"Pull", "ctrl+s")
        await pilot.pause()
        assert host.answer is NOTHING
        assert host.screen.query_one(TextArea).text == "Pull"
        shown = " ".join(seen(host).split())
        assert "Not saved. Cannot write notes: the disk is full. Make room and try again." in shown
        assert keep.drafts == ["Pull"], "the draft is kept at once"
        store.full = False
        await press(pilot, "!", "ctrl+s")
        assert host.answer == "Pull!"
        assert store.stored == ["Pull!"]


async def test_it_says_where_the_draft_is_if_not_in_its_place() -> None:
    keep = Keeper(where="/spare/place.json")
    async with showing(editor(keep, store=Storer(full=True))) as (host, pilot):
        await press(pilot, *"Pull", "ctrl+s")
        await pilot.pause()
        assert "The draft is kept in /spare/place.json: the disk is full." in " ".join(
            seen(host).split()
        )
        await press(pilot, "escape")
        assert host.answer is None


async def test_the_end_of_the_app_keeps_the_draft_at_once() -> None:
    keep = Keeper()
    async with showing(dialog := editor(keep)) as (_, pilot):
        await press(pilot, *"Pull")
        assert dialog.saving.unkept() == "Pull"
        await dialog.saving.close()
        assert (keep.drafts, dialog.saving.unkept()) == (["Pull"], "")
    broken = editor(Keeper(broken=True))
    async with showing(broken) as (_, pilot):
        await press(pilot, "x")
        with pytest.raises(CannotWrite):
            await broken.saving.close()
        assert broken.saving.unkept() == "x"


async def test_what_is_pasted_is_made_safe() -> None:
    async with showing(editor()) as (host, pilot):
        host.post_message(Paste("a\x1b[31mb\r\nc\x07"))
        await pilot.pause()
        await press(pilot, "ctrl+s")
        assert host.answer == "ab\nc"


async def test_copying_goes_through_the_app() -> None:
    async with showing(editor(body="Pull")) as (host, pilot):
        await press(pilot, "shift+left", "shift+left", "ctrl+c")
        assert host.copied == ["ll"]


async def test_a_click_beside_it_keeps_the_draft() -> None:
    keep = Keeper()
    async with showing(editor(keep)) as (host, pilot):
        await press(pilot, "x")
        await pilot.click(offset=(3, 1))
        await pilot.pause()
        assert host.answer is None
        assert keep.drafts == ["x"]


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_it_shows_what_it_is_about(size: tuple[int, int]) -> None:
    async with showing(editor(), size) as (host, _):
        shown = seen(host)
        for text in ("“forty [b]riders[/b]”", "#routes", "ctrl+s saves", "Esc keeps a draft"):
            assert text in shown


def script(folder: Path, body: str) -> str:
    path = folder / "my editor.sh"
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(0o700)
    return f"'{path}' --wait"


@pytest.mark.parametrize(
    ("command", "said", "body"),
    [
        ("printf 'outside\\033[31m text\\n' > \"$2\"", "", "outside text"),
        ("exit 3", "failed; the note is as it was", "Old"),
        ("", "", "Old"),
    ],
)
async def test_the_readers_own_editor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, said: str, body: str
) -> None:
    suspended = Event()
    monkeypatch.setattr(Host, "suspend", lambda _: _Aside(suspended))
    async with showing(editor(body="Old", command=script(tmp_path, command))) as (host, pilot):
        await press(pilot, "ctrl+g")
        assert suspended.is_set()
        assert host.screen.query_one(TextArea).text == body
        assert said in seen(host)


@pytest.mark.parametrize("command", ["", "no-such-editor-at-all", "'unclosed"])
async def test_an_editor_that_does_not_start(monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.setattr(Host, "suspend", lambda _: _Aside(Event()))
    async with showing(editor(body="Old", command=command)) as (host, pilot):
        await press(pilot, "ctrl+g")
        assert "does not start" in seen(host)
        await press(pilot, "ctrl+s")
        assert host.answer == "Old"


async def test_what_another_editor_has_saved_so_far_is_kept_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep = Keeper()
    dialog = editor(keep, "Old", script(tmp_path, 'echo "From outside" > "$2"'))
    seen_outside: list[str] = []
    run = subprocess.run

    def watched(command: list[str], *, check: bool) -> subprocess.CompletedProcess[bytes]:
        done = run(command, check=check)
        seen_outside.append(dialog.saving.unkept())
        return done

    monkeypatch.setattr(subprocess, "run", watched)
    monkeypatch.setattr(Host, "suspend", lambda _: _Aside(Event()))
    async with showing(dialog) as (_, pilot):
        await press(pilot, "ctrl+g")
        assert seen_outside == ["From outside"]


class _Aside:
    """Stands for the terminal that is handed to another program, and is taken back after it."""

    def __init__(self, used: Event) -> None:
        self._used = used

    def __enter__(self) -> None:
        self._used.set()

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        # Textual does not take the terminal back after an error.
        assert kind is None
