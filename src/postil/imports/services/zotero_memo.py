"""Notes of Zotero in HTML: passages that were taken from annotations, and what is said of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import unquote

from postil.imports.base.colours import nearest
from postil.imports.base.fields import html_text, mapping, word, words
from postil.imports.base.records import ImportedArticle, ImportedNote, made_up_id
from postil.imports.services.markdown_words import QUOTATION_MARKS
from postil.text.lazy_regex import lazily

_BACKGROUND = lazily(r"background(?:-color)?:\s{0,9}([^;\s]{1,40})")


def notes_of(
    markup: str, name: str, article: ImportedArticle, tags: tuple[str, ...], created: str = ""
) -> Iterator[ImportedNote]:
    """Yield the passages of a note by its name; without any, its text, on the whole article."""
    reader = _Memo()
    reader.feed(markup)
    reader.close()
    for at, (quote, said, colour) in enumerate(reader.found()):
        yield ImportedNote(
            id=made_up_id(article.title, name, quote or (at if name else said[:80])),
            article=article,
            quote=quote,
            body=said,
            tags=tags,
            colour=nearest(colour) if colour else None,
            colour_name=colour,
            created=created,
        )


class _Memo(HTMLParser):
    """Parts a note of annotations into passages, each with what is said behind it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._rows: list[tuple[str, list[str], str]] = []
        self._quote: list[str] | None = None
        self._colour = ""
        self._depth = 0
        self._hidden = 0
        self._spans: list[str] = []
        self._whole: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag == "span":
            name = said.get("class") or ""
            self._spans.append(name)
            if "highlight" in name or "underline" in name:
                self._quote = []
                self._colour = _colour(said.get("data-annotation") or "")
            if self._quote is not None and not self._colour:
                found = _BACKGROUND.search(said.get("style") or "")
                self._colour = found[1] if found else ""
        elif tag in ("h1", "h2"):
            self._hidden += 1
        elif tag in ("p", "br", "li", "div"):
            self._add("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "span" and self._spans:
            name = self._spans.pop()
            if ("highlight" in name or "underline" in name) and self._quote is not None:
                quote = "".join(self._quote).strip().strip(QUOTATION_MARKS).strip()
                self._rows.append((words(quote), [], self._colour))
                self._quote = None
        elif tag in ("h1", "h2"):
            self._hidden = max(0, self._hidden - 1)

    def handle_data(self, data: str) -> None:
        if self._hidden or any("citation" in name for name in self._spans):
            return
        if self._quote is not None:
            self._quote.append(data)
        else:
            self._add(data)

    def _add(self, data: str) -> None:
        (self._rows[-1][1] if self._rows else self._whole).append(data)

    def found(self) -> list[tuple[str, str, str]]:
        """Return passages with their texts and colours; without any, the text alone."""
        rows = [(quote, _flat(said), colour) for quote, said, colour in self._rows]
        whole = _flat(self._whole)
        return [*([("", whole, "")] if whole else []), *rows]


def _flat(parts: list[str]) -> str:
    return html_text("".join(parts).replace("&", "&amp;").replace("<", "&lt;").strip())


def _colour(annotation: str) -> str:
    try:
        return word(mapping(json.loads(unquote(annotation))).get("color"))
    except (ValueError, RecursionError):
        return ""
