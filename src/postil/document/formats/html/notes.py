"""Footnotes of a page: which links refer to a note, and which elements are the notes.

Pages mark them in many ways. What they share is a short link, raised or in brackets, that leads to
an element of the same page, and an element that leads back, or says by its role that it is a note.
"""

from __future__ import annotations

from postil.document.formats.html.names import split
from postil.document.formats.html.source.tree import WORDS, Tree
from postil.document.formats.markup.tags import HEADINGS
from postil.model.values import dataclass, field
from postil.text.lazy_regex import lazily

_LABEL = lazily(
    r"[\[(]?\s*(\d{1,4}|[a-z]{1,3}|[ivxlc]{1,6}|[*†‡§¶#]{1,3}|(?:n|note"
    r"|fn)\.? ?\d{1,4})\s*[\])]?[.:]?"
)
_BACK = lazily(
    r"[↩↵⏎^↑⤴←⬑⮐\s︎️]*|\[?(?:back|return|jump up|\^|a|b|c|d|e|f|g|[\d. ]+)\]?|jump back.*"
    r"|back to (?:text|content|reference|article).*|return to.*",
    2,
)
_HOLDERS = frozenset(("li", "p", "div", "aside", "dd", "dt", "section", "td", "tr", "span", "cite"))
_NOTE_WORDS = frozenset(("footnote", "footnotes", "endnote", "endnotes", "fn", "note", "citation"))
_WITHIN = 600
"""Elements of a note that are looked at."""
_MOST = 20_000
"""Links within a page that are looked at."""
_LINKS_BACK = 60
"""Elements of a row of links back at the most."""
_LONGEST = 6000
"""Letters of a footnote at the most."""

_BLANK = " \t\r\n\u00a0"
_AROUND = f"[](){{}}.:{_BLANK}"
"""What stands around the sign of a note."""
_CLOSING = f"])}}.:{_BLANK}"
_SIGNED = lazily(r"[\])}.:]{1,2}(?=\s)\s{1,9}")
"""What parts a sign from the words of its note."""


@dataclass(slots=True)
class Notes:
    """What refers to a note, and what is one, by index of the tree."""

    references: dict[int, str] = field(default_factory=dict)
    """Links, or what raises them, with the label of the note."""
    notes: dict[int, str] = field(default_factory=dict)
    back_links: set[int] = field(default_factory=set)
    """Links that only lead back to the reference, and the labels at the beginning of notes."""


def find_notes(tree: Tree) -> Notes:
    """Return the footnotes of a page."""
    notes = Notes()
    links: list[tuple[int, str]] = []
    for at in tree.named("a"):
        address = tree.attributes[at].get("href")
        if address and address[:1] == "#" and len(address) > 1:
            links.append((at, address[1:]))
    if not links:
        return notes
    wanted = {name for _, name in links}
    places: dict[str, int] = {}
    for at, attributes in enumerate(tree.attributes):
        if attributes and (name := attributes.get("id") or attributes.get("name")) in wanted:
            places.setdefault(name or "", at)
    for at, name in links[:_MOST]:
        if name in places:
            _add(tree, notes, at, places[name], places)
    if notes.notes:
        _find_back_links(tree, notes)
        for note, label in notes.notes.items():
            _take_sign(tree, note, label)
            _take_term(tree, note, label)
    return notes


def _add(tree: Tree, notes: Notes, link: int, target: int, places: dict[str, int]) -> None:
    said = tree.text(link)
    found = _LABEL.fullmatch(said.lower()) if said else None
    if found is None or target <= link:
        return
    note = _note_at(tree, target)
    if note < 0 or not _refers(tree, link) or not _is_note(tree, note, link, places):
        return
    label = said.strip("[]() .:")
    notes.references[_raised(tree, link)] = notes.notes.setdefault(note, label)


def _refers(tree: Tree, link: int) -> bool:
    """Tell whether a link looks like a reference: raised, in brackets, or by its role or class."""
    attributes = tree.attributes[link]
    if attributes.get("role") == "doc-noteref" or "noteref" in (attributes.get("epub:type") or ""):
        return True
    if _NOTE_WORDS & {*split((attributes.get("class") or "")[:80])}:
        return True
    parent = tree.parents[link]
    for _ in range(3):
        if parent < 0 or tree.tags[parent] in HEADINGS:
            return False
        if tree.tags[parent] == "sup":
            return True
        parent = tree.parents[parent]
    if any(tree.tags[each] == "sup" for each in range(link, tree.ends[link])):
        return True
    said = tree.text(link)
    return said[:1] == "[" or _before(tree, link).endswith("[")


def _before(tree: Tree, at: int) -> str:
    return tree.words[at - 1].rstrip() if at and tree.tags[at - 1] == WORDS else ""


