"""The tree of tags: ``a/b`` lies below ``a``."""

from __future__ import annotations

from postil.text.fold import fold_key


def under(tag: str, above: str) -> bool:
    """Tell whether a tag is another one, or lies below it; case and accents do not count."""
    key, key_above = fold_key(tag), fold_key(above)
    return key == key_above or key.startswith(f"{key_above}/")
