"""Definitions of a Markdown text for use elsewhere in it: link targets and footnotes."""

from __future__ import annotations

from postil.model.values import dataclass, field
from postil.text.clean import clean
from postil.text.lazy_regex import lazily

_LABEL = 1000
"""Code points of the longest label, with its brackets."""
_BLANKS = 4
"""Code points that may stand before a label."""

_MAY_DEFINE = lazily(r"\][^ -~\n]*:")
_COMMANDS = "\x1b\x90\x98\x9b\x9d\x9e\x9f"
"""Signs that open what cleaning takes out, so that a definition may appear."""
_FOOTNOTE = lazily(r"[ >]{0,12}\[\^(?P<label>[^\]\s]+)\]:")
_LINK = lazily(
    r"[ >]{0,12}\[(?!\^)(?P<label>(?:[^\[\]\\\n]|\\.){1,999})\]:[ \t]*\n?[ \t]*"
    r"(?:<(?P<angled>[^<>\n]*)>|(?P<bare>[^\s<]\S{0,4000}))"
)


@dataclass(slots=True)
class Definitions:
    """What may be referred to anywhere in the text."""

    links: dict[str, str] = field(default_factory=dict)
    """Label, as written, to address; the first of two equal ones counts."""
    footnotes: set[str] = field(default_factory=set)
    """The labels of footnotes."""


def definitions(text: str) -> Definitions:
    """Return all that the text defines.

    It is the one authority, for a first screenful and for the whole: lines that only look like a
    definition, as in code, count as well.
    """
    found = Definitions()
    if not _MAY_DEFINE.search(text) and not any(sign in text for sign in _COMMANDS):
        return found
    text = clean(text)
    at = text.find("]:")
    while at >= 0:
        lowest = max(0, at - _LABEL - _BLANKS)
        start = text.rfind("\n", lowest, at) + 1
        if start or not lowest:
            _take(text, start, at, found)
        at = text.find("]:", at + 2)
    return found


def _take(text: str, start: int, at: int, found: Definitions) -> None:
    """Take the definition whose label ends at ``at`` on the line that begins at ``start``."""
    if (note := _FOOTNOTE.match(text, start)) and note.end() == at + 2:
        found.footnotes.add(note["label"])
    elif (link := _LINK.match(text, start)) and link.end("label") == at:
        address = link["bare"] if link["angled"] is None else link["angled"]
        found.links.setdefault(link["label"], address)
