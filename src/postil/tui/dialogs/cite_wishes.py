"""What a reader may wish of a citation besides its style: own words, and the place named."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.app import App

from postil.library.citation.citation_format import DEFAULT_OPTIONS, CitationOptions
from postil.model.values import replace
from postil.tui.dialogs.frame.dialog import Hint

Marked = Callable[[str | None], str]
"""Returns the words of a quotation in a wording, with what was changed marked as such."""


class Wishes:
    """The wish that holds now, and how it is asked for."""

    def __init__(self, marked: Marked) -> None:
        self.now = DEFAULT_OPTIONS
        self._marked = marked

    def hints(self, named: Sequence[Hint]) -> Sequence[Hint]:
        """Return hints with those of the wishes among them, in as few words as they need."""
        *first, last = named
        place = "without place" if self.now.place else "place"
        return (
            *((key, "default") if key == "cite.default" else (key, said) for key, said in first),
            ("cite.wording", "wording"),
            ("cite.place", place),
            *([(last[0], "more")] if last[0] == "cite.down" else [] if first else [last]),
        )

    def turn_place(self) -> None:
        """Have the place named from now on, or no more."""
        self._want(replace(self.now, place=not self.now.place))

    def ask_words(self, app: App[object], changed: Callable[[], None]) -> None:
        """Let the reader change the words, and say that they are ``changed``."""
        from postil.tui.dialogs.wording import WordingEditor

        original = self._marked(None)

        def word(words: str | None) -> None:
            if words is not None:
                self._want(replace(self.now, words=None if words == original else words))
                changed()

        app.push_screen(WordingEditor(self.now.words or original, self._marked), word)

    def _want(self, wish: CitationOptions) -> None:
        self.now = wish
