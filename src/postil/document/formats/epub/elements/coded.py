"""Text of a part of a book: whatever encoding its bytes are in, and no document type.

The declaration of the document type is taken out together with all that it declares, so that an
entity is never fetched and never grows; those that stand for a few letters are kept as a table.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from html.entities import html5

from postil.document.bytes.decode import decode
from postil.text.lazy_regex import lazily, lazily_bytes

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE = ((b"<\0?\0", "utf-16-le"), (b"\0<\0?", "utf-16-be"), (b"<\0", "utf-16-le"))
_DECLARED = lazily_bytes(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})""")
_META = lazily_bytes(rb"""(?i)<meta[^>]{0,200}charset\s*=\s*["']?([\w.:-]{1,40})""")
_HEAD = 4096
_NONE = frozenset(
    "punycode idna unicode-escape unicode_escape raw-unicode-escape raw_unicode_escape "  # noqa: SIM905
    "utf-7 undefined".split()
)
"""Encodings that no part of a book is in, some of which take for ever."""

_OPENING = lazily(r"<\?xml[^>]*\?>")
_BEGUN = lazily(r"(?i)<!DOCTYPE")
_DOCTYPE = lazily(r"(?is)<!DOCTYPE[^\[>]*(?:\[(.*?)\]\s*)?>")
_ENTITY = lazily(
    r"""<!ENTITY\s+(?P<name>[\w.:-]{1,60})\s+(?:"(?P<a>[^"]{0,200})"|'(?P<b>[^']{0,200})')\s*>"""
)
_DECLARATION = lazily(r"<!ENTITY\s+(?P<name>[\w.:-]{1,60})")
_MOST_ENTITIES = 1000
_REFERENCE = lazily(r"&(?:#(?P<code>\d{1,9}|[xX][0-9a-fA-F]{1,8});|(?P<name>[\w.:-]{1,60});)?")
_LITERAL, _LITERAL_END = "<![CDATA[", "]]>"
_OWN = frozenset(("lt", "gt", "amp", "quot", "apos"))
"""Entities that XML has without any declaration."""
_FORBIDDEN = lazily("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LAST = 0x10FFFF


def text_of(data: bytes, name: str) -> str:
    """Return the text that some bytes encode; ``name`` is their part's. Raises NotText."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    for start, encoding in _WIDE:
        if data.startswith(start):
            return data.decode(encoding, "replace")
    head = data[:_HEAD]
    declared = _DECLARED.search(head) or _META.search(head)
    for encoding in (_usable(declared[1].decode("ascii")) if declared else "utf-8", "utf-8"):
        try:
            text = data.decode(encoding)
        except (UnicodeError, LookupError, ValueError):
            continue
        if "\0" not in text:
            return text
    return decode(data, name).text


def _usable(said: str) -> str:
    """Return an encoding that a part says it is in, UTF-8 for one that it cannot be in."""
    try:
        name = codecs.lookup(said).name
    except (LookupError, ValueError):
        return "utf-8"
    return "utf-8" if name.startswith(("utf-16", "utf-32")) or name in _NONE else said


def without_entities(text: str) -> str:
    """Return an XML text that declares nothing and refers to nothing but single characters."""
    text = _OPENING.sub("", text, count=1) if "<?xml" in text[:200] else text
    known: Mapping[str, str] = {}
    if (begun := _BEGUN.search(text)) and (found := _DOCTYPE.match(text, begun.start())):
        known = _declared(found[1] or "")
        text = text[: found.start()] + text[found.end() :]
    if _FORBIDDEN.search(text):
        text = _FORBIDDEN.sub("", text)
    if "&" not in text:
        return text.strip()
    first, *others = text.split(_LITERAL)
    parts = [_REFERENCE.sub(lambda found: _resolved(found, known), first)]
    for other in others:
        literal, end, behind = other.partition(_LITERAL_END)
        parts += [_LITERAL, literal, end]
        parts.append(_REFERENCE.sub(lambda found: _resolved(found, known), behind))
    return "".join(parts).strip()


def _declared(subset: str) -> Mapping[str, str]:
    """Return the entities that are declared; all but plain letters stand for nothing."""
    known: dict[str, str] = {}
    for found in _DECLARATION.finditer(subset):
        if len(known) >= _MOST_ENTITIES:
            break
        plain = _ENTITY.match(subset, found.start())
        value = (plain["a"] or plain["b"] or "") if plain else ""
        if "&" in value:
            value = _REFERENCE.sub(lambda one: _character(one["code"]), value)
        known.setdefault(found["name"], "" if "<" in value else value)
    return known


def _resolved(found: re.Match[str], known: Mapping[str, str]) -> str:
    """Return what is written in place of a reference: the character, or the reference as text."""
    if code := found["code"]:
        return _escaped(_character(code))
    if not (name := found["name"]):
        return "&amp;"
    if name in _OWN:
        return found[0]
    if name in known:
        return _escaped(known[name])
    if character := html5.get(f"{name};", ""):
        return _escaped(character)
    return f"&amp;{name};"


def _character(code: str | None) -> str:
    """Return the character of a number, such as ``233`` or ``xe9``; "" if there is none."""
    if not code:
        return ""
    number = int(code[1:], 16) if code[0] in "xX" else int(code)
    character = chr(number) if 0 < number <= _LAST else "\ufffd"
    return "\ufffd" if _FORBIDDEN.match(character) else character


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
