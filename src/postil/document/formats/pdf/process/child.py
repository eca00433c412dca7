"""Child process that reads a PDF: the document on standard input, lines of JSON on standard output.

It has little memory and time, writes no file and starts no program; a document that drives PDFium
mad ends this process and nothing else. Standard input is a file: four bytes with the length of
the password, the password, the document.
"""

from __future__ import annotations

import mmap
import os
import struct
import sys
from typing import Any

from postil.document.formats.pdf.process.limits import confine, renew
from postil.document.formats.pdf.process.wire import packed

_PASSWORD_WANTED = 4
"""What PDFium answers where a password is missing or wrong."""
_HEAD = 4


def main() -> None:
    """Read the pages from the one named by the first argument on; 0 sends the sample first.

    The second argument is the time for each page, in milliseconds of the processor.
    """
    first, seconds = int(sys.argv[1]), int(sys.argv[2]) / 1000
    size = os.fstat(0).st_size
    confine(size, seconds)
    data = mmap.mmap(0, size, access=mmap.ACCESS_COPY)
    (length,) = struct.unpack_from(">I", data)
    password = bytes(data[_HEAD : _HEAD + length])
    _read(data, _HEAD + length, password, first, seconds)


def _read(data: mmap.mmap, at: int, password: bytes, first: int, seconds: float) -> None:
    from postil.document.formats.pdf.process.library import c, pdfium

    pdfium.FPDF_InitLibrary()
    begin = c.addressof(c.c_char.from_buffer(data, at))
    document = pdfium.FPDF_LoadMemDocument64(begin, len(data) - at, password or None)
    if not document:
        wanted = pdfium.FPDF_GetLastError() == _PASSWORD_WANTED
        _send(packed("refused", "password" if wanted else "damaged"))
        return
    from postil.document.formats.pdf.process.form_values import FormValues
    from postil.document.formats.pdf.process.pdfium_document import describe
    from postil.document.formats.pdf.process.pdfium_page import PageReader

    opened = describe(document)
    _send(packed("opened", opened))
    reader = PageReader(document, FormValues(document))
    told = set() if first else set(opened.sample)
    for index in [*sorted(told), *(at for at in range(first, opened.pages) if at not in told)]:
        renew(seconds)
        _send(packed("begun", index))
        _send(packed("sheet", reader.read(index)))
    _send(packed("ended", None))


def _send(line: bytes) -> None:
    at: Any = memoryview(line)
    while at:
        at = at[os.write(1, at) :]


if __name__ == "__main__":
    main()
    # What PDFium holds is not worth the time that it takes to give back.
    os._exit(0)
