"""The texts that notes were made on: alike on every machine, and never a damaged one."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from postil.store.home.home import Home, open_home
from tests.store.homes import DIGEST, places


def test_texts_are_kept_alike_everywhere(tmp_path: Path, home: Home) -> None:
    text = "Words \ud800 of an article.\n\n" * 100
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    home.keep_snapshot(text, digest)
    path = tmp_path / "home" / "texts" / f"{digest}.gz"
    packed = path.read_bytes()
    assert packed[:10] == b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
    path.write_bytes(packed[:-9])
    again = open_home(places(tmp_path))
    assert again.snapshot(digest) is None
    again.keep_snapshot(text, digest)
    assert path.read_bytes() == packed
    assert again.snapshot(digest) == text
    assert again.snapshot("../../etc/passwd") is None
    with pytest.raises(ValueError, match="digest"):
        again.keep_snapshot("other", DIGEST)
