"""Charset of a web page: the bytes of a page as text, by what the page says and what they are."""

from __future__ import annotations

import codecs

from postil.document.bytes.decode import Decoded, decode
from postil.model.article import Encoding, Evidence
from postil.text.lazy_regex import lazily_bytes

_SAID = lazily_bytes(
    rb"(?is)<\?xml[^>]{0,200}?\sencoding\s*=\s*[\"']([\w:.+-]{1,40})"
    rb"|<meta\b[^>]{0,400}?\bcharset\s*=\s*[\"']?\s*([\w:.+-]{1,40})"
)
_WITHIN = 1 << 13
"""Bytes among which a page says its encoding."""
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_AS_BROWSERS_DO = {
    "ascii": "cp1252",
    "big5": "big5hkscs",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "shift_jis": "cp932",
    "tis-620": "cp874",
}
"""What pages mean that name an encoding; the key is Python's name for it."""
_NO_TEXT = frozenset(("utf-7", "base64", "hex", "bz2", "zlib", "uu", "quopri", "rot13", "idna"))


def page_text(data: bytes, name: str, chosen: str = "") -> Decoded:
    """Return the text of a page: by its mark, as UTF-8 if it is that, else as the page says.

    What the reader has ``chosen`` beats all. Raises NotText for what is no text.
    """
    if chosen:
        return decode(data, name, chosen)
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decoded(data, encoding, Evidence.MARK)
    head = data[:_WITHIN]
    if b"2022" in head and (said := declared(head)).startswith("iso2022"):
        return _decoded(data, said, Evidence.DECLARED)
    if 0 not in head:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            pass
        else:
            return Decoded(text, "utf-8", told=Encoding("utf-8", Evidence.FORM))
        if (said := declared(head)) and said != "utf-8":
            return _decoded(data, said, Evidence.DECLARED)
    return decode(data, name)


def _decoded(data: bytes, encoding: str, evidence: Evidence) -> Decoded:
    text = data.decode(encoding, "replace")
    return Decoded(text, encoding, told=Encoding(encoding, evidence))


def declared(head: bytes) -> str:
    """Return the encoding that the beginning of a page names, "" for none that is known."""
    found = _SAID.search(head)
    if found is None:
        return ""
    label = (found[1] or found[2]).decode("ascii")
    if label.lower().startswith("utf-16"):
        return "utf-8"
    try:
        encoding = codecs.lookup(label).name
        "".encode(encoding)
    except (LookupError, ValueError, AttributeError):
        return ""
    if encoding in _NO_TEXT:
        return ""
    return _AS_BROWSERS_DO.get(encoding, encoding)
