"""A picture is found beside its article or within its file, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.config import Places
from postil.errors import BadRequest, CannotOpen
from postil.library.articles.loading import whole
from postil.library.articles.pictures import picture
from tests.document.formats.epub.making import book, page

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "texts" / "img").mkdir(parents=True)
    (tmp_path / "texts" / "img" / "the mole.png").write_bytes(PNG)
    (tmp_path / "texts" / "ice.md").write_text("![The mole](img/the%20mole.png)")
    (tmp_path / "secret.png").write_bytes(PNG)
    return tmp_path / "texts"


def test_a_picture_lies_beside_its_article(places: Places, folder: Path) -> None:
    (inline,) = whole(folder / "ice.md").blocks[0].inlines
    found = picture(places, folder / "ice.md", inline.target)
    assert found == (folder / "img" / "the mole.png").resolve()


def test_nothing_outside_its_folder_is_shown(places: Places, folder: Path) -> None:
    (folder / "link.png").symlink_to(folder.parent / "secret.png")
    (folder / "script.svg").write_text("<svg/>")
    (folder / "words.png").write_text("no picture at all")
    (folder / "dir.png").mkdir()
    outside = str(folder.parent / "secret.png")
    for target in (
        *("../secret.png", "%2e%2e/secret.png", outside, f"file://{outside}", "link.png"),
        *("script.svg", "words.png", "dir.png", "gone.png", "a\0.png", "ice.md", ""),
    ):
        with pytest.raises(BadRequest):
            picture(places, folder / "ice.md", target)


def test_what_is_no_file_has_no_pictures(places: Places) -> None:
    with pytest.raises(BadRequest, match="no file"):
        picture(places, None, "a.png")


def test_a_picture_is_taken_out_of_a_book(places: Places, tmp_path: Path) -> None:
    path = tmp_path / "salt.epub"
    words = page('<p>Look: <img src="img/mole.png" alt="The mole"/></p>')
    odd = {"OPS/img/mole.png": PNG, "OPS/img/odd.png": b"#!/bin/sh"}
    path.write_bytes(book({"a.xhtml": words}, further=odd))
    (inline,) = (one for block in whole(path).blocks for one in block.inlines)
    assert inline.target == "picture:OPS/img/mole.png"
    found = picture(places, path, inline.target)
    assert found.parent == places.cache / "pictures"
    assert found.read_bytes() == PNG
    assert picture(places, path, inline.target) == found
    for member in ("OPS/img/odd.png", "OPS/img/gone.png", "../../etc/passwd"):
        with pytest.raises(CannotOpen):
            picture(places, path, f"picture:{member}")
    assert [one.name for one in found.parent.iterdir()] == [found.name]
