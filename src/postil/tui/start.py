"""Starts the app: the first page at once, the app as soon as it is loaded."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from postil.config import Settings
from postil.library.articles import quick_open
from postil.tui.startup.garbage import leave_for_later
from postil.tui.startup.key_priority import KeyPriority
from postil.tui.startup.loading_article import open_article
from postil.tui.startup.signals import SignalWatch

if TYPE_CHECKING:
    from postil.model.position import ReadingPosition
    from postil.tui.app import PostilApp
    from postil.tui.screens.early_reader import EarlyReader
    from postil.tui.screens.reader.screen import ReaderScreen
    from postil.tui.startup.first_page import Painted

SWITCH = 0.0003
"""Seconds after which a busy thread makes way, so that keys stay quick while an article is read."""

FRAMES = "500"
"""Frames a second that Textual may draw: at its usual 60 a page waits 8 ms more on average."""


def run(
    settings: Settings,
    paths: Sequence[Path],
    data: bytes | None,
    password: str = "",
    encoding: str = "",
) -> int:
    """Run the app on an article, a folder, some of both, or everything known; return its status.

    An ``encoding`` is that of ``data``, by Python's name.

    Raises PostilError for what can be known before the app has taken the terminal.
    """
    leave_for_later()
    os.environ.setdefault("TEXTUAL_FPS", FRAMES)
    os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")
    sys.setswitchinterval(SWITCH)
    single = paths[0] if len(paths) == 1 else None
    with SignalWatch() as signals:
        if data is None and (single is None or os.path.isdir(single)):
            return _run_shelf(settings, paths, signals)
        return _run_article(settings, single, data, signals, password, encoding)


def _run_article(
    settings: Settings,
    path: Path | None,
    data: bytes | None,
    signals: SignalWatch,
    password: str,
    encoding: str,
) -> int:
    from postil.tui.startup.first_page import paint

    key_priority = KeyPriority()
    opened = open_article(
        settings, path, data, key_priority, password, encoding if data is not None else ""
    )
    start = opened.start.top
    appearance = quick_open.appearance(settings.places)
    with signals.held():
        painted = paint(
            opened.first,
            start if start < opened.first.length else 0,
            appearance.measure or settings.measure,
            appearance.theme or settings.theme,
            os.environ,
        )
        early = None if painted is None else _read_early(painted, opened.start, settings)
        if painted is not None:
            signals.answer(painted.end)
    try:
        from postil.tui.app import PostilApp

        def reader(app: PostilApp) -> ReaderScreen:
            screen = app.reader(opened)
            if early is not None and (place := early.place()) is not None:
                screen.parts.position.start_at(*place)
            return screen

        app = PostilApp(settings, reader, painted, key_priority)
        signals.answer(app.ending.by_signal)
        return _run(app)
    except BaseException:
        if painted is not None:
            painted.take_down()
        raise


def _read_early(painted: Painted, start: ReadingPosition, settings: Settings) -> EarlyReader | None:
    """Answer the keys that turn pages until the app does; None where they may mean other things."""
    if settings.keys or not os.isatty(0):
        return None
    from postil.tui.screens.early_reader import EarlyReader

    early = EarlyReader(painted.page, start)
    painted.hand_over = early.stop
    return early


def _run_shelf(settings: Settings, paths: Sequence[Path], signals: SignalWatch) -> int:
    from postil.tui.app import PostilApp
    from postil.tui.screens.shelf.screen import Shelf

    def shelf(app: PostilApp) -> Shelf:
        return Shelf(settings, app.open_home, paths, app.key_priority)

    app = PostilApp(settings, shelf)
    signals.answer(app.ending.by_signal)
    return _run(app)


def _run(app: PostilApp) -> int:
    """Run the app and return its exit status, which after a crash is not 0."""
    status = app.run() or app.return_code or 0
    app.ending.tell()
    return status
