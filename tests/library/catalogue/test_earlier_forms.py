"""What another version of Postil has kept answers at once, and is read again behind it."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from postil.config import Places
from postil.library.catalogue import background, indexer, indexing, knowing, refreshing
from postil.library.catalogue.found.hit import Hit
from postil.library.catalogue.searching import search
from postil.model.values import replace
from postil.search.index import seal
from postil.store.home.home import Home, open_home
from tests.library.catalogue import earlier_forms
from tests.library.catalogue.earlier_forms import catalogue, in_form, in_form_7
from tests.support.effort import PATIENCE

COUNT = 120
"""More than are read at once, and stored together."""

KILLED_AFTER = 70

Answer = list[tuple[str | None, int | None, int | None, str, float]]

QUERIES = ("harbour", '"town 7"', "town 1* -quiet", "qui~t", "/own 1[0-3]/", "title:harbours")


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(*(tmp_path / name for name in ("home", "state", "config", "cache")))


@pytest.fixture
def home(places: Places) -> Home:
    return open_home(places)


@pytest.fixture
def folder(places: Places, home: Home, tmp_path: Path) -> Path:
    """Make a folder of articles known that are read and indexed, and return it."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(COUNT):
        text = f"# Harbours\n\nFirst of all.\n\n## Town {number}\n\nThe harbour lay quiet."
        (folder / f"{number}.md").write_text(text, "utf-8")
    knowing.add(places, [folder])
    indexer.work(places)
    return folder


class Idle(subprocess.Popen[bytes]):
    """A process that has not come to anything yet."""

    def __init__(self) -> None:
        pass

    def __del__(self) -> None:
        pass

    def poll(self) -> None:
        return None


