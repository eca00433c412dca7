"""Words, options and letters that rules of CSL name by lists."""

from __future__ import annotations

import re


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text, each once."""
    return frozenset(text.split())


NAME_OPTIONS = word_set(
    """
    and delimiter-precedes-et-al delimiter-precedes-last et-al-min et-al-use-first
    et-al-use-last et-al-subsequent-min et-al-subsequent-use-first initialize initialize-with
    name-as-sort-order sort-separator name-form name-delimiter names-delimiter
    """
)
"""Options that cs:name and cs:names inherit: CSL 1.0.2, "Inheritable Name Options"."""

STOP_WORDS = word_set(
    """
    a about across afore after against al along alongside amid amidst among amongst an and anenst
    apropos apud around as aside astride at athwart atop barring before behind below beneath
    beside besides between beyond but by c ca circa d de despite down during e et except for
    forenenst from given i in inside into lest like modulo near next nor notwithstanding o of off
    on onto or out over per plus pro qua sans since so than the through throughout thruout till to
    toward towards under underneath until unto up upon v van versus via von vs with within without
    y yet
    """
)
"""Words that title case leaves small within a title: CSL 1.0.2, "Title Case Conversion"."""

SPACED_LETTER = re.compile(
    r"[-0-9a-zA-Z\u00c0-\u024f\u0370-\u052f\u0590-\u06ff\u0e01-\u0e5b\u1e00-\u1fff]"
)
"""A letter of the scripts that put blanks between the parts of a name."""
