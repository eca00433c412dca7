"""What comes back of notes that went out in each two-way format into an empty Postil, by field.

From the root of the project, with Postil installed:

    python -m tests.bench.exchange.round_trips [FOLDER]

Notes are put on whole words of the articles of a folder, else on Postil's own; they have bodies,
tags of several levels, every colour and a maker. A row a format: of how many notes each field is
the same there.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from postil.config import Places
from postil.errors import PostilError
from postil.library.articles import opening
from postil.library.catalogue import knowing
from postil.library.exchange import exporting, importing
from postil.library.notes import annotating, listing
from postil.library.notes.listing import Listed
from postil.model.note import Colour
from postil.model.span import Span
from postil.model.values import replace
from postil.store.home.home import Home, open_home
from postil.store.home.journal import Change

FORMATS = ("json", "w3c", "hypothesis", "qdpx", "readwise", "taguette-highlights", "markdown")
FIELDS = ("quotation", "place", "note", "tags", "colour", "date", "maker")

_BODIES = ("", "Why *so*?", "# Head\n\n- one\n- two", "=1+1 <b>bold</b>", "ملاحظة 한국 🌊")
_TAGS = ("ice", "trade/routes", "to do", "2024", "law & order", "سفر")
_MADE = "2024-02-03T04:05:06.000000Z"
_EACH = 12
"""Notes on each article, and one on the whole of it."""


def places_in(root: Path) -> Places:
    """Return the folders of a home of its own."""
    return Places(root / "home", root / "state", root / "config", root / "cache")


def annotated(root: Path, folder: Path) -> Home:
    """Return a home with notes on the articles of a folder."""
    rnd = random.Random(15)
    home = open_home(places_in(root), "Ann Reed")
    knowing.add(home.places, [folder])
    for path in sorted(folder.iterdir()):
        if path.suffix not in (".md", ".txt"):
            continue
        try:
            opened = opening.read(home, path)
        except PostilError:
            continue
        length = opened.article.length
        for at in range(_EACH):
            start = rnd.randrange(max(1, length - 120))
            end = min(length, start + rnd.randrange(8, 120))
            annotating.annotate(
                home,
                opened,
                in_words(opened.article.text, start, end),
                colour=list(Colour)[at % 5],
                tags=tuple(rnd.sample(_TAGS, at % 3)),
                body=rnd.choice(_BODIES),
            )
            opened = opening.read(home, path)
        annotating.annotate(home, opened, None, body="Of all of it.", tags=("whole",))
    # Of another day, so that no note that comes in bears its date by chance.
    before = [one.note for one in listing.listing(home)]
    after = [replace(note, created=_MADE, modified=_MADE) for note in before]
    home.apply(Change("made earlier", tuple(before), tuple(after)))
    return home


def in_words(text: str, start: int, end: int) -> Span:
    """Return a span that begins and ends where words do, as those do that readers choose."""
    while 0 < start < end and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()))


def counted(here: Sequence[Listed], there: Sequence[Listed]) -> dict[str, int]:
    """Return of how many notes each field came back as it was; each is found by its quotation."""
    left: dict[tuple[str, str], list[Listed]] = {}
    for one in there:
        left.setdefault((_words(one.quote), one.title), []).append(one)
    same = dict.fromkeys(FIELDS, 0)
    for one in here:
        found = left.get((_words(one.quote), one.title), [])
        # Of several on the same words the likest is meant.
        two = max(found, key=lambda other: sum(_alike(one, other).values()), default=None)
        if two is None:
            continue
        found.remove(two)
        for field, is_same in _alike(one, two).items():
            same[field] += is_same
    return same


def _words(quote: str) -> str:
    return " ".join(quote.split())


def _alike(one: Listed, two: Listed) -> dict[str, bool]:
    return {
        "quotation": one.quote == two.quote,
        "place": (one.start, one.end) == (two.start, two.end),
        "note": one.body == two.body,
        "tags": set(one.tags) == set(two.tags),
        "colour": one.colour == two.colour,
        "date": one.created[:19] == two.created[:19],
        "maker": one.note.maker_name == two.note.maker_name,
    }


def table(folder: Path, root: Path) -> Iterator[tuple[str, int, dict[str, int], int]]:
    """Yield, by format, how many notes went out, what came back the same, and how many are more."""
    home = annotated(root / "here", folder)
    here = list(listing.listing(home))
    for name in FORMATS:
        target = root / f"out.{name}"
        exporting.put(exporting.export(home, exporting.Wanted(), name), target)
        other = open_home(places_in(root / name))
        knowing.add(other.places, [folder])
        try:
            importing.carry_out(other, importing.prepare(other, target))
        except PostilError as error:
            sys.stderr.write(f"{name}: {error}\n")
        there = list(listing.listing(other))
        yield name, len(here), counted(here, there), len(there) - len(here)


def main() -> None:
    """Print the table, in Markdown."""
    own = Path(__file__).parents[3] / "articles"
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else own
    print(f"| format | {' | '.join(FIELDS)} | more |")
    print(f"|---|{'---|' * (len(FIELDS) + 1)}")
    with tempfile.TemporaryDirectory() as root:
        for name, many, same, more in table(folder, Path(root)):
            cells = " | ".join(f"{same[field]}/{many}" for field in FIELDS)
            print(f"| {name} | {cells} | {more:+d} |", flush=True)


if __name__ == "__main__":
    main()
