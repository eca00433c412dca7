"""Hits: articles and notes of which a query holds, as the commands print them."""

from __future__ import annotations

from postil.model.values import dataclass
from postil.store.catalogue.kept_sections import KeptSection


@dataclass(frozen=True, slots=True)
class Hit:
    """An article or a note of which a query holds."""

    kind: str
    """``text`` or ``note``."""
    note: str | None
    article: str | None
    """The id of its record; None where nothing is stored about it."""
    path: str | None
    """As the system spells it, not yet fit for showing."""
    title: str
    start: int | None
    """Of what was found, in the canonical text; the beginning, where no words were asked for."""
    end: int | None
    snippet: str
    score: float
    section: KeptSection | None = None
    """The one that it stands in; None where it has no place, or its article no sections."""

    def order(self) -> tuple[float, str, int]:
        """Return by what hits are sorted, the best first."""
        return (-self.score, self.path or "", self.start or 0)

    def as_json(self) -> dict[str, object]:
        """Return what ``postil search --json`` prints, in its order."""
        names = ("kind", "note", "article", "path", "start", "end", "snippet", "score")
        row = {name: getattr(self, name) for name in names}
        if self.note is None:
            del row["note"]
        section = self.section
        row["section"] = None if section is None else section.number
        row["heading"] = None if section is None else section.title
        return row
