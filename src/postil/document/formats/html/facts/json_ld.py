"""JSON-LD of a page: the article that it describes, among several graphs and lists."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from postil.text.lazy_regex import lazily

_LARGEST = 1 << 20
"""Letters of a script that is read."""
_MOST = 2000
"""Things that are looked at."""
_ARTICLES = {
    "newsarticle": "article-newspaper",
    "reportagenewsarticle": "article-newspaper",
    "analysisnewsarticle": "article-newspaper",
    "opinionnewsarticle": "article-newspaper",
    "backgroundnewsarticle": "article-newspaper",
    "reviewnewsarticle": "article-newspaper",
    "liveblogposting": "article-newspaper",
    "blogposting": "post-weblog",
    "scholarlyarticle": "article-journal",
    "medicalscholarlyarticle": "article-journal",
    "techarticle": "webpage",
    "apireference": "webpage",
    "advertisercontentarticle": "webpage",
    "socialmediaposting": "post",
    "discussionforumposting": "post",
    "qapage": "webpage",
    "recipe": "webpage",
    "report": "report",
    "article": "",
    "book": "book",
    "webpage": "",
}
"""Types of schema.org, the nearest to an article first, with those of CSL."""
_CONTROLS = lazily(r"[\x00-\x1f]+")


def article(scripts: list[str]) -> dict[str, object]:
    """Return the fields of the article that the scripts describe, by the names of CSL-JSON."""
    things = [thing for script in scripts for thing in _things(_loaded(script))]
    by_id = {str(thing["@id"]): thing for thing in things if "@id" in thing and len(thing) > 1}
    best: dict[str, Any] = {}
    rank = len(_ARTICLES)
    for thing in things:
        kinds = [kind for kind in _types(thing) if kind in _ARTICLES]
        place = min((list(_ARTICLES).index(kind) for kind in kinds), default=rank)
        if place < rank:
            best, rank = thing, place
    found: dict[str, object] = {}
    if best:
        kind = next(kind for kind in _types(best) if kind in _ARTICLES)
        found = {
            "title": _text(best.get("headline") or best.get("name")),
            "author": _names(best.get("author") or best.get("creator"), by_id),
            "issued": _text(best.get("datePublished") or best.get("dateCreated")),
            "updated": _text(best.get("dateModified")),
            "container-title": _name(best.get("isPartOf"), by_id) if kind != "webpage" else "",
            "publisher": _name(best.get("publisher"), by_id)
            or _name(best.get("sourceOrganization"), by_id),
            "url": _address(best.get("mainEntityOfPage")) or _address(best.get("url")),
            "language": _text(best.get("inLanguage")),
            "type": _ARTICLES[kind],
        }
    site = next((thing for thing in things if "website" in _types(thing)), {})
    headlines = (_text(one.get("headline")) for one in things if "headline" in one)
    found["headlines"] = list(dict.fromkeys(filter(None, headlines)))
    found["site"] = _text(site.get("name")) if site else ""
    return {name: value for name, value in found.items() if value}


def _loaded(script: str) -> object:
    script = script.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    if len(script) > _LARGEST:
        return None
    try:
        return json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return None


def _things(loaded: object) -> Iterator[dict[str, Any]]:
    """Yield all things of a script, the outer before those within."""
    waiting = [loaded]
    seen = 0
    while waiting and seen < _MOST:
        seen += 1
        one = waiting.pop(0)
        if isinstance(one, list):
            waiting[:0] = one[:200]
        elif isinstance(one, dict):
            if "@type" in one:
                yield one
            waiting[:0] = [
                value
                for name, value in one.items()
                if name
                in (
                    "@graph",
                    "mainEntity",
                    "mainEntityOfPage",
                    "itemListElement",
                    "item",
                    "publisher",
                    "author",
                    "isPartOf",
                    "hasPart",
                )
                and isinstance(value, (dict, list))
            ]


def _types(thing: dict[str, Any]) -> list[str]:
    said = thing.get("@type")
    kinds = said if isinstance(said, list) else [said]
    return [str(kind).rpartition("/")[2].rpartition(":")[2].lower() for kind in kinds[:10]]


def _text(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name") or ""
    return str(value) if isinstance(value, (str, int, float)) else ""


def _name(value: object, by_id: dict[str, dict[str, Any]]) -> str:
    names = _names(value, by_id)
    return names[0] if names else ""


def _names(value: object, by_id: dict[str, dict[str, Any]]) -> list[str]:
    """Return the names of people or bodies, which may be said by reference."""
    found: list[str] = []
    for each in value if isinstance(value, list) else [value]:
        referred = isinstance(each, dict) and "name" not in each and "@id" in each
        one = by_id.get(str(each["@id"]), {}) if isinstance(each, dict) and referred else each
        said = one.get("name") if isinstance(one, dict) else one
        names = said if isinstance(said, list) else [said]
        found += [name for name in names if isinstance(name, str) and _is_name(name)]
    return found[:100]


def _is_name(said: str) -> bool:
    return bool(said.strip()) and said[:4] != "http"


def _address(value: object) -> str:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    return value if isinstance(value, str) and value[:4] == "http" else ""
