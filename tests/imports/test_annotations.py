"""Annotations of the web in the many shapes that the W3C's model and Hypothesis' API allow."""

from __future__ import annotations

import json

import pytest

from postil.imports.annotations import hypothesis, w3c
from postil.imports.base.records import ImportedNote, ImportFile
from postil.imports.readers import read, reader_of
from postil.model.note import Colour

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def taken(found: object, name: str = "notes.json") -> tuple[ImportedNote, ...]:
    file = ImportFile(json.dumps(found, ensure_ascii=False).encode(), name)
    reader = reader_of(file)
    assert reader.name == "w3c"
    return read(reader, file).notes


def about(selector: object, **more: object) -> dict[str, object]:
    return {
        "@context": CONTEXT,
        "type": "Annotation",
        "target": {"source": "file:///books/ice.txt", "selector": selector},
        **more,
    }


QUOTE = {"type": "TextQuoteSelector", "exact": "It froze", "prefix": "When ", "suffix": " twice"}


@pytest.mark.parametrize(
    "selector",
    [
        QUOTE,
        [{"type": "FragmentSelector", "value": "p2"}, QUOTE],
        [
            {
                "type": "RangeSelector",
                "startSelector": {"type": "XPathSelector", "value": "/html/body/p[2]"},
                "endSelector": {"type": "XPathSelector", "value": "/html/body/p[3]"},
            },
            {"type": "TextPositionSelector", "start": 5, "end": 13},
            QUOTE,
        ],
        {"type": "XPathSelector", "value": "/html/body/p[2]", "refinedBy": QUOTE},
        {
            "type": "CssSelector",
            "value": "p:nth-child(2)",
            "refinedBy": [{"type": "TextPositionSelector", "start": 0, "end": 8}, QUOTE],
        },
        {"type": "Choice", "items": [{"type": "FragmentSelector", "value": "p2"}, QUOTE]},
        {"type": "oa:TextQuoteSelector", "exact": "It froze", "prefix": "When "},
    ],
)
def test_the_words_are_found_in_any_order_of_selectors(selector: object) -> None:
    (one,) = taken(about(selector))
    assert (one.quote, one.prefix, one.article.file) == ("It froze", "When ", "ice.txt")


def test_offsets_alone_are_kept_for_the_article_to_tell_the_words() -> None:
    (one,) = taken(about({"type": "TextPositionSelector", "start": 5, "end": 13}))
    assert (one.quote, one.start, one.end) == ("", 5, 13)


@pytest.mark.parametrize(
    ("body", "said", "tags"),
    [
        ({"type": "TextualBody", "value": "Why?"}, "Why?", ()),
        ([{"value": "Why?"}, {"value": "ice", "purpose": "tagging"}], "Why?", ("ice",)),
        ({"value": "<p>Why <b>so</b>?</p>", "format": "text/html"}, "Why so?", ()),
        ({"type": "Choice", "items": [{"value": "Why?"}, {"value": "Warum?"}]}, "Why?", ()),
        ({"type": "List", "items": [{"value": "Why?"}, {"value": "How?"}]}, "Why?\n\nHow?", ()),
        ([{"value": "ice", "purpose": ["tagging"]}, "https://x.example/picture"], "", ("ice",)),
        ({"value": "Why?", "purpose": "describing"}, "Why?", ()),
    ],
)
def test_bodies_are_texts_or_tags(body: object, said: str, tags: tuple[str, ...]) -> None:
    (one,) = taken(about(QUOTE, body=body))
    assert (one.body, one.tags) == (said, tags)


def test_a_motive_of_the_whole_is_that_of_its_bodies() -> None:
    (one,) = taken(about(QUOTE, motivation="tagging", body={"value": "ice"}))
    assert (one.body, one.tags) == ("", ("ice",))
    (one,) = taken(about(QUOTE, motivation="commenting", bodyValue="Why?"))
    assert (one.body, one.tags) == ("Why?", ())


def test_a_colour_is_told_by_a_body_or_a_class() -> None:
    body = [{"value": "#7ed321", "purpose": "highlighting"}, {"value": "Why?"}]
    (one,) = taken(about(QUOTE, body=body))
    assert (one.colour, one.body) == (Colour.GREEN, "Why?")
    target = {"source": "ice.txt", "styleClass": "red", "selector": QUOTE}
    (one,) = taken({"@context": CONTEXT, "type": "Annotation", "target": target})
    assert (one.colour, one.article.file) == (Colour.PINK, "ice.txt")


