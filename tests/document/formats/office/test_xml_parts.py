"""XML is read part by part, within limits, and without entities."""

from __future__ import annotations

import pytest

from postil.document.formats.office import xml_parts
from postil.document.formats.office.xml_parts import MOST_DEEP, XmlParts, tree
from postil.errors import NotText

SPACES = {"urn:w": "w"}
HOLDERS = frozenset(("w:document", "w:body"))


def parts(inside: str, head: str = "") -> XmlParts:
    """Return a document whose body holds this."""
    text = f'{head}<w:document xmlns:w="urn:w"><w:body>{inside}</w:body></w:document>'
    return XmlParts(text.encode(), "a.docx", SPACES, HOLDERS)


def test_parts_come_one_by_one_with_prefixes_of_our_own() -> None:
    read = list(parts('<w:p w:a="1" b="2">x<w:r>y</w:r>z</w:p><other/>').read())
    (holder, first), (_, second) = read
    assert (holder, first.tag, first.attributes) == ("w:body", "w:p", {"w:a": "1", "b": "2"})
    assert first.text == "xyz"
    assert [one.tag for one in first.descendants()] == ["w:r"]
    assert second.tag == "other"


def test_what_is_nested_too_deep_is_left_out_and_said() -> None:
    deep = "<w:p>" * (MOST_DEEP + 5) + "<w:t>deep</w:t>" + "</w:p>" * (MOST_DEEP + 5)
    read = parts(deep + "<w:p>after</w:p>")
    assert [one.text for _, one in read.read()][-1] == "after"
    assert read.remarks == ["What is nested in more than 100 elements was left out."]


def test_a_part_with_too_many_elements_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_parts, "MOST_ELEMENTS", 10)
    assert len(list(parts("<w:p/>" * 30).read())) == 30
    with pytest.raises(NotText, match="more than 10 elements"):
        list(parts(f"<w:p>{'<w:r/>' * 30}</w:p>").read())


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE x [<!ENTITY a "b">]>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x [<!ENTITY % a "b">]>',
    ],
)
def test_entities_are_refused(head: str) -> None:
    with pytest.raises(NotText, match="entities"):
        list(parts("<w:p/>", head).read())


def test_a_document_type_alone_does_no_harm() -> None:
    assert len(list(parts("<w:p/>", '<!DOCTYPE x SYSTEM "http://a.example/x.dtd">').read())) == 1


def test_what_breaks_off_is_read_as_far_as_it_goes() -> None:
    read = XmlParts(b"<a><b>one</b><b>tw", "a.odt", {}, frozenset(("a",)))
    assert [one.text for _, one in read.read()] == ["one", "tw"]
    assert read.damaged
    with pytest.raises(NotText, match="damaged"):
        tree(b"no XML", "a.odt", {})
