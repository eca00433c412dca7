"""What is being typed into a dialog, kept until it is stored."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock

from postil.library.care.local_state import Elsewhere


class Draft:
    """A text that is being written; kept by one thread at a time, and never after it is closed."""

    def __init__(
        self,
        text: str,
        read: Callable[[], str],
        keep: Callable[[str], Elsewhere | None] | None = None,
    ) -> None:
        """``text`` stands there at first; ``read`` returns what stands there by now.

        ``keep`` keeps a text and returns where if not in its place; without it nothing is kept.
        """
        self._read = read
        self._keep = keep
        self._lock = Lock()
        self._kept = text
        self._open = True
        self.elsewhere: Elsewhere | None = None
        """Where the draft is, if not in its place."""

    @property
    def keeps(self) -> bool:
        """Whether anything is kept at all."""
        return self._keep is not None

    def store(self) -> None:
        """Keep the newest text, unless it is kept already; raises what the keeping raises."""
        with self._lock:
            text = self._read()
            if self._keep is not None and self._open and text != self._kept:
                self.elsewhere = self._keep(text)
                self._kept = text

    def close(self) -> None:
        """Keep nothing from now on; waits for what is being kept."""
        with self._lock:
            self._open = False

    def unkept(self) -> str:
        """Return the newest text where it is not kept, "" where it is."""
        text = self._read()
        return text if self._open and text != self._kept else ""
