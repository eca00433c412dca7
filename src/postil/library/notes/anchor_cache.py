"""Keeps where anchors were found in a text, so that it need not be worked out again."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from postil.library.base import cache_version
from postil.model.note import Anchor, Place, State
from postil.model.span import Span
from postil.store.home.home import Home
from postil.store.machine.cache import Cache
from postil.store.types import Doc

TEXTS_KEPT = 1000
"""Texts whose places are kept; those met longest ago give way."""

_STATES: dict[str, State] = {
    "same": "same",
    "moved": "moved",
    "changed": "changed",
    "orphan": "orphan",
}


@dataclass(frozen=True, slots=True)
class Kept:
    """A place that was found, or that there was none."""

    place: Place
    by: str
    """Which texts it was found by, "" where its own sufficed; another text may lead elsewhere."""


class KeptPlaces:
    """Places by the text they are in and the anchor they are of; losing them costs some time."""

    def __init__(self, home: Home) -> None:
        self._cache = Cache(home.places.cache / "places.json", cache_version.cache_key())
        self._texts: dict[str, Doc] | None = None
        self._changed = False

    def find(self, digest: str, anchor: Anchor) -> Kept | None:
        """Return where an anchor was found in a text; None where that is not known."""
        found = self._all().get(digest, {}).get(key_of(anchor))
        return _from(found) if isinstance(found, dict) else None

    def keep(self, digest: str, anchor: Anchor, kept: Kept) -> None:
        """Keep where an anchor was found in a text."""
        texts = self._all()
        # What was met last stands last.
        places = texts.pop(digest, {})
        places[key_of(anchor)] = _to(kept)
        texts[digest] = places
        self._changed = True

    def save(self) -> None:
        """Write down what is new."""
        if self._changed:
            self._changed = False
            texts = list(self._all().items())
            self._cache.write(dict(texts[-TEXTS_KEPT:]))

    def _all(self) -> dict[str, Doc]:
        if self._texts is None:
            self._texts = self._cache.read()
        return self._texts


def key_of(anchor: Anchor) -> str:
    """Return under what a place of an anchor is kept."""
    return sha256(repr(anchor).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _to(kept: Kept) -> Doc:
    place = kept.place
    span = [] if place.span is None else [place.span.start, place.span.end]
    return {"span": span, "state": place.state, "score": place.score, "by": kept.by}


def _from(doc: Doc) -> Kept | None:
    span, score, by = doc.get("span"), doc.get("score"), doc.get("by")
    state = _STATES.get(str(doc.get("state")))
    if state is None or not isinstance(score, float) or not isinstance(by, str):
        return None
    match span:
        case [] if state == "orphan":
            return Kept(Place(None, state, score), by)
        case [int(start), int(end)] if 0 <= start < end and state != "orphan":
            return Kept(Place(Span(start, end), state, score), by)
    return None
