"""Metadata of a PDF: XMP first, then its information dictionary, then its first page."""

from __future__ import annotations

from postil.document.article.metadata import from_mapping, merged
from postil.document.formats.pdf.titles import NO_AUTHOR, authors_of, is_title
from postil.document.formats.pdf.xmp import xmp
from postil.model.source import Metadata
from postil.text.clean import clean_line
from postil.text.lazy_regex import lazily

_DATE = lazily(r"^D:(\d{4})(\d\d)?(\d\d)?")
_JOURNAL = lazily(r"(?i)\bjournal of\b|\bvol(?:ume|\.)\s*\d+[,\s]{1,3}(?:no|issue|number)\b")
_DOI = lazily(r"\b10\.\d{4,9}/[^\s\"<>]+[^\s\"<>.,;)]")


def metadata(
    data: bytes, info: dict[str, str], language: str, seen_first: tuple[str, list[str]], head: str
) -> Metadata:
    """Return what a document says of itself; ``head`` is the text of its first page.

    ``seen_first`` is what stands there in the largest type, and the names below it.
    """
    embedded = xmp(data)
    told = _info(info)
    found, _ = from_mapping(embedded, "document")
    beside, _ = from_mapping(told, "document")
    title, names = seen_first
    seen, _ = from_mapping({"title": title, "author": names or None}, "text")
    spoken, _ = from_mapping({"language": language} if language else {}, "document")
    kind, _ = from_mapping({"type": _kind(embedded, info, head)}, "text")
    return merged(found, beside, seen, spoken, kind)


def _kind(embedded: dict[str, object], info: dict[str, str], head: str) -> str:
    subject = f"{info.get('Subject', '')} {info.get('Keywords', '')}"
    if embedded.get("doi") or _DOI.search(head[:4000]) or _DOI.search(subject):
        return "article-journal"
    if embedded.get("container_title") and embedded.get("journal"):
        return "article-journal"
    if _JOURNAL.search(head[:4000]):
        return "article-journal"
    return "report"


def _info(info: dict[str, str]) -> dict[str, object]:
    """Return what the information dictionary says, without what programs put there."""
    found: dict[str, object] = {}
    if (title := clean_line(info.get("Title", ""))) and is_title(title):
        found["title"] = title
    author = clean_line(info.get("Author", ""))
    if author and not NO_AUTHOR.match(author):
        found["author"] = authors_of(author)
    if date := _DATE.match(info.get("CreationDate", "")):
        found["issued"] = "-".join(part for part in date.groups() if part)
    return found
