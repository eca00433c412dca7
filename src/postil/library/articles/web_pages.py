"""Web pages: fetched once and kept in the home, with their address and the day of reading.

A kept page is a file like any other, with a sidecar beside it that says where it is from: it can
be read and cited again without a network, on every machine that shares the home. It is fetched
again only when the reader asks for that, into the same file.
"""

from __future__ import annotations

import codecs
import json
import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from postil.config import Places
from postil.document.article.metadata import SIDECAR
from postil.document.bytes.read_file import HEAD
from postil.document.bytes.sniff import sniff
from postil.document.formats.registry import FORMATS, known_suffixes
from postil.errors import NotAnArticle, NotThere
from postil.library.base.clock import today
from postil.library.base.labels import iso_date
from postil.model.values import NamedTuple
from postil.store.disk.durable import as_cannot_write, is_file, make_folder, read_file, replace
from postil.store.disk.lock import Lock
from postil.text.clean import clean_line
from postil.web.addresses import is_address, read_address

if TYPE_CHECKING:
    from postil.web.fetch import Fetched, Step

__all__ = ["KeptPage", "is_address", "keep", "kept", "of_path", "read_before"]

FOLDER = "pages"
"""Where pages lie in the home."""

_SIDECAR_SIZE = 1 << 16
_NAME = 60
"""Code points of a file's name that tell people which page it is."""
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".xhtml",
    "application/pdf": ".pdf",
    "application/epub+zip": ".epub",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
    "text/markdown": ".md",
    "text/x-rst": ".rst",
    "text/org": ".org",
    "text/plain": ".txt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/gzip": ".gz",
}
"""By media type, how the file of a document is named."""
_ENCODED = (".html", ".xhtml", ".txt", ".md", ".rst", ".org")
"""Suffixes of documents of which a server may say how their letters are encoded."""
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "shift_jis": "cp932", "gb2312": "gb18030"}
"""Encodings whose names are used for larger ones (WHATWG Encoding Standard, 4.2)."""


class KeptPage(NamedTuple):
    """A page that is kept."""

    path: Path
    changed: bool = False
    """Whether it has other bytes than before."""


def kept(places: Places, typed: str) -> Path | None:
    """Return the file of a page that was fetched from this address once; else None.

    Raises CannotFetch for what is no address.
    """
    address = read_address(typed).text
    for stem in (_stem(address), *_stems_of(places, address)):
        for suffix in known_suffixes():
            if is_file(path := _folder(places) / f"{stem}{suffix}"):
                return path
    return None


def read_before(places: Places, typed: str) -> Path:
    """Return the file of a page that was fetched from this address.

    Raises NotThere where it was not, and CannotFetch for what is no address.
    """
    if (path := kept(places, typed)) is None:
        shown = read_address(typed).text
        raise NotThere(shown, "this page was not fetched yet", f"fetch it: postil add {shown}")
    return path


def of_path(places: Places, path: Path | None) -> str:
    """Return the address from which the file of a kept page was fetched; "" for any other file."""
    if path is None or Path(os.path.realpath(path)).parent != _folder(places):
        return ""
    import tomllib

    with suppress(OSError, ValueError, RecursionError):
        told = tomllib.loads(read_file(_beside(path), _SIDECAR_SIZE).decode("utf-8"))
        address = told.get("asked") or told.get("url")
        return address if isinstance(address, str) and is_address(address) else ""
    return ""


def keep(places: Places, typed: str, *, again: bool = False, step: Step | None = None) -> KeptPage:
    """Return the kept page of an address; fetch it where it is not kept, or is wanted ``again``.

    ``step`` is told which share is there. Raises CannotFetch and its kinds, and CannotWrite.
    """
    before = kept(places, typed)
    if before is not None and not again:
        return KeptPage(before)
    # What talks to servers is loaded for that alone.
    from postil.web.fetch import fetch

    asked = read_address(typed).text
    found = fetch(asked, step)
    suffix = _suffix(found)
    stem = _stem(asked) if before is None else before.name.removesuffix(before.suffix)
    path = _folder(places) / f"{stem}{suffix}"
    data = _as_utf8(found, suffix)
    changed = before is None or _bytes(before) != data
    sidecar = f"url = {_quoted(found.address)}\nasked = {_quoted(asked)}\n"
    sidecar += f'accessed = "{iso_date(today())}"\n'
    lock = Lock(places.state / "pages.lock")
    with lock.exclusive(), as_cannot_write(path):
        make_folder(path.parent)
        replace(_beside(path), (sidecar.encode(),))
        replace(path, (data,))
        if before is not None and before != path:
            _beside(before).unlink(missing_ok=True)
            before.unlink(missing_ok=True)
    return KeptPage(path, changed)


def _folder(places: Places) -> Path:
    return Path(os.path.realpath(places.home / FOLDER))


def _beside(path: Path) -> Path:
    return path.with_name(path.name + SIDECAR)


def _stem(address: str) -> str:
    """Return the name of a page's file, which its address alone decides."""
    parts = urlsplit(address)
    last = parts.path.rstrip("/").rpartition("/")[2].partition(".")[0]
    words = f"{parts.hostname or ''}-{last}".encode("ascii", "ignore").decode().lower()
    name = "".join(sign if sign.isalnum() else "-" for sign in words).strip("-")[:_NAME]
    return f"{name.strip('-')}-{sha256(address.encode()).hexdigest()[:12]}"


def _stems_of(places: Places, address: str) -> list[str]:
    """Return the names of pages to which other addresses led that were typed."""
    line = f"url = {_quoted(address)}\n".encode()
    found = []
    with suppress(OSError):
        for path in sorted(_folder(places).glob(f"*{SIDECAR}")):
            with suppress(OSError):
                if read_file(path, _SIDECAR_SIZE).startswith(line):
                    found.append(path.name.removesuffix(SIDECAR).rpartition(".")[0])
    return found


def _suffix(found: Fetched) -> str:
    """Return the suffix by which the document's file is known; raises NotAnArticle."""
    kind = sniff(found.data[:HEAD])
    known = known_suffixes()
    by_bytes = next((form.suffixes[0] for form in FORMATS if kind and form.kind == kind), "")
    by_type = _SUFFIXES.get(found.kind, "")
    by_name = Path(urlsplit(found.address).path).suffix.lower()
    if found.kind == "text/plain" and by_name in known:
        by_type = by_name
    for suffix in (by_bytes, by_type, by_name):
        if suffix in known:
            return suffix
    if not found.kind or found.kind.startswith("text/"):
        return ".txt"
    what = clean_line(found.kind, 60)
    raise NotAnArticle(found.address, f"it is {what}", "give the address of a page with text")


def _as_utf8(found: Fetched, suffix: str) -> bytes:
    """Return the bytes of a text in UTF-8 with a mark, where the server says how it is encoded.

    What the server says counts more than what the page says of itself (RFC 9110, 8.3; HTML,
    13.2.3.2), and is known no more when the page is read from its file.
    """
    if not found.charset or suffix not in _ENCODED or found.data.startswith(codecs.BOM_UTF8):
        return found.data
    with suppress(LookupError, ValueError):
        name = codecs.lookup(found.charset).name
        words = found.data.decode(_MEANT.get(name, name))
        return codecs.BOM_UTF8 + words.encode("utf-8")
    return found.data


def _bytes(path: Path) -> bytes:
    with suppress(OSError):
        return read_file(path)
    return b""


def _quoted(text: str) -> str:
    """Return a text as TOML quotes it, which for these letters is as JSON does."""
    return json.dumps(text)
