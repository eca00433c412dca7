"""Citations in running text, invented: what each governs, and which work of the lists it names."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from postil.attribution.governing.sources import read
from postil.model.article import Article, Block, BlockKind
from postil.model.source import Source, Via

NUMBERED = (
    "Falk, I. (1998). Salt roads of the north. Journal of Coastal History, 12(3), 45–67.",
    "Rook, John, and Ann Hale. “The Last Lighthouse.” Coastal Review 14, no. 2 (2003): 77–95.",
    "Doyle KM, Hastings RF. Salt intake of seamen. North Med J. 2014;22(6):310-8.",
    "Lamb, Mary. Ropes of the North. London: Quay Press, 1998.",
    "J. A. Moreland, “Sensing fog,” IEEE Trans. Marine Eng., vol. 12, no. 3, pp. 45–67, May 2008.",
)
DATED = {
    "falk": NUMBERED[0],
    "rook": NUMBERED[1],
    "doyle": "Doyle KM, Hastings RF, Moreland TS. Salt intake. North Med J. 2014;22(6):310-8.",
    "holt": "Holt, G. (1997) 'The price of tar', Economic Notes, 5(2), pp. 30–41.",
    "müller": "Müller, Hans (2006): Das Salz des Nordens. Berlin: Kai-Verlag.",
    "morel": "Morel, C. (2013). Le phare perdu. Revue du littoral, 4(1), 9-21.",
    "garcía": "García Ruiz, Juan (2004): “Las cuerdas”, Revista de la Costa, 12(3), pp. 45-67.",
    "иванов": "Иванов И. И. Соль севера // Морской журнал. — 2004. — № 3. — С. 12–15.",
    "张海涛": "张海涛. 渔港的变迁[J]. 海洋研究, 2011, 12(3): 45-67.",
    "田中": "田中一郎「北の塩」『海岸史研究』第12巻第3号、1998年、45–67頁。",
    "김민수": "김민수, 「북쪽의 소금」, 『해안사학보』 12권 3호, 1998, 45-67쪽.",
    "lamba": "Lamb, M. (2001a). Lamps. Coastal Review, 18(1), 5–19.",
    "lambb": "Lamb, M. (2001b). Wicks. Coastal Review, 18(4), 12–30.",
}


@dataclass(slots=True)
class Case:
    """A paragraph under a list, and the runs that works govern: labels, pages, words."""

    table: str
    text: str
    runs: list[tuple[tuple[str, ...], str, str]] = field(default_factory=list)

    @property
    def set_aside(self) -> bool:
        return hashlib.sha256(self.text.encode()).digest()[0] % 2 == 0

    def found(self) -> list[tuple[tuple[str, ...], str, str]]:
        """Return the runs that are found."""
        works = DATED if self.table == "dated" else dict(_labelled())
        lists = [Block(BlockKind.HEADING, "References", level=2)]
        for label, entry in works.items():
            marker = f"[{label}]" if self.table == "numbered" else ""
            lists.append(Block(BlockKind.LIST_ITEM, entry, marker=marker))
        blocks = (Block(BlockKind.PARAGRAPH, self.text), *lists)
        sources = read(Article("tides.txt", blocks))
        names = {_key(source): label for label, source in _sources(works).items()}
        governed = sources.paragraphs[0]
        found = []
        for part in governed.parts or (governed,):
            if part.source is None or part.source.type == "article":
                continue
            at = sources.at(part.span)
            assert at.via is Via.REFERENCE
            labels = tuple(names[_key(one)] for one in (part.source, *part.others))
            words = self.text[part.span.start : part.span.end].strip()
            found.append((labels, at.locator, words))
        return found


def _labelled() -> Iterator[tuple[str, str]]:
    for number, entry in enumerate(NUMBERED, 1):
        yield str(number), entry


def _sources(works: dict[str, str]) -> dict[str, Source]:
    from postil.attribution.works.read import read_work

    found = {}
    for label, entry in works.items():
        work = read_work(entry)
        assert work is not None, entry
        found[label] = work.source
    return found


def _key(source: Source) -> tuple[object, ...]:
    return source.author, source.title, source.issued


def _cases() -> Iterator[Case]:
    case, table = None, ""
    path = Path(__file__).parent / "kinds_of_citations.txt"
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("## "):
            table = line[3:]
        elif line.startswith("= ") and case is not None:
            head, _, words = line[2:].partition(" | ")
            labels, _, page = head.partition("@")
            case.runs.append((tuple(labels.split()), page.strip(), words.strip()))
        elif line and line.strip() != "-" and not line.startswith("# "):
            if case is not None:
                yield case
            case = Case(table, line)
    if case is not None:
        yield case


CASES = list(_cases())


@pytest.mark.parametrize("case", [c for c in CASES if not c.set_aside], ids=lambda c: c.text)
def test_citations_govern_their_sentences(case: Case) -> None:
    assert case.found() == case.runs


def test_citations_that_were_set_aside_mostly_govern_theirs_too() -> None:
    kept = [case for case in CASES if case.set_aside]
    assert len(kept) > 15
    assert sum(case.found() == case.runs for case in kept) >= 0.85 * len(kept)
    nothing = [case for case in kept if not case.runs]
    assert [case.text for case in nothing if case.found()] == []
