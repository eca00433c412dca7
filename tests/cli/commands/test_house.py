"""The settings are shown with their origins, the doctor finds what is wrong, the shelf lists."""

from __future__ import annotations

from pathlib import Path
from shutil import rmtree

import pytest

from postil.store.machine.state import Appearance, State
from tests.cli.conftest import Postil


def test_every_setting_is_shown_with_its_origin(postil: Postil, own_places: Path) -> None:
    records = {record["name"]: record for record in postil("config", "--json").records}
    assert records["home"] == {
        "name": "home",
        "value": str(own_places / "home"),
        "origin": "POSTIL_HOME",
    }
    assert records["measure"]["origin"] == "default"
    assert "POSTIL_HOME" in postil("config").out
    assert not own_places.exists(), "showing changes nothing"


def test_a_choice_made_in_the_app_comes_before_the_settings_file(
    postil: Postil, own_places: Path
) -> None:
    (own_places / "config").mkdir(parents=True)
    (own_places / "config" / "config.toml").write_text('measure = 60\ncitation = "ris"\n')
    state = State(own_places / "state")
    state.put_appearance(Appearance(citation="bibtex"))
    records = {record["name"]: record for record in postil("config", "--json").records}
    assert (records["citation"]["value"], records["measure"]["value"]) == ("bibtex", "60")
    assert records["citation"]["origin"] == "chosen in the app"
    told = postil("config")
    assert told.error.endswith(f"remove {state.appearance_file}")
    state.appearance_file.unlink()
    again = postil("config")
    assert "ris" in again.out
    assert not again.err


KEYS = """[keys]
"note.write" = "t"
"page.nothing-of-the-kind" = "a"
"note.place" = "f5"
"""


def test_the_keys_in_force_are_shown_and_the_others_named(postil: Postil, own_places: Path) -> None:
    (own_places / "config").mkdir(parents=True)
    (own_places / "config" / "config.toml").write_text(KEYS)
    done = postil("config", "--json")
    keys = {one["name"]: one for one in done.records if one["name"].startswith("keys.")}
    assert {name: one["value"] for name, one in keys.items()} == {"keys.note.place": "f5"}
    assert keys["keys.note.place"]["origin"].endswith("config.toml")
    assert "not in force: page.nothing-of-the-kind" in done.err
    assert "not in force: note.write = t: note.tag" in done.err
    every = {one["name"]: one for one in postil("config", "--keys", "--json").records}
    assert every["keys.note.place"]["value"] == "f5"
    assert (every["keys.note.tag"]["value"], every["keys.note.tag"]["origin"]) == ("t", "default")
    assert every["keys.app.quit"]["value"] == "ctrl+q"
    assert every["measure"]["origin"] == "default"


def test_the_doctor_tells_keys_that_are_not_in_force(postil: Postil, own_places: Path) -> None:
    (own_places / "config").mkdir(parents=True)
    (own_places / "config" / "config.toml").write_text(KEYS)
    done = postil("doctor", "--json")
    assert done.status == 1
    told = [one for one in done.records if one["check"] == "keys"]
    assert [(one["result"], one["repair"]) for one in told] == [
        ("1 of your own", None),
        ("page.nothing-of-the-kind: no command has this name", told[1]["repair"]),
        ("note.write = t: note.tag would lose its key", told[2]["repair"]),
    ]
    assert told[1]["repair"] == "postil config --keys names them all"
    assert told[2]["repair"] == "give note.write or note.tag another one"


def test_a_healthy_machine_has_nothing_to_repair(postil: Postil, own_places: Path) -> None:
    done = postil("doctor", "--json")
    assert [list(record) for record in done.records] == [
        ["check", "path", "result", "repair"] for _ in done.records
    ]
    wrong = [record for record in done.records if record["repair"] is not None]
    assert [record["check"] for record in wrong if record["check"] != "letters"] == []
    assert done.status == (1 if wrong else 0)
    assert {"home", "state", "cache", "notes", "clipboard", "versions"} <= {
        record["check"] for record in done.records
    }
    assert not own_places.exists(), "looking changes nothing"


