"""Pictures are told by their names and first bytes; nothing of them is read besides."""

from __future__ import annotations

_SUFFIXES = (".png", ".jpg", ".jpeg", ".gif", ".webp")
_MAGIC = ((b"\x89PNG\r\n\x1a\n", ".png"), (b"\xff\xd8\xff", ".jpg"), (b"GIF8", ".gif"))


def is_picture(name: str) -> bool:
    """Tell whether a name is that of a picture that may be shown.

    Drawings are not among them: what shows an SVG may run what is in it.
    """
    return name.lower().endswith(_SUFFIXES)


def picture_suffix(head: bytes) -> str:
    """Return the suffix of a picture with these first bytes; "" for anything else."""
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return ".webp"
    return next((suffix for magic, suffix in _MAGIC if head.startswith(magic)), "")
