"""Limit on paragraphs: a document of very many tiny ones is read as far as can be waited for.

What a paragraph costs hardly depends on its length, so a small file of a hundred thousand takes as
long as a book shelf. They are counted by what begins them in the bytes, before anything is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import islice

from postil.config import MOST_PARAGRAPHS, SETTINGS_FILE
from postil.model.values import NamedTuple
from postil.text.lazy_regex import lazily_bytes

_ORDINARY = 48
"""Bytes of a paragraph, markup and all, from which on they may be as many as they are."""
_LEAST = 4
"""Bytes of the shortest paragraph with what begins it."""


_RUN = 1.0
"""Paragraphs that take as long as a run of words."""


class _Form(NamedTuple):
    """A format: what begins a paragraph, and how many are as much work as one of a web page."""

    begins: re.Pattern[bytes]
    share: float = 1.0
    within: bytes = b""
    """What begins a run of words of its own, which takes nearly as long as a paragraph."""


_FORMS: Mapping[str, _Form] = {
    "web page": _Form(
        lazily_bytes(
            rb"(?i)<(?:p|li|tr|td|th|dt|dd|div|br|hr|pre|h[1-6]|blockquote|section|article)"
            rb"(?=[\s/>])"
        )
    ),
    "Markdown": _Form(lazily_bytes(rb"\n(?:[ \t]{0,40}\r?\n|[ \t]{0,40}[-+*] |#{1,6} )"), 2.0),
    "reStructuredText": _Form(lazily_bytes(rb"\n[ \t]{0,40}\r?\n"), 0.06),
    "Org": _Form(lazily_bytes(rb"\n(?:[ \t]{0,40}\r?\n|\*{1,20} |[ \t]{0,40}[-+] )")),
    "manual page": _Form(
        lazily_bytes(
            rb"\n[.'][ \t]{0,9}(?:PP|P|LP|SH|SS|TP|IP|HP|Pp|Sh|Ss|It|D1|Dl|br|sp)(?=[\s])"
        ),
        0.5,
    ),
    "RTF": _Form(lazily_bytes(rb"\\(?:par|line|cell|row|sect|page)(?![a-z])"), 0.5, b"{"),
}
"""By the label of the format; those that are not named are quick, or have limits of their own."""


class Shortened(NamedTuple):
    """The beginning of a document that has too many paragraphs, and what is said of that."""

    data: bytes
    remark: str


def shortened(data: bytes, label: str, most: Callable[[], int] | None) -> Shortened | None:
    """Return as much of a document as is read, None where all of it is.

    ``label`` is that of its format; ``most`` returns the limit that the reader has set, and is
    called only where it matters.
    """
    form = _FORMS.get(label)
    least = int(MOST_PARAGRAPHS * form.share) if form else 0
    if form is None or len(data) < least * _LEAST:
        return None
    count = sum(1 for _ in form.begins.finditer(data))
    if count <= least or len(data) > count * _ORDINARY:
        return None
    limit = MOST_PARAGRAPHS if most is None else most()
    runs = data.count(form.within) if form.within else 0
    read = int(limit * form.share * count / (count + _RUN * runs))
    cut = next(islice(form.begins.finditer(data), read, None), None)
    if cut is None:
        return None
    return Shortened(
        data[: cut.start()],
        f"only its first {read:,} paragraphs are read, of {count:,}; to read more, raise "
        f"most_paragraphs in {SETTINGS_FILE}, which is {limit}",
    )
