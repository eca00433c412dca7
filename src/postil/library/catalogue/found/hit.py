"""Hits: articles and notes of which a query holds, as the commands print them."""

from __future__ import annotations

from postil.model.values import dataclass
from postil.store.catalogue.kept_sections import KeptSection
from postil.text.clean import clean_line


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
    quote: str = ""
    body: str = ""
    """What the note says, as Markdown, which the snippet has behind its quotation."""
    section: KeptSection | None = None
    """The one that it stands in; None where it has no place, or its article no sections."""

    def order(self) -> tuple[float, str, int]:
        """Return by what hits are sorted, the best first."""
        return (-self.score, self.path or "", self.start or 0)

    def for_reading(self) -> str:
        """Return the snippet as it is shown to people: a note without the signs of its Markdown."""
        if not self.body:
            return self.snippet
        # What reads Markdown knows blocks, which a search for programs need not load.
        from postil.library.base.note_text import on_one_line

        said = on_one_line(self.body)
        return f"{clean_line(self.quote)} — {said}" if self.quote else said

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
