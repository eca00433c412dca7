"""Gives the records of a citation to the processor of styles."""

from __future__ import annotations

from collections.abc import Callable

from postil.cite.export.csl_json import Json, fields
from postil.cite.record.items import Item, without_repeats
from postil.cite.record.protected_case import sentence_case
from postil.csl import Style
from postil.model.source import Name, Source
from postil.model.values import replace
from postil.text.lazy_regex import lazily

_DOTTED = lazily(r"(?<!\S)[\w-]+\.\w{2,}(?!\S)")
"""The name of a file or of a site, which keeps its letters whatever the case of a title."""


_BRITISH = ("harvard",)
"""Families whose manuals are British, of which a style that says no language is too."""


def spoken(style: Style) -> str:
    """Return the tag of the language that a style speaks."""
    if not style.default_locale and any(style.belongs_to(family) for family in _BRITISH):
        return "en-GB"
    return style.default_locale or "en-US"


def lowers(style: Style) -> bool:
    """Tell whether a style counts on titles written small; others keep them as they are printed."""
    return spoken(style).startswith("en")


def article(item: Item, is_common: Callable[[str], bool] | None) -> dict[str, Json]:
    """Return an article's record; ``is_common`` tells which words of its title are no names."""
    record = without_repeats(item.record)
    if is_common is None or (item.language and not item.language.startswith("en")):
        # Other languages write their titles as they are to be read.
        title = record.title
    else:
        title = sentence_case(record.title, is_common)
    title = _DOTTED.sub(r'<span class="nocase">\g<0></span>', title)
    spoken_in = {"language": item.language} if item.language else {}
    return {"id": item.id, **fields(replace(record, title=title)), **spoken_in}


def original(item: Item, *, static: bool = True, kind: str = "") -> dict[str, Json]:
    """Return an original's record; a publication of which nothing else is known is its author.

    ``static`` keeps family names first without a comma; ``kind`` is what it is to be taken for.
    """
    record = without_repeats(item.record)
    if not item.record.identified:
        unknown = Name(literal="Unidentified source")
        record = replace(record, author=(unknown,), type="document")
    elif record.type == "article":
        # To CSL this is a preprint, which nobody has said.
        record = replace(record, type="document")
    if record.identified and not (record.author or record.title) and record.container_title:
        record = replace(record, author=(Name(literal=record.container_title),), container_title="")
    data = {"id": item.id, **fields(record)}
    data["author"] = [
        {**one, "static-ordering": static and name.family_first}
        for one, name in zip(_people(record), record.author, strict=True)
    ]
    return {**data, "type": kind} if kind else data


def _people(record: Source) -> list[dict[str, Json]]:
    found = fields(record).get("author", [])
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
