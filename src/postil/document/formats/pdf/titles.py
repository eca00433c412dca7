"""Titles and authors that programs put into a document, told from those that writers gave."""

from __future__ import annotations

from postil.document.formats.pdf.layout.bookmarks import squash
from postil.text.lazy_regex import lazily

_FILE_NAME = lazily(
    r"(?i)\.(?:docx?|pdf|odt|rtf|tex|dvi|indd|qxd|p65|txt|html?|pptx?|xlsx?|ps|eps|fm|md|wpd|pages)$"
)
_PROGRAM = lazily(
    r"(?i)^(?:microsoft (?:office )?(?:word|powerpoint|excel)|powerpoint-pr|print)\b\s*[-–:]"
)
_NO_TITLE = frozenset(
    ("untitled", "title", "document", "document1", "slide1", "notitle", "pdf", "none", "unknown")
)
NO_AUTHOR = lazily(
    r"(?i)^(?:anonymous|unknown|none|author|user|admin(?:istrator)?|owner|root|default|guest|"
    r"[a-z]{1,3}\d{2,}|[\w.-]+\\[\w.-]+|ws[-_]?\d+|unspecified|\(?unspecified\)?|pc|dell|hp|windows"
    r"|microsoft|acer|asus|lenovo|user\d*|test)$"
)
_CALLED = lazily(r"(?a)^[\w.-]*[_\d][\w.-]*$")


def is_title(text: str) -> bool:
    """Tell whether words are a title, and not the name of a file or a program."""
    words = text.strip()
    if len(squash(words)) < 2 or squash(words) in _NO_TITLE:
        return False
    if _PROGRAM.search(words) or _FILE_NAME.search(words):
        return False
    # One word with underscores or digits is what a file is called.
    return not _CALLED.match(words)


def authors_of(told: str) -> list[str]:
    """Return the authors of a list; commas part names where each has several words."""
    if ";" in told or " and " in told or "," not in told:
        return [told]
    parts = [part.strip() for part in told.split(",")]
    return parts if all(" " in part for part in parts) else [told]
