"""What is written for other programs is read back by them, where they are installed."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from postil.cite.export.writers import write_records
from postil.cite.record.collection import ReadArticle, collected
from postil.cite.record.items import CitedArticle, Item
from postil.model.source import Date, Metadata, Name, Source

TODAY = Date(2026, 11, 23)
QUOTED = (
    Source(
        "article-newspaper",
        (Name("Choe", "Sang-Hun", family_first=True), Name("de la Cruz", "María")),
        container_title="Northern Times & Echo",
        issued=Date(2015, 1, 24),
        page="A4–A6",
    ),
    Source(
        "article-magazine",
        (Name(literal="Reuters and Partners, Inc."),),
        "50% of {braces} at $5 & #1_a~b^c \\ “quoted”",
        "Week",
        issued=Date(2012, 12, 30, until=Date(2013, 1, 2)),
    ),
    Source(
        "book",
        (Name("Ó Sé", "Páidí"),),
        "The harbour: a history",
        publisher="Quay Press",
        publisher_place="Cork",
        issued=Date(1998),
    ),
    Source(
        "report",
        (Name(literal="Ministry of Ice"),),
        "Ice in Harbours",
        publisher="Ministry Press",
        issued=Date(2001, 5),
        page="12",
    ),
    Source(
        "webpage",
        (Name("Ngũgĩ", "Wa"),),
        "Ships of Norway",
        "Harbour Notes",
        url="https://example.org/a_b/%7Ec?d=1&e=2#f",
        issued=Date(2020, 2, 29),
    ),
    Source("entry-encyclopedia", (), "Ice", "Great Encyclopedia", issued=Date(1911)),
)
HOST = Metadata(
    "A winter on the water",
    (Name("Rook", "Tom"),),
    Date(2021, 7),
    container_title="Facts and Tides",
    url="https://example.org/winter",
)


def records() -> Sequence[Item]:
    read = ReadArticle(CitedArticle(HOST, "winter.txt"), dict.fromkeys(QUOTED, "quoted"), QUOTED)
    return collected([read], TODAY).items


def run(*command: str, text: str) -> str:
    """Run a program on a text, or say why the test cannot be made."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run(
        command, input=text, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def plain(words: str) -> str:
    """Return words without case, kinds of quotation marks and dashes, and blanks."""
    marks = words.translate(str.maketrans("“”’–", '""\'-'))
    return " ".join(unicodedata.normalize("NFC", marks).casefold().split())


_PARTS = ("given", "dropping-particle", "non-dropping-particle", "family", "literal")


def essence(record: dict[str, Any]) -> dict[str, object]:
    """Return what must be the same on both sides; programs call a website a publisher."""
    names = [
        plain(" ".join(one.get(part, "") for part in _PARTS)) for one in record.get("author", [])
    ]
    printed = f"{record.get('container-title', '')} {record.get('publisher', '')}"
    return {
        "author": names,
        "title": plain(record.get("title", "")),
        "printed": sorted(plain(printed).split()),
        "issued": record.get("issued", {}).get("date-parts"),
        "accessed": record.get("accessed", {}).get("date-parts"),
        **{name: plain(record.get(name, "")) for name in ("URL", "publisher-place", "page")},
    }


@pytest.mark.parametrize("format_", ["bibtex", "biblatex", "csl-json"])
def test_pandoc_reads_every_field_back(format_: str) -> None:
    items = records()
    wanted = {one["id"]: essence(one) for one in json.loads(write_records(items, "csl-json"))}
    source = format_.replace("csl-json", "csljson")
    read = json.loads(
        run("pandoc", "-f", source, "-t", "csljson", text=write_records(items, format_))
    )
    assert {one["id"]: essence(one) for one in read} == wanted


def test_pandoc_knows_the_types_of_biblatex() -> None:
    items = records()
    read = json.loads(
        run("pandoc", "-f", "biblatex", "-t", "csljson", text=write_records(items, "biblatex"))
    )
    assert {one["id"]: one["type"] for one in read} == {one.id: one.record.type for one in items}


@pytest.mark.parametrize("format_", ["bibtex", "biblatex"])
def test_biber_takes_every_entry_and_every_field(format_: str, tmp_path: Path) -> None:
    items = records()
    if shutil.which("biber") is None:
        pytest.skip("biber is not installed")
    file, out = tmp_path / "a.bib", tmp_path / "out.bib"
    file.write_text(write_records(items, format_), encoding="utf-8")
    said = run("biber", "--tool", f"--output-file={out}", str(file), text="")
    assert "ERROR" not in said
    assert "WARN" not in said
    entries = out.read_text(encoding="utf-8")
    for item in items:
        assert re.search(rf"@\w+\{{{item.id},", entries, re.IGNORECASE)
    wanted = len(re.findall(r"^  \w+ = ", write_records(items, format_), re.MULTILINE))
    joined = 2 if format_ == "bibtex" else 0
    found = len(re.findall(r"^\s+\w+\s+= ", entries, re.MULTILINE))
    assert found >= wanted - joined * len(items)


@pytest.mark.parametrize(("format_", "reader"), [("bibtex", "bib2xml"), ("ris", "ris2xml")])
def test_bibutils_reads_names_titles_and_dates_back(format_: str, reader: str) -> None:
    items = records()
    root = ET.fromstring(run(reader, text=write_records(items, format_)).lstrip("\ufeff"))
    found = [" ".join("".join(mods.itertext()).split()) for mods in root]
    assert len(found) == len(items)
    for item, text in zip(items, found, strict=True):
        record = item.record
        for name in record.author:
            assert all(part in text for part in name.display.replace(",", " ").split()), text
        for words in (record.container_title, record.publisher, record.publisher_place):
            assert words in text
        if record.issued is not None:
            assert str(record.issued.year) in text