def test_the_doctor_names_what_is_wrong_and_the_way_out(postil: Postil, own_places: Path) -> None:
    own_places.mkdir(parents=True)
    (own_places / "cache").write_text("a file where the folder should be")
    done = postil("doctor")
    assert done.status == 1
    assert "POSTIL_CACHE" in done.out


def test_the_doctor_tells_bad_settings(postil: Postil, own_places: Path) -> None:
    (own_places / "config").mkdir(parents=True)
    (own_places / "config" / "config.toml").write_text("measure = 'wide'")
    done = postil("doctor", "--json")
    assert done.status == 1
    assert "measure" in done.records[-1]["result"]


def test_the_doctor_tells_damaged_notes(postil: Postil, own_places: Path, article: Path) -> None:
    postil("note", article, "--quote", "rye")
    ledger = next((own_places / "home" / "notes").glob("*.json"))
    ledger.write_bytes(b"not at all what it was")
    done = postil("doctor", "--json")
    told = next(record for record in done.records if record["check"] == "repaired")
    assert "damaged" in told["result"]
    kept = [one for one in (own_places / "home").rglob("*") if "damaged" in one.name]
    assert [one.read_bytes() for one in kept] == [b"not at all what it was"]
    assert "repaired" not in {record["check"] for record in postil("doctor", "--json").records}


def test_the_doctor_looks_at_everything_in_the_home(
    postil: Postil, own_places: Path, article: Path
) -> None:
    postil("note", article, "--quote", "rye")
    found = {record["check"]: record for record in postil("doctor", "--json").records}
    assert found["notes"]["result"] == "1 note, from 1 machine"
    assert found["texts"]["result"] == "1 text whole"
    assert {found[name]["repair"] for name in ("notes", "texts", "history", "backups")} == {None}


def test_the_doctor_reads_a_damaged_text_again(
    postil: Postil, own_places: Path, article: Path
) -> None:
    postil("note", article, "--quote", "rye")
    (text,) = (own_places / "home" / "texts").glob("*.gz")
    whole = text.read_bytes()
    text.write_bytes(whole[:-9])
    found = {record["check"]: record for record in postil("doctor", "--json").records}
    assert found["texts"]["repair"] is None
    assert "1 read again" in found["texts"]["result"]
    assert text.read_bytes() == whole
    text.write_bytes(b"")
    article.unlink()
    done = postil("doctor", "--json")
    found = {record["check"]: record for record in done.records}
    assert done.status == 1
    assert "bring it back" in found["texts"]["repair"]


def test_damaged_notes_do_not_keep_anybody_from_reading(
    postil: Postil, own_places: Path, article: Path
) -> None:
    postil("note", article, "--quote", "rye")
    ledger = next((own_places / "home" / "notes").glob("*.json"))
    ledger.write_bytes(b"not at all what it was")
    sources = postil("sources", article)
    assert sources.status == 0
    assert sources.err.count("\n") == 1
    assert "damaged" in sources.err
    assert postil("note", article, "--quote", "rye").status == 0


@pytest.mark.permissions
def test_a_home_that_cannot_be_written_to_still_reads(
    postil: Postil, own_places: Path, article: Path
) -> None:
    (own_places / "home").mkdir(parents=True)
    (own_places / "home").chmod(0o500)
    assert postil("sources", article).status == 0
    assert postil("note", article, "--quote", "rye").status == 2


def test_the_shelf_lists_a_folder(postil: Postil, article: Path) -> None:
    postil("note", article, "--quote", "rye", "--tag", "food")
    (article.parent / "second.md").write_text("# Second\n\nWords of the second.\n")
    records = postil("shelf", article.parent, "--json").records
    keys = ["article", "path", "title", "progress", "notes", "tags", "read"]
    keys += ["state", "author", "outlet", "date", "words", "missing"]
    assert [list(record) for record in records] == [keys, keys]
    first = next(record for record in records if record["path"].endswith("ferries.txt"))
    assert (first["notes"], first["tags"]) == (1, ["food"])
    out = postil("shelf", article.parent).out
    assert "Second" in out
    assert "1 note" in out
    assert "#food" in out
    article.unlink()
    assert "missing" in postil("shelf").out
    assert len(postil("shelf", "--json").records) == 1


