"""Spoilt documents of every format are read or refused, and never stop Postil.

The long run is ``python -m tests.bench.formats_fuzz``.
"""

from __future__ import annotations

import signal

import pytest

from tests.bench.formats_fuzz.documents import documents
from tests.bench.formats_fuzz.trial import Trials, fault

_SEEDS = 150


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="time is limited by a signal")
def test_spoilt_documents_are_read_or_refused() -> None:
    trials = Trials(but=(".pdf",))
    assert [wrong for seed in range(_SEEDS) if (wrong := trials.attempt(seed))] == []


@pytest.mark.parametrize("name", documents())
def test_what_is_to_be_spoilt_is_sound(name: str) -> None:
    assert fault(name, documents()[name]) == ""


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.rst", "a.org", "a.7", "a.html", "a.gz"])
def test_any_suffix_does_no_harm(name: str) -> None:
    for data in documents().values():
        if not data.startswith(b"%PDF"):
            assert fault(name, data) == ""


def test_an_odd_byte_that_no_sample_holds_is_read() -> None:
    assert Trials().attempt(303_839) == ""