def test_two_targets_are_two_passages() -> None:
    other = {"type": "TextQuoteSelector", "exact": "It snowed"}
    targets = [{"source": "ice.txt", "selector": QUOTE}, {"source": "snow.txt", "selector": other}]
    one, two = taken({"@context": CONTEXT, "id": "urn:a", "target": targets, "bodyValue": "Why?"})
    assert (one.quote, two.quote, two.article.file) == ("It froze", "It snowed", "snow.txt")
    assert (one.id, two.id, two.body) == ("urn:a", "urn:a#2", "Why?")


@pytest.mark.parametrize(
    "whole",
    [
        [about(QUOTE)],
        {"@context": CONTEXT, "type": "AnnotationPage", "items": [about(QUOTE)]},
        {
            "@context": [CONTEXT, "http://www.w3.org/ns/ldp.jsonld"],
            "type": ["BasicContainer", "AnnotationCollection"],
            "first": {"type": "AnnotationPage", "items": [about(QUOTE)]},
            "last": "http://x.example/page9",
        },
        {"@context": CONTEXT, "@graph": [about(QUOTE), {"id": "urn:x", "type": "Person"}]},
    ],
)
def test_annotations_stand_alone_in_lists_in_pages_and_in_collections(whole: object) -> None:
    assert [one.quote for one in taken(whole)] == ["It froze"]


def test_lines_of_annotations_are_a_list() -> None:
    data = "".join(json.dumps(about(QUOTE, id=f"urn:{at}")) + "\n" for at in range(3)).encode()
    assert len(w3c.read(ImportFile(data, "notes.jsonl")).notes) == 3


def test_an_empty_page_is_no_fault() -> None:
    assert taken({"@context": CONTEXT, "type": "AnnotationPage", "items": []}) == ()


def row(**more: object) -> dict[str, object]:
    return {
        "id": "a1",
        "created": "2023-02-03T04:05:06.123456+00:00",
        "user": "acct:ann@hypothes.is",
        "uri": "https://x.example/ice",
        "text": "",
        "tags": [],
        "group": "__world__",
        "permissions": {"read": ["group:__world__"]},
        "target": [{"source": "https://x.example/ice", "selector": [QUOTE]}],
        "document": {"title": ["The Ice"]},
        **more,
    }


@pytest.mark.parametrize("shape", ["list", "rows", "annotations", "one", "lines"])
def test_hypothesis_is_read_as_its_client_and_its_api_give_it(shape: str) -> None:
    page_note = row(id="a2", text="Of the page", target=[{"source": "https://x.example/ice"}])
    rows = [row(), page_note]
    data = {
        "list": json.dumps(rows),
        "rows": json.dumps({"total": 2, "rows": rows}),
        "annotations": json.dumps({"export_userid": "acct:a@b", "annotations": rows}),
        "one": json.dumps(row()),
        "lines": "\n".join(map(json.dumps, rows)),
    }[shape]
    file = ImportFile(data.encode(), "notes.json")
    reader = reader_of(file)
    assert reader.name == "hypothesis"
    notes = read(reader, file).notes
    assert (notes[0].quote, notes[0].created[:16], notes[0].maker) == (
        "It froze",
        "2023-02-03T04:05",
        "ann",
    )
    assert [one.body for one in notes[1:]] == ["Of the page"] * (shape != "one")


def test_a_search_that_found_nothing_is_no_fault() -> None:
    found = hypothesis.read_json(ImportFile(b'{"total": 0, "rows": []}', "a.json"))
    assert found.notes == ()


@pytest.mark.parametrize("parting", [",", ";", "\t"])
def test_the_table_of_hypothesis_with_the_head_of_its_client(parting: str) -> None:
    head = ("Created at", "Author", "Page", "URL", "Group", "Type", "Quote", "Comment", "Tags")
    line = ("2023-02-03 04:05", "Ann", "3", "https://x.example/ice", "Public", "Annotation")
    cells = (*line, "It froze", "Why?", '"ice, to do"')
    reply = (*line[:5], "Reply", "", "Because", "")
    data = "\r\n".join(parting.join(one) for one in (head, cells, reply))
    file = ImportFile(("\ufeff" + data).encode(), "notes.csv")
    reader = reader_of(file)
    assert reader.name == "hypothesis-csv"
    one, answer = read(reader, file).notes
    assert (one.quote, one.body, one.tags, one.maker) == (
        "It froze",
        "Why?",
        ("ice", "to do"),
        "Ann",
    )
    assert one.created.startswith("2023-02-0")
    assert (answer.quote, answer.body) == ("", "Because")
    assert one.id != answer.id
