"""Counting of what the process that reads a PDF executes, which no plugin of pytest can reach.

Python imports this module by its name where it starts with the folder on its path. The process may
write no file, so that it gets a piece of memory that is one; and it is ended as soon as it has told
of the last page, so that the counts are written down before that: of a long document now and then.
"""

from __future__ import annotations

import sys

_COUNTED = "postil.document.formats.pdf.process.child"
_SIZE = 1 << 21
_TOLD = (b'["sheet"', b'["ended"', b'["refused"')
_FIRST, _EVERY = 4, 16


def _count() -> None:
    import json
    import mmap
    import os
    from itertools import count
    from pathlib import Path

    sys.path.insert(0, str(Path(__file__).parents[3]))
    from tests.support.counted.marked_code import Counting

    del sys.path[0]
    counting = Counting()
    told = Path(f"{os.environ['POSTIL_COUNTED']}{os.getpid()}.json")
    with told.open("wb+") as file:
        file.truncate(_SIZE)
        room = mmap.mmap(file.fileno(), _SIZE)
    write = os.write
    number = count()

    def written(descriptor: int, data: bytes | memoryview) -> int:
        if bytes(memoryview(data)[:10]).startswith(_TOLD) and (
            (at := next(number)) < _FIRST or not at % _EVERY
        ):
            counted = json.dumps(counting.seen()).encode()
            # A later count may be shorter than one before.
            room[: len(counted) + 1] = counted + b"\0"
        return write(descriptor, data)

    setattr(os, "write", written)  # noqa: B010 - a type checker sees that it takes less


if _COUNTED in sys.orig_argv:
    _count()
