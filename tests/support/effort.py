"""Limits of processor time that hold on any machine, however busy: counted in strides."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import thread_time

PATIENCE = 60.0
"""Seconds after which what a test waits for will not come any more, on the busiest machine."""

_WORDS = [f"word{n % 97}" for n in range(20_000)]


def stride() -> float:
    """Return the processor time, in seconds, that a fixed piece of plain Python takes just now.

    It counts words in a dictionary, some milliseconds' work.
    """
    begun = thread_time()
    counts: dict[str, int] = {}
    for word in _WORDS:
        counts[word] = counts.get(word, 0) + len(word)
    assert len(counts) == 97
    return thread_time() - begun


@contextmanager
def at_most(strides: float) -> Iterator[None]:
    """Allow this thread so many strides of processor time.

    A stride is measured before and after the work, and the longer one holds: neighbours that
    take the caches slow both down. Time in which the thread waits, or in which others run, counts
    for nothing. A limit is five to ten times what the work takes, and far below what it would take
    if it grew faster than its input.
    """
    before = max(stride() for _ in range(3))
    begun = thread_time()
    yield
    taken = thread_time() - begun
    allowed = strides * max(before, *(stride() for _ in range(3)))
    assert taken <= allowed, f"{taken:.3f} seconds, though {allowed:.3f} are allowed"
