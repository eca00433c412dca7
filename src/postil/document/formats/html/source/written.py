"""Written form of a page: what the standard's serialisation makes of elements, words and comments.

It is sound: every element is closed but for those that never hold anything, and "<" and ">" stand
nowhere but around tags, except in comments, in the few elements whose words are written as they
are, and "<" in the names of spoilt tags. So a page is taken to pieces at each "<", and a piece is
a tag with the words behind it.
"""

from __future__ import annotations

from collections.abc import Iterator

from postil.document.formats.markup.tags import Attributes

VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source "  # noqa: SIM905
    "track wbr".split()
)
"""Elements that hold nothing, and are not closed."""
_AS_THEY_ARE = ("xmp", "plaintext", "noembed")
"""Elements that are read and whose words are written without escapes."""
_RAW = frozenset(("script", "style", "iframe", "noframes", *_AS_THEY_ARE))


def all_escaped(page: str) -> str:
    """Return a page in which the words of those elements are escaped as well that are read."""
    for tag in _AS_THEY_ARE:
        opening, closing = f"<{tag}", f"</{tag}>"
        done = 0
        kept: list[str] = []
        while (at := page.find(opening, done)) >= 0:
            begin = page.find(">", at) + 1
            end = page.find(closing, begin)
            if not begin or end < 0:
                break
            words = page[begin:end]
            if page[at + len(opening)] in " >":
                words = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
            kept += (page[done:begin], words)
            done = end
        if kept:
            page = "".join((*kept, page[done:]))
    return page


def whole_tag(piece: str, pieces: Iterator[str]) -> tuple[str, str]:
    """Return a tag in whose names a "<" stands, and the words behind it."""
    parts = [piece]
    for following in pieces:
        parts.append(following)
        if ">" in following:
            break
    head, _, text = "<".join(parts).partition(">")
    return head, text


def behind_comment(pieces: Iterator[str], piece: str) -> str:
    """Return the words behind a comment, or a declaration, that begins with a piece."""
    if not piece.startswith("!--"):
        return piece.partition(">")[2]
    while "-->" not in piece:
        following = next(pieces, None)
        if following is None:
            return ""
        piece = following
    return piece.partition("-->")[2]


def behind(pieces: Iterator[str], tag: str, text: str) -> str:
    """Return the words behind an element of which nothing is read; ``text`` is its first words."""
    if tag in VOID:
        return text
    closing = f"/{tag}>"
    if tag in _RAW:
        return next((one for one in pieces if one.startswith(closing)), closing)[len(closing) :]
    depth = 1
    for piece in pieces:
        name = piece.partition(">")[0].partition(" ")[0]
        if ">" not in piece and not piece.startswith("!--"):
            whole_tag(piece, pieces)
        elif name == tag:
            depth += 1
        elif name in _RAW:
            behind(pieces, name, "")
        elif piece.startswith("!--"):
            behind_comment(pieces, piece)
        elif piece.startswith(closing):
            depth -= 1
            if not depth:
                return piece[len(closing) :]
    return ""


def plain(words: str) -> str:
    """Return words without escapes."""
    if "&nbsp;" in words:
        words = words.replace("&nbsp;", "\u00a0")
    words = words.replace("&lt;", "<").replace("&gt;", ">")
    return words.replace("&quot;", '"').replace("&amp;", "&")


def attributes_of(said: str) -> Attributes:
    """Return what a tag says behind its name."""
    found: dict[str, str] = {}
    at = 0
    # A name may begin with "=", and have a quotation mark; a value has none.
    while (sign := said.find('="', at + 1)) >= 0:
        end = said.find('"', sign + 2)
        value = said[sign + 2 : end]
        found[said[at:sign]] = plain(value) if "&" in value else value
        at = end + 2
    return found
