"""What is found by the index is what is found without it, whatever has become of the index."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from postil.config import Places
from postil.library.catalogue import indexing, knowing, refreshing
from postil.library.catalogue.searching import search
from postil.store.home.home import Home, open_home

WORDS = (
    *("boat", "boats", "quay", "box", "boxes", "city", "cities", "international", "inter"),
    *("national", "law", "well-known", "l’été", "naïve", "Straße", "strasse", "café", "résumé"),
    *("x86", "o'clock", "a", "端末の手引き", "한국어", "データ", "ｶｰﾈﾙ", "ไทย", "ﬁne", "inter-"),
    *("multi-\nline", "soft\u00adware", "12", "12.5", "hand-to-mouth", "men", "man", "quya"),
)

QUERIES = (
    *("boat", "box city", "men", "international", '"international law"', "inter national"),
    *('"law inter national"', "inter*", "データ", "端末", "カーネル", "l’été", "wel*", "quya~"),
    *("strasse", "-boat quay", "boat OR 端末", "(box OR boats) -law", "/b[oi]x/", "software"),
    *("title:quay", "title:quay boat", "in:notes boat", "in:text boat", "12.5", "multiline"),
    *('"boat quay law city box men man fine x86 cafe"', "hand-to-mou*", "naive~ law", "ไท"),
)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(*(tmp_path / name for name in ("home", "state", "config", "cache")))


@pytest.fixture
def home(places: Places) -> Home:
    return open_home(places)


def made(folder: Path, draw: random.Random, count: int) -> list[Path]:
    """Write texts of words drawn at random, and return them."""
    folder.mkdir(exist_ok=True)
    paths = []
    for number in range(count):
        paths.append(folder / f"{draw.randrange(1000)}-{number}.txt")
        blocks = [" ".join(draw.choices(WORDS, k=draw.randint(1, 14))) for _ in range(4)]
        paths[-1].write_text("\n\n".join(blocks), "utf-8")
    return paths


def known(places: Places, home: Home, given: list[Path]) -> None:
    """Make files known, and index them."""
    files, _ = knowing.add(places, given)
    articles = refreshing.kept(places)
    refreshing.refresh_only(places, home, articles, files)
    articles.close()


def indexed(places: Places) -> bool:
    """Tell whether there is an index that can be trusted."""
    articles = refreshing.kept(places)
    found = indexing.reader(places, articles)
    articles.close()
    return found is not None


def replaced(path: Path, data: bytes | bytearray) -> None:
    """Put other bytes into a file, whose old ones this very process may have mapped."""
    path.unlink()
    path.write_bytes(data)


def answers(places: Places, home: Home) -> list[list[tuple[str | None, int | None, float]]]:
    """Return what each query finds."""
    return [
        [(hit.path, hit.start, hit.score) for hit in search(places, home, query)]
        for query in QUERIES
    ]


def read_through(
    places: Places, home: Home, monkeypatch: pytest.MonkeyPatch
) -> list[list[tuple[str | None, int | None, float]]]:
    """Return what each query finds without an index."""
    with monkeypatch.context() as patch:
        patch.setattr(indexing, "installed", lambda: False)
        return answers(places, home)


@pytest.mark.parametrize("seed", range(3))
def test_the_index_changes_no_answer(
    seed: int, places: Places, home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw = random.Random(seed)
    files = made(tmp_path / "texts", draw, 25)
    known(places, home, [tmp_path / "texts"])
    assert indexed(places)
    expected = read_through(places, home, monkeypatch)
    assert answers(places, home) == expected
    assert sum(map(bool, expected)) > len(QUERIES) // 2
    # What has changed, come and gone since is judged anew, whether or not it is indexed yet.
    files[0].write_text("The quay is international law.", "utf-8")
    known(places, home, made(tmp_path / "more", draw, 5))
    knowing.forget(places, home, files[1])
    changed = read_through(places, home, monkeypatch)
    assert changed != expected
    assert answers(places, home) == changed


def test_a_word_is_whole_where_a_line_ends_within_it_and_nothing_tells_why(
    places: Places, home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a text so short its hyphen may belong to it, and it is found in either way."""
    text = "Returns were copied by hand, an inter-\nnational habit of that time in the well-known\n"
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "habit.txt").write_text(
        f"{text}towns on the coast.\n\nNobody counted twice.", "utf-8"
    )
    (folder / "other.txt").write_text("International towns.", "utf-8")
    made(folder, random.Random(1), 25)
    known(places, home, [folder])
    assert indexed(places)

    def names(query: str) -> set[str]:
        return {Path(hit.path or "").name for hit in search(places, home, query)}

    for _ in range(2):
        assert {"habit.txt", "other.txt"} <= names("international")
        assert names('"an international habit"') == {"habit.txt"}
        assert names('"inter national habit"') == {"habit.txt"}
        assert names("wellknown") == set(), "within a line a hyphen parts no word"
        assert names('"known towns on"') == {"habit.txt"}
        (hit,) = search(places, home, '"an international habit"')
        assert "an inter-national habit" in hit.snippet
        articles = refreshing.kept(places)
        words = articles.text_at(hit.path or "")
        articles.close()
        assert words is not None
        assert words[hit.start : hit.end] == "an inter-national habit"
        monkeypatch.setattr(indexing, "installed", lambda: False)


