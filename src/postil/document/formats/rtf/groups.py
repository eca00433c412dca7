"""Groups of RTF: what is in force within one, and where its words go."""

from __future__ import annotations

from collections.abc import Callable

from postil.document.formats.rtf.flow import Flow
from postil.document.formats.rtf.looks import Look, Shape


class Field:
    """A field that stands open: its code, once it has been read."""

    __slots__ = ("code",)

    def __init__(self) -> None:
        self.code = ""


class Group:
    """One group that stands open; what is in force in it ends with it."""

    __slots__ = (
        *("look", "shape", "skip", "destination", "link", "field", "sink", "flow"),
        *("fresh", "starred", "end"),
    )

    def __init__(self, flow: Flow) -> None:
        """Begin the outermost group, whose words go into a flow."""
        self.look = Look()
        self.shape = Shape()
        self.skip = 1
        """Characters that stand behind a Unicode one for programs that do not know it."""
        self.destination = b""
        self.link = ""
        self.field: Field | None = None
        self.sink: Flow | list[str] | None = flow
        """Where words go; None for nowhere."""
        self.flow = flow
        """The flow around this place."""
        self.fresh = False
        """Nothing has been read in it but a star."""
        self.starred = False
        self.end: Callable[[Group], None] | None = None
        """Called when it ends."""

    def inner(self) -> Group:
        """Return a group within this one."""
        one = Group.__new__(Group)
        one.look = self.look
        one.shape = self.shape
        one.skip = self.skip
        one.destination = self.destination
        one.link = self.link
        one.field = self.field
        one.sink = self.sink
        one.flow = self.flow
        one.fresh = True
        one.starred = False
        one.end = None
        return one
