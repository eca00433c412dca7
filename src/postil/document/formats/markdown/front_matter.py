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

_LONGEST = 1 << 20
"""Code points within which front matter must end."""

_YAML_END = lazily(r"\n(?:---|\.\.\.)[ ]*(?:\n|\Z)")
_TOML_END = lazily(r"\n\+\+\+[ ]*(?:\n|\Z)")
_OPENING = lazily(r"(?P<sign>---|\+\+\+)[ ]*\n(?![ \t]*\n)")
"""A rule with a blank line behind it is a rule."""
_LINE = lazily(r"(?P<name>[A-Za-z][\w -]{0,60}):(?:[ \t]+(?P<value>.*))?")
_ITEM = lazily(r"[ \t]*-[ \t]+(?P<value>.*)")
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
    unfinished: bool = False
    """It does not end within the text, which may be the beginning of a longer one."""


def front_matter(text: str) -> FrontMatter:
    """Return the front matter with which the text begins; an empty one where there is none."""
    opening = _OPENING.match(text)
    if not opening:
        return FrontMatter(Metadata())
    yaml = opening["sign"] == "---"
    ending = _YAML_END if yaml else _TOML_END
    found = ending.search(text, opening.end() - 1, _LONGEST)
    if not found:
        return FrontMatter(Metadata(), unfinished=len(text) < _LONGEST)
    source = text[opening.end() : found.start() + 1]
    values = _yaml(source) if yaml else _toml(source)
    if values is None and yaml:
        values = _by_line(source) or None
    if isinstance(values, Mapping):
        metadata, remarks = from_mapping(values, "document")
        return FrontMatter(metadata, found.end(), remarks)
    if values is None and _FIELD.search(source):
        remark = "The front matter cannot be read; it is shown as it stands."
        return FrontMatter(Metadata(), found.end(), (remark,), source.strip("\n"))
    # Two rules with words between them are no front matter.
    return FrontMatter(Metadata(), found.end() if not source.strip() else 0)


def _by_line(source: str) -> dict[str, object]:
    """Return the fields of what is nearly YAML: a name, a colon, and the rest of the line.

    Writers put colons into titles without marking them as such. An indented line goes on with the
    field above it, and one with a dash is one value of several. Empty where a line is neither.
    """
    values: dict[str, object] = {}
    last = ""
    for line in source.split("\n"):
        if not line.strip() or line.startswith("#"):
            continue
        if field := _LINE.fullmatch(line):
            last = field["name"]
            values[last] = _bare(field["value"] or "")
        elif last and (item := _ITEM.fullmatch(line)):
            held = values[last]
            values[last] = [*(held if isinstance(held, list) else ()), _bare(item["value"])]
        elif last and line[0] in " \t" and isinstance(held := values[last], str):
            values[last] = f"{held.lstrip('|>-+ ')} {_bare(line.strip())}".strip()
        else:
            return {}
    return values


def _bare(value: str) -> str:
    """Return a value without the marks around it."""
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value


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
