"""Styles are found by name and listed, the reader's own first, whatever lies beside them."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from postil.cite.styles.catalogue import (
    StyleSummary,
    find_style,
    official_state,
    official_styles,
    style_summary,
    styles_of,
)
from postil.csl import StyleError

NAMESPACE = "http://purl.org/net/xbiblio/csl"
CITATION = '<citation><layout><text variable="title"/></layout></citation>'


def style(title: str, body: str = CITATION, link: str = "") -> str:
    return (
        f'<style xmlns="{NAMESPACE}" class="in-text" version="1.0"><info><title>{title}</title>'
        f'{link}<category citation-format="author"/></info>{body}</style>'
    )


@pytest.fixture
def zotero(tmp_path: Path) -> Path:
    """Return a data folder with two styles, one of which an official one has the name of too."""
    folder = tmp_path / "zotero" / "styles"
    (folder / "hidden").mkdir(parents=True)
    (folder / "apa.csl").write_text(style("My APA"))
    (folder / "House Style.csl").write_text(style("The House &amp; its Style"))
    return folder.parent


def test_a_style_of_the_readers_own_comes_before_the_official_one(zotero: Path) -> None:
    assert find_style("apa", zotero).title == "My APA"
    assert find_style("APA", zotero).title == "My APA"
    assert find_style("House Style", zotero).title == "The House & its Style"
    assert find_style("apa").title.startswith("APA Style")
    assert find_style("ieee", zotero).title.startswith("IEEE")
    (zotero / "styles" / "modern-language-association.csl").write_text(style("My MLA"))
    assert find_style("mla", zotero).title == "My MLA"


def test_what_a_style_of_ones_own_leans_on_is_looked_for_beside_it(zotero: Path) -> None:
    link = '<link href="http://zotero.org/styles/parent" rel="independent-parent"/>'
    (zotero / "styles" / "child.csl").write_text(style("Child", "", link))
    with pytest.raises(StyleError, match="'parent', which is not there"):
        find_style("child", zotero)
    (zotero / "styles" / "hidden" / "parent.csl").write_text(style("Parent"))
    assert find_style("child", zotero).title == "Parent"
    official = link.replace("parent", "ieee", 1)
    (zotero / "styles" / "child.csl").write_text(style("Child", "", official))
    assert find_style("child", zotero).title.startswith("IEEE")


def test_ones_own_styles_are_listed_whatever_lies_beside_them(zotero: Path) -> None:
    folder = zotero / "styles"
    (folder / "folder.csl").mkdir()
    (folder / "gone.csl").symlink_to(folder / "nowhere")
    (folder / "loop.csl").symlink_to(folder / "loop.csl")
    (folder / "zeroes.csl").symlink_to("/dev/zero")
    (folder / "linked.csl").symlink_to(folder / "apa.csl")
    (folder / "notes.txt").write_text("no style")
    (folder / ".csl").write_text("no name")
    (folder / "es\x1b[2Jc.csl").write_text(style("Escape"))
    (folder / "binary.csl").write_bytes(bytes(range(256)) * 40)
    (folder / "empty.csl").touch()
    (folder / "title.csl").write_text(style("Red &#27;[31m<!-- \x1b[2J"))
    os.mkfifo(folder / "pipe.csl")
    listed = {one.id: one.title for one in styles_of(zotero)}
    assert listed.pop("title").isprintable()
    assert listed == {
        "House Style": "The House & its Style",
        "apa": "My APA",
        "binary": "binary",
        "empty": "empty",
        "linked": "My APA",
    }
    for name in ("binary", "empty", "title", "zeroes", "pipe"):
        with pytest.raises(StyleError):
            find_style(name, zotero)
    for name in ("zeroes", "pipe", "folder", "gone", "loop"):
        with pytest.raises(StyleError, match=r"it is a|cannot be read"):
            find_style(str(folder / f"{name}.csl"))


def test_a_huge_file_is_refused_before_all_of_it_is_read(zotero: Path) -> None:
    path = zotero / "styles" / "huge.csl"
    path.write_text(style("Huge"))
    with path.open("ab") as file:
        file.truncate(40 << 30)
    with pytest.raises(StyleError, match="larger than 8 MB"):
        find_style("huge", zotero)
    assert StyleSummary("huge", "Huge", "author", own=True) in list(styles_of(zotero))


@pytest.mark.permissions
def test_what_cannot_be_read_is_listed_and_says_so(zotero: Path) -> None:
    (zotero / "styles" / "apa.csl").chmod(0)
    assert StyleSummary("apa", "apa", "", own=True) in list(styles_of(zotero))
    with pytest.raises(StyleError, match="apa cannot be read"):
        find_style("apa", zotero)
    (zotero / "styles").chmod(0)
    assert list(styles_of(zotero)) == []
    assert find_style("apa", zotero).title.startswith("APA")


@pytest.mark.parametrize("folder", [None, "nowhere", "file"])
def test_without_a_folder_there_are_the_official_ones(folder: str | None, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    zotero = tmp_path / folder if folder else None
    assert list(styles_of(zotero)) == []
    assert find_style("apa", zotero).title.startswith("APA")


@pytest.mark.parametrize("name", ["../apa", "styles/apa", "", "x" * 5000, "a\x1b[2J"])
def test_a_name_leads_nowhere_else(name: str, zotero: Path) -> None:
    (zotero / "apa.csl").write_text(style("Elsewhere"))
    with pytest.raises(StyleError, match="there is no style"):
        find_style(name, zotero)


def test_official_styles_are_listed_with_how_they_cite() -> None:
    found = {one.id: one for one in official_styles()}
    assert found["apa"].kind == "author-date"
    assert found["chicago-notes-bibliography"].style_class == "note"
    assert len(found) > 9000
    assert not any(one.own for one in found.values())
    assert official_state() == official_state()


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("IEEE", StyleSummary("ieee", "IEEE Reference Guide version 11.29.2023", "numeric")),
        ("APA", StyleSummary("apa", "My APA", "author", own=True)),
        ("House Style", StyleSummary("House Style", "The House & its Style", "author", own=True)),
        ("no-such-style", None),
        ("/nowhere/at-all.csl", None),
        ("../apa", None),
    ],
)
def test_one_style_is_looked_up_by_its_name(
    name: str, found: StyleSummary | None, zotero: Path
) -> None:
    known = style_summary(name, zotero)
    assert known == found


def test_a_style_in_a_file_is_known_by_its_path(zotero: Path) -> None:
    path = str(zotero / "styles" / "apa.csl")
    assert style_summary(path) == StyleSummary(path, "My APA", "author", own=True)
    assert style_summary(str(zotero / "styles" / "hidden.csl")) is None


@pytest.mark.parametrize("name", ["no-such-style", "/nowhere/at-all.csl", "../apa"])
def test_a_style_that_is_not_there_is_said_to_be_missing(name: str) -> None:
    with pytest.raises(StyleError, match=re.escape(name)):
        find_style(name)
