"""A home of very many notes, written as Postil writes it, for the benches and for tests of effort.

Articles are files with snapshots, their notes lie on words of theirs, and every ledger is one that
a compaction has left: sorted by key, no older versions.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from postil.anchoring import describe
from postil.config import Places
from postil.library.articles import loading
from postil.model.article import Article
from postil.model.note import Note
from postil.model.span import Span
from postil.store.disk.clock import new_device, new_number, now, number, spelled
from postil.store.home.home import Home, open_home
from postil.store.ledger.ledger_format import FOOT, dump, head
from postil.store.records.fields import STAMP
from postil.store.records.records import ArticleRecord, to_doc
from postil.store.types import Doc

RARE = "landfall"
"""The tag that a few notes have, whatever their number."""
_RARELY = 20
"""How many notes have it."""
_WORDS = "tide moon harbour keeper lamp rope salt north light water stone gull".split()  # noqa: SIM905
_TAGS = ("trade", "ships", "weather", "ice")
_PARAGRAPHS = 12
_SENTENCES = 4


@dataclass(frozen=True, slots=True)
class BigHome:
    """Where a home of many notes lies, and what is in it."""

    places: Places
    articles: tuple[Path, ...]
    ids: tuple[str, ...]
    """Of the notes, in the order in which they were written; those of the others are not told."""

    @property
    def environ(self) -> dict[str, str]:
        """The settings that lead a Postil to this home."""
        places = self.places
        return {
            "POSTIL_HOME": str(places.home),
            "POSTIL_STATE": str(places.state),
            "POSTIL_CONFIG": str(places.config),
            "POSTIL_CACHE": str(places.cache),
        }


def make(
    root: Path,
    notes: int,
    articles: int,
    elsewhere: int = 0,
    paragraphs: int = _PARAGRAPHS,
    tags: Sequence[str] = _TAGS,
) -> BigHome:
    """Write a home with so many notes of this machine's, and ``elsewhere`` of another's.

    Both are spread over the same articles, of so many paragraphs each. The first article has no
    note of the other machine.
    """
    rnd = random.Random(7)
    places = Places(*(root / name for name in ("home", "state", "config", "cache")))
    home = open_home(places)
    own, other = home.state.claim(), new_device()
    read: list[tuple[Path, Article, ArticleRecord]] = []
    folder = root / "articles"
    folder.mkdir(parents=True)
    for at in range(articles):
        path = folder / f"article-{at:05d}.md"
        path.write_text(_text(rnd, at, paragraphs), "utf-8")
        article = loading.whole(path)
        home.keep_snapshot(article.text, article.digest)
        record = ArticleRecord(
            spelled(new_number()), (article.digest,), {own: str(path)}, article.metadata.title
        )
        read.append((path, article, record))
    records = [record for *_, record in read]
    ids = _ledger(home, own, records, _notes(rnd, read, notes, tags))
    if elsewhere:
        _ledger(home, other, [], _notes(rnd, read[1:] or read, elsewhere, tags))
    return BigHome(places, tuple(path for path, *_ in read), ids)


def _text(rnd: random.Random, at: int, paragraphs: int) -> str:
    lines = [f"# On harbours, part {at}", ""]
    for number_ in range(paragraphs):
        said = [f"{' '.join(rnd.choices(_WORDS, k=14)).capitalize()}." for _ in range(_SENTENCES)]
        source = f" [Source: Ada Lindqvist, Harbour Gazette, May {number_ % 28 + 1}, 1998]"
        lines += [" ".join(said) + source * (number_ % 3 == 0), ""]
    return "\n".join(lines)


def _notes(
    rnd: random.Random,
    read: list[tuple[Path, Article, ArticleRecord]],
    count: int,
    tags: Sequence[str],
) -> list[Note]:
    made = []
    rare = set(range(0, count, max(1, count // _RARELY)))
    for at in range(count):
        _, article, record = read[at % len(read)]
        start = rnd.randrange(max(1, article.length - 200))
        span = Span(start, min(article.length, start + rnd.randrange(20, 200)))
        made.append(
            Note(
                spelled(new_number()),
                record.id,
                describe(article.text, span, article.digest),
                tags=(RARE,) if at in rare else tuple(rnd.sample(tags, rnd.randrange(3))),
                body=" ".join(rnd.choices(_WORDS, k=rnd.choice((0, 8, 20, 50)))),
                created=now(),
            )
        )
    return made


def _ledger(
    home: Home, device: str, articles: list[ArticleRecord], notes: list[Note]
) -> tuple[str, ...]:
    stamps = iter(range(len(notes) + len(articles)))

    def doc(record: Note | ArticleRecord) -> Doc:
        at = next(stamps)
        stamp = f"2026-11-23T10:{at // 60_000 % 60:02d}:{at // 1000 % 60:02d}.{at % 1000:03d}Z"
        said = {name: value for name, value in to_doc(record).items() if name != "also"}
        return {**said, STAMP: f"{stamp}-0000-{device}"}

    tables = {"articles": {str(number(one.id)): doc(one) for one in articles}}
    ordered = sorted(notes, key=lambda note: number(note.id))
    path = home.places.home / "notes" / f"{device}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(head(tables, "notes", "0", len(ordered)))
        lead = b" "
        for note in ordered:
            file.write(lead + b'"%d":%s\n' % (number(note.id), dump(doc(note))))
            lead = b","
        file.write(FOOT)
    return tuple(note.id for note in ordered)
