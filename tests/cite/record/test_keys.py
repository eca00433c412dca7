from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from postil.cite.record.keys import keys
from postil.model.source import Date, Name, Source
from postil.model.values import replace

MAY = Source(author=(Name("Lamb", "Mary"),), container_title="Quay Herald", issued=Date(2001, 5, 3))
JUNE = replace(MAY, issued=Date(2001, 6))
YEAR = replace(MAY, issued=Date(2001))
TITLED = replace(YEAR, title="The harbour at night")


def test_the_first_keeps_the_short_key_and_others_say_what_tells_them_apart() -> None:
    assert list(keys([MAY, JUNE, YEAR, TITLED]).values()) == [
        "lamb2001",
        "lamb2001jun",
        "lamb2001quay",
        "lamb2001harbour",
    ]


def test_a_record_that_comes_later_changes_no_key() -> None:
    before = keys([MAY, JUNE])
    after = keys([MAY, JUNE, YEAR, TITLED, MAY])
    assert {record: after[record] for record in before} == before


def test_alike_records_are_told_apart_by_what_is_in_them() -> None:
    one = Source(author=(Name("Lamb", "Mary"),), issued=Date(2001))
    others = [replace(one, author=(Name("Lamb", given),)) for given in ("Ann", "Eve")]
    named = keys([one, *others])
    assert len(set(named.values())) == 3
    assert keys([one, *reversed(others)]) == named


def test_a_key_is_plain_whatever_the_name() -> None:
    for author, year, key in (
        (Name("Peña", "Ana"), 1999, "pena1999"),
        (Name("de la Cruz", "Eva"), 2010, "delacruz2010"),
        (Name(literal="The Harbour Times"), 2010, "harbourtimes2010"),
        (Name("김", "철수"), 2010, "source2010"),
        (Name("Gaius"), -44, "gaiusbc44"),
    ):
        record = Source(author=(author,), title="夜", issued=Date(year))
        assert keys([record]) == {record: key}
    assert list(keys([Source(issued=Date(1999))]).values()) == ["unidentified1999"]


WORDS = st.text(alphabet="ab 港é{}\\", max_size=6)
RECORDS = st.builds(
    Source,
    author=st.lists(st.builds(Name, WORDS, WORDS), max_size=1).map(tuple),
    title=WORDS,
    container_title=WORDS,
    issued=st.none() | st.builds(Date, st.integers(1999, 2000), st.none() | st.just(5)),
)


@given(st.lists(RECORDS, max_size=12))
def test_keys_are_unique_and_ascii(records: list[Source]) -> None:
    named = keys(records)
    assert len(set(named.values())) == len(named) == len(set(records))
    assert all(key.isascii() and key.replace("-", "").isalnum() for key in named.values())
