"""Words out of Markdown as programs that export highlights write it: without signs and links."""

from __future__ import annotations

import re

from postil.model.values import NamedTuple
from postil.text.lazy_regex import lazily

_REF = lazily(r"[ \t]{1,9}\^([A-Za-z0-9-]{1,99})[ \t]{0,9}$")
"""The id of a block, as Obsidian has it."""

_TAIL = lazily(
    r"[ \t]{0,9}(?:[\u2014\u2013-][ \t]{1,9})?(?:(?:location|page|loc\.?):?[ \t]{0,9})?"
    r"\(?\[[^\[\]\n]{0,200}\]\([^()\s]{0,2000}\)\)?[ \t]{0,9}$",
    re.IGNORECASE,
)
"""A link back that ends a passage: ``([Location 12](kindle://...))``."""

_TAGGED = lazily(r"(?<=\))((?:[ \t]{1,9}#[^\s#]{1,200}){1,50})[ \t]{0,9}$")
"""Tags behind a link back."""

_GROUP = lazily(r"[ \t]{0,9}[\u2014\u2013-][ \t]{1,9}Group:[ \t]{0,9}#[^\s#]{1,200}[ \t]{0,9}$")

_IMAGE = lazily(r"!\[[^\[\]\n]{0,500}\]\([^()\s]{0,2000}\)")
_LINK = lazily(r"\[([^\[\]\n]{1,2000})\]\([^()\s]{0,2000}\)")
_WIKI = lazily(r"!?\[\[(?:[^\[\]|\n]{1,500}\|)?([^\[\]|\n]{1,500})\]\]")
_STRONG = lazily(r"(\*\*|__|==|~~)(?=\S)([^\n]{1,5000}?)(?<=\S)\1")
_ITALIC = lazily(r"(?<![\w*_\\])([*_])(?=[^\s*_])([^*_\n]{1,5000})(?<=\S)\1(?![\w*_])")
_ZOTERO = lazily(r"[ \t]?\(?\[([^\[\]\n]{0,3000})\]\(zotero://[^()\s]{0,500}\)\)?")
QUOTATION_MARKS = '\u201c\u201d\u201e"\u00ab\u00bb\u2018\u2019'
_ESCAPE = lazily(r"\\([!-/:-@\[-`{-~])")
_TAGS = lazily(r"(?:\\?#[^\s#,\\]{1,200}[\s,]{0,9}){1,99}$")
_TAG = lazily(r"\\?#([^\s#,\\]{1,200})")
_HELD = "\ue000"
"""Stands for a sign that is escaped while others are taken away."""


class Passage(NamedTuple):
    """The words of a passage, and what stood at its end."""

    words: str
    id: str
    when: str
    tags: tuple[str, ...] = ()


def passage(markdown: str) -> Passage:
    """Return the words of a passage, without the id and the links back that end it."""
    text, identity, when = markdown.strip(), "", ""
    if found := _REF.search(text):
        text, identity = text[: found.start()], found[1]
    tags: tuple[str, ...] = ()
    if found := _TAGGED.search(text):
        text, tags = text[: found.start()], tuple(_TAG.findall(found[1]))
    if found := _GROUP.search(text):
        text = text[: found.start()]
    if found := _TAIL.search(text):
        text, when = text[: found.start()], found[0]
    return Passage(plain(text), identity, when, tags)


def cited(markdown: str) -> tuple[str, str] | None:
    """Return a passage with what is said of it, as Zotero writes a paragraph of its notes.

    The passage is a link to its annotation, or stands before the first link, in quotation marks.
    None for a paragraph without such links.
    """
    links = list(_ZOTERO.finditer(markdown))
    if not links:
        return None
    first = links[0]
    quote = markdown[: first.start()].strip() or first[1].strip()
    if quote[:1] not in QUOTATION_MARKS:
        return None
    return quote.strip(QUOTATION_MARKS), markdown[links[-1].end() :].strip()


def plain(markdown: str) -> str:
    """Return the words of Markdown, line by line, without its signs."""
    lines = (line.rstrip().removesuffix("\\") for line in markdown.split("\n"))
    text = "\n".join(lines)
    held: list[str] = []

    def hold(found: re.Match[str]) -> str:
        held.append(found[1])
        return _HELD

    text = _ESCAPE.sub(hold, text.replace(_HELD, ""))
    text = _LINK.sub(r"\1", _IMAGE.sub("", text))
    text = _WIKI.sub(r"\1", text)
    for _ in range(2):
        text = _ITALIC.sub(r"\2", _STRONG.sub(r"\2", text))
    text = text.replace("`", "")
    for sign in held:
        text = text.replace(_HELD, sign, 1)
    return text.strip()


def tags_alone(line: str) -> list[str] | None:
    """Return the tags that a line consists of; None for a line of other words."""
    line = line.strip()
    return _TAG.findall(line) if _TAGS.match(line) else None


def named_tags(said: str) -> list[str]:
    """Return tags as they are listed behind a name: ``#a #b``, ``[[a]] [[b]]`` or ``a, b``."""
    if found := _TAG.findall(said):
        return list(found)
    if found := _WIKI.findall(said):
        return list(found)
    return [one.strip() for one in said.split(",") if one.strip()]
