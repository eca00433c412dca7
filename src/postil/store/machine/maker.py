"""The maker of notes: who is said to have made those that are made on this machine."""

from __future__ import annotations

from postil.model.note import NAMELESS_MAKER, Note
from postil.store.machine.state import State


class Maker:
    """A reader by the name in the settings; without one, by the device."""

    def __init__(self, name: str, state: State) -> None:
        self._name = name
        self._state = state

    @property
    def name(self) -> str:
        """What new notes bear."""
        return self._name or f"{NAMELESS_MAKER}{self._state.device}"

    def made(self, note: Note) -> bool:
        """Tell whether a note was made by this reader, or by nobody knows whom."""
        here = (f"{NAMELESS_MAKER}{device}" for device in self._state.devices)
        return note.maker in ("", self._name, *here)