def _raised(tree: Tree, link: int) -> int:
    """Return the element around a link that holds nothing else, such as what raises it."""
    at = link
    size = tree.size(link)
    while (parent := tree.parents[at]) >= 0 and tree.tags[parent] in ("sup", "span"):
        if tree.size(parent) != size:
            break
        at = parent
    return at


def _note_at(tree: Tree, target: int) -> int:
    """Return the element that holds the note to which a place belongs, -1 if none does."""
    at = target
    for _ in range(4):
        if at < 0 or tree.tags[at] in HEADINGS:
            return -1
        beyond = tree.tags[at] in ("td", "dt")
        if tree.tags[at] in _HOLDERS and tree.tags[at] != "span" and (beyond or tree.size(at) > 3):
            if beyond:
                at = _beyond(tree, at)
            return at if at >= 0 and tree.size(at) <= _LONGEST else -1
        at = tree.parents[at]
    return -1


def _beyond(tree: Tree, at: int) -> int:
    """Return the row, or the description, that a label stands before."""
    if tree.tags[at] == "td":
        return tree.parents[at]
    behind = tree.ends[at]
    while behind < len(tree.tags) and tree.tags[behind] == WORDS:
        behind += 1
    return behind if behind < len(tree.tags) and tree.tags[behind] == "dd" else -1


def _is_note(tree: Tree, note: int, link: int, places: dict[str, int]) -> bool:
    """Tell whether an element is a note: it leads back, or says so by its role, class or list."""
    if note <= link < tree.ends[note]:
        return False
    reference = {
        tree.attributes[each].get("id") or ""
        for each in (link, tree.parents[link], *range(link, tree.ends[link]))
    }
    for each in range(note, min(tree.ends[note], note + _WITHIN)):
        attributes = tree.attributes[each]
        address = attributes.get("href") if tree.tags[each] == "a" else None
        if (
            address
            and address[:1] == "#"
            and (address[1:] in reference or _near(places, address, link))
        ):
            return True
    at = note
    for _ in range(4):
        if at < 0:
            break
        attributes = tree.attributes[at]
        if (attributes.get("role") or "").startswith(("doc-footnote", "doc-endnote")):
            return True
        named = {
            *split((attributes.get("class") or "")[:80]),
            *split((attributes.get("id") or "")[:80]),
        }
        if named & _NOTE_WORDS or "references" in named:
            return True
        at = tree.parents[at]
    return False


def _take_sign(tree: Tree, note: int, label: str) -> None:
    """Take the sign away with which the words of a note begin, since the note bears it."""
    alone = False
    opening: list[int] = []
    for at in range(note, min(tree.ends[note], note + _WITHIN)):
        words = tree.words[at]
        if tree.tags[at] != WORDS or not words.strip():
            continue
        bare = words.lstrip(_AROUND)
        if alone:
            tree.words[at] = words.lstrip(_CLOSING)
        elif not words.strip(_AROUND) and not opening:
            opening.append(at)
            continue
        elif words.strip(_AROUND) == label and tree.text(note).strip(_AROUND) != label:
            tree.words[at], alone = "", True
            for each in opening:
                tree.words[each] = ""
            continue
        elif bare.startswith(label) and (signed := _SIGNED.match(bare, len(label))):
            tree.words[at] = bare[signed.end() :]
        return


def _take_term(tree: Tree, note: int, label: str) -> None:
    """Take the words away from the term that only names the note which describes it."""
    term = tree.before(note) if tree.tags[note] == "dd" else -1
    if term >= 0 and tree.tags[term] == "dt" and tree.text(term).strip(_AROUND) == label:
        for at in range(term, tree.ends[term]):
            tree.words[at] = ""


def _near(places: dict[str, int], address: str, link: int) -> bool:
    back = places.get(address[1:])
    return back is not None and abs(back - link) <= 4


def _find_back_links(tree: Tree, notes: Notes) -> None:
    ends = tree.ends
    for note in notes.notes:
        for at in range(note, min(ends[note], note + _WITHIN)):
            if tree.tags[at] != "a":
                continue
            attributes = tree.attributes[at]
            address = attributes.get("href") or ""
            if address[:1] == "#" and _BACK.fullmatch(tree.text(at).strip()):
                notes.back_links.add(at)
                if _holds_ways_back_alone(tree, tree.parents[at]):
                    notes.back_links.add(tree.parents[at])


def _holds_ways_back_alone(tree: Tree, at: int) -> bool:
    """Tell whether nothing but signs stands beside the links of an element within a line."""
    if tree.tags[at] != "span" or tree.ends[at] - at > _LINKS_BACK:
        return False
    within = zip(tree.tags[at : tree.ends[at]], range(at, tree.ends[at]), strict=True)
    beside = (tree.words[each] for tag, each in within if tag == WORDS and not tree.links(each))
    return not any(sign.isalnum() for words in beside for sign in words)
