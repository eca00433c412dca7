"""The maker of notes: who is said to have made those that are made on this machine."""

from __future__ import annotations

from postil.model.note import NAMELESS_MAKER, Note
from postil.store.machine.state import State
from postil.text.clean import clean_line

NAME_SHOWN = 40
"""Code points of a name that are shown."""

DEVICE_SHOWN = 6
"""Characters of the id of a device that tell it from the reader's others."""


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
        if note.maker in ("", self._name):
            # Nearly every note; the id of a device is read from its file until it is stored.
            return True
        return note.maker in [f"{NAMELESS_MAKER}{device}" for device in self._state.devices]

    def is_other(self, note: Note) -> bool:
        """Tell whether somebody else made a note; devices without a name are nobody else's."""
        return bool(note.maker_name) and not self.made(note)

    def other(self, note: Note) -> str:
        """Return who else made a note, as readers are told; "" for this reader's own."""
        if self.made(note):
            return ""
        device = note.maker.removeprefix(NAMELESS_MAKER)[:DEVICE_SHOWN]
        return clean_line(note.maker_name, NAME_SHOWN) or clean_line(f"device {device}")
