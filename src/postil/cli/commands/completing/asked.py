"""What completions are looked up in: settings, tags, notes, makers and queries."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from postil.config import Settings, load
from postil.library.notes.names_at_hand import Names, makers_at_hand, names


class Asked:
    """What a value is looked up in, each part when it is first wanted."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ

    @cached_property
    def settings(self) -> Settings:
        """The settings; raises BadSetting."""
        return load(self._environ)

    @cached_property
    def names(self) -> Names:
        """Tags, notes and saved queries."""
        return names(self.settings.places)

    @cached_property
    def makers(self) -> tuple[str, ...]:
        """The names of those who made notes."""
        return makers_at_hand(self.settings.places)

    def values(self, field: str) -> tuple[str, ...]:
        """Return what is known of a field of the query language; () for nothing."""
        if field == "by":
            return self.makers
        return self.names.tags if field == "tag" else ()
