"""Fields of a document: what stands in the text is their result; the code tells where it leads."""

from __future__ import annotations

from postil.text.lazy_regex import lazily

_WORD = lazily(r'"((?:[^"\\]|\\.)*)"|(\S+)')
_LONGEST = 8000
_REFERENCES = frozenset(("REF", "NOTEREF", "PAGEREF"))


def field_kind(code: str) -> str:
    """Return the name of a field in capitals, such as ``HYPERLINK``; "" if it has none."""
    return next(iter(code.split(None, 1)), "").upper()


def link_of(code: str) -> str:
    r"""Return where the result of a field leads, "" if nowhere.

    | code                    | link        |
    |-------------------------|-------------|
    | HYPERLINK "https://a.b" | https://a.b |
    | HYPERLINK \l "part"     | #part       |
    | REF part \h             | #part       |
    """
    words = [_unquoted(found[0]) for found in _WORD.finditer(code[:_LONGEST])]
    kind = words[0].upper() if words else ""
    if kind in _REFERENCES:
        return f"#{words[1]}" if len(words) > 1 and "\\h" in words[2:] else ""
    if kind != "HYPERLINK":
        return ""
    address = place = ""
    at = 1
    while at < len(words):
        word = words[at]
        if word in ("\\l", "\\s"):
            place = words[at + 1] if at + 1 < len(words) else ""
            at += 1
        elif word in ("\\o", "\\t", "\\c"):
            at += 1
        elif not word.startswith("\\") and not address:
            address = word
        at += 1
    if address and place:
        return f"{address}#{place}"
    return address or (f"#{place}" if place else "")


def _unquoted(word: str) -> str:
    return word[1:-1].replace('\\"', '"').replace("\\\\", "\\") if word[:1] == '"' else word
