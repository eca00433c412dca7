"""Brings the punctuation of bibliographies and of other scripts to the commas of attributions."""

from __future__ import annotations

import re

from postil.lexicon import outlet_rules, person_names
from postil.lexicon.wordlists import ABBREVIATIONS
from postil.text.lazy_regex import lazily

_WIDE = str.maketrans({"，": ", ", "、": ", ", "：": ": ", "；": "; ", "。": ". ", "／": " / "})
_MARKED = lazily(
    r"(?<![\w*])\*([^*\s](?:[^*]{0,150}[^*\s])?)\*(?![\w*])|(?<!\w)_([^_]{2,150})_(?!\w)"
)
_STOP = lazily(r"(\w+[)’'\"]?|[\ue000-\ue003])\.\s+(?=[A-Z\ue000-\ue003“\"])")
_SLASH = lazily(r"(?<=[\w.])/(?=[A-Z])")
_INITIALS = r"(?:[A-Z]\.[ -]?){1,4}"
_FAMILY = r"(?:(?:van|von|de|der|den|la|le|di|da|du|al|el)\s){0,2}[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?"
_REFERENCE = lazily(
    rf"(?:{_FAMILY},\s{_INITIALS}(?:,\s(?:&|and)\s|\s?(?:&|and)\s|,\s|;\s)?){{1,8}}",
    needs=".",
)
_ONE = lazily(rf"({_FAMILY}),\s({_INITIALS})")


def levelled(text: str) -> str:
    """Return an attribution in which ordinary commas part what other marks parted."""
    text = text.translate(_WIDE).replace(" | ", ", ")
    if "*" in text or "_" in text:
        text = _MARKED.sub(lambda match: match[1] or match[2], text)
    if "/" in text:
        text = _SLASH.sub(", ", text) if _person_before_slash(text) else text
    return text


def sentences_joined(text: str) -> str:
    """Return the text with commas for the full stops that end a part of a bibliography's entry."""
    return _STOP.sub(_comma, text) if ". " in text else text


def _comma(match: re.Match[str]) -> str:
    word = match[1]
    ends = len(word) > 2 and not word.isupper() and word.casefold() not in ABBREVIATIONS
    return f"{word}, " if ends or (not word[0].isalnum() and len(word) == 1) else match[0]


def _person_before_slash(text: str) -> bool:
    """Tell whether "Mary Lamb/Reuters" stands in the text, a person's name and where it was."""
    match = _SLASH.search(text)
    if match is None or "://" in text:
        return False
    before = re.split(r"[,;]", text[: match.start()])[-1].strip()
    behind = re.split(r"[,;/]", text[match.end() :])[0].strip()
    named = bool(person_names.parse_names(before)) and not outlet_rules.is_publication(before)
    return (named or outlet_rules.is_agency(before)) and outlet_rules.is_publication(behind)


def names_turned(text: str) -> str:
    """Return the text with "Mori, A., & Stahl, B." at its beginning as "A. Mori and B. Stahl"."""
    match = _REFERENCE.match(text)
    if match is None:
        return text
    ones = list(_ONE.finditer(match[0]))
    people = [f"{one[2].strip()} {one[1]}" for one in ones]
    if not person_names.parse_names(people[0]) or outlet_rules.is_known(ones[0][1]):
        return text
    rest = text[match.end() :].lstrip(" ,")
    return f"{' and '.join(people)}, {rest}"
