"""After every commit that the app makes, plain TinyDB reads every ledger, to the last field."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tinydb import TinyDB

from postil.cli.main import run
from postil.config import Places
from postil.library.articles import opening
from postil.library.notes import annotating, tagging, undoing
from postil.library.tags import retagging
from postil.model.note import Note
from postil.model.span import Span
from postil.store.home.home import Home, open_home
from postil.store.ledger.storage import Changes, LedgerStorage
from postil.store.records.records import Record, from_doc, key_of, to_doc

ARTICLE = """\
How the harbour froze

Boats lay in the ice for nine weeks, and the ferrymen sold bread from their decks to whoever
dared to walk out to them. [Source: Ada Lindqvist, Harbour Gazette, February 3, 1998]

Nobody sold bread the year after, “and the lighthouse was reached by boat as always”.
"""
WORDS = (
    "Boats lay in the ice",
    "the ferrymen sold bread",
    "the lighthouse was reached",
    "as always”",
)

Read = dict[str, dict[str, dict[str, object]]]


class Watch:
    """Looks at all ledgers after each commit, as somebody would who has TinyDB and no Postil."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._root = root
        self.commits = 0
        self.tables: set[str] = set()
        commit = LedgerStorage.commit

        def watched(storage: LedgerStorage, changes: Changes) -> None:
            commit(storage, changes)
            if any(changes.values()):
                self._look(storage, changes)

        monkeypatch.setattr(LedgerStorage, "commit", watched)

    def ledgers(self) -> list[Path]:
        return sorted(self._root.glob("home/notes/*.json")) + sorted(self._root.glob("*/undo/*"))

    def _look(self, storage: LedgerStorage, changes: Changes) -> None:
        assert storage.path in self.ledgers()
        for path in self.ledgers():
            read = plain(path)
            header = read.pop("_ledger")["1"]
            if path != storage.path:
                continue
            assert header["records"] == [len(lines_of(path, storage.last))] * 2
            assert read == {storage.last: {}} | (storage.read() or {})
            for table, docs in changes.items():
                for key, doc in docs.items():
                    assert read[table][key] == json.loads(json.dumps(doc))
            self.tables.update(read)
        self.commits += 1


def plain(path: Path) -> Read:
    with TinyDB(path, access_mode="r") as db:
        return {
            name: {str(doc.doc_id): dict(doc) for doc in db.table(name)} for name in db.tables()
        }


def lines_of(path: Path, last: str) -> list[bytes]:
    """Return the lines of the table that is appended to, one for each version."""
    _, _, rows = path.read_bytes().partition(b'\n"%s":{\n' % last.encode())
    return [line for line in rows.splitlines() if line[:2] in (b' "', b',"')]


@pytest.fixture
def watch(own_places: Path, monkeypatch: pytest.MonkeyPatch) -> Watch:
    return Watch(own_places, monkeypatch)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.txt"
    path.write_text(ARTICLE, "utf-8")
    return path


def home_in(root: Path) -> Home:
    return open_home(Places(*(root / name for name in ("home", "state", "config", "cache"))))


def holds_all(home: Home, watch: Watch) -> None:
    """Compare what plain TinyDB reads with what a home shows to its reader."""
    own, *_ = watch.ledgers()
    read = plain(own)
    alive = {
        doc["id"]: from_doc("notes", doc)
        for doc in read["notes"].values()
        if not doc.get("deleted")
    }
    assert alive == dict(home.notes())
    records: list[Record] = [*home.notes().values(), *home.articles().values()]
    for record in records:
        table, key = key_of(record)
        said = {name: value for name, value in to_doc(record).items() if value or name != "also"}
        assert said.items() <= read[table][key].items()


def test_all_that_the_library_writes(own_places: Path, watch: Watch, article: Path) -> None:
    home = home_in(own_places)
    reading = opening.read(home, article)

    def marked(words: str, body: str = "", *tags: str) -> Note:
        start = reading.article.text.index(words)
        return annotating.annotate(
            home, reading, Span(start, start + len(words)), body=body, tags=tags
        )

    first, second, third = (marked(words, f"“{words}”\n\n* 등대\n", "ice") for words in WORDS[:3])
    annotating.change(home, first, body="again \x00 \ud800", tags=["ice", "bread"])
    tagging.define_tag(home, "ice", "what boats lie in")
    retagging.rename_tag(home, "ice", "frost")
    annotating.delete(home, [home.notes()[second.id], home.notes()[third.id]])
    for _ in range(3):
        undoing.undo(home)
    for _ in range(2):
        undoing.redo(home)
    marked(WORDS[3])
    holds_all(home, watch)
    assert watch.commits >= 20, "each change, and what the journal says of it"
    assert watch.tables == {"notes", "articles", "tags", "changes"}


def test_all_that_the_command_line_writes(
    own_places: Path, watch: Watch, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def postil(*arguments: str) -> str:
        assert run(list(arguments)) == 0, capsys.readouterr().err
        return capsys.readouterr().out

    def noted(words: str, *more: str) -> str:
        out = postil("note", str(article), "--quote", words, "--json", *more)
        return str(json.loads(out)["id"])

    ids = [noted(words, "--body", f"on {words}", "--tag", "ice") for words in WORDS]
    postil("edit", ids[0], "--body", "another", "--untag", "ice", "--colour", "pink")
    postil("tags", "rename", "ice", "frost")
    postil("delete", ids[1], ids[2])
    postil("undo")
    postil("redo")
    postil("meta", str(article), "--title", "The harbour", "--author", "Lindqvist, Ada")
    postil("source", str(article), "--quote", WORDS[2], "--own")
    holds_all(home_in(own_places), watch)
    assert watch.commits >= 16


def test_all_that_several_machines_write(
    own_places: Path, watch: Watch, article: Path, tmp_path: Path
) -> None:
    here = home_in(own_places)
    away = open_home(Places(own_places / "home", *(own_places / f"away-{n}" for n in "sck")))
    reading = opening.read(here, article)
    there: Callable[[], Note] = lambda: next(iter(away.notes().values()))  # noqa: E731
    note = annotating.annotate(here, reading, Span(3, 14), body="here")
    away.refresh()
    annotating.change(away, there(), body="there", tags=["far"])
    annotating.change(here, note, body="here, at the same time")
    away.refresh()
    assert there().also, "both texts are kept"
    annotating.delete(away, [there()])
    here.refresh()
    assert not here.notes()
    assert len(list(own_places.glob("home/notes/*.json"))) == 2
    # What synchronisers make of two files of one name is taken in, too.
    own = own_places / "home" / "notes" / f"{here.device}.json"
    copy = own.with_name(f"{here.device}.sync-conflict-20261123-101112-ABCDEFG.json")
    copy.write_bytes(own.read_bytes().replace(b"at the same time", b"at another time!"))
    commits = watch.commits
    here.tidy()
    assert watch.commits > commits
    assert not copy.exists()