def test_a_limit_gives_no_more_and_all_that_hold(
    places: Places, home: Home, tmp_path: Path
) -> None:
    made(tmp_path / "texts", random.Random(7), 30)
    known(places, home, [tmp_path / "texts"])
    every = {hit.path for hit in search(places, home, "boat -quay")}
    assert len(every) > 3
    few = search(places, home, "boat -quay", 3)
    assert len(few) == 3
    assert {hit.path for hit in few} <= every


@pytest.mark.parametrize("file", ["seal.json", "meta.json", "*.term", "*.idx", "*.pos", "*.fast"])
def test_damage_anywhere_gives_no_wrong_answer(
    file: str, places: Places, home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw = random.Random(file)
    made(tmp_path / "texts", draw, 25)
    known(places, home, [tmp_path / "texts"])
    expected = read_through(places, home, monkeypatch)
    for _ in range(4):
        (path, *_) = (places.cache / "index").glob(file)
        data = bytearray(path.read_bytes())
        data[draw.randrange(len(data))] ^= 1 << draw.randrange(8)
        replaced(path, data)
        assert answers(places, home) == expected
        assert indexed(places)


def test_an_index_that_is_lost_or_cut_is_made_anew(
    places: Places, home: Home, tmp_path: Path
) -> None:
    made(tmp_path / "texts", random.Random(3), 25)
    known(places, home, [tmp_path / "texts"])
    expected = answers(places, home)
    shutil.rmtree(places.cache / "index")
    assert answers(places, home) == expected
    assert indexed(places)
    for path in (places.cache / "index").glob("*.*"):
        replaced(path, path.read_bytes()[: path.stat().st_size // 2])
    assert answers(places, home) == expected
    assert indexed(places)


@pytest.mark.parametrize("ending", ["term", "pos", "idx", "fast", "fieldnorm", "store"])
def test_a_part_that_is_lost_is_missed(
    ending: str, places: Places, home: Home, tmp_path: Path
) -> None:
    made(tmp_path / "texts", random.Random(ending), 25)
    known(places, home, [tmp_path / "texts"])
    expected = answers(places, home)
    (path, *_) = (places.cache / "index").glob(f"*.{ending}")
    path.unlink()
    assert answers(places, home) == expected
    assert indexed(places)


@pytest.mark.parametrize("seed", range(4))
def test_bytes_that_are_others_in_what_is_kept_give_no_wrong_answer(
    seed: int, places: Places, home: Home, tmp_path: Path
) -> None:
    draw = random.Random(seed)
    made(tmp_path / "texts", draw, 25)
    known(places, home, [tmp_path / "texts"])

    def told() -> list[list[tuple[str | None, int | None, str]]]:
        return [
            [(hit.path, hit.start, hit.title) for hit in search(places, home, query)]
            for query in QUERIES
        ]

    expected = told()
    for name in ("library.sqlite", "library.sqlite", "library.seal", "library.seen"):
        path = places.cache / name
        data = bytearray(path.read_bytes())
        data[draw.randrange(len(data))] ^= 1 << draw.randrange(8)
        replaced(path, data)
        assert told() == expected
