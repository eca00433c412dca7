"""Front matter of a Markdown text: what it says of itself between two rules at its beginning.

The readers of YAML (16 ms to load) and TOML (3 ms) are imported where some is found.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from postil.document.article.metadata import from_mapping
from postil.model.source import Metadata
from postil.model.values import dataclass
from postil.text.lazy_regex import lazily

_LONGEST = 16_000
"""Code points within which front matter must end."""

_YAML = lazily(r"---[ ]*\n(?P<values>(?:.*\n)*?)(?:---|\.\.\.)[ ]*(?:\n|$)")
_TOML = lazily(r"\+\+\+[ ]*\n(?P<values>(?:.*\n)*?)\+\+\+[ ]*(?:\n|$)")
_FIELD = lazily(r"^[A-Za-z][\w -]*:(?: |$)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the front matter says, and where the text proper begins."""

    metadata: Metadata
    end: int = 0
    """Code points that it takes."""
    remarks: tuple[str, ...] = ()
    broken: str = ""
    """Its source, where it cannot be read and is to be shown as it stands."""


def front_matter(text: str) -> FrontMatter:
    """Return the front matter with which the text begins; an empty one where there is none."""
    opening = text[:_LONGEST]
    found = _YAML.match(opening) or _TOML.match(opening)
    if not found:
        return FrontMatter(Metadata())
    source = found["values"]
    values = _yaml(source) if opening[0] == "-" else _toml(source)
    if isinstance(values, Mapping):
        metadata, remarks = from_mapping(values, "document")
        return FrontMatter(metadata, found.end(), remarks)
    if values is None and _FIELD.search(source):
        remark = "The front matter cannot be read; it is shown as it stands."
        return FrontMatter(Metadata(), found.end(), (remark,), source.strip("\n"))
    # Two rules with words between them are no front matter.
    return FrontMatter(Metadata(), found.end() if not source.strip() else 0)


def _yaml(source: str) -> object:
    """Return the values, all as text and lists and mappings of text; None if they are broken."""
    import yaml

    try:
        return yaml.load(source, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return None


def _toml(source: str) -> object:
    import tomllib

    try:
        return tomllib.loads(source)
    except (tomllib.TOMLDecodeError, RecursionError):
        return None
