"""Makes the bibliography of several records in a style."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from postil.cite.record.items import Item
from postil.cite.styles.catalogue import language
from postil.cite.styles.csl_data import article, lowers, original, spoken
from postil.cite.styles.descriptions import described
from postil.cite.styles.sanitize import sanitized
from postil.csl import Format, Processor, Style

_TAKEN_FOR = ("", "webpage", "article-newspaper")
"""Types that a record is given in turn, until the style lists it: some list no work untitled."""

Common = Mapping[str, Callable[[str], bool]]


def entries(
    records: Sequence[Item],
    style: Style,
    form: Format = "text",
    common: Common = MappingProxyType({}),
) -> list[tuple[str, str]]:
    """Return the id and the entry of every record, in the order of the style's bibliography.

    ``common`` tells by the ids of articles which words of their titles are no names. A record
    that the style would leave out is taken for another type; one of which it lists nothing all
    the same is not in the result.
    """
    if style.bibliography is None:
        return []
    kinds = dict.fromkeys((item.id for item in records), "")
    made: list[tuple[str, str]] = []
    for kind in _TAKEN_FOR:
        listed = {one for one, _ in made}
        kinds |= {one: kind for one in kinds if one not in listed}
        made = _listed(records, style, form, common, kinds)
        if len(made) == len(records):
            break
    return [(one, sanitized(entry)) for one, entry in made]


def _listed(
    records: Sequence[Item], style: Style, form: Format, common: Common, kinds: Mapping[str, str]
) -> list[tuple[str, str]]:
    """Return the entries for records that are taken for these types.

    Family names that stand first take a comma before initials, as in ``Choe, S.-H.``; where the
    style gives the names in full, they need none.
    """

    def made(static: Mapping[str, bool]) -> list[tuple[str, str]]:
        data = [
            original(item, static=static.get(item.id, False), kind=kinds[item.id])
            if item.read_in
            else article(item, common.get(item.id) if lowers(style) else None)
            for item in records
        ]
        works = [described(one, style) for one in data]
        processor = Processor(style, works, language, spoken(style))
        processor.cited([], uncited=[item.id for item in records])
        return processor.entries(form)

    found = made({})
    turned = {
        item.id: name.given
        for item in records
        for name in item.record.author[:1]
        if item.read_in and name.family_first and name.given
    }
    if not turned:
        return found
    return made({one: turned.get(one, "\0") in entry for one, entry in found})
