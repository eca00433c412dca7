"""Terms version: changes when the code changes by which words become terms, and the index with it.

An index outlives the code that has read the articles: so long as their words and this stay as they
are, it answers as one would that was made today.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from unicodedata import unidata_version

import postil
from postil.model.digests import sha256

DECIDE = (
    "search/index/entries.py",
    "search/index/schema.py",
    "search/query/cut_words.py",
    "search/query/terms.py",
    "text/fold.py",
)
"""The sources by which it is decided what is indexed of a text."""


@cache
def terms_version() -> str:
    """Return a digest of what these sources say: that they are installed anew changes nothing."""
    house = Path(postil.__file__).parent
    found = [unidata_version, *((house / name).read_text("utf-8") for name in DECIDE)]
    return sha256("\0".join(found).encode()).hexdigest()[:16]
