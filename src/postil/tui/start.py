"""Starts the app: the first page at once, the app as soon as it is loaded."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from postil.config import Settings
from postil.library.articles import quick_open
from postil.tui.startup.key_priority import KeyPriority
from postil.tui.startup.loading_article import open_article
from postil.tui.startup.signals import SignalWatch

if TYPE_CHECKING:
    from postil.tui.app import PostilApp

SWITCH = 0.0003
"""Seconds after which a busy thread makes way, so that keys stay quick while an article is read."""

FRAMES = "500"
"""Frames a second that Textual may draw: at its usual 60 a page waits 8 ms more on average."""


def run(settings: Settings, paths: Sequence[Path], data: bytes | None) -> int:
    """Run the app on an article, a folder, some of both, or everything known; return its status.

    Raises PostilError for what can be known before the app has taken the terminal.
    """
    # Nothing that is made while starting is garbage, and looking for some takes a third of it.
    gc.disable()
    os.environ.setdefault("TEXTUAL_FPS", FRAMES)
    os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")
    sys.setswitchinterval(SWITCH)
    single = paths[0] if len(paths) == 1 else None
    with SignalWatch() as signals:
        if data is None and (single is None or os.path.isdir(single)):
            return _run_shelf(settings, paths, signals)
        return _run_article(settings, single, data, signals)


def _run_article(
    settings: Settings, path: Path | None, data: bytes | None, signals: SignalWatch
) -> int:
    from postil.tui.startup.first_page import paint

    key_priority = KeyPriority()
    opened = open_article(settings, path, data, key_priority)
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
        if painted is not None:
            signals.answer(painted.end)
    try:
        from postil.tui.app import PostilApp

        app = PostilApp(settings, lambda app: app.reader(opened), painted, key_priority)
        signals.answer(app.ending.by_signal)
        if painted is not None:
            painted.let_go()
        return _run(app)
    except BaseException:
        if painted is not None:
            painted.take_down()
        raise


def _run_shelf(settings: Settings, paths: Sequence[Path], signals: SignalWatch) -> int:
    from postil.tui.app import PostilApp
    from postil.tui.screens.shelving import Shelf

    app = PostilApp(settings, lambda app: Shelf(app.open_home, paths))
    signals.answer(app.ending.by_signal)
    return _run(app)


def _run(app: PostilApp) -> int:
    """Run the app and return its exit status, which after a crash is not 0."""
    status = app.run() or app.return_code or 0
    app.ending.tell()
    return status
