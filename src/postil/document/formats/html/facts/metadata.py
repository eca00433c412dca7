"""Metadata of a page: what it says of itself, from the surest evidence to the weakest.

JSON-LD, the tags of journals, OpenGraph, Dublin Core, microdata and microformats, then the title
element, the headings, and byline and date as they stand in the text.
"""

from __future__ import annotations

from collections.abc import Sequence

from postil.document.article.metadata import from_mapping, merged
from postil.document.formats.html.facts.bylines import from_marks, from_words, names_in
from postil.document.formats.html.facts.head_tags import (
    AUTHORS,
    DATES,
    LANGUAGES,
    OUTLETS,
    PUBLISHERS,
    TITLES,
    UPDATES,
    PageFacts,
)
from postil.document.formats.html.titles import folded, parts
from postil.lexicon.dates import parse_date
from postil.lexicon.outlet_rules import csl_type, is_news
from postil.model.article import Block
from postil.model.source import Metadata, Name
from postil.model.values import replace

_WEBLOGS = ("wordpress", "ghost", "blogger", "movable type", "jekyll", "hugo", "substack")
"""Programs by which weblogs are written."""
_BELOW = 150
"""Elements behind the title among which the marks of its byline stand."""
_ENTRIES = frozenset(("hentry", "h-entry"))
_NO_TITLES = frozenset(
    ("index", "untitled", "untitleddocument", "home", "document", "title", "page")
)


def metadata_of(facts: PageFacts, blocks: Sequence[Block]) -> Metadata:
    """Return what is known of a page; ``blocks`` are those of its text."""
    heading = facts.heading()
    if not heading:
        heading = _heading_in(blocks, facts.title_element)
    title, site = _title_and_site(facts, heading)
    said = _said(facts, title)
    marked = from_marks(facts.tree, facts.gone, facts.title)
    if not {"author", "issued"} <= marked.keys() and (scope := _scope(facts)):
        # What says by its marks whose the article is may stand below it, among its clutter.
        marked = from_marks(facts.tree, bytearray(), facts.title, scope) | marked
    known, _ = from_mapping({name: value for name, value in said.items() if value}, "document")
    marks, _ = from_mapping(marked, "document")
    found = merged(known, marks)
    found = _with_all_authors(found, marks.author)
    if not (found.author and found.issued) or _is_outlet_alone(found):
        words, _ = from_mapping(from_words(blocks, heading or title), "text")
        found = _with_all_authors(merged(found, words), words.author)
    if not found.container_title and site:
        found = merged(found, from_mapping({"container-title": site}, "document")[0])
    kind = _kind(facts, found)
    return replace(found, type=kind) if kind else found


def _scope(facts: PageFacts) -> tuple[int, int] | None:
    """Return where the element begins and ends that says that it is the article of the title.

    If none says so, what follows the title closely.
    """
    tree = facts.tree
    title = at = -1 if facts.several else facts.title
    while at >= 0:
        said = tree.attributes[at]
        classes = (said.get("class") or "").split()
        kind = (said.get("itemtype") or "").lower()
        if not _ENTRIES.isdisjoint(classes) or kind.endswith(("article", "posting")):
            return at, tree.ends[at]
        at = tree.parents[at]
    return (title, min(len(tree.tags), title + _BELOW)) if title >= 0 else None


def _is_outlet_alone(found: Metadata) -> bool:
    return len(found.author) == 1 and folded(found.author[0].display) == folded(
        found.container_title
    )


def _with_all_authors(found: Metadata, byline: tuple[Name, ...]) -> Metadata:
    """Return metadata with the authors of a byline that names those known and others.

    The outlet is not an author beside people, nor where the byline names some.
    """
    authors = found.author
    if byline and (_is_outlet_alone(found) or set(authors) < set(byline)):
        authors = byline
    outlet = folded(found.container_title)
    people = tuple(name for name in authors if folded(name.display) != outlet)
    authors = people or authors
    return found if authors == found.author else replace(found, author=authors)


def metadata_of_piece(
    facts: PageFacts,
    about: Metadata,
    at: int,
    heading: int,
    address: str,
    blocks: Sequence[Block],
) -> Metadata:
    """Return what one of a page's articles says of itself: the element ``at``, of these blocks.

    ``about`` is what is known of the page.
    """
    tree = facts.tree
    title = tree.text(heading)
    said = {"title": title, "url": address}
    known, _ = from_mapping({name: value for name, value in said.items() if value}, "document")
    marks = from_marks(tree, bytearray(), heading, (at, tree.ends[at]))
    words = {} if {"author", "issued"} <= marks.keys() else from_words(blocks, title)
    found = merged(known, from_mapping(marks, "document")[0], from_mapping(words, "text")[0])
    kind = _kind(facts, merged(found, about))
    return replace(found, type=kind) if kind else found


