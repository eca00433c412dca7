"""What a document says of itself in its packets of XMP."""

from __future__ import annotations

import zlib

import pytest

from postil.document.formats.pdf.xmp import fields, xmp


def packet(inner: str, attributes: str = "") -> str:
    """Return a packet with such properties."""
    return (
        "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF><rdf:Description rdf:about='' "
        f"{attributes}>{inner}</rdf:Description></rdf:RDF></x:xmpmeta>"
    )


def listed(name: str, *values: str) -> str:
    items = "".join(f"<rdf:li xml:lang='x-default'>{value}</rdf:li>" for value in values)
    return f"<{name}><rdf:Seq>{items}</rdf:Seq></{name}>"


def test_properties_stand_in_elements_lists_and_attributes() -> None:
    found = fields(
        packet(
            listed("dc:title", "Of lamps &amp; oil")
            + listed("dc:creator", "Ada Brook", "Ida Marrow")
            + "<prism:publicationName>The Lamp</prism:publicationName>"
            + listed("dc:language", "x-unknown", "en"),
            "xmp:CreateDate='2011-03-04T10:00:00Z' prism:doi=\"10.1234/lamp.7\"",
        )
    )
    assert found == {
        "title": "Of lamps & oil",
        "author": ["Ada Brook", "Ida Marrow"],
        "issued": "2011-03-04T10:00:00Z",
        "container_title": "The Lamp",
        "language": "en",
        "doi": "10.1234/lamp.7",
    }


def test_the_day_of_publication_beats_that_of_the_file() -> None:
    dates = "<xmp:CreateDate>2012-01-01</xmp:CreateDate><prism:coverDate>2011-05</prism:coverDate>"
    assert fields(packet(dates))["issued"] == "2011-05"


@pytest.mark.parametrize("name", ["untitled", "Microsoft Word - lamp.doc", "lamp_2011.indd", "  "])
def test_what_programs_call_a_document_is_no_title(name: str) -> None:
    assert "title" not in fields(packet(listed("dc:title", name)))


def test_those_who_are_nobody_are_no_authors() -> None:
    found = fields(packet(listed("dc:creator", "Administrator", "Ada Brook; Ida Marrow")))
    assert found["author"] == ["Ada Brook; Ida Marrow"]
    assert "author" not in fields(packet(listed("dc:creator", "unknown")))


def test_entities_of_its_own_are_not_resolved() -> None:
    hostile = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    found = fields(hostile + packet(listed("dc:title", "Of &a; lamps")))
    assert found["title"] == "Of &a; lamps"


def test_of_several_packets_the_last_with_a_title_counts() -> None:
    data = "x".join(
        (
            packet(listed("dc:title", "The first")),
            packet(listed("dc:title", "The second")),
            packet(listed("dc:creator", "Of a picture")),
        )
    ).encode()
    assert xmp(data) == {"title": "The second"}


def test_a_packet_that_ends_too_early_is_read_as_far_as_it_goes() -> None:
    cut = packet(listed("dc:title", "Of lamps"))[:-40].encode()
    assert xmp(b"%PDF-1.4 junk " + cut)["title"] == "Of lamps"


@pytest.mark.parametrize("kind", [b"/Type /Metadata", b"/Subtype/XML"])
def test_a_packet_may_be_compressed(kind: bytes) -> None:
    body = zlib.compress(packet(listed("dc:title", "Of lamps")).encode())
    data = b"1 0 obj<<" + kind + b"/Filter/FlateDecode>>stream\n" + body + b"\nendstream"
    assert xmp(data) == {"title": "Of lamps"}
    assert xmp(data.replace(body, body[:2] + b"spoilt" + body[8:])) == {}
    assert xmp(data.replace(body, b"plain words")) == {}


def test_no_more_packets_are_read_than_the_limit() -> None:
    many = packet("") * 40 + packet(listed("dc:title", "In time")) + packet("") * 40
    assert xmp(many.encode()) == {"title": "In time"}
    assert xmp((many + packet(listed("dc:title", "Too late"))).encode()) == {"title": "In time"}
