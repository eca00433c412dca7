"""Notes for programs that code texts: projects, codebooks, tables."""

from __future__ import annotations

import csv
import io
import zipfile
from xml.etree import ElementTree

import pytest

from postil.errors import NothingFound
from postil.export.base.dossier import Dossier
from postil.export.base.names import uuid_of
from postil.export.coding import qdc, qdpx, taguette
from postil.model.values import replace
from tests.export.dossiers import IDS, dossier

NAMES = {"q": qdpx.NAMESPACE, "c": qdc.NAMESPACE}


def project() -> tuple[zipfile.ZipFile, ElementTree.Element]:
    archive = zipfile.ZipFile(io.BytesIO(qdpx.write(dossier()).data))
    return archive, ElementTree.fromstring(archive.read(qdpx.PROJECT))


def paths(root: ElementTree.Element, prefix: str) -> dict[str, str]:
    found: dict[str, str] = {}

    def walk(parent: ElementTree.Element, above: str) -> None:
        for code in parent.findall(f"{prefix}:Code", NAMES):
            name = above + code.get("name", "")
            found[code.get("guid", "")] = name
            walk(code, f"{name}/")

    for codes in root.iterfind(f".//{prefix}:Codes", NAMES):
        walk(codes, "")
    return found


def test_offsets_of_a_project_lead_to_the_passages_in_its_texts() -> None:
    archive, root = project()
    codes, found = paths(root, "q"), {}
    for source in root.iterfind(".//q:TextSource", NAMES):
        path = source.get("plainTextPath", "").replace("internal://", "Sources/")
        text = archive.read(path).decode()
        for one in source.iterfind("q:PlainTextSelection", NAMES):
            start, end = int(one.get("startPosition", "")), int(one.get("endPosition", ""))
            refs = [ref.get("targetGUID", "") for ref in one.iterfind("q:Coding/q:CodeRef", NAMES)]
            found[text[start:end]] = (
                one.findtext("q:Description", "", NAMES),
                [codes[ref] for ref in refs],
            )
    assert found["harbour 🌊 froze"] == ("Why *so*?", ["ice", "trade/routes"])
    assert found["سافر أحمد إلى الجبل"] == ("ملاحظة", ["سفر"])
    assert len(found) == 5


def test_a_note_on_the_whole_belongs_to_its_text() -> None:
    _, root = project()
    (source, _) = root.findall(".//q:TextSource", NAMES)
    (note,) = root.findall("q:Notes/q:Note", NAMES)
    assert note.findtext("q:PlainTextContent", "", NAMES) == "# Of all\n\n1. this"
    reference = source.find("q:NoteRef", NAMES)
    assert reference is not None
    assert reference.get("targetGUID") == note.get("guid")
    assert source.find("q:Coding/q:CodeRef", NAMES) is not None


def test_links_join_the_selections() -> None:
    _, root = project()
    (link,) = root.findall("q:Links/q:Link", NAMES)
    assert (link.get("name"), link.get("originGUID"), link.get("targetGUID")) == (
        "contradicts",
        uuid_of(IDS[1]).upper(),
        uuid_of(IDS[0]).upper(),
    )


def test_what_a_project_cannot_hold_is_counted() -> None:
    assert qdpx.write(dossier()).losses == (
        "REFI-QDA needs a place: 1 orphan left out.",
        "Colours belong to codes there: those of 1 note stay here.",
    )


def test_a_codebook_nests_and_defines() -> None:
    root = ElementTree.fromstring(qdc.write(dossier()).data)
    assert sorted(paths(root, "c").values()) == sorted(one.tag for one in dossier().tags)
    (ice,) = [one for one in root.iter(f"{{{qdc.NAMESPACE}}}Code") if one.get("name") == "ice"]
    assert ice.findtext("c:Description", "", NAMES) == "frozen *water*"
    assert ice.get("color", "").startswith("#")


def test_a_codebook_without_tags_is_refused() -> None:
    with pytest.raises(NothingFound):
        qdc.write(Dossier(dossier().articles))


def test_taguette_nests_by_dots_and_repeats_a_passage_for_each_tag() -> None:
    rows = list(csv.DictReader(io.StringIO(taguette.highlights(dossier()).data.decode())))
    both = [(row["id"], row["tag"]) for row in rows if row["content"] == "harbour 🌊 froze"]
    assert both == [("2", "ice"), ("2", "trade.routes")]
    book = list(csv.DictReader(io.StringIO(taguette.codebook(dossier()).data.decode())))
    assert ("ice", "frozen *water*", "2") in [tuple(row.values()) for row in book]


def test_taguette_cannot_tell_a_dot_of_a_tag_from_one_that_nests() -> None:
    dotted = replace(dossier().articles[0].notes[1].note, tags=("law.fr",))
    article = dossier().articles[0]
    notes = tuple(
        replace(one, note=dotted) if at == 1 else one for at, one in enumerate(article.notes)
    )
    written = taguette.highlights(Dossier((replace(article, notes=notes),)))
    assert "A dot nests tags there: that of 1 tag may be read so." in written.losses


def test_a_project_is_the_same_bytes_each_time() -> None:
    assert qdpx.write(dossier()).data == qdpx.write(dossier()).data
