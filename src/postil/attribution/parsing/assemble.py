"""Bibliographic records, assembled from what an attribution names."""

from __future__ import annotations

from collections.abc import Sequence

from postil.attribution.parsing.drafts import Draft, drafts_of
from postil.attribution.parsing.entries import entries, level_entries
from postil.attribution.parsing.extraction import Extraction
from postil.attribution.parsing.field_forms import extract
from postil.attribution.parsing.labels import without_credit
from postil.attribution.parsing.publishers import extract_place_and_publisher
from postil.attribution.parsing.punctuation import level
from postil.attribution.scripts.named_labels import credit_label
from postil.attribution.stated.connecting import (
    with_marked_title,
    with_owned_title,
    without_connecting,
)
from postil.attribution.stated.kinds import stated, without_kind
from postil.attribution.stated.makers import without_makers
from postil.lexicon import outlet_rules, outlets, person_names
from postil.lexicon.name_list import lookup_key
from postil.lexicon.name_overrides import NO_OVERRIDES, NameOverrides
from postil.model.source import Source
from postil.model.values import replace

_LONGEST = 600
"""Code points beyond which nothing is taken for one attribution."""


def assemble(
    content: str,
    overrides: NameOverrides = NO_OVERRIDES,
    *,
    plural: bool = False,
    relayed: bool = False,
    url: str = "",
) -> tuple[list[Source], list[str]]:
    """Return the sources that the words of an attribution name, and its faults by name.

    What the words do not say is absent. A source with nothing but a date, or nothing at all, comes
    with the fault ``missing-name``.

    ``plural`` says that the label was "Sources", ``relayed`` that it was "Adapted from" or the
    like, behind which works are named as well as persons; ``url`` is the address that the words
    link to.
    """
    words = content[:_LONGEST]
    if not url and (known := stated(words)):
        return [known[0]], known[1]
    if credit := credit_label(words):
        words = words[credit.end() :]
    words = without_makers(words)
    words, work = without_kind(with_marked_title(words))
    words, behind = without_connecting(words)
    if behind == "outlet" or relayed:
        words = with_owned_title(words)
    found = extract(level(without_credit(words)), overrides)
    found.url = url or found.url
    level_entries(found)
    place, publisher = extract_place_and_publisher(found)
    drafts = _named(
        [one for entry in entries(found, plural=plural) for one in drafts_of(entry, found)]
    )
    if publisher:
        _publish(drafts[-1], publisher)
    for draft in drafts:
        _unquote_publication(draft)
    if behind == "outlet" or work or relayed:
        _unperson(drafts[0])
    sources = [_source(draft, found, place, last=draft is drafts[-1]) for draft in drafts]
    return sources, found.problems + _missing(sources, found.problems, named_behind=bool(behind))


def _named(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts that name something; if none does, one with a date, or an empty one."""
    dated = [draft for draft in drafts if not draft.empty or draft.issued]
    named = [draft for draft in dated if not draft.empty]
    return named or dated[:1] or [Draft()]


def _unquote_publication(draft: Draft) -> None:
    """Take a publication that stands in quotation marks, and alone, for what it is."""
    if not (draft.container or draft.publisher) and lookup_key(draft.title) in outlets.NEWS:
        draft.title, draft.container = "", draft.title


def _unperson(draft: Draft) -> None:
    """Take for an outlet, or for a title, what looks like a person's name without a given name.

    So do names behind "via" and "adapted from", and those of shows and films.
    """
    if draft.title or len(draft.author) != 1:
        return
    name = draft.author[0]
    if not name.given or person_names.has_known_given_name(name) or "." in name.given:
        return
    if draft.container or draft.publisher:
        draft.author, draft.title = [], name.display
        if not draft.publisher and outlet_rules.is_publisher(draft.container):
            draft.container, draft.publisher = "", draft.container
    else:
        draft.author, draft.container = [], name.display


def _publish(draft: Draft, publisher: str) -> None:
    """Give a record its publisher; what has one, and no title, is a book by its name."""
    draft.publisher = publisher
    if not draft.title and draft.container and not outlet_rules.is_news(draft.container):
        draft.title, draft.container = draft.container, ""


def _source(draft: Draft, found: Extraction, place: str, *, last: bool) -> Source:
    """Return the record of a draft; what is told once for all sources belongs to the last."""
    source = Source(
        author=tuple(draft.author),
        title=draft.title,
        container_title=draft.container,
        publisher=draft.publisher,
        publisher_place=(place if last else "") or draft.place,
        issued=draft.issued,
        accessed=found.accessed if last else None,
        url=found.url if last else "",
        page=found.page if last else "",
    )
    return replace(source, type=_csl_type(source))


def _csl_type(source: Source) -> str:
    """Return the CSL type that the fields of a source speak for.

    | container   | title | publisher | URL | type             |
    |-------------|-------|-----------|-----|------------------|
    | Quay Herald |       |           |     | by the container |
    | Quay Museum |       |           | yes | webpage          |
    |             | yes   | yes       |     | book             |
    |             | yes   |           | yes | webpage          |
    |             |       |           | yes | webpage          |
    |             |       |           |     | article          |
    """
    if source.container_title:
        if source.url and not outlet_rules.is_news(source.container_title):
            return "webpage"
        return outlet_rules.csl_type(source.container_title)
    if source.title and (source.publisher or not source.url):
        return "book"
    return "webpage" if source.url else "article"


def _missing(
    sources: Sequence[Source], problems: Sequence[str], *, named_behind: bool
) -> list[str]:
    """Return the fault of sources of which too little is said: a name, or where it was printed."""
    if not any(source.identified for source in sources):
        return ["missing-name"]
    first = sources[0]
    bare = not (first.container_title or first.title or first.publisher or first.url)
    if (
        len(sources) == 1
        and bare
        and (first.issued or named_behind)
        and "missing-container" not in problems
    ):
        return ["missing-container"]
    return []
