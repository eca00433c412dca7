"""Finds words in one article, as the app and the commands show them."""

from __future__ import annotations

from postil.search.find import LIMIT, Finder, Query
from postil.search.matches import Matches, SpanMatches

__all__ = ["LIMIT", "Finder", "Matches", "Query", "SpanMatches"]
