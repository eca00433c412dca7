"""The records of a passage: its originals, and the article in which it was read."""

from __future__ import annotations

from postil.cite.record.items import CitedArticle, article_record, items, without_repeats
from postil.model.source import Date, Governed, Metadata, Name, Source, Via
from postil.model.span import Span
from postil.model.values import replace

LAMB = Name("Lamb", "Mary")
HERALD = Source(
    "article-newspaper", (LAMB,), container_title="Quay Herald", issued=Date(2001, 5, 3)
)
KNOWN = CitedArticle(Metadata("Tides", (Name("Rook", "Tom"),), Date(2021, 7)), "tides.txt")


def found(source: Source | None) -> Governed:
    return Governed(Span(0, 1), source, Via.BRACKET, "high", "quoted" if source else "own")


def test_ids_are_unique_and_plain() -> None:
    article = CitedArticle(Metadata("Fog", (LAMB,), Date(2001)), "fog.txt")
    one, other = items(found(HERALD), article, None)
    assert (one.id, other.id) == ("lamb2001may3", "lamb2001")
    accented = Source(author=(Name("Peña", "Ana"),), issued=Date(1999))
    assert items(found(accented), KNOWN, None)[0].id == "pena1999"
    assert items(found(Source(issued=Date(1999))), KNOWN, None)[0].id == "unidentified1999"
    assert items(found(None), CitedArticle(Metadata(), "港.txt"), None)[0].id


def test_the_original_comes_before_the_article_that_quotes_it() -> None:
    original, host = items(found(HERALD), KNOWN, None)
    assert (original.record, original.verb) == (HERALD, "Quoted")
    assert original.read_in == (host,)
    assert host.titled


def test_an_article_that_is_its_own_source_stands_once() -> None:
    own = article_record(KNOWN, None)
    assert [item.record for item in items(found(own), KNOWN, None)] == [own]


def test_the_day_of_reading_counts_where_there_is_an_address() -> None:
    today = Date(2026, 11, 23)
    assert article_record(KNOWN, today).accessed is None
    online = CitedArticle(replace(KNOWN.metadata, url="https://example.org"), "tides.txt")
    assert article_record(online, today).accessed == today


def test_every_name_stands_in_one_place() -> None:
    agency = Name(literal="REUTERS")
    record = Source(author=(agency, LAMB), container_title="Reuters", publisher="Reuters")
    record = without_repeats(replace(record, title="Reuters"))
    assert record.author == (LAMB,)
    assert (record.title, record.container_title, record.publisher) == ("Reuters", "", "")
