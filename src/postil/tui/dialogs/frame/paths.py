"""Completes paths as they are typed, by the files that there are."""

from __future__ import annotations

import asyncio
import os

from textual.suggester import Suggester

from postil.text.clean import clean_line

MOST_NAMES = 5000
"""Names of a folder that are looked at to complete a path."""


class Paths(Suggester):
    """Offers how a path goes on, by the files that there are."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """Return the first file or folder that begins as it is typed."""
        return await asyncio.to_thread(completed, value)


def completed(typed: str) -> str | None:
    """Return a path with its last name completed, a folder with a slash; None for nothing."""
    folder, name = os.path.split(typed)
    try:
        with os.scandir(os.path.expanduser(folder) or ".") as entries:  # noqa: PTH111
            names = sorted(
                one.name + "/" * one.is_dir()
                for one, _ in zip(entries, range(MOST_NAMES), strict=False)
                if one.name.startswith(name) and (name or not one.name.startswith("."))
            )
    except OSError:
        return None
    fitting = next((one for one in names if one != name and one == clean_line(one)), None)
    return None if fitting is None else typed + fitting[len(name) :]