def _heading_in(blocks: Sequence[Block], element: str) -> str:
    """Return the first block of the text that is a part of the title element."""
    wanted = {folded(piece) for piece in (parts(element) if ": " not in element else [element])}
    return next((block.text for block in blocks[:8] if folded(block.text) in wanted), "")


def _said(facts: PageFacts, title: str) -> dict[str, object]:
    """Return what the page says in its tags and in JSON-LD."""
    json = facts.json
    authors = json.get("author") or _authors(facts)
    issued = _date(str(json.get("issued") or "")) or next(
        (date for name in DATES for value in facts.tags.get(name, ()) if (date := _date(value))),
        None,
    )
    updated = _date(str(json.get("updated") or "")) or next(
        (date for name in UPDATES for value in facts.tags.get(name, ()) if (date := _date(value))),
        None,
    )
    outlet = (
        json.get("container-title")
        or facts.first(OUTLETS[:3])
        or json.get("publisher")
        or facts.first(OUTLETS[3:])
        or json.get("site")
    )
    return {
        "title": title,
        "author": names_in(authors if isinstance(authors, list) else [str(authors)]),
        "issued": issued,
        "updated": updated,
        "container-title": outlet,
        "publisher": facts.first(PUBLISHERS[:4]),
        "url": facts.url,
        "language": facts.language or facts.first(LANGUAGES) or json.get("language"),
    }


def _authors(facts: PageFacts) -> list[str]:
    for name in AUTHORS:
        if name == "twitter:data1" and "written" not in facts.first(("twitter:label1",)).lower():
            continue
        said = [
            value for value in facts.tags.get(name, ()) if value[:4] != "http" and value[:1] != "@"
        ]
        if said:
            return said
    return []


def _date(said: str) -> object:
    said = said.strip()
    if not said:
        return None
    if len(said) > 7 and said[:8].isdecimal():
        said = f"{said[:4]}-{said[4:6]}-{said[6:8]}"
    return parse_date(said) or parse_date(said.partition(" ")[0])


def _title_and_site(facts: PageFacts, heading: str) -> tuple[str, str]:
    """Return the title and the site's name, as title element and heading tell."""
    element = facts.title_element
    pieces = parts(element)
    wanted = folded(heading)
    said = [value for name in TITLES for value in facts.tags.get(name, ())]
    headline = str(facts.json.get("title") or "") or (said[0] if said else "")
    names = {
        folded(str(name))
        for name in (
            *(facts.first((tag,)) for tag in OUTLETS),
            facts.json.get("publisher"),
            facts.json.get("site"),
        )
        if name
    }
    title = heading
    if (
        not heading
        or (headline and wanted in names)
        or (headline and wanted not in folded(element) and folded(headline) in folded(element))
    ):
        title = headline
    if not title:
        title = element
        kept = [piece for piece in pieces if folded(piece) not in names]
        if kept and len(kept) < len(pieces):
            title = kept[0]
    if folded(element) in _NO_TITLES and heading:
        title = heading
    return title, _site(pieces, folded(title))


def _site(pieces: list[str], title: str) -> str:
    """Return what the title element says beside the title: the first or last of its parts."""
    if len(pieces) < 2 or not title:
        return ""
    rest = [piece for piece in pieces if folded(piece) not in title]
    if len(rest) == len(pieces):
        # A title that has such a sign in it is two parts.
        return ""
    if folded(pieces[-1]) in title and folded(pieces[0]) not in title:
        return pieces[0]
    return rest[-1] if rest and rest[-1] == pieces[-1] else ""


def _kind(facts: PageFacts, found: Metadata) -> str:
    """Return the type in CSL that the evidence speaks for, "" for a web page."""
    if kind := str(facts.json.get("type") or ""):
        return kind if kind != "webpage" else ""
    tags = facts.tags
    if "citation_journal_title" in tags:
        journal = ("citation_volume", "citation_issue", "citation_doi", "citation_issn")
        return "article-journal" if any(name in tags for name in journal) else "article-magazine"
    generator = facts.first(("generator",)).lower()
    if any(word in generator for word in _WEBLOGS) and found.issued and found.author:
        return "post-weblog"
    if found.issued is None or not found.container_title:
        return ""
    kind = csl_type(found.container_title)
    if kind == "article-newspaper" and not is_news(found.container_title):
        # An outlet that no list knows prints articles if the page says that it is one.
        said = facts.first(("og:type",)).lower() == "article" or "article:published_time" in tags
        return kind if said and ("article:section" in tags or found.author) else ""
    return kind if kind.startswith("article-") else ""
