"""What services give out: Readwise, Zotero, Omnivore, Hypothesis, the W3C's model, Taguette."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable

import pytest

from postil.errors import BadRequest
from postil.export.annotations import hypothesis as out_hypothesis
from postil.export.annotations import w3c as out_w3c
from postil.export.coding import qdpx as out_qdpx
from postil.export.coding import taguette as out_taguette
from postil.export.tables import json_lines as out_json
from postil.export.tables import readwise as out_readwise
from postil.imports.annotations import hypothesis, w3c
from postil.imports.base.colours import nearest
from postil.imports.base.fields import html_text
from postil.imports.base.records import ImportedNote, ImportFile
from postil.imports.base.times import epoch, iso
from postil.imports.coding import qdpx, taguette
from postil.imports.own import json_lines
from postil.imports.readers import READERS, read, reader_of
from postil.imports.services import omnivore, readwise, zotero
from postil.model.note import Colour
from tests.export.dossiers import dossier


def test_what_postil_writes_as_json_it_reads_without_loss() -> None:
    found = json_lines.read(ImportFile(out_json.write(dossier()).data, "a.jsonl"))
    for one, (article, exported) in zip(found.notes, dossier().notes, strict=True):
        note = exported.note
        assert (one.id, one.quote, one.body) == (note.id, note.anchor.quote, note.body)
        assert (one.tags, one.colour, one.created) == (note.tags, note.colour, note.created)
        assert (one.maker, one.article.digest) == (note.maker, article.digest)
        assert one.links == tuple((str(link.kind), link.to) for link in note.links)
    assert found.tags == (("ice", "frozen *water*", "blue"),)


def by_quote(notes: tuple[ImportedNote, ...]) -> dict[str, ImportedNote]:
    return {one.quote: one for one in notes}


@pytest.mark.parametrize(
    ("name", "data", "colours", "bodies"),
    [
        ("w3c", out_w3c.write(dossier()).data, True, True),
        ("hypothesis", out_hypothesis.write(dossier()).data, False, True),
        ("qdpx", out_qdpx.write(dossier()).data, False, True),
        ("readwise", out_readwise.write(dossier()).data, False, True),
        ("taguette", out_taguette.highlights(dossier()).data, False, False),
    ],
    ids=("w3c", "hypothesis", "qdpx", "readwise", "taguette"),
)
def test_what_goes_out_comes_in_again(name: str, data: bytes, colours: bool, bodies: bool) -> None:
    file = ImportFile(data, "notes")
    reader = reader_of(file)
    assert reader.name == name
    found = by_quote(read(reader, file).notes)
    for _, exported in dossier().notes:
        note = exported.note
        if note.whole or (exported.span is None and name == "qdpx"):
            continue
        one = found[note.anchor.quote]
        assert set(one.tags) == set(note.tags) or name == "readwise"
        assert one.body == note.body or not bodies
        assert one.colour == note.colour or not colours
    if name == "readwise":
        assert found["harbour 🌊 froze"].tags == ("ice", "trade/routes")


def test_bodies_in_html_are_text_and_scripts_are_words() -> None:
    row = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:a",
        "type": "Annotation",
        "body": {
            "type": "TextualBody",
            "format": "text/html",
            "value": "<p>One <b>two</b></p><ul><li>x</li></ul><script>alert(1)</script>",
        },
        "target": {
            "source": "https://t.test/a",
            "selector": {
                "type": "FragmentSelector",
                "refinedBy": {"type": "TextQuoteSelector", "exact": "ice"},
            },
        },
    }
    (note,) = w3c.read(ImportFile(json.dumps(row).encode(), "a.json")).notes
    assert (note.quote, note.id) == ("ice", "urn:a")
    assert note.body == "One two\n\n- x\n\nalert(1)"
    assert html_text("a &amp; b<br>c") == "a & b\nc"


def test_a_reply_stands_beside_what_it_answers() -> None:
    rows = [
        {
            "id": "q",
            "text": "mine",
            "tags": ["t"],
            "uri": "https://t.test/a",
            "user": "acct:b@h",
            "created": "2023-02-03T04:05:06.789+00:00",
            "target": [{"selector": [{"type": "TextQuoteSelector", "exact": "ice"}]}],
        },
        {"id": "r", "text": "theirs", "references": ["q"], "target": [{}]},
        {"id": "p", "text": "of the page", "target": [{"source": "https://t.test/a"}]},
    ]
    data = json.dumps({"export_userid": "x", "annotations": rows}).encode()
    first, page = hypothesis.read_json(ImportFile(data, "h.json")).notes
    assert (first.also, first.maker, first.created) == (
        ("theirs",),
        "b",
        "2023-02-03T04:05:06.789Z",
    )
    assert (page.quote, page.body) == ("", "of the page")


def test_zotero_by_its_api_and_in_rdf() -> None:
    items = [
        {
            "key": "I",
            "data": {
                "key": "I",
                "itemType": "book",
                "title": "The Ice",
                "creators": [{"firstName": "Ann", "lastName": "Reed"}],
            },
        },
        {
            "key": "F",
            "data": {"key": "F", "itemType": "attachment", "parentItem": "I", "title": "PDF"},
        },
        {
            "key": "A",
            "data": {
                "key": "A",
                "itemType": "annotation",
                "parentItem": "F",
                "annotationType": "highlight",
                "annotationText": "It froze",
                "annotationComment": "Why?",
                "annotationColor": "#2ea8e5",
                "tags": [{"tag": "ice"}],
                "dateAdded": "2021-02-03T04:05:06Z",
            },
        },
        {
            "key": "B",
            "data": {
                "key": "B",
                "itemType": "annotation",
                "parentItem": "F",
                "annotationType": "image",
            },
        },
    ]
    found = zotero.read_json(ImportFile(json.dumps(items).encode(), "z.json"))
    (note,) = found.notes
    assert (note.quote, note.colour, note.tags) == ("It froze", Colour.BLUE, ("ice",))
    assert (note.article.title, note.article.author, found.skipped) == ("The Ice", "Ann Reed", 1)
    memo = (
        (
            '<p><span class="highlight" data-annotation="%7B%22color%22%3A%22%23ff6666%22%7D">“It '
            'froze”</span> <span class="citation">(<span class="citation-item">X</span>)</span> '
            "Why?</p>"
        )
        .replace("&", "&amp;")
        .replace("<", "&lt;")
    )
    rdf = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns:z="http://www.zotero.org/namespaces/export#" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:bib="http://purl.org/net/biblio#"><bib:Book><dc:title>The Ice</dc:title>'
        '<dcterms:isReferencedBy rdf:resource="#n"/></bib:Book>'
        f'<bib:Memo rdf:about="#n"><rdf:value>{memo}</rdf:value><dc:subject>ice</dc:subject>'
        "</bib:Memo></rdf:RDF>"
    )
    (note,) = zotero.read_rdf(ImportFile(rdf.encode(), "z.rdf")).notes
    assert (note.quote, note.body, note.tags) == ("It froze", "Why?", ("ice",))
    assert (note.article.title, note.colour) == ("The Ice", Colour.PINK)


def test_omnivore_parts_notes_on_passages_from_others() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        meta = [{"slug": "s", "id": "i", "title": "The Ice", "url": "https://t.test/a"}]
        archive.writestr("metadata_0_to_1.json", json.dumps(meta))
        archive.writestr("highlights/s.md", "> It froze\n> twice\n\n#ice #two\n\nWhy?\n\nOf all\n")
    found = omnivore.read(ImportFile(out.getvalue(), "o.zip")).notes
    assert [(one.quote, one.body, one.tags) for one in found] == [
        ("It froze\ntwice", "Why?", ("ice", "two")),
        ("", "Of all", ()),
    ]
    assert found[0].article.url == "https://t.test/a"


def packed(members: dict[str, bytes]) -> bytes:
    """Return an archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def project(data: bytes) -> bytes:
    return packed({"project.qde": data})


