"""The digest of small keys is SHA-256, and loads no OpenSSL."""

from __future__ import annotations

import hashlib
import subprocess
import sys

import pytest

from postil.model import digests
from postil.model.digests import digest_of_many, sha256


@pytest.mark.parametrize(
    "data", [b"", b"a", "Straße \udcff".encode("utf-8", "surrogatepass") * 9000]
)
def test_the_digest_is_that_of_hashlib(data: bytes) -> None:
    ours, known = sha256(data), hashlib.sha256(data)
    assert (ours.digest(), ours.hexdigest()) == (known.digest(), known.hexdigest())
    assert digest_of_many(memoryview(data)) == known.hexdigest()


def test_a_python_without_code_of_its_own_has_that_of_hashlib(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(digests, "_OWN", ("_none_such",))
    assert digests._found() is hashlib.sha256


def test_no_openssl_is_loaded_for_it() -> None:
    asked = "import sys, postil.model.digests; print('_hashlib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
