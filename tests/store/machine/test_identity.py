"""By what a machine is known, which tells nobody what it is."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from postil.store.machine import identity


def test_a_machine_is_known_by_sixteen_digits_of_a_digest_of_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Were they another time fewer, or others, every machine would take itself for a new one."""
    named = tmp_path / "machine-id"
    named.write_text("0123456789abcdef0123456789abcdef\n", "ascii")
    monkeypatch.setattr(identity, "_FILES", (tmp_path / "gone", named))
    whole = sha256(b"postil 0123456789abcdef0123456789abcdef").hexdigest()
    assert identity.machine() == whole[:16]


@pytest.mark.parametrize("text", [b"", b"  \n", b"\xff\xfe"])
def test_a_file_that_names_nothing_is_passed_over(
    text: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare, named = tmp_path / "bare", tmp_path / "named"
    bare.write_bytes(text)
    named.write_bytes(b"name")
    monkeypatch.setattr(identity, "_FILES", (bare, named))
    assert identity.machine() == sha256(b"postil name").hexdigest()[:16]
