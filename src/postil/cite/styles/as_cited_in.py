"""Secondary citation: the words that join an original to the article in which it was read."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from postil.csl import Style
from postil.model.source import Relation

_QUOTED_OR_CITED = ("chicago", "turabian", "harvard")
"""Families that say in the text whether the words are the original's.

The Chicago Manual of Style, 17th edition, 15.56; Cite Them Right on secondary referencing.
"""

_BY_LANGUAGE: Mapping[str, str] = MappingProxyType(
    {
        "ca": "citat a",
        "cs": "citováno podle",
        "da": "citeret i",
        "de": "zitiert nach",
        "es": "citado en",
        "fi": "siteerattu teoksessa",
        "fr": "cité dans",
        "hr": "citirano prema",
        "hu": "idézi",
        "it": "citato in",
        "nb": "sitert i",
        "nl": "geciteerd in",
        "nn": "sitert i",
        "no": "sitert i",
        "pl": "cyt. za",
        "pt": "apud",
        "ro": "apud",
        "ru": "\u0446\u0438\u0442. \u043f\u043e",
        "sk": "citované podľa",
        "sl": "citirano po",
        "sv": "citerad i",
        "tr": "aktaran",
        "uk": "\u0446\u0438\u0442. \u0437\u0430",
        "zh": "\u8f6c\u5f15\u81ea",
    }
)
"""The words by the language of a style; other languages are cited in English."""


def as_cited_in(style: Style, relation: Relation) -> str:
    """Return the words for a style: "as cited in" for APA, "qtd. in" for MLA, else "quoted in".

    APA Publication Manual, 7th edition, 8.6; MLA Handbook, 9th edition, 6.77; The Chicago Manual
    of Style, 17th edition, 14.260. A style that is only a file is known by its class.
    """
    if found := _BY_LANGUAGE.get(style.default_locale[:2].lower()):
        return found
    if style.is_note or any(style.belongs_to(family) for family in _QUOTED_OR_CITED):
        return "quoted in" if relation == "quoted" else "cited in"
    return "qtd. in" if style.citation_format == "author" else "as cited in"
