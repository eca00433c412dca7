"""Draws the picture of the README with the app itself: ``python -m tests.picture.draw``."""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
PICTURE = HERE / "postil.svg"
DIGEST = HERE.parents[1] / "articles" / "korean-drama-across-a-closed-border.txt"
SIZE = (140, 36)


async def draw(folder: Path) -> str:
    """Return the picture: the digest in the app, with notes made by its own keys."""
    for name in ("HOME", "STATE", "CONFIG", "CACHE"):
        os.environ[f"POSTIL_{name}"] = str(folder / name.lower())
    os.environ["COLORTERM"] = "truecolor"
    from postil import config
    from postil.tui.app import PostilApp
    from postil.tui.startup.loading_article import open_article

    settings = config.load(os.environ)
    app = PostilApp(settings, lambda app: app.reader(open_article(settings, DIGEST)))
    async with app.run_test(size=SIZE) as pilot:

        async def press(*keys: str) -> None:
            for key in keys:
                await pilot.press(key)
                await pilot.pause(0.15)

        await pilot.pause(1)
        await press(*["right_square_bracket"] * 2, "right_curly_bracket")
        await press("v", "right_parenthesis", "1", "t", *"routes", "enter", "enter")
        await press("right_curly_bracket", "v", "a", *"Compare with 2009.", "ctrl+s")
        await press("right_curly_bracket", "V", "2", "v", "3", "escape", "left_curly_bracket")
        app.clear_notifications()
        await pilot.pause(0.5)
        return anonymous(app.export_screenshot(title="Postil"))


def anonymous(svg: str) -> str:
    """Name the classes of a picture alike, whatever it was drawn from."""
    return re.sub(r"terminal-\d+", "terminal", svg)


def main() -> None:
    """Draw the picture anew."""
    with tempfile.TemporaryDirectory() as folder:
        PICTURE.write_text(asyncio.run(draw(Path(folder))), "utf-8")


if __name__ == "__main__":
    main()
