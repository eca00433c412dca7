"""Signals are heard from the beginning, answered by whoever can, and left as they were."""

from __future__ import annotations

import os
import signal
import threading

import pytest

from postil.tui.startup import signals
from postil.tui.startup.signals import SignalWatch

pytestmark = pytest.mark.skipif(
    threading.current_thread() is not threading.main_thread() or not hasattr(signal, "SIGHUP"),
    reason="signals are heard in the main thread of a POSIX system",
)


def test_a_signal_is_answered_by_the_answer_of_that_moment() -> None:
    first: list[int] = []
    second: list[int] = []
    before = signal.getsignal(signal.SIGTERM)
    with SignalWatch() as watch:
        watch.answer(first.append)
        os.kill(os.getpid(), signal.SIGTERM)
        watch.answer(second.append)
        os.kill(os.getpid(), signal.SIGHUP)
    assert (first, second) == ([signal.SIGTERM], [signal.SIGHUP])
    assert signal.getsignal(signal.SIGTERM) == before


def test_a_signal_that_is_held_comes_afterwards() -> None:
    came: list[int] = []
    with SignalWatch() as watch:
        watch.answer(came.append)
        with watch.held():
            # Of the process it would go to whichever thread lets it through.
            signal.pthread_kill(threading.get_ident(), signal.SIGHUP)
            assert came == []
        assert came == [signal.SIGHUP]


def test_without_a_way_to_hold_signals_none_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(signal, "pthread_sigmask")
    with SignalWatch() as watch, watch.held():
        assert signal.getsignal(signal.SIGHUP) == watch._came


def test_what_the_shell_has_told_to_be_ignored_stays_so() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with SignalWatch():
            assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


def test_who_has_no_answer_dies_of_the_signal(monkeypatch: pytest.MonkeyPatch) -> None:
    killed: list[tuple[int, int]] = []
    before = signal.getsignal(signal.SIGTERM)
    monkeypatch.setattr(os, "kill", lambda process, number: killed.append((process, number)))
    try:
        signals.die(signal.SIGTERM)
        assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
    finally:
        signal.signal(signal.SIGTERM, before)
    assert killed == [(os.getpid(), signal.SIGTERM)]
