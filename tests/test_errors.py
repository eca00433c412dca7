from __future__ import annotations

import re
from collections.abc import Iterator

from postil import errors
from postil.errors import PostilError


def drawn() -> Iterator[tuple[int, str]]:
    """Yield the depth and the name of each error in the tree that the module draws."""
    for line in (errors.__doc__ or "").splitlines():
        if found := re.match(r"([│├└─ ]*)(\w+) {2,}\S", line):
            yield len(found[1]) // len("├── "), found[2]


def defined(kind: type[PostilError], depth: int = 0) -> Iterator[tuple[int, str]]:
    """Yield the depth and the name of an error and of all its kinds."""
    yield depth, kind.__name__
    for one in kind.__subclasses__():
        if one.__module__ == errors.__name__:
            yield from defined(one, depth + 1)


def test_the_tree_shows_every_error_where_it_belongs() -> None:
    assert list(drawn()) == list(defined(PostilError))
