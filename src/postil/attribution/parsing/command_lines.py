"""Command lines, which technical texts set in quotation marks and brackets as others set titles."""

from __future__ import annotations

from postil.text.lazy_regex import lazily

_COMMAND = lazily(
    r"\s*(?:[$#%>]\s+)?[\[`]*[a-z0-9_~./+][\w.~/+-]*(?:[ \t]+\S+)*?[ \t]+[\[`(]*--?\w"
)


def is_command(words: str) -> bool:
    """Tell whether words are a command line: the name of a program, and an option somewhere.

    | words                          | command |
    |--------------------------------|---------|
    | git checkout -B topic origin   | yes     |
    | checkout [-B branch]           | yes     |
    | $ postil search --limit 3 ice  | yes     |
    | mary lamb, quay herald         | no      |
    | Salt - A History               | no      |
    | the north-south divide         | no      |
    """
    return "-" in words and _COMMAND.match(words) is not None
