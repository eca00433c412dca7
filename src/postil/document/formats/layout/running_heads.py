"""Running heads and feet of a paged text: lines at the edges of its pages that recur or count them.

A form feed shows where a page begins; without any the feet do, which stand alone at regular
distances and whose numbers go up by one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from postil.model.values import NamedTuple
from postil.text.lazy_regex import lazily

PAGE_BREAK = "\f"

_NUMBER = lazily(r"\d{1,5}|(?<![^\W_])[ivxlc]{1,7}(?![^\W_])")
_BLANKS = lazily(r"\s{2,}")
_PAGE = (
    r"page|pg\.?|p\.|seite|s\.|página|pagina|pag\.|pág\.|strona|str\.|sida|side|sivu|oldal|sayfa"
    r"|стр\.|страница|с\.|σελίδα|σελ\.|עמוד|صفحة|ページ"
)
_PAGE_NUMBER = lazily(
    rf"(?i)[-–—\[(（|•*\s]{{0,6}}(?:{_PAGE})?\s{{0,3}}#(?:\s{{0,3}}(?:/|of|von|de|di|sur|av|из|z)\s{{0,3}}#)?"
    r"[-–—\])）|•*\s]{0,6}"
    r"|[-–—\[(（|•*\s]{0,6}第\s?#\s?[页頁]\s?(?:[/／]?\s?共\s?#\s?[页頁])?[-–—\])）|•*\s]{0,6}"
    r"|[-–—\s]{0,6}#\s?(?:ページ|쪽|면|頁|页)[-–—\s]{0,6}"
)
_COUNTED = lazily(
    rf"(?i)(?:\[?\b(?:{_PAGE})\s{{0,3}}#\s{{0,3}}(?:(?:/|of|von|de|di|sur|av|из|z)\s{{0,3}}#)?\]?"
    r"|\s第\s?#\s?[页頁]|\s#\s?(?:ページ|쪽|면|頁|页)|  #\s?/\s?#)$"
)
_FIELD_NUMBER = lazily(r"#  |.*  #$")
_EDGE_NUMBER = lazily(
    r"^\W{0,200}(?:\d|[ivxlc]{1,7}\b|(?i:p))|[\divxlc]\W{0,8}$"
    r"|\d\s?(?:[页頁쪽면]|ページ)\W{0,8}$"
)
"""A line that may begin or end with a number: most are told by it at once."""
_ROMAN = frozenset("ivxlc")
_BEFORE_NUMBER, _BEHIND_NUMBER = "-–—[(|•*", "-–—])|•* "
"""Signs around the number of a page."""
_WIDEST = 200
"""Code points of a running head, with the blanks in it."""
_FEWEST = 3
"""Times that a line recurs which is a running head or foot; twice may be chance."""
_FEWEST_COUNTED = 2
"""The same for one that says which page it is."""
_SENTENCE, _MOSTLY = 8, 0.5
"""Blanks in a line that may be one of a text, and share of the pages that it then heads."""
_SHORTEST_PAGE, _LONGEST_PAGE = 24, 150
"""Lines between the feet of two pages, where no form feed shows them."""
_UNEVEN = 8
"""Lines by which pages differ in length."""
_FEWEST_PARTED, _PARTED = 2, 0.3
"""Feet, and share of all of them, over which a sentence goes on: no other lines part so many."""
_SHORTEST_LINE = 30
"""Code points of a line from which a sentence goes on."""
_ENDED = ".?!:;”\"’')]…"
_BEHIND = 10
"""Lines behind the foot of a page among which the head of the next one stands."""


class RunningHeads(NamedTuple):
    """The lines that recur at the edges of pages, with their numbers taken out."""

    tops: frozenset[str] = frozenset()
    feet: frozenset[str] = frozenset()
    paged: bool = False
    """Form feeds part the pages."""


NO_HEADS = RunningHeads()


def running_heads(head: str) -> RunningHeads:
    """Return the running heads and feet of a text, as far as its beginning shows them."""
    if PAGE_BREAK in head:
        return _between_breaks(head)
    lines = head.split("\n")
    feet, places = _counting_feet(lines)
    if not feet:
        return NO_HEADS
    return RunningHeads(_tops_behind(lines, places), feet | _feet_before(lines, places))


def key_of(line: str) -> str:
    """Return a line without what changes from page to page: its numbers, and how wide gaps are."""
    return _BLANKS.sub("  ", _NUMBER.sub("#", line.strip()))


def _between_breaks(head: str) -> RunningHeads:
    pages = [[line for line in page.split("\n") if line.strip()] for page in head.split(PAGE_BREAK)]
    tops = [page[0] for page in pages[1:] if len(page) > 1]
    feet = [page[-1] for page in pages[:-1] if len(page) > 1]
    heads = _recurring(tops) | _alternating(tops)
    return RunningHeads(heads, _recurring(feet) | _alternating(feet), paged=True)


def _alternating(edges: Sequence[str]) -> frozenset[str]:
    """Return the two lines at the edges of left and right pages, where they are all that stands."""
    keys = [key_of(line) for line in edges]
    left, right = set(keys[0::2]), set(keys[1::2])
    both = left | right
    short = all(key.count(" ") < _SENTENCE for key in both)
    alternate = len(keys) >= 2 * _FEWEST_COUNTED and len(left) == len(right) == 1 and len(both) == 2
    return frozenset(both) if alternate and short else frozenset()


def _recurring(edges: Sequence[str]) -> frozenset[str]:
    """Return those of the lines at the edges of pages that are no text."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for line in edges:
        found[key_of(line)].append(line)
    return frozenset(key for key, lines in found.items() if _is_running(key, lines, len(edges)))


