"""Sets a passage as a quotation, with a note that says whose it is and where it was read."""

from __future__ import annotations

import re

from postil.cite.quotation.tokens import PARAGRAPHS
from postil.cite.record.items import CitedArticle, article_record, without_repeats
from postil.cite.record.note_words import date_words, enumerated, joined, names_words, with_stop
from postil.lexicon.outlet_rules import is_periodical
from postil.model.source import Governed, Source
from postil.model.values import dataclass
from postil.text.lazy_regex import lazily
from postil.text.nested_quotes import (
    DOUBLE,
    Pair,
    alternate,
    alternate_paragraphs,
    without_reopenings,
)

_UNIDENTIFIED = "Unidentified source"
_BOOKS = frozenset(("book", "report", "thesis"))

_SEVERAL_PAGES = lazily("[-–,]")
_SIGNS = lazily(r"[\\`*\[\]|]|(?<![^\W_])_|_(?![^\W_])|~(?=~)|<(?=[\w/!?])|&(?=#?\w{1,31};)")
_LINE_START = lazily(
    r"^( {0,3})(?=(?:#{1,6}(?:\s|$)|>|[+-](?:\s|$)|=+\s*$|-+\s*$|~~~))", re.MULTILINE
)
_NUMBERED = lazily(r"^( {0,3}\d{1,9})(?=[.)](?:\s|$))", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Citation:
    """What is to be copied, and what should be checked first."""

    text: str
    problems: tuple[str, ...] = ()
    """Sentences."""


def quotation(passage: str, governed: Governed, article: CitedArticle, markdown: bool) -> str:
    """Return a passage with its note, for plain text or as a block quotation of Markdown."""
    words = passage.strip()
    note = _note(governed, article, markdown)
    if markdown:
        paragraphs = without_reopenings(PARAGRAPHS.split(words))
        quoted = escaped("\n\n".join(paragraphs)).split("\n")
        return "\n".join((*(f"> {line}".rstrip() for line in quoted), ">", f"> — {note}"))
    set_words = quoted_words(words)
    gap = "\n\n" if "\n" in set_words else " "
    return f"{set_words}{gap}— {with_stop(note, '.')}"


def quoted_words(passage: str, outer: Pair = DOUBLE) -> str:
    """Return a passage between ``outer`` marks; every paragraph of it opens, the last one closes.

    Marks that say the same as those are dropped; see :mod:`postil.text.nested_quotes`.
    """
    set_words = alternate_paragraphs(PARAGRAPHS.split(passage), outer)
    return "\n\n".join(f"{outer[0]}{paragraph}" for paragraph in set_words) + outer[1]


def _note(governed: Governed, article: CitedArticle, markdown: bool) -> str:
    host = _article(article, markdown)
    if not governed.named:
        return host
    originals = enumerated(
        [_original(source, markdown, governed.locator_of(source)) for source, _ in governed.named]
    )
    cited = all(relation == "cited" for _, relation in governed.named)
    how = "cited in" if cited else "quoted in"
    return f"{with_stop(originals, ',')} {how} {host}"


def _original(source: Source, markdown: bool, locator: str = "") -> str:
    source = without_repeats(source)
    issued = date_words(source.issued)
    if not source.identified:
        return joined((_UNIDENTIFIED, issued))
    title = source.title and f"“{alternate(_plain(source.title, markdown))}”"
    container = _plain(source.container_title, markdown)
    if markdown and is_periodical(source.container_title):
        container = f"*{container}*"
    publisher = _plain(source.publisher, markdown)
    if source.type in _BOOKS and source.title and not container:
        title = _plain(source.title, markdown)
        title = f"*{title}*" if markdown else title
        place = _plain(source.publisher_place, markdown)
        printed = ": ".join(part for part in (place, publisher) if part)
        behind = ", ".join(part for part in (printed, issued) if part)
        title, publisher, issued = f"{title} ({behind})" if behind else title, "", ""
    page = _paged(locator or source.page)
    authors = _plain(names_words(source.author), markdown)
    return joined(
        (authors, title, container, publisher, issued, page, _address(source.url, markdown))
    )


def _article(article: CitedArticle, markdown: bool) -> str:
    record = article_record(article, None)
    title = f"“{alternate(_plain(record.title, markdown))}”"
    if markdown and record.url:
        title = f"[{title}]({_target(record.url)})"
    issued = date_words(record.issued)
    if issued and article.metadata.updated:
        issued = f"updated {issued}"
    return joined(
        (
            _plain(names_words(record.author), markdown),
            title,
            _plain(record.container_title, markdown),
            _plain(record.publisher, markdown),
            issued,
            _plain(_paged(article.pages), markdown),
            "" if markdown else record.url,
        )
    )


def _paged(pages: str) -> str:
    return pages and f"{'pp.' if _SEVERAL_PAGES.search(pages) else 'p.'} {pages}"


def _plain(words: str, markdown: bool) -> str:
    return escaped(words) if markdown else words


def _address(url: str, markdown: bool) -> str:
    return f"<{url}>" if url and markdown and "://" in url else _plain(url, markdown)


def _target(url: str) -> str:
    """Return an address as the target of a Markdown link."""
    safe = url.replace(" ", "%20").replace("<", "%3C").replace(">", "%3E").replace("\n", "")
    return f"<{safe}>" if "(" in safe or ")" in safe else safe


def escaped(words: str) -> str:
    """Return words in which nothing is markup to Markdown; letters and spaces stay as they are."""
    safe = _SIGNS.sub(lambda sign: f"\\{sign[0]}", words)
    return _NUMBERED.sub(r"\1\\", _LINE_START.sub(r"\1\\", safe))