def test_a_shelf_without_articles_says_so(postil: Postil, tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    done = postil("shelf", tmp_path / "bare")
    assert (done.status, done.out) == (1, "")
    assert done.error
    assert postil("shelf", tmp_path / "gone").status == 2
    assert postil("shelf").status == 1


def test_notes_whose_article_was_lost_to_damage_are_listed_and_found_again(
    postil: Postil, own_places: Path, article: Path
) -> None:
    postil("note", article, "--quote", "rye", "--body", "kept")
    destroy_article_records(own_places / "home")
    done = postil("notes", "--json")
    assert [record["body"] for record in done.records] == ["kept"]
    assert "not known any more" in postil("notes").out
    assert [record["body"] for record in postil("notes", article, "--json").records] == ["kept"]
    done = postil("note", article, "--quote", "Who sailed them", "--body", "new")
    assert (done.status, done.err) == (0, "")
    found = postil("notes", article, "--json").records
    assert {record["body"] for record in found} == {"kept", "new"}
    assert len({record["article"] for record in found}) == 1


def destroy_article_records(home: Path) -> None:
    """Overwrite what a ledger holds of articles, as a bad disk does, and remove its backups."""
    (ledger,) = (home / "notes").glob("*.json")
    raw = ledger.read_bytes()
    start, end = raw.index(b'"articles"'), raw.index(b'"notes":{')
    ledger.write_bytes(raw[:start] + b"\0" * (end - start) + raw[end:])
    rmtree(home / "backups", ignore_errors=True)


def test_an_article_whose_record_was_lost_to_damage_is_on_the_shelf(
    postil: Postil, own_places: Path, article: Path
) -> None:
    postil("note", article, "--quote", "rye", "--tag", "food")
    destroy_article_records(own_places / "home")
    (record,) = postil("shelf", "--json").records
    assert (record["path"], record["notes"], record["tags"]) == (None, 1, ["food"])
    out = postil("shelf").out
    assert "an article that is not know" in out
    assert "missing" in out


@pytest.mark.permissions
def test_what_cannot_be_looked_at_is_missing_and_the_rest_is_listed(
    postil: Postil, article: Path
) -> None:
    inner = article.parent / "in"
    inner.mkdir()
    shut = inner / "shut.md"
    shut.write_text("# Shut\n\nWords in a folder.\n", "utf-8")
    for path, quote in ((article, "rye"), (shut, "Words")):
        assert postil("note", path, "--quote", quote).status == 0
    inner.chmod(0)
    try:
        done = postil("shelf")
        assert (done.status, done.err) == (0, "")
        assert [line.split()[1] for line in done.out.splitlines() if "Shut" in line] == ["missing"]
        assert len(postil("shelf", "--json").records) == 2
        done = postil("shelf", article.parent, "--json")
        assert [record["path"] for record in done.records] == [str(article)]
        assert done.err == "postil: in/: its list of files cannot be read\n"
        assert postil("shelf", inner).status == 2
        assert len(postil("notes", "--json").records) == 2
        done = postil("find", "crews", shut, article)
        assert (done.status, done.err.count("\n")) == (2, 1)
        assert "farmers" in done.out
    finally:
        inner.chmod(0o700)


def test_a_file_whose_name_leaves_no_room_for_a_longer_one_is_an_article(
    postil: Postil, article: Path
) -> None:
    """Its sidecar could not bear its name: 255 bytes are the most that a name may have."""
    for length in (246, 255):
        path = article.parent / f"{'n' * (length - 3)}.md"
        path.write_text(f"# Long Name\n\nWords of an article of {length}.\n", "utf-8")
        assert postil("find", "words of an article", path).status == 0
        assert postil("note", path, "--quote", "Words").status == 0
    assert len(postil("shelf", article.parent, "--json").records) == 3
    assert postil("shelf").out.count("Long Name") == 2


def test_an_error_is_told_once(postil: Postil, own_places: Path, article: Path) -> None:
    postil("note", article, "--quote", "rye")
    (own_places / "home").rename(own_places / "away")
    done = postil("undo")
    assert done.status == 2
    assert done.err.count("cannot find") == 1
