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
_NO_DATES = ("2013-12-23", "1980-01-01", "1970-01-01", "1601-01-01", "1899-12-3")
"""Days on which clocks begin, and that of the empty document which a much-used library copies."""
_NO_HEADLINE = lazily(
    r"(?:[\dIVX.]+ )?(?:(?:table of )?contents?|references?|bibliography|introduction|abstract|"
    r"summary|preface|foreword|appendix|notes?|inhalt(?:sverzeichnis)?|literatur(?:verzeichnis)?|"
    r"einleitung|vorwort|sommaire|introducción|índice|resumen|références)\W*",
    re.IGNORECASE,
)
"""Headings that name a part of any document, and no document."""
_LONGEST = 300
"""Code points of a line that is a title."""
_MOST_LINES = 4
"""Short lines that may stand above a title, as names and dates do: three."""
_LINE = 80
"""Code points of a line that is no text yet."""
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
    said = by_people(story.properties, name)
    if author := said.get("author"):
        said["author"] = _parted(author)
    if said.get("date", "").startswith(_NO_DATES):
        said.pop("date", None)
    kind = said.pop("type", "").lower()
    found = next((made for word, made in _TYPES.items() if word in kind), "document")
    declared, remarks = from_mapping({**said, "type": found}, "document")
    page = _title_page(story.items)
    printed, _ = from_mapping(page, "text")
    dated, _ = from_mapping({"date": page.get("date")}, "text")
    return merged(dated, declared, printed), remarks


def by_people(properties: Mapping[str, str], name: str) -> dict[str, str]:
    """Return title, author and so on without what programs put there; ``name`` is the file's."""
    said = {field: value.strip() for field, value in properties.items()}
    stem = PurePath(name).stem.lower()
    title = clean_line(said.get("title", ""), _LONGEST)
    if _NO_TITLE.fullmatch(title) or title.lower() == stem or not any(map(str.isalnum, title)):
        said.pop("title", None)
    if _NO_AUTHOR.fullmatch(said.get("author", "")):
        said.pop("author", None)
    return said


def _parted(authors: str) -> str:
    """Return names with semicolons between them; commas can part whole names, too.

    | said               | returned           |
    |--------------------|--------------------|
    | Ann Lee, Bob Kim   | Ann Lee; Bob Kim   |
    | Lee, Ann           | Lee, Ann           |
    | Lee, Ann; Kim, Bob | Lee, Ann; Kim, Bob |
    """
    names = authors.split(",")
    whole = ";" not in authors and all(len(name.split()) > 1 for name in names)
    return "; ".join(name.strip() for name in names) if whole else authors


def _title_page(items: Sequence[Item]) -> Mapping[str, object]:
    """Return what the paragraphs at the beginning say by their styles and looks."""
    found: dict[str, object] = {}
    authors: list[str] = []
    first = ""
    levels: list[int] = []
    sizes: list[float] = []
    lines = 0
    for item in items:
        if not isinstance(item, Paragraph):
            lines += _MOST_LINES
            continue
        words = clean_line(item.text, _LONGEST)
        if not words:
            continue
        if item.role in ("title", "date") and item.role not in found:
            found[item.role] = words
        elif item.role == "author":
            authors.append(words)
        elif item.level:
            first = first or (words if lines < _MOST_LINES else "")
            levels.append(item.level)
            sizes.append(max((piece.size for piece in item.pieces), default=0.0))
        elif not levels:
            lines += 1 if len(words) <= _LINE else _MOST_LINES
    if authors:
        found["author"] = authors
    # A first heading that stands alone above all others, or is larger than they, is the title.
    alone = bool(levels) and levels.count(levels[0]) == 1 and levels[0] == min(levels)
    alone = alone or (len(sizes) > 1 and sizes[0] > max(sizes[1:]))
    if "title" not in found and first and alone and not _NO_HEADLINE.fullmatch(first):
        found["title"] = first
    return found
