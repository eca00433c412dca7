"""Reads names in CSL-JSON, and finds particles and suffixes where they are not set apart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import isfinite

from postil.csl.data.items import Name

_PARTICLE = re.compile(
    r"^((?:['’]?[^\W\d_A-ZÀ-Þ][\w'’\-.]{0,60}[ ]+"
    r"|[a-zß-ÿ]{1,3}['’]|[a-z]{2,4}[-‐](?=[A-ZÀ-Þ]))+)(?=\S)"
)
_TRAILING = re.compile(
    r"(?<=\S)[ ]+((?:[a-zß-ÿ][\w'’\-]{0,60}\.?)(?:[ ]+[a-zß-ÿ][\w'’\-]{0,60}\.?){0,15})$"
)
_SUFFIX = re.compile(r",\s*(!)?\s*(.+)$")


_LONGEST = 64
"""Bits of the largest number that is taken for one."""


_LONGEST_NAME = 1000
"""Characters of a name, beyond which it is not taken apart."""


def text_of(value: object) -> str:
    """Return a string or a number as text; what is neither, or no number in truth, gives none."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, float):
        return str(value) if isfinite(value) else ""
    return str(value) if isinstance(value, int) and value.bit_length() <= _LONGEST else ""


def read_name(value: object) -> Name | None:
    """Return a name, None for what is none; in quotation marks a family name stays whole."""
    if isinstance(value, str):
        return Name(literal=value.strip()) if value.strip() else None
    if not isinstance(value, Mapping):
        return None
    parts = {key: text_of(part) for key, part in value.items() if not isinstance(part, bool)}
    if parts.get("literal"):
        return Name(literal=parts["literal"])
    family, given = parts.get("family", ""), parts.get("given", "")
    if not family and not given:
        return None
    if not family:
        return Name(given=given)
    if max(len(family), len(given)) > _LONGEST_NAME:
        return Name(literal=f"{given} {family}".strip())
    dropping = parts.get("dropping-particle", "")
    non_dropping = parts.get("non-dropping-particle", "")
    suffix = parts.get("suffix", "")
    comma = bool(value.get("comma-suffix"))
    static = text_of(value.get("static-ordering", "")).lower() not in ("", "false", "0")
    if value.get("parse-names", True) not in (0, False, "false"):
        if family.startswith('"') and family.endswith('"') and len(family) > 1:
            family = family[1:-1]
        else:
            if not suffix and (match := _SUFFIX.search(given)):
                comma, suffix, given = bool(match[1]), match[2], given[: match.start()]
            if not dropping and (match := _TRAILING.search(given)):
                dropping, given = match[1], given[: match.start()]
            if not non_dropping and (match := _PARTICLE.match(family)):
                non_dropping, family = match[1].rstrip(" "), family[match.end() :]
                # A mark at its end joins a particle to the name, unless a blank is written there.
                if non_dropping.endswith(("'", "’")) and match[1].endswith(" "):
                    non_dropping += " "
    return Name(family, given, dropping, non_dropping, suffix, "", comma, static)
