"""Counts a dossier: notes by tag, source, colour, day and place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from postil.export.base.dossier import Dossier, ExportedArticle
from postil.export.figures.figures import Count, Day, Figures, Outline, Pair, Part, Reading
from postil.model.note import Colour

SHARES = 60
"""Equal parts of an article's text that are told apart in a strip."""

MOST_YEARS = 300
"""Between the first and the last of a timeline with every year in it; of longer ones those with
notes alone."""


def figures_of(dossier: Dossier, readings: Iterable[Reading] = ()) -> Figures:
    """Return the figures of some notes, with how far articles are read where that is asked for."""
    kept = tuple(readings)
    notes = [one for _, one in dossier.notes]
    tags = Counter[str]()
    pairs = Counter[tuple[str, str]]()
    names: dict[str, str] = {}
    sources = Counter(one.source_name for one in notes if one.source_name)
    for one in notes:
        mine = {tag.casefold(): tag for tag in one.note.tags}
        for key, tag in mine.items():
            names.setdefault(key, tag)
        tags.update(list(mine))
        pairs.update(combinations(sorted(mine), 2))
    colours = Counter(one.note.colour for one in notes)
    together = sorted(pairs.items(), key=lambda item: (-item[1], item[0]))
    return Figures(
        notes=len(notes),
        readings=kept,
        days=tuple(_days((one.note.created for one in notes), (one.read for one in kept))),
        tags=_most_first({names[key]: many for key, many in tags.items()}),
        sources=_most_first(sources),
        colours=tuple(Count(str(one), colours[one]) for one in Colour if colours[one]),
        together=tuple(Pair(names[a], names[b], many) for (a, b), many in together),
        years=tuple(_years(one.source for one in notes)),
        outlines=tuple(found for one in dossier.articles if (found := _outline(one)) is not None),
    )


def _most_first(counts: Mapping[str, int]) -> tuple[Count, ...]:
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0].casefold(), item[0]))
    return tuple(Count(*item) for item in ordered)


def _days(made: Iterable[str], read: Iterable[str]) -> Iterator[Day]:
    notes = Counter(one[:10] for one in made if one)
    articles = Counter(one[:10] for one in read if one)
    for day in sorted({*notes, *articles}):
        yield Day(day, notes[day], articles[day])


def _years(sources: Iterable[Mapping[str, object] | None]) -> Iterator[Count]:
    found = Counter(year for one in sources if one is not None and (year := _year(one)) is not None)
    if not found:
        return
    first, last = min(found), max(found)
    years = range(first, last + 1) if last - first <= MOST_YEARS else sorted(found)
    yield from (Count(str(year), found[year]) for year in years)


def _year(source: Mapping[str, object]) -> int | None:
    """Return the year of a source, as CSL-JSON has it; None where it is not known."""
    match source.get("issued"):
        case {"date-parts": [[int(year), *_], *_]}:
            return year
    return None


def _outline(article: ExportedArticle) -> Outline | None:
    spans = [one.span for one in article.notes if one.span is not None and not one.note.whole]
    length = len(article.text)
    if not spans or not length:
        return None
    strip = [0] * SHARES
    for span in spans:
        last = max(span.start, span.end - 1)
        for at in range(_share(span.start, length), _share(last, length) + 1):
            strip[at] += 1
    return Outline(article.title, tuple(strip), tuple(_parts(article, [s.start for s in spans])))


def _share(offset: int, length: int) -> int:
    return min(SHARES - 1, offset * SHARES // length)


def _parts(article: ExportedArticle, starts: Sequence[int]) -> Iterator[Part]:
    if article.article is None:
        return
    for section in article.article.sections:
        span = section.span
        inside = sum(span.start <= at < span.end for at in starts)
        # What stands before the first heading is told only where something is noted on it.
        if section.title is not None or inside:
            title = " ".join(section.name.split())
            yield Part(title, section.level, span.start, span.end, inside)
