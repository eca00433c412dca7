"""What is compressed is read as what it holds, and never at any size."""

from __future__ import annotations

import gzip
import io
import tarfile
import zlib
from pathlib import Path

import pytest

from postil.document.bytes import gunzip
from postil.document.bytes.gunzip import MAGIC, inner_name, unpacked, unpacked_head
from postil.document.formats.registry import format_of
from postil.document.pipeline import check_head, open_article, parse
from postil.errors import CannotOpen, NotReadable, NotText
from postil.model.article import Article, BlockKind

ICE = b"# Ice\n\nThe ice was cut in winter.\n"


def article(data: bytes, name: str) -> Article:
    """Return the whole article of some bytes."""
    return list(parse(data, name))[-1]


@pytest.mark.parametrize(
    ("name", "inner"),
    [("ls.1.gz", "ls.1"), ("A.MD.GZ", "A.MD"), ("a.md", "a.md"), (".gz", ""), ("a.gz.gz", "a.gz")],
)
def test_the_inner_name_is_without_the_suffix(name: str, inner: str) -> None:
    assert inner_name(name) == inner


def test_a_compressed_document_is_read_by_its_inner_name_and_its_inner_bytes() -> None:
    found = article(gzip.compress(ICE), "ice.md.gz")
    assert [(one.kind, one.text) for one in found.blocks] == [
        (BlockKind.HEADING, "Ice"),
        (BlockKind.PARAGRAPH, "The ice was cut in winter."),
    ]
    assert found.name == "ice.md.gz"
    assert article(gzip.compress(ICE), "ice.md").blocks == found.blocks, "the suffix is not needed"
    assert article(ICE, "ice.md.gz").blocks == found.blocks, "nor does it pack anything"


def test_members_that_follow_one_another_are_one_document() -> None:
    data = gzip.compress(ICE) + gzip.compress(b"\nAnd sold in summer.\n")
    assert article(data, "ice.md.gz").blocks[-1].text == "And sold in summer."
    padded = article(gzip.compress(ICE) + bytes(512), "ice.md.gz")
    assert padded.remarks == (), "tapes and blocks are filled up with zeros"


def test_of_a_file_cut_short_what_came_is_read_and_said() -> None:
    text = b"".join(b"Line %d of the ledger.\n\n" % n for n in range(9000))
    packed = gzip.compress(text)
    found = article(packed[: len(packed) // 2], "ledger.txt.gz")
    assert found.blocks[0].text == "Line 0 of the ledger."
    assert found.remarks[0].startswith("The compressed file ends too early")
    spoilt = bytearray(packed)
    spoilt[-8:-4] = b"\0\0\0\0"
    assert article(bytes(spoilt), "ledger.txt.gz").remarks[0].startswith("The compressed file is d")
    behind = article(gzip.compress(ICE) + b"rubbish", "ice.md.gz")
    assert behind.blocks[0].text == "Ice"
    assert "left out" in behind.remarks[0]


@pytest.mark.parametrize("data", [MAGIC, MAGIC + b"\0" * 20, gzip.compress(ICE)[:11]], ids=range(3))
def test_where_nothing_can_be_unpacked_it_is_refused(data: bytes) -> None:
    with pytest.raises(CannotOpen):
        article(data, "x.txt.gz")


def test_a_bomb_is_refused_with_the_limit_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gunzip, "MOST_UNPACKED", 3 << 20)
    with pytest.raises(NotReadable, match="unpacks to more than 3 MB; unpack it with gunzip"):
        article(gzip.compress(bytes(4 << 20)), "x.txt.gz")
    halves = gzip.compress(b"a" * (2 << 20)) * 2
    with pytest.raises(NotReadable, match="more than 3 MB"):
        article(halves, "x.txt.gz")


def test_what_is_packed_twice_is_read_and_no_deeper() -> None:
    twice = gzip.compress(gzip.compress(ICE))
    assert article(twice, "ice.md.gz.gz").blocks[0].text == "Ice"
    with pytest.raises(NotReadable, match="too many times"):
        article(gzip.compress(twice), "ice.md.gz")


def test_an_archive_of_files_is_said_to_be_one() -> None:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        archive.addfile(tarfile.TarInfo("a.txt"))
    with pytest.raises(NotText, match="archive of files"):
        article(packed.getvalue(), "a.tar.gz")


def test_a_compressed_file_is_opened_and_a_big_one_shows_its_beginning(tmp_path: Path) -> None:
    path = tmp_path / "ledger.txt.gz"
    text = b"".join(b"Line %d of the ledger, with some words.\n\n" % n for n in range(9000))
    path.write_bytes(gzip.compress(text, 1))
    first, whole = open_article(path)
    assert not first.complete
    assert whole.text.startswith(first.text)
    check_head(path.read_bytes()[:65536], path.name, path.name)
    with pytest.raises(NotText):
        check_head(gzip.compress(b"\x89PNG\r\n\x1a\n" + bytes(99)), "x.gz", "x.gz")


def test_the_head_of_what_is_packed_tells_its_format() -> None:
    assert format_of("x.gz", gzip.compress(b"<!DOCTYPE html><p>a")) == format_of(
        "x", b"<!DOCTYPE html><p>a"
    )
    assert unpacked_head(gzip.compress(b"a" * 99), 10) == b"a" * 10
    assert unpacked_head(MAGIC + b"\xff" * 20, 10) == b""
    assert unpacked(b"plain", "x.txt", "x.txt").data == b"plain"


def test_long_unpacking_can_be_given_up() -> None:
    class GivenUp(Exception): ...

    def give_up(share: float) -> None:
        raise GivenUp

    with pytest.raises(GivenUp):
        unpacked(gzip.compress(zlib.compress(ICE)), "x.gz", "x.gz", give_up)
