"""What of a chapter is not to be read where it stands: hidden, doubled, or put elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from postil.document.formats.epub.elements.events import START, TEXT, Event
from postil.document.formats.epub.elements.parts import HEADINGS, Part, kinds
from postil.text.lazy_regex import lazily

_LISTS_OF_CONTENTS = frozenset(
    ("toc", "page-list", "pagelist", "landmarks", "lot", "loi", "loa", "lov")
)
_HIDDEN = lazily(r"(?i)(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)")
_FAR = 60
"""Events of a title at the most."""
_FIGURE = 4
"""Elements between a picture and its figure at the most."""
_DRAWN = {"svg": "body", "g": "div", "text": "p", "a": "a"}
_DRAWN |= dict.fromkeys(("title", "desc", "metadata", "style", "script", "defs"), "head")
"""What the elements of a drawing are on a page."""
_OTHERS = frozenset(("case", "annotation", "annotation-xml", "trigger"))
"""Elements beside which the same is said in another way that can be shown."""
_NOTES_TITLES = lazily(
    r"(?i)\W*(?:foot\s?|end\s?)?(?:notes?|anmerkungen|fu(?:ß|ss)noten|notas?|note|noten|примечания)\W*"
)


def unread(event: Event) -> bool:
    """Tell whether an element is not meant to be read."""
    if event.name in _OTHERS:
        return True
    if not (held := event.attributes):
        return False
    if "hidden" in held and held["hidden"] != "until-found":
        return True
    if (style := held.get("style")) and _HIDDEN.search(style):
        return True
    return event.name == "nav" and bool(kinds(event) & _LISTS_OF_CONTENTS)


def words_of_drawing(events: Sequence[Event]) -> Sequence[Event]:
    """Return a drawing as a page of the words in it; any other part as it is."""
    if not events or events[0].name != "svg":
        return events
    return [
        event if event.kind == TEXT else event._replace(name=_DRAWN.get(event.name, "span"))
        for event in events
    ]


def doubled(part: Part, at: int) -> bool:
    """Tell whether the words for a picture are those of the caption below it."""
    figure = at
    for _ in range(_FIGURE):
        figure = part.around[figure]
        if figure < 0:
            return False
        if part.events[figure].name == "figure":
            break
    else:
        return False
    inside = islice(part.elements(figure, part.ends[figure]), _FAR)
    caption = next((one for one in inside if part.events[one].name == "figcaption"), -1)
    alt = part.events[at].attributes.get("alt", "")
    return caption >= 0 and part.words(caption) == " ".join(alt.split())


def emptied(part: Part, gone: dict[int, int]) -> None:
    """Leave out what only held what is gone, such as a section of notes with its title.

    ``gone`` is where each thing that is left out begins, and the index behind its end.
    """
    filled: set[int] = set()
    for start in list(gone):
        at = part.around[start]
        outermost = start
        while at >= 0 and part.events[at].name not in ("body", "html") and at not in filled:
            if at not in gone and _has_words(part, at, gone):
                filled.add(at)
                break
            outermost = at
            gone[at] = part.ends[at] + 1
            at = part.around[at]
        for before in _before(part, outermost):
            gone.setdefault(before, part.ends[before] + 1)


def only_titles(part: Part) -> bool:
    """Tell whether there is nothing in a part but headings."""
    at = 0
    while at < len(part.events):
        event = part.events[at]
        if event.kind == START and (event.name in HEADINGS or event.name == "head"):
            at = part.ends[at]
        elif event.kind == TEXT and event.name.strip():
            return False
        at += 1
    return True


def _has_words(part: Part, start: int, gone: dict[int, int]) -> bool:
    """Tell whether there are words in an element beside what is gone and beside titles."""
    at = start + 1
    end = part.ends[start]
    while at < end:
        event = part.events[at]
        if at in gone:
            at = gone[at]
            continue
        if event.kind == START and event.name in HEADINGS and _titles_notes(part, at):
            at = part.ends[at] + 1
            continue
        if event.kind == TEXT and event.name.strip():
            return True
        if event.kind == START and event.name in ("img", "image"):
            return True
        at += 1
    return False


def _titles_notes(part: Part, at: int) -> bool:
    if part.ends[at] - at > _FAR:
        return False
    return _NOTES_TITLES.fullmatch(part.words(at)) is not None


def _before(part: Part, start: int) -> Iterator[int]:
    """Yield the line and the title that part notes from the text before them."""
    siblings: list[int] = []
    around = part.around[start]
    at = start - 1
    while at > around and len(siblings) < 2:
        event = part.events[at]
        if event.kind == TEXT:
            if event.name.strip():
                return
            at -= 1
            continue
        if event.kind == START:
            return
        begin = _begin(part, at)
        if begin < 0 or part.events[begin].name not in ("hr", *HEADINGS):
            return
        title = part.events[begin].name != "hr"
        if title and not _titles_notes(part, begin):
            return
        siblings.append(begin)
        yield begin
        at = begin - 1


def _begin(part: Part, end: int) -> int:
    """Return where the element begins that ends at an index."""
    at = end - 1
    while at >= 0 and part.ends[at] != end:
        at -= 1
        if end - at > _FAR:
            return -1
    return at
