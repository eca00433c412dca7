"""Archives: members by name, with counted bytes, and each caught for itself."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping
from random import Random

import pytest

from postil.document.bytes import archive
from postil.document.bytes.archive import Archive
from postil.errors import BadMember, NotText

_WORDS = b"Twelve barrels of salt went up the river. " * 40


def _zip(
    members: Mapping[str, bytes] | list[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED
) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as made:
        for name, content in members.items() if isinstance(members, Mapping) else members:
            made.writestr(name, content)
    return held.getvalue()


def _entry(data: bytes, which: int = 0) -> int:
    """Return where a line of the table of contents begins."""
    at = -1
    for _ in range(which + 1):
        at = data.index(b"PK\x01\x02", at + 1)
    return at


def _with(data: bytes, at: int, form: str, *values: int) -> bytes:
    changed = bytearray(data)
    struct.pack_into("<" + form, changed, at, *values)
    return bytes(changed)


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_members_are_read_by_name(method: int) -> None:
    held = Archive(_zip({"a.txt": _WORDS, "empty": b"", "sub/b.txt": b"b"}, method), "x.zip")
    assert held.names == ("a.txt", "empty", "sub/b.txt")
    assert held.read("a.txt") == _WORDS
    assert held.read("empty") == b""
    assert held.read("sub/b.txt") == b"b"
    assert held.size("a.txt") == len(_WORDS)
    assert held.size("gone") == 0


def test_bytes_before_the_archive_and_a_comment_behind_it_do_no_harm() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as made:
        made.writestr("a", b"a")
        made.comment = b"made on a Tuesday"
    assert Archive(b"#!stub\n" + data.getvalue(), "x").read("a") == b"a"


def test_a_member_is_found_whatever_the_case_and_the_form_of_its_accents() -> None:
    held = Archive(_zip({"OEBPS/Cafe\u0301.xhtml": b"a", "text/One.xhtml": b"b"}), "x")
    assert held.find("oebps/caf\u00e9.xhtml") == "OEBPS/Cafe\u0301.xhtml"
    assert held.find("Text/one.xhtml") == "text/One.xhtml"
    assert held.find("text/two.xhtml") == ""


def test_names_that_lead_out_of_the_archive_are_no_members() -> None:
    odd = {"../../out": b"x", "/tmp/out": b"x", "in\\side": b"y", "a/../../b": b"x", "folder/": b""}
    assert Archive(_zip(odd), "x").names == ("in/side",)


def test_of_two_members_of_one_name_the_last_counts() -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        data = _zip([("a", b"first"), ("a", b"second")])
    held = Archive(data, "x")
    assert held.read("a") == b"second"
    assert held.remarks == ["Parts of the archive have the same name; the last counts."]


@pytest.mark.parametrize(
    ("size", "why"),
    [(10, "larger than the archive says"), (len(_WORDS) + 9, "cut off")],
)
def test_sizes_that_lie_are_caught_and_leave_the_others(size: int, why: str) -> None:
    data = _zip({"a": _WORDS, "b": b"b"})
    held = Archive(_with(data, _entry(data) + 24, "L", size), "x.zip")
    with pytest.raises(BadMember, match=f"x.zip: its part a is {why}"):
        held.read("a")
    assert held.read("b") == b"b"


def test_a_wrong_checksum_is_caught() -> None:
    data = _zip({"a": _WORDS}, zipfile.ZIP_STORED)
    held = Archive(data.replace(b"barrels", b"barrows", 1), "x")
    with pytest.raises(BadMember, match="checksum"):
        held.read("a")


def test_what_cannot_be_unpacked_is_caught() -> None:
    data = _zip({"a": _WORDS})
    begin = data.index(b"a", 30) + 1
    with pytest.raises(BadMember, match="damaged"):
        Archive(_with(data, begin, "4B", *b"\xff" * 4), "x").read("a")
    with pytest.raises(BadMember, match="way that Postil does not read"):
        Archive(_with(data, _entry(data) + 10, "H", 99), "x").read("a")


def test_a_member_behind_a_password_is_said_to_be_encrypted() -> None:
    data = _zip({"a": _WORDS, "b": b"b"})
    held = Archive(_with(data, _entry(data) + 8, "H", 1), "x")
    assert held.encrypted("a")
    assert not held.encrypted("b")
    with pytest.raises(BadMember, match="is encrypted"):
        held.read("a")


def test_members_that_share_bytes_are_refused() -> None:
    data = _zip({"a": _WORDS, "b": b"b"})
    second = _entry(data, 1)
    (first_at,) = struct.unpack_from("<L", data, _entry(data) + 42)
    same = Archive(_with(data, second + 42, "L", first_at), "x")
    with pytest.raises(BadMember, match="shares bytes"):
        same.read("b")
    wide = Archive(_with(data, _entry(data) + 20, "L", 4000), "x")
    with pytest.raises(BadMember, match="shares bytes"):
        wide.read("a")


def test_a_member_that_is_not_where_it_should_be_is_caught() -> None:
    data = _zip({"a": _WORDS})
    with pytest.raises(BadMember, match="not where"):
        Archive(_with(data, _entry(data) + 42, "L", 5), "x").read("a")
    with pytest.raises(BadMember, match="not in the archive"):
        Archive(data, "x").read("b")


def test_limits_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = _zip({"a": b"A" * (3 << 20), "b": Random(1).randbytes(1_500_000), "c": b"c"})
    held = Archive(bomb, "x")
    with pytest.raises(BadMember, match="more than 200 times its size"):
        held.read("a")
    with pytest.raises(BadMember, match="larger than 1 MB"):
        held.read("b", 1 << 20)
    monkeypatch.setattr(archive, "TOTAL", 1 << 20)
    held = Archive(bomb, "x")
    assert held.read("c") == b"c"
    with pytest.raises(BadMember, match="beyond the 1 MB that are read of one archive"):
        held.read("b")
    monkeypatch.setattr(archive, "MOST_MEMBERS", 2)
    with pytest.raises(NotText, match="more than 2 members"):
        Archive(bomb, "x")


def test_a_count_that_lies_does_not_let_more_members_in(monkeypatch: pytest.MonkeyPatch) -> None:
    data = _zip({str(number): b"" for number in range(9)})
    monkeypatch.setattr(archive, "MOST_MEMBERS", 5)
    with pytest.raises(NotText, match="more than 5 members"):
        Archive(_with(data, data.rindex(b"PK\x05\x06") + 8, "2H", 1, 1), "x")


def test_numbers_of_large_archives_are_read() -> None:
    held = io.BytesIO()
    with (
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made,
        made.open("a", "w", force_zip64=True) as member,
    ):
        member.write(_WORDS)
    assert Archive(held.getvalue(), "x").read("a") == _WORDS
    # The same numbers moved from their places into the fields that large archives have for them.
    data = held.getvalue()
    at = _entry(data)
    (packed,) = struct.unpack_from("<L", data, at + 20)
    extra = struct.pack("<2H3Q", 1, 24, len(_WORDS), packed, 0)
    line = bytearray(data[at : at + 47])
    struct.pack_into("<2L", line, 20, 0xFFFFFFFF, 0xFFFFFFFF)
    struct.pack_into("<H", line, 30, len(extra))
    struct.pack_into("<L", line, 42, 0xFFFFFFFF)
    table = bytes(line) + extra
    body = data[:at] + table
    wide = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 1, 1, len(table), at)
    place = struct.pack("<4sLQL", b"PK\x06\x07", 0, len(body), 1)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 65535, 65535, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    assert Archive(body + wide + place + end, "x").read("a") == _WORDS


@pytest.mark.parametrize(
    "data",
    [b"", b"no archive", _zip({"a": _WORDS})[:-30], _zip({})],
    ids=["empty", "text", "cut off", "no members"],
)
def test_what_is_no_archive_is_said_in_words(data: bytes) -> None:
    with pytest.raises(NotText, match=r"x: the archive is .*; fetch or copy it again"):
        Archive(data, "x")


def test_a_table_of_contents_that_lies_outside_is_refused() -> None:
    data = _zip({"a": b"a"})
    end = data.rindex(b"PK\x05\x06")
    with pytest.raises(NotText, match="misplaced"):
        Archive(_with(data, end + 16, "L", len(data) * 2), "x")
    with pytest.raises(NotText, match="misplaced"):
        Archive(_with(data, end + 12, "L", len(data) * 2), "x")
