"""What a list of passages remembers from one time to the next."""

from __future__ import annotations

from postil.model.values import dataclass


@dataclass
class Memory:
    """What was typed, and which passage was pointed at, when the screen was left."""

    typed: str = ""
    key: str = ""
