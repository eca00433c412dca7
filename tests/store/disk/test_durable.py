"""Bytes are read and written at an offset, whole."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from postil.store.disk.durable import read_from


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
