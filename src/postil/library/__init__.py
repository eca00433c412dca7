"""The verbs that the app and the commands share: functions over a home.

base       what all parts need: an open article, jumps, words for a line of the screen
metadata   what readers say of an article: fields, types, authors, corrected names
identity   whether an article is one that the home has met: by text, by path, by likeness
articles   opened, followed through edits, searched, and kept up with while they are open
care       health of the home, and what this machine alone keeps
sources    whose words a passage is, and what the reader corrects of it
notes      made, changed, placed, tagged, listed, resolved and taken back
tags       all of them as a codebook, and changed wherever they are used
catalogue  all that is known on this machine, kept up to date and searched
browsing   notes in lists: by a query, in an order, side by side
shelf      lists of articles, what a reader does with one as a whole, and marks that lead into them
citation   quotations and bibliographies in the format that the reader has chosen
exchange   notes out of the home and into it, in the forms of other programs

Within the package imports point up this list; care and sources are strangers, and so are tags and
catalogue, browsing and shelf. The app and the commands name a room as ``library.annotating``, which
loads it when the first of its verbs is used: what is not asked for costs nothing at the start, and
no other room has to see to that.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from postil.library.articles import describing as describing
    from postil.library.articles import finding as finding
    from postil.library.articles import folders as folders
    from postil.library.articles import following as following
    from postil.library.articles import loading as loading
    from postil.library.articles import opening as opening
    from postil.library.articles import passages as passages
    from postil.library.articles import pictures as pictures
    from postil.library.articles import pieces as pieces
    from postil.library.articles import quick_open as quick_open
    from postil.library.articles import sifting as sifting
    from postil.library.articles import surroundings as surroundings
    from postil.library.articles import versions as versions
    from postil.library.articles import watching as watching
    from postil.library.articles import web_pages as web_pages
    from postil.library.base import clock as clock
    from postil.library.base import encodings as encodings
    from postil.library.base import labels as labels
    from postil.library.base import makers as makers
    from postil.library.base import note_text as note_text
    from postil.library.browsing import comparing as comparing
    from postil.library.browsing import linking as linking
    from postil.library.browsing import note_lists as note_lists
    from postil.library.browsing import note_views as note_views
    from postil.library.care import ground as ground
    from postil.library.care import health as health
    from postil.library.care import local_state as local_state
    from postil.library.catalogue import choosing as choosing
    from postil.library.catalogue import indexing as indexing
    from postil.library.catalogue import knowing as knowing
    from postil.library.catalogue import live_search as live_search
    from postil.library.catalogue import query_hints as query_hints
    from postil.library.catalogue import refreshing as refreshing
    from postil.library.catalogue import saved_queries as saved_queries
    from postil.library.catalogue import searching as searching
    from postil.library.catalogue import source_list as source_list
    from postil.library.citation import bibliography as bibliography
    from postil.library.citation import citation_format as citation_format
    from postil.library.citation import cited_hits as cited_hits
    from postil.library.citation import cited_notes as cited_notes
    from postil.library.citation import citing as citing
    from postil.library.citation import favourites as favourites
    from postil.library.citation import previewing as previewing
    from postil.library.citation import quoting as quoting
    from postil.library.citation import style_list as style_list
    from postil.library.citation import styling as styling
    from postil.library.exchange import codebooks as codebooks
    from postil.library.exchange import exporting as exporting
    from postil.library.exchange import figuring as figuring
    from postil.library.exchange import importing as importing
    from postil.library.identity import earlier_versions as earlier_versions
    from postil.library.metadata import article_metadata as article_metadata
    from postil.library.metadata import csl_types as csl_types
    from postil.library.notes import altering as altering
    from postil.library.notes import annotating as annotating
    from postil.library.notes import drafts as drafts
    from postil.library.notes import history as history
    from postil.library.notes import hit_tagging as hit_tagging
    from postil.library.notes import listing as listing
    from postil.library.notes import orphans as orphans
    from postil.library.notes import placing as placing
    from postil.library.notes import resolving as resolving
    from postil.library.notes import tagging as tagging
    from postil.library.notes import undoing as undoing
    from postil.library.shelf import completing as completing
    from postil.library.shelf import filtering as filtering
    from postil.library.shelf import marking as marking
    from postil.library.shelf import ordering as ordering
    from postil.library.shelf import reencoding as reencoding
    from postil.library.shelf import renewing as renewing
    from postil.library.shelf import shelving as shelving
    from postil.library.shelf import watching_folders as watching_folders
    from postil.library.shelf import whole_articles as whole_articles
    from postil.library.sources import joining as joining
    from postil.library.sources import likely_same as likely_same
    from postil.library.sources import sourcing as sourcing
    from postil.library.tags import codebook as codebook
    from postil.library.tags import retagging as retagging

ROOMS = {
    "base": "clock encodings labels makers note_text",
    "metadata": "article_metadata csl_types",
    "identity": "earlier_versions",
    "articles": "describing finding folders following loading opening passages pictures "
    "pieces quick_open sifting surroundings versions watching web_pages",
    "shelf": "completing filtering marking ordering reencoding renewing shelving "
    "watching_folders whole_articles",
    "care": "ground health local_state",
    "sources": "joining likely_same sourcing",
    "notes": "altering annotating drafts history hit_tagging listing orphans placing resolving "
    "tagging undoing",
    "tags": "codebook retagging",
    "catalogue": "choosing indexing knowing live_search query_hints refreshing saved_queries "
    "searching source_list",
    "browsing": "comparing linking note_lists note_views",
    "citation": "bibliography citation_format cited_hits cited_notes citing favourites "
    "previewing quoting style_list styling",
    "exchange": "codebooks exporting figuring importing",
}
"""The rooms whose verbs the app and the commands use, by the part in which they lie."""

_PARTS = {room: part for part, rooms in ROOMS.items() for room in rooms.split()}


def __getattr__(name: str) -> ModuleType:
    """Load a room of verbs when the first of them is used.

    The app shows its first page before it needs any verb, and all of them together take as long
    to load as that page takes to draw.
    """
    if (part := _PARTS.get(name)) is not None:
        return import_module(f"{__name__}.{part}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
