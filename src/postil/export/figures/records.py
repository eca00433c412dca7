"""Figures as objects for programs: each says of which figure it is a row."""

from __future__ import annotations

from collections.abc import Iterator

from postil.export.figures.figures import Figures


def records(figures: Figures) -> Iterator[dict[str, object]]:
    """Yield the rows of all figures, one figure after another."""
    states = [one.state for one in figures.readings]
    yield {
        "figure": "all",
        "notes": figures.notes,
        "articles": len(figures.readings),
        **{state: states.count(state) for state in ("todo", "reading", "done")},
    }
    for one in figures.readings:
        yield {
            "figure": "article",
            "title": one.title,
            "state": one.state,
            "progress": one.progress,
            "notes": one.notes,
            "words": one.words,
            "read": one.read or None,
        }
    for day in figures.days:
        yield {"figure": "day", **day._asdict()}
    for name, counts in (
        ("tag", figures.tags),
        ("source", figures.sources),
        ("colour", figures.colours),
    ):
        yield from ({"figure": name, name: count.name, "notes": count.notes} for count in counts)
    for pair in figures.together:
        yield {"figure": "together", "tags": [pair.first, pair.second], "notes": pair.notes}
    for year in figures.years:
        yield {"figure": "year", "year": int(year.name), "notes": year.notes}
    for outline in figures.outlines:
        yield {"figure": "strip", "title": outline.title, "strip": list(outline.strip)}
        for part in outline.parts:
            yield {"figure": "section", "article": outline.title, **part._asdict()}
