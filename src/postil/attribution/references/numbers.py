"""Citations by number or sign: "[12]", "[3, 7–9]", "[2, p. 45]", raised figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from postil.attribution.works.figures import MARKED_PAGES
from postil.model.article import Block, InlineKind
from postil.model.values import NamedTuple
from postil.text.lazy_regex import lazily

_NUMBERS = r"\d{1,3}(?:\s?[,;–—-]\s?\d{1,3}){0,20}"
_SQUARE = lazily(rf"[\[［](?P<numbers>{_NUMBERS})(?:\s?[,:]\s?{MARKED_PAGES})?[\]］]", needs="]|］")
_NAMED = lazily(r"\[(?P<name>[A-Za-z][\w.:+-]{1,24})\]", needs="]")
_RAISED = lazily(r"[¹²³⁰⁴-⁹]{1,3}(?:[˒,⁻·–-]{1,2}[¹²³⁰⁴-⁹]{1,3}){0,8}")
_PLAIN_FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹˒⁻", "0123456789,-")
_FIGURES = lazily(r"[\[(]?(?P<numbers>\d{1,3}(?:\s?[,;–—-]\s?\d{1,3}){0,20})[\])]?")
_RANGE = lazily(r"(\d{1,3})\s?[–—-]\s?(\d{1,3})|(\d{1,3})")
_WIDEST = 30
"""Numbers that a range names at the most."""
_SHORTEST = 4
"""Letters of a word behind which a raised figure is no power: "km²", "m³"."""


class Numbered(NamedTuple):
    """A place that cites by number or sign."""

    start: int
    end: int
    labels: tuple[str, ...]
    locator: str = ""


def numbered(block: Block, is_label: Callable[[str], bool]) -> Iterator[Numbered]:
    """Yield the places of a block that cite by number or sign; ``is_label`` knows the signs."""
    text = block.text
    if "[" in text or "［" in text:
        for match in _SQUARE.finditer(text):
            labels = _labels(match["numbers"])
            if (
                labels
                and all(map(is_label, labels))
                and _in_prose(text, match.start(), match.end())
            ):
                page = "".join((match["page"] or "").split())
                yield Numbered(match.start(), match.end(), labels, page)
        for match in _NAMED.finditer(text):
            if is_label(match["name"]) and not any(
                one.kind is InlineKind.LINK and one.start <= match.start() < one.end
                for one in block.inlines
                if not one.target.startswith("#")
            ):
                yield Numbered(match.start(), match.end(), (match["name"],))
    for match in _RAISED.finditer(text) if not text.isascii() else ():
        labels = _labels(match[0].translate(_PLAIN_FIGURES))
        if labels and all(map(is_label, labels)) and _raised_by_word(text, match.start()):
            yield Numbered(match.start(), match.end(), labels)
    for one in block.inlines:
        if one.kind is InlineKind.SUPERSCRIPT:
            raised = _FIGURES.fullmatch(text, one.start, one.end)
            labels = _labels(raised["numbers"]) if raised is not None else ()
            if labels and all(map(is_label, labels)) and _raised_by_word(text, one.start):
                yield Numbered(one.start, one.end, labels)


def _labels(numbers: str) -> tuple[str, ...]:
    """Return the numbers that are named, those of ranges too; none where a range runs backwards."""
    found: list[str] = []
    for first, last, single in _RANGE.findall(numbers):
        if single:
            found.append(str(int(single)))
            continue
        start, end = int(first), int(last)
        if not start < end <= start + _WIDEST:
            return ()
        found += map(str, range(start, end + 1))
    return tuple(dict.fromkeys(found))


def _in_prose(text: str, start: int, end: int) -> bool:
    """Tell whether brackets stand in prose: those behind one letter, or before "=", do not."""
    before, behind = text[:start], text[end : end + 1]
    if behind.isalnum() and behind.isascii():
        return False
    if behind in ("(", "=", "{"):
        return False
    if text[end : end + 3].strip().startswith(("=", "+=", "==")):
        return False
    word = before[-24:].rsplit(None, 1)[-1:] if before and not before[-1].isspace() else []
    if word and word[0].isascii():
        bare = word[0].rstrip(".,;:!?”’\"')")
        return bare != word[0] or (len(bare) > 1 and "_" not in bare and "." not in bare)
    return True


def _raised_by_word(text: str, at: int) -> bool:
    """Tell whether a raised figure follows a word or a mark, and is no power."""
    letters = 0
    while letters < _SHORTEST and at - letters > 0 and text[at - letters - 1].isalpha():
        letters += 1
    if letters:
        return letters >= _SHORTEST
    return text[at - 1 : at] in tuple(".,;:!?”’\"')»。，") if at else False
