"""Files of services as they write them: Zotero, Readwise, Omnivore, Taguette, QDA programs."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping

import pytest

from postil.imports.base.records import ImportedNote, ImportFile
from postil.imports.readers import read, reader_of
from postil.model.note import Colour


def taken(data: str | bytes, name: str, reader_name: str) -> tuple[ImportedNote, ...]:
    file = ImportFile(data.encode() if isinstance(data, str) else data, name)
    reader = reader_of(file)
    assert reader.name == reader_name
    return read(reader, file).notes


MEMO = (
    '<div data-schema-version="9"><h1>Annotations</h1><p><span class="highlight" '
    'data-annotation="%7B%22color%22%3A%22%232ea8e5%22%7D">“It froze”</span> '
    '<span class="citation">(<span class="citation-item">Reed, 2020</span>)</span> Why?</p>'
    '<p><span class="underline" data-annotation="%7B%7D"><span style="background-color: '
    '#5fb23680">«Il neigea»</span></span></p></div>'
)


def test_zotero_gives_notes_and_annotations_as_items() -> None:
    item = {"key": "I", "data": {"key": "I", "itemType": "book", "title": "The Ice"}}
    file = {"key": "F", "itemType": "attachment", "parentItem": "I", "filename": "ice.pdf"}
    mark = {
        "key": "A",
        "itemType": "annotation",
        "parentItem": "F",
        "annotationType": "underline",
        "annotationText": "It snowed",
        "annotationColor": "#ff6666",
        "tags": [{"tag": "snow"}],
        "dateAdded": "2021-02-03T04:05:06Z",
    }
    note = {"key": "N", "itemType": "note", "parentItem": "I", "note": MEMO, "tags": []}
    gone = {**mark, "key": "G", "deleted": 1}
    rows = [item, {"data": file}, {"data": mark}, {"data": note}, {"data": gone}]
    snow, froze, fell = taken(json.dumps(rows), "items.json", "zotero-json")
    assert (snow.quote, snow.tags, snow.colour) == ("It snowed", ("snow",), Colour.PINK)
    assert (snow.article.title, snow.article.file) == ("The Ice", "ice.pdf")
    assert (froze.quote, froze.body, froze.colour) == ("It froze", "Why?", Colour.BLUE)
    assert (fell.quote, fell.colour) == ("Il neigea", Colour.GREEN)


def test_zotero_items_hold_what_is_attached_to_them() -> None:
    mark = {"annotationType": "highlight", "annotationText": "It froze", "dateAdded": "2021"}
    item = {
        "itemType": "journalArticle",
        "title": "The Ice",
        "creators": [{"lastName": "Reed", "firstName": "Ann"}],
        "attachments": [{"title": "PDF", "path": "C:\\Zotero\\ice.pdf", "annotations": [mark]}],
        "notes": [{"note": "<p>Of all of it</p>"}],
    }
    data = json.dumps({"config": {}, "items": [item, {"itemType": "book", "title": "Snow"}]})
    froze, whole = taken(data, "library.json", "zotero-json")
    assert (froze.quote, froze.article.author) == ("It froze", "Ann Reed")
    assert froze.article.file == "ice.pdf"
    assert (whole.quote, whole.body, whole.article.title) == ("", "Of all of it", "The Ice")


RDF = """<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dcterms="http://purl.org/dc/terms/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:bib="http://purl.org/net/biblio#"
  xmlns:foaf="http://xmlns.com/foaf/0.1/">
  <bib:Memo rdf:about="#item_9"><rdf:value>&lt;p&gt;Alone &amp;amp; free&lt;/p&gt;</rdf:value>
    <dc:subject><z:AutomaticTag><rdf:value>by itself</rdf:value></z:AutomaticTag></dc:subject>
    <dcterms:dateSubmitted>2021-02-03 04:05:06</dcterms:dateSubmitted></bib:Memo>
  <bib:Document rdf:about="https://x.example/ice"><z:itemType>webpage</z:itemType>
    <bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Reed</foaf:surname>
      <foaf:givenName>Ann</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:authors>
    <dcterms:isReferencedBy rdf:resource="#item_{number}"/>
    <dc:identifier><dcterms:URI><rdf:value>https://x.example/ice</rdf:value></dcterms:URI>
    </dc:identifier><dc:title>The Ice</dc:title></bib:Document>
  <bib:Memo rdf:about="#item_{number}"><rdf:value>{memo}</rdf:value></bib:Memo>
</rdf:RDF>
"""


def rdf(number: int) -> str:
    memo = MEMO.replace("&", "&amp;").replace("<", "&lt;")
    return RDF.format(number=number, memo=memo)


def test_zotero_rdf_tells_addresses_and_tags_and_keeps_ids_in_a_longer_file() -> None:
    alone, froze, _ = found = taken(rdf(12), "notes.rdf", "zotero-rdf")
    assert (alone.body, alone.tags) == ("Alone & free", ("by itself",))
    assert alone.created
    assert (froze.quote, froze.article.url) == ("It froze", "https://x.example/ice")
    later = taken(rdf(512), "notes.rdf", "zotero-rdf")
    assert [one.id for one in later] == [one.id for one in found]


ZOTERO_MARKDOWN = """# Annotations
(2/3/2024, 10:00:00 AM)

