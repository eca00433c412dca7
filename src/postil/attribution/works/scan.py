"""Entries of lists as they are taken apart: what is taken out leaves blanks, and offsets stay."""

from __future__ import annotations

import re
from collections.abc import Sequence

from postil.model.source import Date, Name, Source
from postil.model.values import NamedTuple, dataclass

MARKS = " \t\n.,;:–—-"
"""What may stand around a part of an entry, and belongs to none."""


class Work(NamedTuple):
    """A work that an entry or a note names."""

    source: Source
    locator: str = ""
    """The pages of it that a note points to."""
    sure: bool = True
    """All words of the entry have been read as some part of the record."""


@dataclass(slots=True)
class Scan:
    """An entry, and what has been found in it so far."""

    text: str
    """Blanks stand where something was taken out."""
    emphasised: Sequence[tuple[int, int]] = ()
    """Runs that are set apart by italics, in order."""
    author: tuple[Name, ...] = ()
    issued: Date | None = None
    accessed: Date | None = None
    undated: bool = False
    """It says that there is no date."""
    title: str = ""
    container: str = ""
    publisher: str = ""
    place: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    doi: str = ""
    url: str = ""
    locator: str = ""
    type: str = ""
    sure: bool = False
    note: bool = False
    """It is a note, which gives names as they are said, with a comma behind them."""

    def take(self, match: re.Match[str], group: int | str = 0) -> None:
        """Blank out what a pattern has matched."""
        self.blank(match.start(group), match.end(group))

    def blank(self, start: int, end: int) -> None:
        """Put blanks for a stretch."""
        self.text = f"{self.text[:start]}{' ' * (end - start)}{self.text[end:]}"

    def close_gaps(self) -> None:
        """Put one blank for several, and move the runs in italics along."""
        places: list[int] = []
        kept: list[str] = []
        for sign in self.text:
            places.append(len(kept))
            if sign != " " or (kept and kept[-1] != " "):
                kept.append(sign)
        places.append(len(kept))
        self.text = "".join(kept)
        last = len(places) - 1
        self.emphasised = [
            (places[min(start, last)], places[min(end, last)]) for start, end in self.emphasised
        ]

    def join_runs(self) -> None:
        """Take for one run in italics what the end of a line has parted."""
        joined: list[tuple[int, int]] = []
        for start, end in self.emphasised:
            if joined and not self.text[joined[-1][1] : start].strip():
                joined[-1] = joined[-1][0], max(end, joined[-1][1])
            else:
                joined.append((start, end))
        self.emphasised = joined

    def emphasis_in(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the first run in italics within a stretch that has words in it, cut to it."""
        for first, last in self.emphasised:
            cut = max(first, start), min(last, end)
            if any(map(str.isalpha, self.text[cut[0] : cut[1]])):
                return cut
        return None

    def work(self, kind: str) -> Work:
        """Return what has been found as a work."""
        source = Source(
            type=self.type or kind,
            author=self.author,
            title=" ".join(self.title.split()),
            container_title=" ".join(self.container.split()),
            publisher=" ".join(self.publisher.split()),
            publisher_place=" ".join(self.place.split()),
            issued=self.issued,
            accessed=self.accessed,
            url=self.url,
            page=self.page,
            volume=self.volume,
            issue=self.issue,
            doi=self.doi,
        )
        return Work(source, self.locator, self.sure)


def tidy(words: str) -> str:
    """Return words without the marks that part them from others; a stop of an initial stays."""
    bare = " ".join(words.split()).strip(" ,;:–—-\u00a0")
    while bare.endswith(".") and not _abbreviated(bare):
        bare = bare[:-1].rstrip(" ,;:")
    return bare.lstrip(".,;: ")


def _abbreviated(words: str) -> bool:
    """Tell whether the stop at the end belongs to the last word: "Marine Eng.", "Smith, J."."""
    last = words.rsplit(" ", 1)[-1].rstrip(".")
    others = words[:-1].count(".")
    return (len(last) == 1 and last.isupper()) or "." in last or (others > 0 and len(last) <= 5)


TITLE_MARKS = {
    "“": "”",
    '"': '"',
    "«": "»",
    "»": "«",
    "„": "“",
    "‘": "’",
    "'": "'",
    "‹": "›",
    "「": "」",
    "『": "』",
    "《": "》",
    "〈": "〉",
}


def quoted_at(text: str, at: int) -> tuple[int, int] | None:
    """Return where a quotation that opens at an offset begins and ends, its marks counted."""
    opening = text[at : at + 1]
    closing = TITLE_MARKS.get(opening)
    if closing is None:
        return None
    closings = (closing, "”") if opening == "„" else (closing,)
    end = at
    while True:
        ends = [found for one in closings if (found := text.find(one, end + 1)) > 0]
        if not ends:
            return None
        end = min(ends)
        inside = end + 1 < len(text) and text[end + 1].isalnum()
        if not (opening in "‘'“\"" and inside and text[end - 1].isalnum()):
            return at, end + 1
