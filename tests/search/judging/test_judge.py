"""A query holds of an article or a note by its words, its fields, and what they are joined by."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import pytest

from postil.model.values import dataclass, field
from postil.search.judging.judge import holds, shown_parts
from postil.search.judging.texts import SearchedText
from postil.search.query.parser import parse
from postil.search.query.periods import Period, days_of
from postil.text.tag_tree import under


@dataclass
class Known:
    """An article or note of which everything is given."""

    words: Sequence[str] = ()
    tags: Sequence[str] = ()
    fields: Mapping[str, Sequence[str]] = field(default_factory=dict)
    chosen: Mapping[str, Collection[str]] = field(default_factory=dict)
    dates: Mapping[str, str] = field(default_factory=dict)
    overlapping: Collection[str] = ()

    @property
    def texts(self) -> Sequence[SearchedText]:
        return [SearchedText(text) for text in self.words]

    def named(self, field: str) -> Sequence[SearchedText]:
        texts = self.tags if field == "tag" else self.fields.get(field, ())
        return [SearchedText(text) for text in texts]

    def choices(self, field: str) -> Collection[str]:
        return self.chosen.get(field, ())

    def period(self, field: str) -> Period | None:
        return days_of(self.dates.get(field, ""))

    def overlaps(self, tags: Sequence[str]) -> bool:
        return set(tags) <= set(self.overlapping)


SOLDIERS = Known(
    words=("Winter passes", "The soldiers watched the quay.\n\nNobody took pay in winter."),
    tags=("labour", "Ports/Passes"),
    fields={"author": ("Sara Hart", "陳怡君"), "note": ("See *map*.",)},
    chosen={"in": ("text",), "read": ("done",)},
    dates={"date": "2014-04"},
    overlapping=("a", "b"),
)


@pytest.mark.parametrize(
    "query",
    [
        "soldier",
        "passes quay",
        "SOLDIERS -ferry",
        "ferry OR pay",
        "((quay OR chapel) (pay OR winter)) in:text",
        '"watched the quay"',
        '"quay nobody"',
        "sold*",
        "soldeirs~",
        r"/took\s+pay/",
        "tag:labour",
        "tag:ports",
        "tag:PORTS/passes",
        "tag:pass*",
        "-tag:port",
        "author:hart",
        "author:陳",
        'author:"sara hart"',
        "author:(nobody OR hart)",
        "-author:(sara nobody)",
        "note:map",
        "date:2014",
        "date:..2014-04-15",
        "-date:2015",
        "-made:2014",
        "read:done -read:todo",
        "tag:a&b",
        "-tag:a&c",
    ],
)
def test_it_holds(query: str) -> None:
    assert holds(parse(query), SOLDIERS)


@pytest.mark.parametrize(
    "query",
    [
        "ferry",
        "soldiers -quay",
        '"soldiers quay"',
        "oldiers",
        "sol",
        "note:quay",
        "author:pay",
        "tag:label",
        "tag:ports/passes/high",
        "date:2013",
        "state:same",
        "in:notes",
        "read:reading",
    ],
)
def test_it_does_not_hold(query: str) -> None:
    assert not holds(parse(query), SOLDIERS)


def test_what_is_shown_is_what_is_looked_for_in_the_text() -> None:
    parts = shown_parts(parse('a -b (c OR "d e") author:f'))
    assert [getattr(part, "typed", "") for part in parts] == ["a", "c", "d e"]


def test_a_tag_lies_under_another_by_whole_levels() -> None:
    assert under("Übung/Stille", "ubung")
    assert not under("ubungen", "ubung")


CASES = [
    ("linux", "核心linux的", True),
    ("管理", "管\n理", True),
    ("管理", "管、理", False),
    ('"管理"', "管、理", False),
    ('"管 理"', "管、理", True),
    ("ｶｰﾈﾙ", "カーネル", True),
    ("データ", "ﾃﾞｰﾀ", True),
    ("ガ", "ｶﾞ", True),
    ("カ", "ﾃﾞｰﾀ", False),
    ("ferry-boat", "a ferry boat", True),
    ("ferryboat", "a ferry-\nboat", True),
    ("ferryboat", "a ferry- boat", True),
    ("ferryboat", "a ferry-boat", False),
    ("ete", "l’été", True),
    ("aujourd'hui", "aujourd’hui", True),
    ("strasse", "Straße", True),
    ("yildiz", "Yıldız", True),
    ("елка", "ёлка", True),
    ("كتابا", "كِتَابًا", True),
    ("احمد", "أحمد", True),
    ("1234", "１２３４", True),
    ("file", "read_file_bytes", True),
    ("c++", "in C++ and", True),
    ("child", "children", True),
    ('"child"', "children", False),
    ("👍", "well 👍🏽 done", True),
    ("10%", "10％", True),
]
"""Words, a text, and whether they are found there."""


@pytest.mark.parametrize(("query", "text", "found"), CASES)
def test_words_that_fold_alike_are_found(query: str, text: str, found: bool) -> None:
    assert holds(parse(query), Known(words=(text,))) is found
