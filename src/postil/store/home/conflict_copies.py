"""Copies of ledgers that file synchronisers made where they found two of one name."""

from __future__ import annotations

from pathlib import Path

from postil.store.disk.clock import DEVICE_LENGTH
from postil.store.machine.device import FORM

# Syncthing:  DEVICE.sync-conflict-20261123-101112-ABCDEFG.json
# Dropbox:    DEVICE (Ada's conflicted copy 2026-11-23).json
# Nextcloud:  DEVICE (conflicted copy 2026-11-23 101112).json
# OneDrive:   DEVICE-LAPTOP.json     others: DEVICE (1).json, DEVICE 2.json


def copied_from(path: Path) -> str | None:
    """Return the device whose ledger this is a copy of; None for a ledger, or any other file."""
    name = path.stem
    device, rest = name[:DEVICE_LENGTH], name[DEVICE_LENGTH:]
    if not FORM.fullmatch(device) or not rest or rest[0].isalnum():
        return None
    return device