@pytest.fixture
def another(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let another version of Postil run from now on; a process of its own comes to nothing."""
    monkeypatch.setattr(refreshing, "cache_key", lambda: "another version")
    monkeypatch.setattr(background, "start", lambda _: Idle())


def let_nobody_read(patch: pytest.MonkeyPatch) -> list[str]:
    """Let the process that reads again come to nothing; return what is read by who waits."""
    met: list[str] = []
    patch.setattr(background, "start", lambda _: Idle())
    patch.setattr(refreshing, "_read", lambda _, __, paths, ___: met.extend(paths))
    return met


def answers(places: Places, home: Home, said: Callable[[str], None] | None = None) -> list[Answer]:
    found: list[list[Hit]] = [
        search(places, home, query, said=said or _nobody) for query in QUERIES
    ]
    return [[(h.path, h.start, h.end, h.snippet, h.score) for h in hits] for hits in found]


def _nobody(_: str) -> None:
    pass


def aged(places: Places) -> int:
    articles = refreshing.kept(places)
    count = len(articles.aged())
    articles.close()
    return count


def sections(places: Places, home: Home) -> set[tuple[int, str | None] | None]:
    hits = search(places, home, '"lay quiet"')
    return {None if h.section is None else (h.section.number, h.section.title) for h in hits}


def test_the_form_before_answers_at_once_and_the_same_after_it_was_read_again(
    folder: Path, places: Places, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = answers(places, home)
    assert len(expected[0]) == COUNT
    in_form_7(places)
    said: list[str] = []
    with monkeypatch.context() as patch:
        met = let_nobody_read(patch)
        assert answers(places, home, said.append) == expected
        assert sections(places, home) == {None}
        assert not met
    assert f"read again after an update, 0 of {COUNT} articles" in said[0]
    assert aged(places) == COUNT
    process = background.start(places)
    assert process is not None
    assert process.wait(PATIENCE) == 0
    assert aged(places) == 0
    said.clear()
    assert answers(places, home, said.append) == expected
    assert not said
    assert len(sections(places, home)) == COUNT


@pytest.mark.usefixtures("another")
def test_killed_half_way_it_goes_on(folder: Path, places: Places, home: Home) -> None:
    expected = answers(places, home)
    assert _read_again_until(places, KILLED_AFTER) == 9
    left = aged(places)
    assert 0 < left < COUNT
    catalogue(places).with_suffix(".seal").unlink()  # as if it had not come to that
    assert answers(places, home) == expected
    told: list[int] = []
    articles = refreshing.kept(places)
    refreshing.refresh(places, home, articles, again=lambda _, of: told.append(of))
    articles.close()
    assert set(told) <= {left}
    assert aged(places) == 0
    assert answers(places, home) == expected


def _read_again_until(places: Places, count: int) -> int:
    """Read again in another process that ends in the middle of it; return how it ended."""
    script = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from postil.config import Places\n"
        "from postil.library.catalogue import refreshing\n"
        "from postil.store.home.home import open_home\n"
        "refreshing.cache_key = lambda: 'another version'\n"
        "places = Places(*map(Path, sys.argv[2:]))\n"
        "articles, most = refreshing.kept(places), int(sys.argv[1])\n"
        "again = lambda done, of: os._exit(9) if done >= most else None\n"
        "refreshing.refresh(places, open_home(places), articles, again=again)\n"
    )
    given = [str(count), *map(str, (places.home, places.state, places.config, places.cache))]
    return subprocess.run([sys.executable, "-c", script, *given], check=False).returncode


@pytest.mark.usefixtures("another")
def test_what_is_new_is_read_first_and_found_with_the_rest(
    folder: Path, places: Places, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    met = let_nobody_read(monkeypatch)
    (folder / "7.md").write_text("# Harbours\n\nIt is another by now.", "utf-8")
    search(places, home, "harbour")
    assert [Path(path).name for path in met] == ["7.md"]


@pytest.mark.usefixtures("another")
def test_who_reads_the_same_words_leaves_the_index_alone(
    folder: Path, places: Places, home: Home
) -> None:
    index = places.cache / "index"
    before = {one.name: one.stat().st_mtime_ns for one in index.iterdir()}
    expected = answers(places, home)
    articles = refreshing.kept(places)
    refreshing.refresh(places, home, articles)
    assert not articles.aged()
    assert indexing.reader(places, articles) is not None
    articles.close()
    assert answers(places, home) == expected
    assert {one.name: one.stat().st_mtime_ns for one in index.iterdir()} == before


@pytest.mark.usefixtures("another")
def test_other_words_replace_those_that_were_kept(folder: Path, places: Places, home: Home) -> None:
    """What is found is what is kept, until it is read again, and then what was read."""
    with sqlite3.connect(catalogue(places)) as db:
        words = "Harbours\n\nA zeppelin came."
        asked = "UPDATE article SET text = ? WHERE key = (SELECT key FROM file WHERE path = ?)"
        db.execute(asked, (zlib.compress(words.encode()), str(folder / "7.md")))
    db.close()
    articles = refreshing.kept(places)
    assert articles.text_at(str(folder / "7.md")) == words
    refreshing.refresh(places, home, articles)
    text = articles.text_at(str(folder / "7.md"))
    articles.close()
    assert text is not None
    assert text.endswith("The harbour lay quiet.")
    assert len(search(places, home, "harbour")) == COUNT
    assert not search(places, home, "zeppelin")


@pytest.mark.usefixtures("another")
def test_an_index_of_other_terms_is_not_asked(
    folder: Path, places: Places, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    met = let_nobody_read(monkeypatch)
    expected = answers(places, home)
    monkeypatch.setattr(seal, "terms_version", lambda: "other terms")
    articles = refreshing.kept(places)
    assert indexing.reader(places, articles) is None
    assert answers(places, home) == expected
    assert indexing.reader(places, articles) is None, "nobody waits for an index either"
    articles.close()
    assert not met


@pytest.mark.usefixtures("another")
def test_an_index_of_other_terms_is_made_anew_with_the_articles(
    folder: Path, places: Places, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = answers(places, home)
    monkeypatch.setattr(seal, "terms_version", lambda: "other terms")
    articles = refreshing.kept(places)
    refreshing.refresh(places, home, articles)
    assert indexing.reader(places, articles) is not None
    articles.close()
    assert answers(places, home) == expected


def test_what_has_no_file_any_more_stays_as_it_was_read(
    folder: Path, places: Places, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_form_7(places)
    (folder / "7.md").unlink()
    indexer.work(places)
    assert len(search(places, home, "harbour")) == COUNT
    monkeypatch.setattr(background, "start", lambda _: pytest.fail("it is read again for ever"))
    assert [Path(h.path or "").name for h in search(places, home, '"town 7"')] == ["7.md"]


def test_a_later_form_is_left_as_it_is(
    folder: Path, places: Places, home: Home, tmp_path: Path
) -> None:
    expected = answers(places, home)
    in_form(places, "1234 sheets")
    before = catalogue(places).read_bytes()
    index = {one.name: one.read_bytes() for one in (places.cache / "index").iterdir()}
    said: list[str] = []
    assert answers(places, home, said.append) == expected
    assert said == [background.BESIDE]
    # It does not begin anew with each process.
    assert answers(places, open_home(places), said.append) == expected
    assert said == [background.BESIDE]
    assert catalogue(places).read_bytes() == before
    assert {one.name: one.read_bytes() for one in (places.cache / "index").iterdir()} == index


@pytest.mark.parametrize("form", ["3 0.0.1 ab", "", "leaves"])
def test_a_form_that_nobody_reads_any_more_is_replaced_and_that_is_said(
    form: str, folder: Path, places: Places, home: Home
) -> None:
    expected = answers(places, home)
    in_form(places, form)
    said: list[str] = []
    assert answers(places, home, said.append) == expected
    assert said == [background.DISCARDED]


def test_a_version_before_that_takes_over_leaves_nothing_that_misleads(
    folder: Path, places: Places, home: Home
) -> None:
    expected = answers(places, home)
    earlier_forms.taken_over_by_form_7(places)
    assert answers(places, home) == expected
    assert len(sections(places, home)) == COUNT


def test_what_was_not_sealed_is_kept_where_it_is_as_it_was_written(
    folder: Path, places: Places
) -> None:
    catalogue(places).with_suffix(".seal").unlink()
    articles = refreshing.kept(places)
    assert len(articles.stamps()) == COUNT
    articles.close()


def test_of_what_was_not_sealed_that_goes_which_is_not_as_it_was_written(
    folder: Path, places: Places
) -> None:
    with sqlite3.connect(catalogue(places)) as db:
        at = "(SELECT key FROM file WHERE path = ?)"
        one, other = str(folder / "7.md"), str(folder / "8.md")
        db.execute(f"UPDATE outline SET sections = '[]' WHERE key = {at}", (one,))
        db.execute(f"UPDATE article SET about = 'x' WHERE key = {at}", (other,))
    db.close()
    articles = refreshing.kept(places)
    left = articles.stamps()
    articles.close()
    assert len(left) == COUNT - 2
    assert not {one, other} & set(left)


@pytest.mark.usefixtures("another")
def test_who_sees_that_a_line_ends_within_a_word_indexes_it_anew(
    folder: Path, places: Places, home: Home
) -> None:
    path = folder / "habit.txt"
    path.write_text(
        "Returns were copied by hand, an inter-\nnational habit of that time in the well-known\n"
        "towns on the coast.\n\nNobody counted twice.",
        "utf-8",
    )
    knowing.add(places, [path])
    articles = refreshing.kept(places)
    refreshing.refresh(places, home, articles)
    one, words = articles.at(str(path)), articles.text_at(str(path))
    before = articles.numbers_at([str(path)])
    assert one is not None
    assert words is not None
    assert [words[at - 5 : at + 1] for at in one.line_ends] == ["inter-"]
    articles.put([(one, words)])
    assert articles.numbers_at([str(path)]) == before
    articles.put([(replace(one, line_ends=()), words)])
    assert articles.numbers_at([str(path)]) > before
    articles.close()
