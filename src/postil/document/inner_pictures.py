"""Pictures in a document's own file, by the targets that its reader gives them.

An archive has them as members, a web page in addresses that hold them whole, a web archive as
parts. Nothing is fetched, and nothing is looked at but the one that is asked for.
"""

from __future__ import annotations

import binascii
from urllib.parse import unquote_to_bytes

from postil.document.bytes.archive import Archive
from postil.document.bytes.gunzip import unpacked
from postil.document.formats.html.addresses import DATA, PART, digest
from postil.document.formats.html.source.charset import page_text
from postil.document.formats.html.source.shadow_roots import composed
from postil.document.formats.html.source.tree import parse
from postil.document.formats.html.source.web_archive import is_archive, page_of, part_of
from postil.errors import CannotOpen

LARGEST = 32 << 20
"""Bytes of a picture beyond which it is not taken out of a document."""


def read(data: bytes, name: str, target: str) -> bytes:
    """Return the bytes of a picture in a document; ``target`` is without its first word.

    What they are of is for the caller to see. Raises CannotOpen and its kinds.
    """
    data = unpacked(data, name, name).data
    if target.startswith(PART):
        found = part_of(data, name, target.removeprefix(PART))
    elif target.startswith(DATA):
        found = _in_page(data, name, target.removeprefix(DATA))
    else:
        return Archive(data, name).read(target, LARGEST)
    if found is None:
        raise CannotOpen("this picture", f"it is no longer in {name}", "open the document again")
    if len(found) > LARGEST:
        why = f"it is larger than {LARGEST >> 20} MB"
        raise CannotOpen("this picture", why, "open the document in a browser")
    return found


def _in_page(data: bytes, name: str, wanted: str) -> bytes | None:
    """Return a picture that stands in a page itself, told by a digest of its address."""
    if is_archive(data):
        data, _ = page_of(data, name)
    tree = composed(parse(page_text(data, name).text, name))
    for said in tree.attributes:
        source = (said.get("src") or "").strip() if said else ""
        if source[:5].lower() == "data:" and digest(source) == wanted:
            return _decoded(source)
    return None


def _decoded(source: str) -> bytes | None:
    """Return what a data: address holds; None for what is damaged."""
    head, _, packed = source.partition(",")
    if not head.lower().rstrip().endswith(";base64"):
        return unquote_to_bytes(packed)
    try:
        return binascii.a2b_base64(unquote_to_bytes("".join(packed.split())))
    except binascii.Error:
        return None
