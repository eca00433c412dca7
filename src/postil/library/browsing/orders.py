"""Orders: how notes may be listed; the app knows them before it lists any."""

from __future__ import annotations

from enum import StrEnum


class Order(StrEnum):
    """In what order notes are listed."""

    PLACE = "place"
    """As they stand in the text; the article that was noted last comes first."""
    DATE = "date"
    """When they were made, the newest first."""
    TAG = "tag"
    SOURCE = "source"
    ARTICLE = "article"
    """By the titles of the articles."""
