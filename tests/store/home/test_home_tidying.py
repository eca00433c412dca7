"""A home is brought in order when there is time, and nothing that was said is thrown away."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.errors import NotesNewer
from postil.model.values import replace
from postil.store.home.home import Home, open_home
from postil.store.ledger import storage
from postil.store.merge.versions import changes
from postil.store.records.records import ArticleRecord
from tests.store.homes import DIGEST, a_note, add, edit, files, ledger_of, places


@pytest.fixture(autouse=True)
def soon_overdue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storage, "SUPERSEDED", 10)


def worn(home: Home, more: str = "") -> str:
    """Edit a note more often than a ledger keeps without being tidied; return its id."""
    note = add(home, a_note("body 0"))
    for number in range(1, 30):
        note = edit(home, note, replace(note, body=f"body {number}{more}")).after[0]  # type: ignore[assignment]
    return note.id


def test_a_long_ledger_is_written_anew_and_its_history_kept(tmp_path: Path, home: Home) -> None:
    ident = worn(home)
    before = home.versions.by_key()
    long = ledger_of(home).read_bytes()
    home.tidy()
    short = ledger_of(home).read_bytes()
    assert short.count(b"body") < long.count(b"body")
    assert home.notes()[ident].body == "body 29"
    for one in (home, open_home(places(tmp_path))):
        after = one.versions.by_key()
        for key, docs in before.items():
            told = changes(key[0], docs)
            assert changes(key[0], after[key]) == told
            if key[0] == "notes":
                assert [change.new for change in told[1:]] == [f"body {n}" for n in range(1, 30)]
    kept = sorted((tmp_path / "home" / "backups" / home.device).iterdir())
    assert long in [path.read_bytes() for path in kept], "a copy from before the rewriting"


def test_what_is_in_order_is_left_alone(home: Home) -> None:
    add(home, a_note("only"))
    before = ledger_of(home).stat()
    home.tidy()
    assert ledger_of(home).stat() == before


def test_undo_goes_back_past_a_tidying(tmp_path: Path, home: Home) -> None:
    ident = worn(home)
    home.tidy()
    fresh = open_home(places(tmp_path))
    for number in range(28, 20, -1):
        fresh.undo()
        assert fresh.notes()[ident].body == f"body {number}"


def test_versions_of_articles_are_kept_as_well(tmp_path: Path, home: Home) -> None:
    from postil.store.disk.clock import new_id

    record = home.put_article(ArticleRecord(new_id(), (DIGEST,), title="one"))
    for title in ("two", "three"):
        record = home.put_article(replace(record, title=title))
    found = open_home(places(tmp_path)).versions.by_key()
    (docs,) = [docs for key, docs in found.items() if key[0] == "articles"]
    told = changes("articles", docs)
    assert [(one.field, one.old, one.new) for one in told[1:]] == [
        ("title", "one", "two"),
        ("title", "two", "three"),
    ]


def test_a_tidying_that_is_broken_off_changes_nothing(home: Home) -> None:
    ident = worn(home, " and so on" * 20_000)
    before = ledger_of(home).read_bytes()

    def pause(share: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        home.tidy(pause)
    assert ledger_of(home).read_bytes() == before
    assert home.notes()[ident].body.startswith("body 29")
    home.tidy()
    assert ledger_of(home).read_bytes() != before


def test_a_new_home_that_is_tidied_makes_nothing(tmp_path: Path, home: Home) -> None:
    home.tidy()
    assert files(tmp_path) == []


def newer(home: Home, tmp_path: Path) -> Home:
    """Open a home anew whose ledger a newer Postil has written to."""
    path = ledger_of(home)
    path.write_bytes(path.read_bytes().replace(b'"schema":2', b'"schema":3'))
    return open_home(places(tmp_path))


def test_a_ledger_that_must_not_be_written_to_is_no_trouble_while_it_is_short(
    tmp_path: Path, home: Home
) -> None:
    """Whoever only reads there would be told of a failure that is none of theirs."""
    add(home, a_note("text"))
    newer(home, tmp_path).tidy()


def test_a_long_ledger_that_must_not_be_written_to_says_why(
    tmp_path: Path, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage, "SUPERSEDED", 2)
    note = add(home, a_note("text"))
    for number in range(9):
        change = edit(home, note, replace(note, body=f"text {number}"))
        note = change.after[0]  # type: ignore[assignment]
    again = newer(home, tmp_path)
    with pytest.raises(NotesNewer):
        again.tidy()
