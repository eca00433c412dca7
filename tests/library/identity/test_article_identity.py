from __future__ import annotations

from pathlib import Path

from postil.library.articles import opening
from postil.library.base.open_article import OpenArticle
from postil.library.care.local_state import Home
from postil.library.identity import article_identity
from postil.store.disk.clock import new_id
from postil.store.records.records import ArticleRecord


def test_machines_that_met_an_article_apart_settle_on_one_record(
    home: Home, open_article: OpenArticle, article: Path
) -> None:
    digest = open_article.article.digest
    first, second = (ArticleRecord(one, (digest,)) for one in sorted((new_id(), new_id())))
    for record in (second, first):
        home.put_article(record)
    assert article_identity.by_text(home, open_article.article) == first
    assert article_identity.same_article(home, second) == [second, first]
    again = opening.read(home, article)
    assert again.record == first
