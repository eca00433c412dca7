"""Bytes are read and written at an offset, whole."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from postil.store.disk.durable import open_file, read_file, read_from, replace


@pytest.mark.parametrize(("offset", "rest"), [(0, b"abcdef"), (2, b"cdef"), (6, b""), (9, b"")])
def test_a_file_is_read_from_an_offset_to_its_end(tmp_path: Path, offset: int, rest: bytes) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"abcdef")
    fd = os.open(path, os.O_RDONLY)
    try:
        assert read_from(fd, offset) == rest
        assert read_from(fd) == b"abcdef", "wherever it was read last"
    finally:
        os.close(fd)


@pytest.mark.parametrize("kind", ["pipe", "folder", "link", "dangling", "endless", "huge"])
def test_kind_and_size_are_looked_at_before_anything_is_read(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "file"
    match kind:
        case "pipe":
            os.mkfifo(path)
        case "folder":
            path.mkdir()
        case "link":
            (tmp_path / "there").write_bytes(b"words")
            path.symlink_to(tmp_path / "there")
        case "dangling":
            path.symlink_to(tmp_path / "nowhere")
        case "endless":
            path.symlink_to("/dev/zero")
        case "huge":
            path.touch()
            os.truncate(path, 1 << 36)
    for read in (open_file, read_file):
        with pytest.raises(OSError, match=r"."):
            read(path)


@pytest.mark.parametrize("kind", ["hard link", "link", "file"])
def test_what_lies_under_the_temporary_name_is_not_written_through(
    tmp_path: Path, kind: str
) -> None:
    outside = tmp_path / "outside"
    outside.write_bytes(b"theirs")
    path = tmp_path / "home" / "text.gz"
    path.parent.mkdir()
    beside = path.with_name("text.gz.tmp")
    if kind == "hard link":
        beside.hardlink_to(outside)
    elif kind == "link":
        beside.symlink_to(outside)
    else:
        beside.write_bytes(b"what a killed process left")
    replace(path, [b"our", b"s"])
    assert path.read_bytes() == b"ours"
    assert outside.read_bytes() == b"theirs"
    assert [one.name for one in path.parent.iterdir()] == ["text.gz"]
