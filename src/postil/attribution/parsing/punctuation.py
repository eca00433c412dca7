"""Punctuation of bibliographies and of other scripts, brought to the commas of attributions."""

from __future__ import annotations

import re

from postil.attribution.scripts.marks import is_caseless
from postil.lexicon import outlet_rules, person_names
from postil.lexicon.wordlists import ABBREVIATIONS
from postil.text.lazy_regex import lazily

_WIDE = str.maketrans({"，": ", ", "、": ", ", "：": ": ", "；": "; ", "。": ". ", "／": " / "})
_MARKED = lazily(
    r"(?<![\w*])\*([^*\s](?:[^*]{0,150}[^*\s])?)\*(?![\w*])|(?<!\w)_([^_]{2,150})_(?!\w)"
)
_STOP = lazily(r"((?<!\w)\w+[)’'\"]?|[\ue000-\ue003])\.\s+(?=[A-Z\ue000-\ue003“\"])")
_SLASH = lazily(r"(?<=[\w.])/(?=[^\W\d_a-z])")
_COMMAS = lazily(r"[,;]")
_COMMAS_OR_SLASH = lazily(r"[,;/]")
_INITIALS = r"(?:[A-Z]\.[ -]?){1,4}"
_SURNAME = (
    r"(?:(?:van|von|de|der|den|la|le|di|da|du|al|el)\s){0,2}"
    r"[A-Z][\w'’-]{1,60}(?:\s[A-Z][\w'’-]{1,60})?"
)
_INVERTED = lazily(
    rf"(?:{_SURNAME},\s{_INITIALS}(?:,\s(?:&|and)\s|\s?(?:&|and)\s|,\s|;\s)?){{1,8}}",
    needs=".",
)
_ONE_INVERTED = lazily(rf"({_SURNAME}),\s({_INITIALS})")


def level(text: str) -> str:
    """Return an attribution in which ordinary commas stand for other marks that part names.

    | text                        | result                    |
    |-----------------------------|---------------------------|
    | 明報，2001年5月3日          | 明報, 2001年5月3日        |
    | Quay Herald                 | Reuters                   |
    | Lamb, *Salt and Rope*, 1991 | Lamb, Salt and Rope, 1991 |
    | Mary Lamb/Reuters           | Mary Lamb, Reuters        |
    | Salt/Rope                   | Salt/Rope                 |
    """
    text = (
        text.translate(_WIDE)
        .replace(" | ", ", ")
        .replace(" \u00b7 ", ", ")
        .replace(" \u2022 ", ", ")
    )
    if " / " in text and not text.isascii():
        before, _, behind = text.partition(" / ")
        if outlet_rules.is_known(behind.strip()) and all(map(is_caseless, before.split())):
            text = f"{before}, {behind}"
    if "*" in text or "_" in text:
        text = _MARKED.sub(lambda match: match[1] or match[2], text)
    if "/" in text:
        text = _SLASH.sub(", ", text) if _person_before_slash(text) else text
    return text


def stops_to_commas(text: str) -> str:
    """Return the text with commas for the full stops that end a part of a bibliography's entry.

    | text                                   | result                                 |
    |----------------------------------------|----------------------------------------|
    | Lamb, Mary. Salt and Rope. Quay Press. | Lamb, Mary, Salt and Rope, Quay Press. |
    | Mary B. Lamb. Salt and Rope            | Mary B. Lamb, Salt and Rope            |
    | St. Petersburg Times                   | St. Petersburg Times                   |
    """
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
    before = _COMMAS.split(text[: match.start()])[-1].strip()
    behind = _COMMAS_OR_SLASH.split(text[match.end() :])[0].strip()
    named = bool(person_names.parse_names(before)) and not outlet_rules.is_publication(before)
    agency = (before.partition(":")[2].strip() or before).removesuffix(" Photo")
    if outlet_rules.is_known(agency) and person_names.parse_names(behind):
        return True
    return (named or outlet_rules.is_agency(before)) and outlet_rules.is_publication(behind)


def uninvert_names(text: str) -> str:
    """Return the text with the names that it begins with in the order of speech.

    | text                                 | result                              |
    |--------------------------------------|-------------------------------------|
    | Mori, A., & Stahl, B., Salt and Rope | A. Mori and B. Stahl, Salt and Rope |
    | van der Berg, J., Salt and Rope      | J. van der Berg, Salt and Rope      |
    | Reuters, A., Salt and Rope           | Reuters, A., Salt and Rope          |
    """
    match = _INVERTED.match(text)
    if match is None:
        return text
    ones = list(_ONE_INVERTED.finditer(match[0]))
    people = [f"{one[2].strip()} {one[1]}" for one in ones]
    if not person_names.parse_names(people[0]) or outlet_rules.is_known(ones[0][1]):
        return text
    rest = text[match.end() :].lstrip(" ,")
    return f"{' and '.join(people)}, {rest}"
