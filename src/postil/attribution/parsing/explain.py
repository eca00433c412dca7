"""Explanations: from which words of an attribution each field of a record was read, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from postil.lexicon import outlet_rules, outlets
from postil.lexicon.dates_in_text import YEAR, dates, read_date
from postil.lexicon.name_list import lookup_key
from postil.lexicon.name_overrides import NameOverrides
from postil.lexicon.wordlists import CHINESE, KOREAN, PARTICLES, VIETNAMESE
from postil.model.source import Date, Name, Reason, Source
from postil.text.lazy_regex import lazily

_BY = lazily(r"\bby\b")
_BARE_YEAR = lazily(rf"(?<!\d){YEAR}(?:\s?[-–]\s?\d{{2,4}})?(?!\d)")
_QUOTES = "“”‘’\"'«»„「」『』《》"
_LONGEST = 600
"""Code points of an attribution in which words are sought."""


def explain(
    raw: str, source: Source, problems: Sequence[str], overrides: NameOverrides, *, lead_in: bool
) -> tuple[Reason, ...]:
    """Return the reason for each field of a record read from an attribution, or from a lead-in."""
    text = raw[:_LONGEST]
    found = [*_authors(text, source, overrides, lead_in=lead_in)]
    if source.title:
        found.append(Reason("title", _as_written(text, source.title), _why_title(text, source)))
    if source.container_title:
        words = _as_written(text, source.container_title)
        found.append(
            Reason("container-title", words, _why_outlet(source, overrides, lead_in=lead_in))
        )
    if source.publisher:
        words = _as_written(text, source.publisher)
        found.append(Reason("publisher", words, _why_publisher(source.publisher, overrides)))
    if source.issued is not None:
        words = _date_words(text, source.issued)
        why = "a date that can be read in two ways" if "ambiguous-date" in problems else "a date"
        found.append(Reason("issued", words, why if len(words) > 4 else "a year"))
    if source.url:
        broken = "mangled-address" in problems
        why = "an address that looks broken" if broken else "an address"
        found.append(Reason("URL", _as_written(text, source.url), why))
    if source.page:
        found.append(Reason("page", _as_written(text, source.page), "the number of a page"))
    for field, value, why in (
        ("volume", source.volume, "the number of a volume"),
        ("issue", source.issue, "a number within a volume"),
        ("DOI", source.doi, "the number that names a work"),
    ):
        if value:
            found.append(Reason(field, _as_written(text, value), why))
    if source.type:
        found.append(Reason("type", "", _why_type(source)))
    return tuple(found)


def _authors(
    text: str, source: Source, overrides: NameOverrides, *, lead_in: bool
) -> Iterator[Reason]:
    names = [name for name in source.author if name.display]
    if not names:
        return
    ways = [_why_person(name, overrides, lead_in=lead_in) for name in names]
    words = "; ".join(_as_written(text, _full(text, name)) for name in names)
    yield Reason("author", words, "; ".join(dict.fromkeys(ways)))


def _full(text: str, name: Name) -> str:
    """Return a name in the order in which it stands in the text."""
    turned = f"{name.family}, {name.given}"
    if not name.literal and name.given and _place(text, name.display) < 0:
        return turned if _place(text, turned) >= 0 else name.family
    return name.display


def _why_person(name: Name, overrides: NameOverrides, *, lead_in: bool) -> str:
    if name.literal:
        if outlet_rules.is_agency(name.literal):
            return "a news agency, whose report another printed"
        return "stands first, where authors stand"
    if overrides.people(name.display):
        return "you said so of this name"
    if name.family_first:
        return f"family name first{_people_of(name.family)}"
    if not name.given:
        return "a family name alone"
    if name.family.split()[0] in PARTICLES:
        return f"a person’s name, “{name.family.split()[0]}” with the family name"
    return "who says or writes it" if lead_in else "a person’s name"


def _people_of(family: str) -> str:
    plain = lookup_key(family).replace("đ", "d")
    for people, surnames in (("Vietnamese", VIETNAMESE), ("Korean", KOREAN), ("Chinese", CHINESE)):
        if plain in surnames:
            return f", as in {people} names"
    return ""


def _why_title(text: str, source: Source) -> str:
    at = _place(text, source.title)
    if at > 0 and text[:at].rstrip()[-1:] in _QUOTES:
        return "stands in quotation marks"
    if _BY.search(text[at + len(source.title) : at + len(source.title) + 6]):
        return "stands before “by”"
    if source.publisher and not source.container_title:
        return "a book’s name, before its publisher"
    return "stands between the author and the publication"


def _why_outlet(source: Source, overrides: NameOverrides, *, lead_in: bool) -> str:
    name = source.container_title
    if overrides.is_outlet(name):
        return "you said so of this name"
    if kind := outlets.kind(name):
        return f"a known {kind}"
    if word := outlet_rules.telling_word(name):
        return f"“{word}” is a word of such names"
    if lead_in:
        return "named as where it was said"
    alone = not (source.author or source.title)
    return "the only name" if alone else "stands last, where publications stand"


def _why_publisher(name: str, overrides: NameOverrides) -> str:
    if overrides.is_publisher(name):
        return "you said so of this name"
    if outlets.kind(name) == "publisher":
        return "a known publisher"
    sure = outlet_rules.is_publisher(name)
    return "a publisher by its name" if sure else "stands where publishers stand"


def _why_type(source: Source) -> str:
    if source.container_title:
        return "by what published it"
    if source.title and source.publisher:
        return "a title with a publisher"
    return "only an address" if source.url else "by what is named"


def _date_words(text: str, date: Date) -> str:
    """Return the words that were read as a date; "" where they are not found again."""
    for match in dates(text).finditer(text):
        if read_date(match[0])[0] == date:
            return match[0].strip()
    years = [match[0] for match in _BARE_YEAR.finditer(text) if match[0].startswith(str(date.year))]
    return years[-1] if years else ""


def _as_written(text: str, words: str) -> str:
    """Return words in the letters in which they stand in the text; "" where they do not."""
    at = _place(text, words)
    return text[at : at + len(words)] if at >= 0 else ""


def _place(text: str, words: str) -> int:
    return text.casefold().find(words.casefold()) if words else -1


def field_values(source: Source) -> dict[str, object]:
    """Return the fields of a record that reasons are given for, by their names in CSL-JSON."""
    return {
        "author": source.author,
        "title": source.title,
        "container-title": source.container_title,
        "publisher": source.publisher,
        "issued": source.issued,
        "URL": source.url,
        "page": source.page,
        "volume": source.volume,
        "issue": source.issue,
        "DOI": source.doi,
        "type": source.type,
    }
