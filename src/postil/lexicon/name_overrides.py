"""Name overrides: what the reader has said of names, which comes before the rules for them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from postil.lexicon.name_list import lookup_key
from postil.lexicon.person_names import parse_name, split_names
from postil.model.source import Name
from postil.model.values import dataclass, field


@dataclass(frozen=True, slots=True)
class NameOverrides:
    """Names that the reader has corrected, by their :func:`lookup_key`."""

    outlets: frozenset[str] = frozenset()
    """Newspapers, agencies and others in which something was published."""
    publishers: frozenset[str] = frozenset()
    persons: Mapping[str, Name] = field(default_factory=lambda: MappingProxyType({}))
    """Authors, by the name as bylines have it."""

    def __bool__(self) -> bool:
        """Whether the reader has corrected any name."""
        return bool(self.outlets or self.publishers or self.persons)

    @property
    def entries(self) -> tuple[str, ...]:
        """All overrides as text, in a stable order: caches of what depends on them are keyed so."""
        people = (f"{key}: {name}" for key, name in self.persons.items())
        return (*sorted(self.outlets), "", *sorted(self.publishers), "", *sorted(people))

    def is_outlet(self, words: str) -> bool:
        """Tell whether the reader has said that the words name a publication."""
        return bool(self.outlets) and lookup_key(words) in self.outlets

    def is_publisher(self, words: str) -> bool:
        """Tell whether the reader has said that the words name a publisher."""
        return bool(self.publishers) and lookup_key(words) in self.publishers

    def people(self, words: str) -> tuple[Name, ...]:
        """Return the persons that the words name if the reader has corrected one of them."""
        if not self.persons:
            return ()
        if whole := self.persons.get(lookup_key(words)):
            return (whole,)
        parts = split_names(words)
        corrected = [self.persons.get(lookup_key(part)) for part in parts]
        if not any(corrected):
            return ()
        found = [one or parse_name(part) for one, part in zip(corrected, parts, strict=True)]
        return tuple(name for name in found if name) if all(found) else ()


NO_OVERRIDES = NameOverrides()
"""For a reader who has corrected nothing."""
