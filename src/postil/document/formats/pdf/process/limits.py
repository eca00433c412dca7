"""Limits of the process that reads a PDF: memory, time of the processor, files, programs."""

from __future__ import annotations

import signal

MEMORY = 420 << 20
"""Bytes of memory beside the document itself."""
_OPEN = 2.0
"""Seconds of the processor in which a document must open."""
_OPEN_SPEED = 40 << 20
"""Bytes of a document for which there is another second."""
_MOST_FILES = 32


def confine(size: int, seconds: float) -> None:
    """Set the limits of this process for a document of so many bytes; where it has none, none."""
    try:
        import resource
    except ImportError:  # pragma: no cover - a system without limits
        return
    limits = {
        "RLIMIT_AS": MEMORY + 2 * size,
        "RLIMIT_FSIZE": 0,
        "RLIMIT_NOFILE": _MOST_FILES,
        "RLIMIT_CORE": 0,
    }
    for name, most in limits.items():
        kind = getattr(resource, name, None)
        if kind is None:
            continue
        _, hard = resource.getrlimit(kind)
        kept = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(kind, (kept, kept))
        except (OSError, ValueError):
            continue
    renew(max(seconds, _OPEN) + size / _OPEN_SPEED)


def renew(seconds: float) -> None:
    """Give this process so much more time of the processor; then the system ends it."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)
