"""The maker of notes: who is said to have made those that are made on this machine."""

from __future__ import annotations

from postil.model.note import Note
from postil.store.machine.state import State


class Maker:
    """A reader by the name in the settings; without one, by the id of the device."""

    def __init__(self, name: str, state: State) -> None:
        self._name = name
        self._state = state

    @property
    def name(self) -> str:
        """What new notes bear."""
        return self._name or self._state.device

    def made(self, note: Note) -> bool:
        """Tell whether a note was made by this reader, or by nobody knows whom."""
        return note.maker in ("", self._name, *self._state.devices)
