"""Bylines of a page: who wrote it and when, by its marks and by the words of the text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from postil.document.formats.html.names import split
from postil.document.formats.html.prose import BLOCKS
from postil.document.formats.html.source.tree import Tree
from postil.document.formats.html.titles import folded
from postil.lexicon.dates_in_text import dates, read_date
from postil.lexicon.person_names import looks_like_person
from postil.model.article import Block, BlockKind
from postil.text.lazy_regex import lazily

_BY = lazily(
    r"(?i)^\W*(?:(?:posted|written|published|words|text|story|reported|report|article|review"
    r"|photographs)\s+)?"
    r"(?:by|von|par|por|di|door|af|av|автор)\s*:?\s+"
)
_BY_WITHIN = lazily(r"(?i)(?:^|[\s,|·•–—-])by:?\s+(?=[A-ZÀ-ÖØ-Þ])")
_LABEL = lazily(r"(?i)^authors?\b\s{0,9}[:|]?\s{0,9}")
"""What names the field before the names."""
_TAIL = lazily(
    r"(?is)\s{0,9}(?:[|·•–—@]|\s-\s|\bin\b\s[A-Z]|\bfor\b\s|\bon\b(?:\s|\Z)|\bat\b\s\d|\bposted\b"
    r"|\bpublished\b|\bupdated\b|\bfiled\b|\blast\b"
    r"|\bcorrespondent\b|\bstaff\b|\breporter\b|,\s{0,9}(?:\d|(?:the\s)?[A-Z][\w' ]{0,60} (?:editor"
    r"|correspondent|reporter|writer))|\().*$"
)
_ADDRESS = lazily(r"\s{0,9}<[^<>@\s]{1,80}@[^<>\s]{1,80}>")
_NAMES_APART = lazily(r"\s{0,9}(?:;|\s(?:and|und|et|y|&)\s|,\s(?:and\s)?)\s{0,9}")
_SAID_OF_DATES = lazily(
    r"(?i)\b(?:posted|published|written|updated|last|date|on|at|first|created|mon|tues?|wed(?:nes)?"
    r"|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\d\d?:\d\d(?::\d\d)?|\b[ap]\.?m\b|\b[A-Z]{2,4}T?\b"
    r"|\d{1,4} min(?:ute)?s?(?: read)?"
)
"""What stands beside the date in a line that tells when a page was written."""
_NEAR = 8
"""Blocks behind the title in which a byline is looked for."""
_LONGEST = 200
_SIGNED = 80
"""Code points of a line of names and a date at the most."""
_AUTHOR_WORDS = frozenset(("author", "authors", "byline", "bylines", "contributor", "writer"))
_ABOUT_AUTHORS = frozenset(
    "bio box image img avatar photo picture title role job description follow info date".split()  # noqa: SIM905
)
_MANY = 12
_PUBLISHED, _UPDATED, _AUTHOR = "published", "updated", "author"
_DATES = frozenset(("dt-published", "published", "entry-date", "pubdate"))


def names_in(said: Sequence[str]) -> list[str]:
    """Return the names that some values give, each by itself, without "By"."""
    found: list[str] = []
    for given in said:
        value = _ADDRESS.sub("", _BY.sub("", given.strip())).strip(" ,.;|")
        if not value or value[:4] == "http" or "@" in value:
            continue
        pieces = [piece for piece in _NAMES_APART.split(value) if piece]
        whole = len(pieces) < 2 or any(" " not in piece.strip() for piece in pieces)
        for name in [value] if whole else pieces:
            if name.strip() and name.strip() not in found:
                found.append(name.strip())
    return found[:100]


def from_marks(
    tree: Tree, gone: bytearray, title: int, within: tuple[int, int] | None = None
) -> dict[str, object]:
    """Return author and date as elements of the text say that they are these.

    ``within`` are the indexes between which they are looked for, instead of in all of the body.
    """
    authors: list[str] = []
    beside = -1
    issued = ""
    updated = ""
    at, count = within or (max(tree.first("body"), 0), len(tree.tags))
    while at < count:
        if gone and gone[at]:
            at = tree.ends[at]
            continue
        said = tree.attributes[at]
        if not said:
            at += 1
            continue
        role = _role(said.get("itemprop") or "", said.get("class") or "", said.get("rel") or "")
        if role == _PUBLISHED:
            issued = issued or _moment(tree, at)
        elif role == _UPDATED:
            updated = updated or _moment(tree, at)
        elif tree.tags[at] == "time":
            moment = _moment(tree, at)
            if "pubdate" in said or not (
                issued or at < title - 60 or tree.letters[at] - tree.letters[max(title, 0)] > 900
            ):
                issued = moment
        if role == _AUTHOR and tree.size(at) < _LONGEST:
            if not authors:
                authors = _names_behind(_BY.sub("", _in_parts(tree, at)))
                beside = tree.parents[at]
            elif tree.parents[at] == beside:
                names = _names_behind(_BY.sub("", _in_parts(tree, at)))
                authors += [name for name in names if name not in authors][:_MANY]
        at += 1
    return {
        name: value
        for name, value in (
            ("author", authors),
            ("issued", _read(issued)),
            ("updated", _read(updated)),
        )
        if value
    }


def _in_parts(tree: Tree, at: int) -> str:
    """Return the words of an element, parted where it holds blocks."""
    said = [
        " | " if tree.tags[each] in BLOCKS else tree.words[each]
        for each in range(at, tree.ends[at])
    ]
    return " ".join("".join(said).split()).strip("| ")


@lru_cache(maxsize=2048)
def _role(prop: str, classes: str, relation: str) -> str:
    """Return what an element says that it is: the author, or a date of the article."""
    props = prop.lower().split()
    kinds = {*classes.lower().split()}
    if "datepublished" in props or kinds & _DATES:
        return _PUBLISHED
    if "datemodified" in props or kinds & {"dt-updated", "updated"}:
        return _UPDATED
    if "author" in props or relation.lower() == "author" or any(map(_names_author, kinds)):
        return _AUTHOR
    return ""


def _names_author(name: str) -> bool:
    """Tell whether a class says that an element names the author."""
    words = {*split(name[:60])}
    return name == "fn" or bool(words & _AUTHOR_WORDS and not words & _ABOUT_AUTHORS)


def from_words(blocks: Sequence[Block], heading: str) -> dict[str, object]:
    """Return author and date as a byline of the text gives them, near the title or at its end."""
    found: dict[str, object] = {}
    wanted = folded(heading)
    start = (
        next((at for at, block in enumerate(blocks[:40]) if folded(block.text) == wanted), -1) + 1
    )
    for place, block in enumerate(blocks[start : start + _NEAR]):
        text = block.text
        if block.kind is BlockKind.HEADING:
            if place:
                break
            continue
        if len(text) > _LONGEST:
            if len(found) or block.kind is BlockKind.PARAGRAPH:
                break
            continue
        if "author" not in found:
            opening = _BY.match(text) or _BY_WITHIN.search(text)
            if opening and (names := _names_behind(text[opening.end() :])):
                found["author"] = names
        if "author" not in found and (names := _signed(text)):
            found["author"] = names
        if "issued" not in found and ("author" in found or _is_date_line(text)):
            for date in dates(text).finditer(text):
                moment, _ = read_date(date.group())
                if moment is not None and moment.month is not None:
                    found.setdefault("issued", moment)
                    break
    return found


def _signed(text: str) -> list[str]:
    """Return the names that stand before a date in a line that holds nothing else."""
    date = next(dates(text).finditer(text), None) if len(text) <= _SIGNED else None
    if date is None or not date.start():
        return []
    rest = text[date.end() :]
    if _SAID_OF_DATES.sub("", rest).strip(" :,.;|·•–—-()0123456789時分年月日"):
        return []
    words = text[: date.start()].strip(" ,|·•–—-")
    pieces = [piece.strip() for piece in _NAMES_APART.split(words) if piece.strip()]
    return pieces if pieces and all(map(_is_whole_name, pieces)) else []


def _is_whole_name(words: str) -> bool:
    return looks_like_person(words) and (" " in words or not words.isascii())


def _names_behind(words: str) -> list[str]:
    """Return the names with which some words begin, behind which dates, places and posts stand."""
    words = _LABEL.sub("", words)
    if date := next(dates(words).finditer(words), None):
        words = words[: date.start()]
    words = _TAIL.sub("", words.strip(" ,|·•–—-")).strip(" ,|·•–—-.")
    pieces = [piece.strip() for piece in _NAMES_APART.split(words) if piece.strip()]
    if pieces and looks_like_person(pieces[0]):
        return [piece for piece in pieces if looks_like_person(piece)][:_MANY]
    names = names_in([words])
    return names if names and all(map(_is_name, names)) else []


def _is_name(words: str) -> bool:
    return (
        1 < len(words) <= 60
        and not words[:1].islower()
        and words.count(" ") < 6
        and (looks_like_person(words) or words.count(" ") < 3)
    )


def _is_date_line(text: str) -> bool:
    """Tell whether a short line is hardly more than a date."""
    if len(text) > 90:
        return False
    found = dates(text).search(text)
    if found is None:
        return False
    rest = text[: found.start()] + text[found.end() :]
    return not _SAID_OF_DATES.sub("", rest).strip(" :,.;|·•–—-()")


def _moment(tree: Tree, at: int) -> str:
    said = tree.attributes[at]
    return said.get("datetime") or said.get("content") or said.get("title") or tree.text(at)[:80]


def _read(moment: str) -> object:
    from postil.lexicon.dates import parse_date

    if not moment:
        return None
    if (date := parse_date(moment)) is not None:
        return date
    found = dates(moment).search(moment)
    return read_date(found.group())[0] if found else None
