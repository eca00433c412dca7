"""Finds words in one article, as the app and the commands show them."""

from __future__ import annotations

from postil.search.find import Finder, Query
from postil.search.matches import Matches

__all__ = ["Finder", "Matches", "Query"]
