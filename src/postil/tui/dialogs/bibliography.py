"""Chooses how a bibliography is written, with the whole of it in each style and format."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from postil.library.citation.citation_format import CitationFormat
from postil.library.citation.previewing import Preview
from postil.tui.dialogs.cite import CiteChooser, Make, Offered
from postil.tui.dialogs.frame.dialog import Hint
from postil.tui.dialogs.preview_snippets import Beginnings
from postil.tui.startup.key_priority import Errand

WORDS_ALONE = ("text", "markdown")
"""Formats of a quotation, which no bibliography has."""


class BibliographyChooser(CiteChooser):
    """Answers with a style or a format; a bibliography has but one form."""

    def __init__(
        self,
        about: str,
        offered: Sequence[Offered],
        default: CitationFormat,
        make: Make,
        errand: Errand,
        others: Callable[[], Sequence[Offered]],
    ) -> None:
        """Name in ``about`` what it is a bibliography of; the rest is as for a passage."""
        ways = [one for one in offered if one[0] not in WORDS_ALONE]
        fits = any(name == default.name for name, _ in ways)
        super().__init__(
            "", ways, default if fits else CitationFormat(ways[0][0]), make, errand, others=others
        )
        # What is wrong is wrong in every style, and is said below the list.
        self._begins = Beginnings("", (), signs=False)
        self._about = about

    def heading(self) -> str:
        """Return what it is a bibliography of."""
        return f"Bibliography of {self._about}"

    def hints(self) -> Sequence[Hint]:
        """Name the keys that mean something here."""
        shown = {"field.enter", "cite.down", "dialog.leave"}
        return [hint for hint in super().hints() if hint[0] in shown]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Take no other form, and no default: that is the one for passages."""
        if action in ("form", "prefer"):
            return False
        return super().check_action(action, parameters)

    def made(self, name: str) -> Preview | None:
        """Return the bibliography in a style or a format, if it has been made already."""
        return self._previews.get(name)
