"""Bytes are read and written at an offset, whole."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from postil.store.disk.durable import open_file, read_file, read_from


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