def _is_running(key: str, lines: Sequence[str], pages: int) -> bool:
    if _counts(key) and len(lines) >= _FEWEST_COUNTED and _goes_up(lines):
        return True
    same = Counter(map(str.strip, lines)).most_common(1)[0][1]
    if key.count(" ") >= _SENTENCE and "  " not in key:
        # The first line of many a page may be the same, where a refrain or a form recurs.
        return same >= max(_FEWEST, _MOSTLY * pages)
    return same >= _FEWEST or (same >= _FEWEST_COUNTED and "  " in key)


def _counts(key: str) -> bool:
    """Tell whether a line without its numbers may be one that says which page it is."""
    if "#" not in key:
        return False
    found = _PAGE_NUMBER.fullmatch(key) or _COUNTED.search(key) or _FIELD_NUMBER.match(key)
    return bool(found)


def _goes_up(lines: Sequence[str]) -> bool:
    """Tell whether the first or the last numbers of lines grow from each to the next."""
    numbers = [_NUMBER.findall(line) for line in lines]
    for place in (0, -1):
        values = [_value(found[place]) for found in numbers]
        if all(before < after for before, after in pairwise(values)):
            return True
    return False


def _value(number: str) -> int:
    if number.isdigit():
        return int(number)
    units = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}[sign] for sign in number]
    return sum(-unit if unit < max(units[at:]) else unit for at, unit in enumerate(units))


def _counting_feet(lines: Sequence[str]) -> tuple[frozenset[str], list[int]]:
    """Return the feet that stand alone and count the pages, and where they stand."""
    may_be = [at for at in _alone(lines) if len(lines[at]) <= _WIDEST and _may_count(lines[at])]
    if len(may_be) < _FEWEST:
        return frozenset(), []
    found: defaultdict[str, list[int]] = defaultdict(list)
    for at in may_be:
        if _EDGE_NUMBER.search(lines[at]):
            key = key_of(lines[at])
            if _counts(key):
                found[key].append(at)
    feet = {key: places for key, places in found.items() if _are_feet(lines, places)}
    return frozenset(feet), sorted(at for places in feet.values() for at in places)


def _may_count(line: str) -> bool:
    """Tell at a glance whether a line may say which page it is; hardly any line of prose may."""
    text = line.strip()
    if (text[0].isdigit() or text[0] in _ROMAN) and ("  " in text or "\u3000" in text):
        return True
    last = text.rstrip(_BEHIND_NUMBER).rsplit(None, 1)[-1:]
    if not last:
        return False
    end = last[0][-1]
    if end.isdigit() or not end.isascii():
        return True
    # As in "p.iv" and "iv/x".
    number = last[0].rpartition(".")[2].rpartition("/")[2]
    return _ROMAN.issuperset(number.lstrip(_BEFORE_NUMBER))


def _are_feet(lines: Sequence[str], places: Sequence[int]) -> bool:
    if len(places) < _FEWEST:
        return False
    if not _goes_up([lines[at] for at in places]):
        return False
    steps = [after - before for before, after in pairwise(places)]
    parted = sum(_parts_a_sentence(lines, at) for at in places)
    if min(steps) >= _BEHIND and parted >= max(_FEWEST_PARTED, _PARTED * len(places)):
        return True
    if len(steps) > _FEWEST and steps[-1] <= max(steps[:-1]):
        steps.pop()  # The last page ends with the text.
    if min(steps) < _SHORTEST_PAGE or max(steps) > _LONGEST_PAGE:
        return False
    return max(steps) - min(steps) <= max(_UNEVEN, min(steps) // 5)


def _parts_a_sentence(lines: Sequence[str], at: int) -> bool:
    """Tell whether a sentence goes on from above a line to below it, as over no title's."""
    near = range(max(0, at - _BEHIND), at)
    before = next((lines[one].strip() for one in reversed(near) if lines[one].strip()), "")
    behind = range(at + 1, min(at + _BEHIND, len(lines)))
    later = next((lines[one].strip() for one in behind if lines[one].strip()), "")
    if not before or not later[:1].islower():
        return False
    return len(before) >= _SHORTEST_LINE and before[-1] not in _ENDED


def _tops_behind(lines: Sequence[str], feet: Sequence[int]) -> frozenset[str]:
    """Return the lines that stand alone behind most feet: the heads of the pages that follow."""
    alone = set(_alone(lines))
    found: Counter[str] = Counter()
    for foot in feet:
        behind = range(foot + 1, min(foot + _BEHIND, len(lines)))
        top = next((at for at in behind if lines[at].strip()), None)
        if top in alone and top is not None:
            found[key_of(lines[top])] += 1
    return frozenset(key for key, times in found.items() if times >= _FEWEST)


def _feet_before(lines: Sequence[str], heads: Sequence[int]) -> frozenset[str]:
    """Return the lines that stand alone above most heads, where these count the pages."""
    alone = set(_alone(lines))
    found: Counter[str] = Counter()
    for head in heads:
        above = range(head - 1, max(-1, head - _BEHIND), -1)
        foot = next((at for at in above if lines[at].strip()), None)
        if foot in alone and foot is not None:
            found[key_of(lines[foot])] += 1
    return frozenset(key for key, times in found.items() if times >= _FEWEST)


def _alone(lines: Sequence[str]) -> Iterator[int]:
    """Yield which lines have blank ones, or an end of the text, above and below.

    Two lines together may be the foot of a page and the head of the next.
    """
    last = len(lines)
    blank = [not line.strip() for line in lines]
    for at, empty in enumerate(blank):
        if empty:
            continue
        above = not at or blank[at - 1]
        below = at + 1 == last or blank[at + 1]
        if (
            (above and below)
            or (above and (at + 2 >= last or blank[at + 2]))
            or (below and (at < 2 or blank[at - 2]))
        ):
            yield at
