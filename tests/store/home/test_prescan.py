from __future__ import annotations

import threading
from pathlib import Path

import pytest

from postil.model.note import Note
from postil.model.values import replace
from postil.store.disk.clock import new_id
from postil.store.home import merged_home, prescan
from postil.store.home.home import Home, open_home
from postil.store.home.journal import Change
from postil.store.records.records import ArticleRecord
from tests.store.homes import DIGEST, a_note, add, edit, ledger_of, places


@pytest.fixture(autouse=True)
def any_size_is_worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merged_home, "WORTH", 0)


def noted(home: Home, article: ArticleRecord, *bodies: str) -> list[Note]:
    return [add(home, replace(a_note(body), article=article.id)) for body in bodies]


def test_notes_of_one_article_are_found_before_all_are_read(tmp_path: Path) -> None:
    home = open_home(places(tmp_path))
    mine = home.put_article(ArticleRecord(new_id(), ("b" * 64, DIGEST), title='{"notes":{'))
    other = home.put_article(ArticleRecord(new_id(), ("c" * 64,)))
    one, two, three = noted(home, mine, "one", "two", "three")
    noted(home, other, *(f"other {number}" for number in range(30)))
    edit(home, one, replace(one, body="one, edited"))
    home.apply(Change("deletion", before=(three,)))
    fresh = open_home(places(tmp_path))
    assert {note.body for note in fresh.scan_notes(DIGEST)} == {"one, edited", two.body}
    assert fresh.scan_notes("d" * 64) == []
    assert len(fresh.notes()) == 32
    assert fresh.scan_notes(DIGEST) == [], "what was read needs no prescan"


def test_a_home_that_is_read_as_quickly_is_not_prescanned(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = open_home(places(tmp_path))
    noted(home, home.put_article(ArticleRecord(new_id(), (DIGEST,))), "one")
    size = ledger_of(home).stat().st_size
    for worth, found in ((size, 1), (size + 1, 0)):
        monkeypatch.setattr(merged_home, "WORTH", worth)
        assert len(open_home(places(tmp_path)).scan_notes(DIGEST)) == found


@pytest.mark.parametrize("piece", [5, 7, 64])
def test_a_prescan_reads_in_pieces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, piece: int
) -> None:
    home = open_home(places(tmp_path))
    noted(home, home.put_article(ArticleRecord(new_id(), (DIGEST,))), "one")
    monkeypatch.setattr(prescan, "_PIECE", piece)
    assert len(open_home(places(tmp_path)).scan_notes(DIGEST)) == 1


def test_a_prescan_sees_what_all_machines_say(tmp_path: Path) -> None:
    one, two = open_home(places(tmp_path)), open_home(places(tmp_path, "two"))
    article = one.put_article(ArticleRecord(new_id(), (DIGEST,)))
    (note,) = noted(one, article, "one")
    two.refresh()
    edit(two, two.notes()[note.id], replace(note, tags=("theirs",)))
    (seen,) = open_home(places(tmp_path)).scan_notes(DIGEST)
    assert (seen.body, seen.tags) == ("one", ("theirs",))


@pytest.mark.parametrize("raw", [b"", b"{}", b"null", b"\0" * 99, b'{"notes":{"1":', b"\xff\n"])
def test_a_prescan_of_what_is_no_ledger_is_nothing(tmp_path: Path, raw: bytes) -> None:
    home = open_home(places(tmp_path))
    noted(home, home.put_article(ArticleRecord(new_id(), (DIGEST,))), "one")
    ledger_of(home).write_bytes(raw)
    assert open_home(places(tmp_path)).scan_notes(DIGEST) == []


def test_reading_all_goes_in_steps_and_keeps_nobody_waiting(tmp_path: Path) -> None:
    home = open_home(places(tmp_path))
    home.apply(Change("many", after=tuple(a_note("x" * 500) for _ in range(3000))))
    fresh = open_home(places(tmp_path))
    gone_on = threading.Event()
    shares: list[float] = []

    def read_all() -> None:
        assert len(fresh.notes()) == 3000
        gone_on.set()

    def pause(share: float) -> None:
        shares.append(share)
        if not gone_on.is_set():
            # Another thread reads the whole home meanwhile, as a key may ask it to.
            thread = threading.Thread(target=read_all)
            thread.start()
            assert gone_on.wait(20)
            thread.join()

    fresh.refresh(pause)
    assert len(fresh.notes()) == 3000
    assert len(shares) > 5
    assert all(0 <= share <= 1 for share in shares)


def test_an_abandoned_reading_leaves_the_home_as_it_was(tmp_path: Path) -> None:
    home = open_home(places(tmp_path))
    home.apply(Change("many", after=tuple(a_note("x" * 500) for _ in range(3000))))
    fresh = open_home(places(tmp_path))

    def pause(share: float) -> None:
        raise TimeoutError

    with pytest.raises(TimeoutError):
        fresh.refresh(pause)
    assert len(fresh.notes()) == 3000
