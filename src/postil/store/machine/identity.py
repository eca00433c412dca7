"""Machine fingerprint: the same on one machine, different on another, and secret."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path

from postil.model.digests import sha256

_FILES = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))
_LENGTH = 16
"""Hexadecimal digits that are kept of the digest."""
_MULTICAST = 1 << 40
"""The bit of a hardware address that is set where it was only drawn at random (RFC 9562, 6.10)."""


def machine() -> str:
    """Return a digest that stays the same on this machine; empty where it has no name of its own.

    What the system calls itself does not leave the machine: the digest cannot be turned back.
    """
    name = _name()
    return sha256(f"postil {name}".encode()).hexdigest()[:_LENGTH] if name else ""


def _name() -> str:
    for path in _FILES:
        with contextlib.suppress(OSError, ValueError):
            if found := path.read_text("ascii").strip():
                return found
    if sys.platform == "win32":
        import winreg

        with contextlib.suppress(OSError):
            where = r"SOFTWARE\Microsoft\Cryptography"
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, where) as key:
                return str(winreg.QueryValueEx(key, "MachineGuid")[0])
    # Nearly every machine has a name by now; to ask for an address loads all about its system.
    import uuid

    node = uuid.getnode()
    return "" if node & _MULTICAST else f"{node:012x}"
