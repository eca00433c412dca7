"""A file that a reader points to is read only if it is one, and small."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from postil.files import NoSmallFile, read_small


def test_a_file_is_read_also_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"12345678")
    (tmp_path / "link").symlink_to("file")
    assert read_small(tmp_path / "file", 8) == b"12345678"
    assert read_small(tmp_path / "link", 8) == b"12345678"


def test_what_is_too_large_is_refused_and_not_read(tmp_path: Path) -> None:
    path = tmp_path / "sparse"
    with path.open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(NoSmallFile, match="larger than 4 kB"):
        read_small(path, 4096)


def test_what_is_no_file_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "endless").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket"))
    for name, kind in {"pipe": "pipe", "endless": "device", "socket": "socket"}.items():
        with pytest.raises(NoSmallFile, match=kind):
            read_small(tmp_path / name, 8)
    with pytest.raises(NoSmallFile, match="folder"):
        read_small(tmp_path, 8)
    with pytest.raises(FileNotFoundError):
        read_small(tmp_path / "nothing", 8)
