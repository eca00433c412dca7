from __future__ import annotations

from pathlib import Path

from postil.library.articles import opening
from postil.library.articles.opening import Reading
from postil.library.care.local_state import Home
from postil.library.identity import article_identity
from postil.store.disk.clock import new_id
from postil.store.records.records import ArticleRecord


def test_machines_that_met_an_article_apart_settle_on_one_record(
    home: Home, reading: Reading, article: Path
) -> None:
    digest = reading.article.digest
    first, second = (ArticleRecord(one, (digest,)) for one in sorted((new_id(), new_id())))
    for record in (second, first):
        home.put_article(record)
    assert article_identity.by_text(home, reading.article) == first
    assert article_identity.kin(home, second) == [second, first]
    again = opening.read(home, article)
    assert again.record == first
