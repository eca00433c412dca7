"""Kept citations: what a style has made of some records, so that the next export sets none again.

A citation is kept by all that it is made of, and by the programs that make it, so that nothing
which is kept can be out of date: what differs in anything is looked for under another key. Losing
the file costs some time and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import postil
from postil.csl import Style
from postil.library.base.cache_version import cache_key, digest
from postil.model.digests import sha256
from postil.store.machine.cache import Cache
from postil.store.types import Doc

NAME = "citations.json"

MOST = 20_000
"""Texts that are kept; those that were made longest ago give way."""

SETTING = ("cite", "csl")
"""The packages that make a citation of records, beside those that read the records."""


@cache
def _maker() -> str:
    """Return the key of the programs, made once, since a process runs what it has loaded."""
    return f"{cache_key()} {digest(Path(postil.__file__).parent, SETTING)}"


class KeptCitations:
    """The citations of one style; nothing is written before ``save``."""

    def __init__(self, folder: Path, style: Style) -> None:
        self._cache = Cache(folder / NAME, _maker())
        self._style = _hashed(repr(style.root))
        self._kept = self._cache.read()
        self._made: dict[str, Doc] = {}

    def texts(self, made_of: object, make: Callable[[], Sequence[str]]) -> tuple[str, ...]:
        """Return what was made of something before, else what ``make`` makes of it now.

        ``made_of`` is shown whole by ``repr``: all that decides, the style aside.
        """
        key = _hashed(f"{self._style} {made_of!r}")
        found = self._kept.get(key, {}).get("texts")
        if isinstance(found, list) and all(isinstance(one, str) for one in found):
            return tuple(found)
        made = tuple(make())
        self._made[key] = {"texts": list(made)}
        return made

    def save(self) -> None:
        """Write down what is new."""
        if self._made:
            kept = {**self._kept, **self._made}
            gone = list(kept)[: max(0, len(kept) - MOST)]
            for key in gone:
                del kept[key]
            self._cache.write(kept)


def _hashed(words: str) -> str:
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:32]
