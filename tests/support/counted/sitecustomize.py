"""Counting of what the process that reads a PDF executes, which no plugin of pytest can reach.

Python imports this module by its name where it starts with the folder on its path. The process may
write no file, so that it gets a piece of memory that is one; and it is ended as soon as it has said
its last word, so that the counts are written down before it does.
"""

from __future__ import annotations

import sys

_COUNTED = "postil.document.formats.pdf.process.child"
_SIZE = 1 << 21
_LAST = (b'["ended"', b'["refused"')


def _count() -> None:
    import json
    import mmap
    import os
    from pathlib import Path

    import slipcover  # type: ignore[import-untyped]

    source = str(Path(__file__).parents[3] / "src" / "postil")
    counts = slipcover.Slipcover(immediate=True, branch=True)
    slipcover.ImportManager(counts, slipcover.FileMatcher(sources=[source])).__enter__()
    told = Path(f"{os.environ['POSTIL_COUNTED']}{os.getpid()}.json")
    with told.open("wb+") as file:
        file.truncate(_SIZE)
        room = mmap.mmap(file.fileno(), _SIZE)
    write = os.write

    def written(descriptor: int, data: bytes | memoryview) -> int:
        if bytes(memoryview(data)[:10]).startswith(_LAST):
            counted = json.dumps(counts.get_coverage()).encode()
            room[: len(counted)] = counted
        return write(descriptor, data)

    setattr(os, "write", written)  # noqa: B010 - a type checker sees that it takes less


if _COUNTED in sys.orig_argv:
    _count()
