"""Chooses how a passage is cited; the reader may word it anew, and have its place named."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from textual.binding import Binding, BindingType

from postil.library.citation.citation_format import DEFAULT_OPTIONS, CitationFormat, CitationOptions
from postil.library.citation.previewing import Preview
from postil.tui.dialogs.cite import CiteChooser, Offered
from postil.tui.dialogs.frame.dialog import Hint
from postil.tui.startup.key_priority import Errand


class PassageChooser(CiteChooser):
    """Answers as every chooser of ways does; ``wish`` is what the reader wants besides."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+r",
            "word",
            "Your wording",
            id="cite.wording",
            show=False,
            tooltip="Change the words of the quotation; what you change is marked as such",
        ),
        Binding(
            "ctrl+l",
            "place",
            "Place of the passage",
            id="cite.place",
            show=False,
            tooltip="Let the citation in a style name the section and the paragraph, or not",
        ),
    ]

    def __init__(
        self,
        passage: str,
        offered: Sequence[Offered],
        default: CitationFormat,
        make: Callable[[str, CitationOptions], Preview],
        errand: Errand,
        *,
        known: Mapping[str, Preview],
        others: Callable[[], Sequence[Offered]],
        marked: Callable[[str | None], str],
    ) -> None:
        """Make previews for a wish; ``marked`` returns the words of a quotation in a wording."""
        super().__init__(
            passage,
            offered,
            default,
            lambda name: make(name, self.wish),
            errand,
            known=known,
            others=others,
        )
        self.wish = DEFAULT_OPTIONS
        self._marked = marked

    def hints(self) -> Sequence[Hint]:
        """Name the further keys, in as few words as they need."""
        *named, last = super().hints()
        place = "without place" if self.wish.place else "place"
        return (
            *((key, "default") if key == "cite.default" else (key, said) for key, said in named),
            ("cite.wording", "wording"),
            ("cite.place", place),
            *([(last[0], "more")] if last[0] == "cite.down" else [] if named else [last]),
        )

    def action_place(self) -> None:
        """Have the place named from now on, or no more."""
        self._want(replace(self.wish, place=not self.wish.place))

    def action_word(self) -> None:
        """Let the reader change the words."""
        from postil.tui.dialogs.wording import WordingEditor

        original = self._marked(None)
        editor = WordingEditor(self.wish.words or original, self._marked)

        def word(words: str | None) -> None:
            if words is not None:
                self._want(replace(self.wish, words=None if words == original else words))

        self.app.push_screen(editor, word)

    def _want(self, wish: CitationOptions) -> None:
        self.wish = wish
        self.make_anew()
        self.say_hints()
