"""What acts on a terminal in what a program writes: its sequences, without what they say."""

from __future__ import annotations

import re

_SEQUENCE = re.compile(
    "\x1b\\[(?P<private>[<=>?]?)(?P<numbers>[0-9;:]*)(?P<final>[ -/]*[@-~])"
    "|\x1b\\](?P<number>[0-9]*)[^\x07\x1b]*(?:\x07|\x1b\\\\)"
    "|\x1b(?P<string>[PX^_])[^\x1b]*\x1b\\\\"
    "|\x1b(?P<other>[ -/]*[0-Z\\\\`-~])"
    "|(?P<control>[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2060-\u206f])"
)


def kinds(written: bytes) -> set[str]:
    """Return the kinds of what acts on a terminal: modes and commands in full, others by name.

    A sequence that is cut off, or is none of those known, shows as the escape that begins it.
    """
    found = set()
    for one in _SEQUENCE.finditer(written.decode("utf-8", "replace")):
        if one["final"]:
            numbers = one["numbers"] if one["private"] else ""
            found.add(f"CSI {one['private']}{numbers}{one['final']}")
        elif one["number"] is not None:
            found.add(f"OSC {one['number']}")
        elif one["string"]:
            found.add(f"ESC {one['string']} string")
        elif one["other"]:
            found.add(f"ESC {one['other']}")
        else:
            found.add(f"U+{ord(one['control']):04X}")
    return found
