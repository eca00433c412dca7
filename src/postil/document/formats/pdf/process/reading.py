"""Pages of a PDF from the process that reads it, which is started, watched and ended here."""

from __future__ import annotations

import json
import os
import select
import struct
import sys
import tempfile
import time
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING, Any

from postil.document.formats.pdf.process.wire import Opened, Sheet, opened, sheet
from postil.errors import NeedsPassword, NotText
from postil.text.progress import Progress, no_progress

if TYPE_CHECKING:
    import subprocess

_TOO_MUCH = "it takes too much time or memory"
_MODULE = "postil.document.formats.pdf.process.child"
_PAGE = 1.5
"""Seconds of the processor for one page."""
_LOST = 2.0
"""Seconds that pages which cannot be read may take in all."""
_LEAST = 0.3
"""Seconds for a page where most of these are gone."""
_SILENT = 15.0
"""Seconds without a page after which the process has ended, whatever it waits for."""
_OPENING = 60.0
"""The same before the document is open."""
_TICK = 0.02
"""Seconds between two looks at whether the reader has given up."""
_BITE = 1 << 18


class Pages:
    """The pages of a PDF, one after the other."""

    def __init__(self, data: bytes, name: str, password: str, progress: Progress | None) -> None:
        self._name = name
        self._file = _handed_over(data, password)
        self._password = password
        self._tick = progress or no_progress
        self._process: subprocess.Popen[bytes] | None = None
        self._lost = 0.0
        self._known: dict[int, Sheet] = {}
        self._lines: Iterator[tuple[str, Any]] = iter(())
        self.opened = Opened(0, [], {}, "", [])
        self.lost: list[int] = []
        """Pages that could not be read."""
        self.hostile = False
        """Some page took too much time or memory."""

    def start(self) -> list[Sheet]:
        """Open the document, and return the pages that show how it is set.

        Raises NeedsPassword, and NotText for what is damaged.
        """
        self._lines = self._run(0)
        for kind, value in self._lines:
            if kind == "opened":
                self.opened = opened(value)
                break
            if kind == "refused" and value == "password":
                raise self._wanted()
            raise _damaged(self._name)
        else:
            raise _damaged(self._name)
        for index in self.opened.sample:
            self._known[index] = self._next(index)
        return list(self._known.values())

    def sheets(self) -> Iterator[Sheet]:
        """Yield all pages in their order."""
        for index in range(self.opened.pages):
            self._tick(index / self.opened.pages)
            known = self._known.pop(index, None)
            yield self._next(index) if known is None else known

    def close(self) -> None:
        """End the process at once, and let go of the document."""
        self._end()
        self._file.close()

    def _wanted(self) -> NeedsPassword:
        if self._password:
            return NeedsPassword(self._name, "the password is wrong", "give another one")
        return NeedsPassword(self._name, "it is locked with a password", "give its password")

    def _next(self, index: int) -> Sheet:
        """Return the next page, which must be this one; one that is lost says so."""
        began = time.monotonic()
        for kind, value in self._lines:
            if kind == "sheet":
                found = sheet(value)
                if found.number == index:
                    if found.lost:
                        self.lost.append(index)
                    return found
        self.hostile = True
        self._lost += time.monotonic() - began
        self.lost.append(index)
        self._end()
        if index + 1 < self.opened.pages and self._lost < _LOST:
            self._lines = self._run(index + 1)
        return Sheet(index, 0, 0, [], lost=_TOO_MUCH)

    def _run(self, first: int) -> Iterator[tuple[str, Any]]:
        """Start the process at a page, and yield what it says until it ends."""
        # Takes 8 ms to load, and few documents need it.
        import subprocess

        seconds = max(_LEAST, min(_PAGE, _LOST - self._lost))
        command = [sys.executable, "-P", "-m", _MODULE, str(first), str(round(seconds * 1000))]
        self._file.seek(0)
        self._process = subprocess.Popen(
            command, stdin=self._file, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        return self._said(self._process.stdout, _OPENING)

    def _said(self, pipe: IO[bytes] | None, patience: float) -> Iterator[tuple[str, Any]]:
        rest = b""
        heard = time.monotonic()
        while pipe is not None:
            ready, _, _ = select.select([pipe], [], [], _TICK)
            self._tick(0.0 if not self.opened.pages else -1.0)
            if not ready:
                if time.monotonic() - heard > patience:
                    return
                continue
            bite = os.read(pipe.fileno(), _BITE)
            if not bite:
                return
            heard = time.monotonic()
            rest += bite
            if b"\n" not in bite:
                continue
            *lines, rest = rest.split(b"\n")
            for line in lines:
                kind, value = json.loads(line)
                if kind == "ended":
                    return
                patience = _SILENT
                yield kind, value

    def _end(self) -> None:
        if self._process is None:
            return
        if self._process.stdout:
            self._process.stdout.close()
        self._process.kill()
        self._process.wait()
        self._process = None


def _handed_over(data: bytes, password: str) -> IO[bytes]:
    """Return a file without a name that holds the document."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 - it is open as long as its reader
    secret = password.encode()
    file.write(struct.pack(">I", len(secret)) + secret)
    file.write(data)
    file.flush()
    return file


def _damaged(name: str) -> NotText:
    return NotText(name, "this PDF is damaged", "get the file once more from where it is from")
