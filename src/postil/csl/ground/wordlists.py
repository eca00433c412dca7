"""Lists of words, which rules of CSL name."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(text.split())


NAME_OPTIONS = words(
    """
    and delimiter-precedes-et-al delimiter-precedes-last et-al-min et-al-use-first
    et-al-use-last et-al-subsequent-min et-al-subsequent-use-first initialize initialize-with
    name-as-sort-order sort-separator name-form name-delimiter names-delimiter
    """
)
"""Options that cs:name and cs:names inherit: CSL 1.0.2, "Inheritable Name Options"."""

STOP_WORDS = words(
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
