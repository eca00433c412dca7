"""Knows what day it is for the reader."""

from __future__ import annotations

import datetime

from postil.model.source import Date


def today() -> Date:
    """Return the reader's own date, for a citation that says when the article was read."""
    now = datetime.datetime.now().astimezone()
    return Date(now.year, now.month, now.day)
