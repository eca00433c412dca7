"""The tree of tags: ``a/b`` lies below ``a``."""

from __future__ import annotations

from postil.text.fold import fold_key


def under(tag: str, above: str) -> bool:
    """Tell whether a tag is another one, or lies below it; case and accents do not count."""
    return _within(fold_key(tag), fold_key(above))


def lies_within(tag: str, above: str) -> bool:
    """Tell whether a tag is another one, or lies below it; case alone does not count.

    So it is with changes of tags: who renames ``cafe`` does not mean ``café``.
    """
    return _within(tag.casefold(), above.casefold())


def _within(key: str, key_above: str) -> bool:
    return key == key_above or key.startswith(f"{key_above}/")
