"""Place and publisher of an attribution, where brackets or a colon tell them."""

from __future__ import annotations

from postil.attribution.parsing.extraction import BOOK, DATE, GONE, TITLE, Extraction
from postil.lexicon import outlet_rules
from postil.text.lazy_regex import lazily

_PLACE_IN_BRACKETS = lazily(r"\(\s*([^():]{2,60}):\s*([^():]{2,80}?)\s*,?\s*(" + DATE + r"?)\s*\)")
_IN_BRACKETS = lazily(r"\(\s*([^():]{2,80}?)\s*,?\s*(" + DATE + r"?)\s*\)")
_PLACE_BEFORE = lazily(
    r"(?:^|(?<=, )|(?<=[\ue000-\ue003] ))([A-Z][\w .’'-]{1,30}(?:, [A-Z]{2,4})?)\s?:\s"
    r"([A-Z][^,:;()\ue000-\ue003]{1,60})",
    needs=":",
)


def extract_place_and_publisher(found: Extraction) -> tuple[str, str]:
    """Take place and publisher out of the rest; their date stays. ``D`` is the sign of a date.

    | rest                                    | place   | publisher     | rest               |
    |-----------------------------------------|---------|---------------|--------------------|
    | Lamb, Knots (Hamburg: Hanse Verlag, D ) | Hamburg | Hanse Verlag  | Lamb, Knots, D     |
    | Lamb, Knots (Penguin Books, D )         |         | Penguin Books | Lamb, Knots , D    |
    | Lamb, Knots, London: Hanse Verlag, D    | London  | Hanse Verlag  | Lamb, Knots, - , D |
    | Lamb, Knots (Quay Herald, D )           |         |               | (as it is)         |
    | Lamb: Knots                             |         |               | (as it is)         |

    A publication that stands in brackets behind a title is parted from it by a comma, and stays.
    """
    if match := _PLACE_IN_BRACKETS.search(found.rest):
        before, after = found.rest[: match.start()].rstrip(", "), found.rest[match.end() :]
        found.rest = f"{before}, {match[3] or GONE}{after}"
        return match[1].strip(), match[2].strip()
    match = _IN_BRACKETS.search(found.rest)
    printed = match and (found.title or outlet_rules.is_publisher(match[1]))
    if match and printed and not any(sign in match[1] for sign in (TITLE, BOOK, DATE)):
        before, after = found.rest[: match.start()], found.rest[match.end() :]
        if outlet_rules.is_printed(match[1]) and not outlet_rules.is_publisher(match[1]):
            found.rest = f"{before}, {match[1]}, {match[2] or GONE}{after}"
            return "", ""
        found.rest = f"{before}, {match[2] or GONE}{after}"
        return "", match[1].strip()
    for match in _PLACE_BEFORE.finditer(found.rest):
        if outlet_rules.is_publisher(match[2]) or outlet_rules.is_place(match[1]):
            found.rest = f"{found.rest[: match.start()]}{GONE} {found.rest[match.end() :]}"
            return match[1].strip(), match[2].strip(" .")
    return "", ""
