"""Previews of the formats that can be seen, made in a thread, that of the one pointed at first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from postil.library.citation.previewing import Preview
from postil.tui.dialogs.preview_snippets import PreviewSnippets
from postil.tui.startup.key_priority import BackgroundTask, Cancelled

Make = Callable[[str], Preview]
"""Makes the preview of a format or a style, by its name; called in a thread."""


class Previews:
    """Made previews by the names of their formats, and the queue of those that are wanted.

    ``wanted`` names what can be seen now, what matters most first; it is asked on the event loop
    whenever something that is missing is drawn, so that what has left the screen is not made any
    more. The thread never looks at the screen itself, where rows come and go.
    """

    def __init__(
        self,
        make: Make,
        task: BackgroundTask,
        wanted: Callable[[], Iterator[str]],
        snippets: PreviewSnippets,
        known: Mapping[str, Preview] | None = None,
    ) -> None:
        """Begin with the previews that are ``known`` and need not be made any more."""
        self._make = make
        self._task = task
        self._names = wanted
        self._seen: tuple[str, ...] = ()
        self._snippets = snippets
        self._made = dict(known or {})
        self._beginnings: dict[tuple[str, str], str] = {}
        self._making = False

    def of(self, name: str) -> Preview | None:
        """Return the preview of a format or a style, or None where it is not yet made."""
        return self._made.get(name)

    def beginning(self, name: str, form: str) -> str | None:
        """Return how a result begins, to be drawn in its row; None where it is not yet made."""
        preview = self._made.get(name)
        if preview is None:
            return None
        key = (name, form)
        if key not in self._beginnings:
            self._beginnings[key] = self._snippets.of(preview, form)
        return self._beginnings[key]

    def may_copy(self, name: str, form: str) -> bool:
        """Tell whether there is something to copy, as far as is known yet."""
        preview = self._made.get(name)
        return preview is None or bool(preview.text(form))

    def begin(self) -> bool:
        """Tell whether a thread is to run ``work`` now: something is missing, and none does."""
        self._seen = tuple(self._names())
        if self._making or self._wanted() is None:
            return False
        self._making = True
        return True

    def work(self, made: Callable[[], object]) -> bool:
        """Make what is wanted and say of each that it is ``made``; False where it was given up."""
        while (name := self._wanted()) is not None:
            # What is made for a wish that has changed meanwhile goes where nobody looks.
            previews = self._made
            try:
                self._task.yield_to_keys()
            except Cancelled:
                return False
            previews[name] = self._make(name)
            made()
        return True

    def rested(self) -> None:
        """Take note that the thread has ended; more may have come to be wanted meanwhile."""
        self._making = False

    def forget(self) -> None:
        """Forget every preview: they are to be made otherwise from now on."""
        self._made = {}
        self._beginnings = {}

    def drop(self) -> None:
        """Let go of what nobody waits for any more."""
        self._task.drop()

    def _wanted(self) -> str | None:
        return next((name for name in self._seen if name not in self._made), None)
