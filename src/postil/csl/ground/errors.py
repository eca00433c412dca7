"""The one error of the processor, raised where a style or a locale cannot be used."""

from __future__ import annotations


class StyleError(ValueError):
    """What should be a style or a locale cannot be used; the message is a clause that says why.

    Items and citations raise nothing: fields of the wrong kind are left out, and so are cites of
    items that are not there.
    """