[“It froze”](zotero://open-pdf/library/items/K?page=3&annotation=A) \
[(Reed, 2020, p. 3)](zotero://select/library/items/I) Why?

“It snowed” ([Reed, 2020, p. 4](zotero://select/library/items/I)) \
([pdf](zotero://open-pdf/library/items/K?page=4&annotation=B))
"""


def test_zotero_notes_in_markdown() -> None:
    one, two = taken(ZOTERO_MARKDOWN, "Notes.md", "markdown")
    assert (one.quote, one.body) == ("It froze", "Why?")
    assert (two.quote, two.body) == ("It snowed", "")


OUT = "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,"


@pytest.mark.parametrize(
    ("head", "line"),
    [
        (
            f"{OUT}Highlighted at,Document tags",
            "It froze,The Ice,Ann Reed,B0,Why?,blue,ice,page,3,2020-10-05 10:15:00.123+00:00,news",
        ),
        (
            "Highlight,Title,Author,URL,Note,Location,Date",
            "It froze,The Ice,Ann Reed,https://x.example,.ice\nWhy?,3,2020-10-05 10:15:00",
        ),
        (
            "Highlight;Title;Author;URL;Note;Location;Date",
            'It froze;The Ice;Ann Reed;;".ice\nWhy?";3;"October 5, 2020 10:15 AM"',
        ),
        ("Title,Highlight,Note,Tags,Date", "The Ice,It froze,Why?,ice,5 October 2020"),
    ],
)
def test_readwise_in_both_forms(head: str, line: str) -> None:
    if "\n" in line and '"' not in line:
        line = line.replace(".ice\nWhy?", '".ice\nWhy?"')
    data = f"\ufeff{head}\n{line}\n".replace("\n", "\r\n")
    (one,) = taken(data, "readwise-data.csv", "readwise")
    assert (one.quote, one.body, one.tags) == ("It froze", "Why?", ("ice",))
    assert one.article.title == "The Ice"
    assert one.created.startswith("2020-10-0")


def packed(members: Mapping[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return out.getvalue()


@pytest.mark.parametrize("folder", ["", "omnivore-export/"])
def test_omnivore_has_labels_of_several_words_and_links_back(folder: str) -> None:
    meta = json.dumps([{"id": "1", "slug": "the-ice", "title": "The Ice", "labels": ["x"]}])
    marks = (
        "> It froze\n> for years [⤴️](https://omnivore.app/me/the-ice#a) \n\n"
        "#deep work #ice\n\nWhy?\n\n> It snowed \n\n#1 reason to doubt this: it was in June, "
        "and nobody who was there has written so much as a line about any of it\n\n"
    )
    data = packed({f"{folder}metadata_0_to_1.json": meta, f"{folder}highlights/the-ice.md": marks})
    froze, snowed = taken(data, "export.zip", "omnivore")
    assert (froze.quote, froze.body) == ("It froze\nfor years", "Why?")
    assert froze.tags == ("deep work", "ice")
    assert (snowed.tags, snowed.body[:9]) == ((), "#1 reason")


@pytest.mark.parametrize(
    ("said", "tag"),
    [
        ("trade.routes", "trade/routes"),
        ("a.b.c", "a/b/c"),
        ("3.11", "3.11"),
        ("v3.11", "v3.11"),
        ("A. Reed", "A. Reed"),
        ("etc.", "etc."),
        ("...", "..."),
    ],
)
def test_a_dot_nests_but_in_numbers_and_at_ends_of_words(said: str, tag: str) -> None:
    data = f"id,document,tag,content\n1,ice.txt,{said},It froze\n"
    (one,) = taken(data, "highlights.csv", "taguette")
    assert one.tags == (tag,)


QDE = """<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="p" origin="x">
<Users><User guid="u1" name="Ann"/></Users>
<CodeBook><Codes><Code guid="c1" name="ice"/></Codes></CodeBook>
<Sources><{kind} guid="s1" name="ice.pdf" {path}>{before}
<PlainTextSelection guid="p1" startPosition="{start}" endPosition="{end}" creatingUser="u1">
<Coding guid="k1"><CodeRef targetGUID="{{C1}}"/></Coding></PlainTextSelection>{behind}
<NoteRef targetGUID="n1"/><NoteRef targetGUID="n2"/></{kind}></Sources>
<Notes><Note guid="n1" creatingUser="u1" creationDateTime="2025-02-03T04:05:06Z">
<PlainTextContent>One</PlainTextContent></Note>
<Note guid="n2"><PlainTextContent>Two</PlainTextContent></Note></Notes></Project>
"""
TEXT = "One.\nTwo.\nWhen it froze twice.\n"


@pytest.mark.parametrize("lines", ["\n", "\r\n", "\r\n as one"])
@pytest.mark.parametrize("source", ["text", "pdf"])
def test_projects_count_line_ends_in_two_ways(lines: str, source: str) -> None:
    text = TEXT.replace("\n", lines[:2].strip(" "))
    counted = TEXT if "as one" in lines else text
    start = counted.index("it froze")
    path = 'plainTextPath="internal://s1.txt"'
    filled = QDE.format(
        kind="TextSource" if source == "text" else "PDFSource",
        path=path if source == "text" else "",
        before="" if source == "text" else f'<Representation guid="r1" name="r" {path}>',
        behind="" if source == "text" else "</Representation>",
        start=start,
        end=start + len("it froze"),
    )
    data = packed({"project.qde": filled, "Sources/s1.txt": "\ufeff" + text})
    one, first, second = taken(data, "p.qdpx", "qdpx")
    assert (one.quote, one.tags, one.maker) == ("it froze", ("ice",), "Ann")
    assert (first.body, first.maker, first.created[:10]) == ("One", "Ann", "2025-02-03")
    assert (second.body, second.quote) == ("Two", "")
