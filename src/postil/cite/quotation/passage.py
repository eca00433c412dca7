"""A passage to be quoted: its excerpts joined, in the reader's wording where there is one."""

from __future__ import annotations

from collections.abc import Sequence

from postil.cite.quotation.excerpts import Excerpt, joined_with_joints
from postil.cite.quotation.tokens import ELLIPSIS


def passage_of(
    pieces: Sequence[Excerpt],
    words: str | None,
    *,
    in_paragraphs: bool,
    omission: str = ELLIPSIS,
) -> str:
    """Return pieces joined to one passage, in the reader's ``words`` where these are given.

    ``omission`` is the sign for what is left out. Raises BadRequest as ``rewording.reworded`` does.
    """
    passage, joints = joined_with_joints(pieces, in_paragraphs=in_paragraphs, omission=omission)
    if words is None:
        return passage
    # The comparison of two wordings is seldom asked for, and slow to load.
    from postil.cite.quotation.rewording import reworded

    return reworded(passage, words, omission, joints)
