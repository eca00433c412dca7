"""Head of a page: its tags for machines, by the names that publishers give them."""

from __future__ import annotations

from collections.abc import Sequence

from postil.document.formats.html.facts import json_ld
from postil.document.formats.html.source.tree import Tree
from postil.document.formats.markup.tags import Attributes
from postil.text.clean import clean_line

_MOST = 400
"""Tags of a head that are read."""

TITLES = (
    "citation_title",
    "og:title",
    "dc.title",
    "dcterms.title",
    "twitter:title",
    "headline",
    "parsely-title",
    "sailthru.title",
    "title",
)
AUTHORS = (
    "citation_author",
    "citation_authors",
    "bepress_citation_author",
    "article:author",
    "author",
    "dc.creator",
    "dcterms.creator",
    "dc.contributor.author",
    "parsely-author",
    "sailthru.author",
    "og:article:author",
    "byl",
    "twitter:data1",
)
DATES = (
    "citation_publication_date",
    "citation_date",
    "citation_cover_date",
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "dc.date.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "datepublished",
    "citation_online_date",
    "article.published",
    "cxenseparse:recs:publishtime",
    "pdate",
    "ptime",
)
UPDATES = (
    "article:modified_time",
    "og:updated_time",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
    "datemodified",
    "lastmod",
    "revised",
)
OUTLETS = (
    "citation_journal_title",
    "citation_conference_title",
    "citation_inbook_title",
    "og:site_name",
    "prism.publicationname",
    "dc.source",
    "dcterms.ispartof",
    "application-name",
    "apple-mobile-web-app-title",
)
PUBLISHERS = ("citation_publisher", "dc.publisher", "dcterms.publisher", "publisher", "copyright")
URLS = ("citation_public_url", "citation_abstract_html_url", "og:url")
LANGUAGES = (
    "citation_language",
    "dc.language",
    "dcterms.language",
    "content-language",
    "og:locale",
)


class PageFacts:
    """What a page says of itself outside its text."""

    def __init__(self, tree: Tree) -> None:
        """Read the tags of the head."""
        self.tree = tree
        self.tags: dict[str, list[str]] = {}
        self.title_element = ""
        self.url = ""
        self.language = ""
        self._read_head()
        self.json = json_ld.article(tree.linked_data) if tree.linked_data else {}
        self.url = self.url or self.first(URLS) or str(self.json.get("url") or "")
        self.title = -1
        """The heading that is the page's title, as an index of the tree."""
        self.gone = bytearray()
        self.several = False
        """Whether the page is none of the articles that stand in it."""

    @property
    def is_news(self) -> bool:
        """Whether the page says that it is an article of a newspaper or a weblog."""
        return (
            bool(self.json.get("type"))
            or "article:published_time" in self.tags
            or self.first(("og:type",)).lower() == "article"
        )

    def heading(self) -> str:
        """Return the heading that is the title, without what is left out of it; "" for none."""
        if self.title < 0:
            return ""
        tree = self.tree
        said = []
        at = self.title
        while at < tree.ends[self.title]:
            if at != self.title and self.gone and self.gone[at]:
                at = tree.ends[at]
                continue
            said.append(" " if tree.tags[at] == "br" else tree.words[at])
            at += 1
        return " ".join("".join(said).split())

    def first(self, names: Sequence[str]) -> str:
        """Return the first value that one of these tags has."""
        return next((value for name in names for value in self.tags.get(name, ())), "")

    def _read_head(self) -> None:
        tree = self.tree
        count = 0
        body = tree.first("body")
        for at, tag in enumerate(tree.tags):
            if tag == "meta":
                self._read_tag(tree.attributes[at])
                count += 1
                if count > _MOST:
                    break
            elif tag == "title" and not self.title_element and (at < body or body < 0):
                self.title_element = tree.text(at)
            elif tag == "link":
                said = tree.attributes[at]
                address = said.get("href") or ""
                if (said.get("rel") or "").lower() == "canonical" and address[:4] == "http":
                    self.url = self.url or address
            elif tag in ("html", "body"):
                said = tree.attributes[at]
                self.language = self.language or said.get("lang") or said.get("xml:lang") or ""
            elif at > body > 0:
                break

    def _read_tag(self, said: Attributes) -> None:
        value = clean_line(said.get("content") or "", 2000)
        if not value:
            return
        for key in ("name", "property", "http-equiv"):
            if name := said.get(key):
                self.tags.setdefault(name.strip().lower(), []).append(value)