def bomb() -> bytes:
    """Return an archive that unpacks beyond all limits."""
    return project(b"<a>" + bytes(257 << 20))


def highlights_bomb() -> bytes:
    return packed({"highlights/a.md": bytes(257 << 20)})


def test_an_archive_that_unpacks_beyond_all_limits_is_refused() -> None:
    (row,) = [one for one in READERS if one.name == "qdpx"]
    with pytest.raises(BadRequest, match="unpacks beyond 256 MB"):
        read(row, ImportFile(bomb(), "bomb.qdpx"))


@pytest.mark.parametrize(
    ("reader", "data"),
    [
        ("json", b'{"postil": 1}'),
        ("json", b'{"postil": 1, "id": "x"}\n{'),
        ("w3c", b"{}"),
        ("w3c", b"[" * 100_000),
        ("hypothesis", b'{"annotations": 7}'),
        ("hypothesis", b"\xff\xfe\x00"),
        ("kindle-notebook", b"<p>nothing</p>"),
        ("koreader", b"return {[1] = os.exit()}"),
        ("koreader-json", b"[1]"),
        ("kobo", b"no database"),
        ("zotero-rdf", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
        ("zotero-rdf", b"<a><b></a>"),
        ("omnivore", b"PK\x03\x04 and no more"),
        ("qdpx", b"PK\x03\x04"),
        ("qdpx", project(b"<Code>" * 30_000)),
        ("qdpx", project("<?xml version='1.0' encoding='utf-16'?><!DOCTYPE a>".encode("utf-16"))),
        ("omnivore", highlights_bomb),
        ("omnivore", packed({"metadata_0.json": b"[" * 200_000})),
        ("readwise", b'Highlight,Title\n"' + b"x" * 3_000_000 + b'",t\n'),
        ("hypothesis-csv", b'Quote,Comments\n"' + b"x" * 200_000 + b'"\n'),
        ("taguette", b'id,document,tag,content\n"' + b"x" * 200_000 + b'"\n'),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_damaged_or_hostile_is_refused_in_one_sentence(
    reader: str, data: bytes | Callable[[], bytes]
) -> None:
    (row,) = [one for one in READERS if one.name == reader]
    data = data() if callable(data) else data  # what takes long to make is made where it is read
    with pytest.raises(BadRequest) as told:
        read(row, ImportFile(data, "hostile.bin"))
    assert str(told.value).startswith("hostile.bin: ")
    assert "\n" not in str(told.value)


def test_replies_in_a_circle_are_not_lost() -> None:
    rows = [
        {"id": "a", "uri": "https://x.test", "references": ["b"], "text": "one"},
        {"id": "b", "uri": "https://x.test", "references": ["a"], "text": "two"},
    ]
    found = hypothesis.read_json(ImportFile(json.dumps({"annotations": rows}).encode(), "h.json"))
    assert [(one.body, one.also) for one in found.notes] == [("one", ("two",))]


def test_items_in_a_circle_and_fields_of_wrong_kinds_lose_no_passage() -> None:
    rows = [
        {"data": {"key": "A", "itemType": "annotation", "annotationText": "q", "parentItem": "B"}},
        {"data": {"key": "B", "parentItem": "A", "creators": "x", "title": ["y"]}},
        {"data": {"key": "C", "itemType": "annotation", "annotationText": "r", "tags": [1, {}]}},
        5,
    ]
    found = zotero.read_json(ImportFile(json.dumps(rows).encode(), "z.json"))
    assert [one.quote for one in found.notes] == ["q", "r"]


def test_readwise_reads_tags_from_the_column_and_from_the_note() -> None:
    text = 'Highlight,Title,Note,Tags\nIt froze,The Ice,".cold .x\nWhy?",ice\n,,,\n'
    (note,) = readwise.read(ImportFile(text.encode(), "r.csv")).notes
    assert (note.quote, note.body, note.tags) == ("It froze", "Why?", ("ice", "cold", "x"))


def test_taguette_joins_the_rows_of_one_passage() -> None:
    text = "id,document,tag,content\n2,a.txt,x.y,ice\n2,a.txt,z,ice\n3,a.txt,,other\n"
    first, second = taguette.read(ImportFile(text.encode(), "t.csv")).notes
    assert (first.quote, first.tags, second.tags) == ("ice", ("x/y", "z"), ())


def test_qdpx_reads_texts_inside_and_beside() -> None:
    found = by_quote(qdpx.read(ImportFile(out_qdpx.write(dossier()).data, "p.qdpx")).notes)
    assert found["harbour 🌊 froze"].start == 11
    assert found[""].body == "# Of all\n\n1. this"


@pytest.mark.parametrize(
    ("name", "colour"),
    [
        ("yellow", Colour.YELLOW),
        ("Red", Colour.PINK),
        ("purple", Colour.BLUE),
        ("light blue", Colour.BLUE),
        ("#ffd400", Colour.YELLOW),
        ("#2ea8e5", Colour.BLUE),
        ("#f80", Colour.ORANGE),
        ("#5fb236", Colour.GREEN),
        ("#e56eee", Colour.PINK),
        ("#aaaaaa", None),
        ("none", None),
    ],
)
def test_colours_are_the_nearest_of_five(name: str, colour: Colour | None) -> None:
    assert nearest(name) == colour


@pytest.mark.parametrize(
    ("said", "time"),
    [
        ("2021-03-04T05:06:07Z", "2021-03-04T05:06:07.000Z"),
        ("2021-03-04 05:06:07.89+02:00", "2021-03-04T03:06:07.890Z"),
        ("2021-03-04T05:06:07+0200", "2021-03-04T03:06:07.000Z"),
        ("2021-13-04", ""),
        ("yesterday", ""),
    ],
)
def test_times_are_utc(said: str, time: str) -> None:
    assert iso(said) == time
    assert epoch(1e30) == ""
