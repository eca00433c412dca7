"""Of several articles that have lain at one path, the one that was read last is meant."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from postil.library.articles import opening
from postil.library.care.local_state import Home
from postil.library.identity import article_identity
from postil.model.values import replace
from postil.store.disk.clock import new_id
from postil.store.records.records import ArticleRecord

FIRST = "2026-11-23T10:00:00.000Z"
THEN = "2026-11-24T10:00:00.000Z"


@pytest.fixture
def device(home: Home) -> str:
    """Return the id under which this machine keeps its paths."""
    return home.state.claim()


def records(home: Home, device: str, path: Path, *read: str) -> list[ArticleRecord]:
    """Have articles that lie at a path, read at these times, the ids in this order."""
    ids = sorted(new_id() for _ in read)
    made = []
    for identity, when in zip(ids, read, strict=True):
        record = ArticleRecord(identity, paths={device: str(path)}, read=when)
        made.append(home.put_article(record))
    return made


@pytest.mark.parametrize("read", [(FIRST, THEN), (THEN, FIRST), ("", THEN), (THEN, "")])
def test_what_was_read_last_at_a_path_comes_first(
    home: Home, device: str, tmp_path: Path, read: tuple[str, str]
) -> None:
    made = records(home, device, tmp_path / "a.txt", *read)
    found = article_identity.at_path(home, tmp_path / "a.txt")
    assert found == sorted(made, key=lambda one: one.read, reverse=True)
    assert found[0].read == THEN


def test_of_two_that_were_read_at_once_the_later_record_comes_first(
    home: Home, device: str, tmp_path: Path
) -> None:
    older, newer = records(home, device, tmp_path / "a.txt", THEN, THEN)
    assert article_identity.at_path(home, tmp_path / "a.txt") == [newer, older]


def test_what_lies_elsewhere_or_on_another_machine_is_not_at_a_path(
    home: Home, device: str, tmp_path: Path
) -> None:
    records(home, device, tmp_path / "b.txt", THEN)
    records(home, "another0", tmp_path / "a.txt", THEN)
    assert article_identity.at_path(home, tmp_path / "a.txt") == []


def test_an_edited_article_is_the_one_that_was_last_read_there(
    home: Home, device: str, article: Path
) -> None:
    """Both texts are half of what lies there now."""
    text = article.read_text("utf-8")
    made = []
    for record, end in zip(
        records(home, device, article, FIRST, THEN), ("One end.", "Another end."), strict=True
    ):
        kept = f"{text}\n{end}\n"
        digest = sha256(kept.encode()).hexdigest()
        home.keep_snapshot(kept, digest)
        made.append(home.put_article(replace(record, digests=(digest,))))
    article.write_text(f"{text}\nA third end.\n", "utf-8")
    assert opening.read(home, article).record == made[1]
