"""Change words: what was changed of a record, in the words of a reader and short enough to list."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import takewhile

from postil.library.base.labels import shortened
from postil.library.metadata.csl_types import type_label
from postil.model.source import Source
from postil.store.records.source_records import source_from
from postil.text.quotes import in_marks

SHOWN = 44
"""Code points that are shown of a value before and after."""
_BEFORE = 2
"""Words in front of the first that differs which are shown of a long text."""
_TAIL = 8
"""Code points of an id that are shown."""
_NAMES = {"body": "text", "issued": "date", "container-title": "publication"}
"""What a reader calls a field; others are called as on disk."""


def in_words(field: str, old: object, new: object) -> str:
    """Return a change of a field in words: ``text: high → low``, ``tag added: trade``.

    ``field``, ``old`` and ``new`` are those of :class:`postil.store.merge.versions.Changed`.
    """
    match field:
        case "created":
            return "made"
        case "deleted":
            return "deleted" if new else "brought back"
        case "tags":
            return f"tag removed: {_text(old)}" if new is None else f"tag added: {_text(new)}"
        case "links":
            return f"link removed: {_link(old)}" if new is None else f"link added: {_link(new)}"
        case "origin":
            return f"taken in from {_text(_mapping(new or old).get('program'))}"
        case "corrections":
            return _correction(_mapping(old), _mapping(new))
        case "anchor":
            was, now = (
                _text(_mapping(side).get("quote")) or "the whole article" for side in (old, new)
            )
            return _step("passage", was, now) if was != now else "put elsewhere"
        case "place":
            return "put elsewhere"
        case "article":
            return "put on another article"
        case "type":
            return _step("type", *(type_label(_text(side)) for side in (old, new)))
    return _step(_NAMES.get(field, field), _text(old), _text(new))


def _link(said: object) -> str:
    """Return a link by its kind, and the end of the id to which it leads, as lists show it."""
    kind, _, to = _text(said).partition(" ")
    return f"{kind} …{to[-_TAIL:]}"


def _correction(old: Mapping[str, object], new: Mapping[str, object]) -> str:
    """Say what a reader has corrected in a source, beside what the text was read to say."""
    # Deferred: few changes are of a source, and to read one takes the grammar of attributions.
    from postil.library.metadata import name_corrections
    from postil.library.sources import sourcing

    evidence = _text((new or old).get("evidence"))
    read = name_corrections.as_read(evidence)
    was, now = (_source(side) if side else read for side in (old, new))
    of = f"in {in_marks(shortened(evidence))}"
    if not new:
        return f"correction taken back {of}"
    if now is None:
        return f"said to be the article's own words {of}"
    before, after = sourcing.in_words(was), sourcing.in_words(now)
    steps = [
        _step(_NAMES.get(name, name), before[name], after[name])
        for name in after
        if before[name] != after[name]
    ]
    return f"{'; '.join(steps) or 'source confirmed'} {of}"


def _source(correction: Mapping[str, object]) -> Source | None:
    source = correction.get("source")
    return source_from(source) if isinstance(source, dict) else None


def _step(name: str, old: str, new: str) -> str:
    if not old:
        return f"{name} set: {_cut(new)}" if new else f"{name}: nothing"
    if not new:
        return f"{name} removed: {_cut(old)}"
    was, now = _differing(old, new)
    return f"{name}: {was} → {now}"


def _differing(old: str, new: str) -> tuple[str, str]:
    """Return two texts, where they are long from shortly before the first word that differs."""
    if max(len(old), len(new)) > SHOWN:
        words = old.split(" "), new.split(" ")
        alike = takewhile(lambda pair: pair[0] == pair[1], zip(*words, strict=False))
        skipped = sum(1 for _ in alike) - _BEFORE
        if skipped > 0:
            old, new = (f"… {' '.join(side[skipped:])}" for side in words)
    return _cut(old), _cut(new)


def _cut(text: str) -> str:
    return text if len(text) <= SHOWN else text[: SHOWN - 1].rstrip() + "…"


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _text(value: object) -> str:
    """Return a value on one line; numbers and truths, which newer Postils may keep, as they are."""
    return " ".join(value.split()) if isinstance(value, str) else str(value or "")
