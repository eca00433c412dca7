"""The encoding of a file is chosen by how its text reads, and the article is read anew in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.config import Places
from postil.document.bytes.guess import best
from postil.library.articles import loading
from postil.library.shelf import reencoding
from tests.journeys.driving import SMALL, places, reading

WORDS = "The wheel goes round and nobody asks why."
TEXT = f"{WORDS}\n\nМельник спит, река течёт, и мост стоит.\n\n{WORDS.replace('wheel', 'mill')}\n"


@pytest.fixture
def mill(tmp_path: Path) -> Path:
    path = tmp_path / "mill.txt"
    path.write_bytes(TEXT.encode("koi8-r"))
    return path


def read(own: Places, path: Path) -> str:
    return loading.whole(path, means=loading.means_of(lambda: own, path)).text


async def test_each_encoding_shows_what_comes_out_and_enter_reads_it_so(mill: Path) -> None:
    wrong = TEXT.encode("koi8-r").decode("cp1251").split("\n")[2]
    async with reading(mill, SMALL) as s:
        assert TEXT.split("\n")[2] in s.page.article.text
        await s.press("F")
        await s.opened("ReadAs")
        await s.type("windows-1251")
        assert wrong[:30] in s.seen()
        await s.press("enter")
        await s.until(lambda: wrong in s.page.article.text, "the other letters")
        await s.settle()
        assert s.said == "mill.txt is read as Windows-1251."
        assert read(places(), mill) == s.page.article.text
        await s.press("F")
        await s.opened("ReadAs")
        await s.type("bytes tell")
        await s.press("enter")
        await s.until(lambda: wrong not in s.page.article.text, "the first letters")
    assert TEXT.split("\n")[2] in read(places(), mill)


async def test_notes_go_along(mill: Path) -> None:
    async with reading(mill, SMALL) as s:
        await s.press("G", "V", "enter")
        await s.until(s.notes, "the note")
        await s.press("F")
        await s.opened("ReadAs")
        await s.type("windows-1251")
        await s.press("enter")
        await s.until(lambda: "Мельник" not in s.page.article.text, "the other letters")
        await s.settle()
        assert "1 note" in s.said
        assert "without a place" not in s.said


async def test_what_is_known_of_the_article_says_it(mill: Path) -> None:
    async with reading(mill, SMALL) as s:
        await s.press("E")
        await s.opened("Description")
        assert "read as KOI8-R (a guess, by its language)" in s.seen()


@pytest.mark.parametrize("sure", [True, False])
async def test_an_unsure_guess_names_the_key(
    mill: Path, sure: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(best, "_SURELY", 0.0 if sure else 99.0)
    async with reading(mill, SMALL) as s:
        await s.settle()
        assert sure != any("F shows how it reads" in said for said in s.app.said)


async def test_leaving_changes_nothing(mill: Path) -> None:
    async with reading(mill, SMALL) as s:
        await s.press("F")
        await s.opened("ReadAs")
        await s.press("escape")
        await s.settle()
        assert "Мельник" in s.page.article.text
    assert not (places().state / "encodings.json").exists()


async def test_what_is_the_same_in_all_says_so(tmp_path: Path) -> None:
    path = tmp_path / "plain.txt"
    path.write_text(WORDS, "utf-8")
    async with reading(path, SMALL) as s:
        await s.press("F")
        await s.until(lambda: "the same in every encoding" in s.said, "the reason")


def test_the_one_in_which_it_is_read_comes_first_and_all_are_there(mill: Path) -> None:
    found = reencoding.readings(mill, "koi8_r")
    assert found[0].encoding == "koi8_r"
    assert found[0].lines[0].startswith("Мельник спит")
    assert {"cp1251", "utf_8", "gbk", "auto"} <= {one.encoding for one in found}
    assert len(found) > 80
    assert not any(line.count(sign) for one in found for line in one.lines for sign in "\x1b\x07\n")
