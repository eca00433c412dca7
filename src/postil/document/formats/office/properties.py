"""Metadata of a word processor's document, without what programs fill in by themselves."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import PurePath

from postil.document.article.metadata import from_mapping, merged
from postil.document.formats.office.paragraphs import Item, Paragraph, Story
from postil.model.source import Metadata
from postil.text.clean import clean_line
from postil.text.lazy_regex import lazily

_NO_TITLE = lazily(
    r"(?:microsoft word\b.*|(?:untitled|unbenannt|document|dokument|doc|title|titel|no title|"
    r"sin título|sans titre|powerpoint presentation|word document|文档|文書)[ _-]*\d*|"
    r".{0,200}\.(?:docx?|dotx?|docm|odt|ott|fodt|rtf|txt|pdf|wpd|sxw))",
    re.IGNORECASE,
)
_NO_AUTHOR = lazily(
    r"(?:(?:microsoft|ms) office(?: user)?|microsoft(?: corporation)?|office user|user ?\d*|"
    r"owner|admin(?:istrator|istrateur)?|author|unknown|anonymous|guest|default|root|"
    r"benutzer|utilisateur|usuario|python-docx|openpyxl|docx4j|apache poi|libreoffice|"
    r"openoffice(?:\.org)?|pandoc|aspose.*|google docs|windows|"
    r"pc|hp|dell|lenovo|acer|asus)",
    re.IGNORECASE,
)
_TEMPLATE_DATE = "2013-12-23"
"""The day on which the empty document of a much-used library was made, which it never changes."""
_LONGEST = 300
"""Code points of a line that is a title."""
_TYPES = {
    "report": "report",
    "thesis": "thesis",
    "dissertation": "thesis",
    "letter": "personal_communication",
    "article": "article",
}
"""What the category that a document is put in tells of its type."""


def metadata_of(story: Story, name: str) -> tuple[Metadata, tuple[str, ...]]:
    """Return what a document says of itself by its properties, and else by its title page."""
    said = {field: value.strip() for field, value in story.properties.items()}
    stem = PurePath(name).stem.lower()
    title = clean_line(said.get("title", ""), _LONGEST)
    if _NO_TITLE.fullmatch(title) or title.lower() == stem:
        said.pop("title", None)
    if _NO_AUTHOR.fullmatch(said.get("author", "")):
        said.pop("author", None)
    if said.get("date", "").startswith(_TEMPLATE_DATE):
        said.pop("date", None)
    kind = said.pop("type", "").lower()
    found = next((made for word, made in _TYPES.items() if word in kind), "document")
    declared, remarks = from_mapping({**said, "type": found}, "document")
    printed, _ = from_mapping(_title_page(story.items), "text")
    return merged(declared, printed), remarks


def _title_page(items: Sequence[Item]) -> Mapping[str, object]:
    """Return what the paragraphs at the beginning say by their styles and looks."""
    found: dict[str, object] = {}
    authors: list[str] = []
    first = ""
    levels: list[int] = []
    prose = False
    for item in items:
        if not isinstance(item, Paragraph):
            continue
        words = clean_line(item.text, _LONGEST)
        if not words:
            continue
        if item.role in ("title", "date") and item.role not in found:
            found[item.role] = words
        elif item.role == "author":
            authors.append(words)
        elif item.level:
            first = first or ("" if prose else words)
            levels.append(item.level)
        elif not item.role and not levels:
            prose = prose or len(words) >= _LONGEST
    if authors:
        found["author"] = authors
    # A first heading that stands alone above all others is the title.
    if "title" not in found and first and levels.count(levels[0]) == 1 and levels[0] == min(levels):
        found["title"] = first
    return found
