"""Metadata of a book, from its package: Dublin Core, with what refines it in EPUB 2 and 3."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from postil.document.article.metadata import from_mapping
from postil.document.formats.epub.elements.tree import Node
from postil.lexicon.dates import parse_date
from postil.model.source import Metadata
from postil.text.lazy_regex import lazily

_MOST = 200
"""Elements of one name that are looked at."""
_MOST_REFINED = 2000
_AUTHORS = ("aut", "author", "cre", "creator", "dub", "ant", "aui", "lbt", "cmp")
"""Roles, by the MARC relator codes, of those who wrote what is read."""
_EDITORS = ("edt", "editor", "com", "compiler")
_PUBLISHED = ("publication", "issued", "original-publication", "published")
_UNKNOWN = frozenset(("unknown", "unknown author", "n/a", "none", "untitled", "unbekannt"))
_OFFICE = lazily(r"(?i)\s{0,9}\((?:eds?|editors?|hrsg|hg|authors?|comp)\.?\)")
_PARTICLES = frozenset(
    "de del della der den di da dos du el la le van von zu st. saint".split()  # noqa: SIM905
)
_INVERTED = lazily(r"([^,]+), ([^,]+)")


def metadata_of(node: Node) -> Metadata:
    """Return what a package says of its book."""
    refined = _refined(node)
    values: dict[str, object] = {
        "title": _title(node, refined),
        "author": _authors(node, refined),
        "issued": _date(node, refined),
        "publisher": _first(node, "publisher"),
        "language": _first(node, "language"),
        "url": _url(node),
        "type": "book",
    }
    found, _ = from_mapping(values, "document")
    return found


Refined = Mapping[str, Mapping[str, str]]
"""What is said of each element, by its id and by the property."""


def _refined(node: Node) -> Refined:
    refined: dict[str, dict[str, str]] = {}
    for meta in islice(node.each("meta"), _MOST_REFINED):
        if (about := meta.get("refines").lstrip("#")) and (name := meta.get("property")):
            held = refined.setdefault(about, {})
            held.setdefault(name.rpartition(":")[2], meta.text)
    return refined


def _said(node: Node, refined: Refined, name: str) -> str:
    """Return what is said of an element: by an attribute in EPUB 2, by another element in 3."""
    return (node.get(name) or refined.get(node.get("id"), {}).get(name, "")).strip()


def _all(node: Node, *tags: str) -> Sequence[Node]:
    """Return the elements that say something, in their order."""
    some = islice(node.each(*tags), _MOST)
    return [one for one in some if one.text and one.text.casefold() not in _UNKNOWN]


def _first(node: Node, tag: str) -> str:
    return next((one.text for one in _all(node, tag)), "")


def _in_sequence(nodes: Sequence[Node], refined: Refined) -> Sequence[Node]:
    """Return elements as the book wants them shown, which their order need not be."""

    def place(node: Node) -> int:
        said = _said(node, refined, "display-seq")
        return int(said) if said.isdecimal() and len(said) < 5 else len(nodes)

    return sorted(nodes, key=place)


def _title(node: Node, refined: Refined) -> str:
    """Return the title, with its subtitle behind a colon where the book parts the two."""
    titles = _in_sequence(_all(node, "title"), refined)
    if not titles:
        return ""
    kinds = [(one.text, _said(one, refined, "title-type").casefold()) for one in titles]
    main = next((text for text, kind in kinds if kind == "main"), "")
    main = main or next((text for text, kind in kinds if not kind), "") or kinds[0][0]
    below = next((text for text, kind in kinds if kind == "subtitle" and text != main), "")
    if not below or below.casefold() in main.casefold():
        return main
    return f"{main} {below}" if main[-1] in ":?!.–—" else f"{main}: {below}"


def _authors(node: Node, refined: Refined) -> list[object]:
    """Return who wrote the book; its editors where nobody did."""
    creators = _in_sequence(_all(node, "creator"), refined)
    roles = [(one, _roles(one, refined)) for one in creators]
    for wanted in _AUTHORS, _EDITORS:
        named = [one for one, held in roles if held & set(wanted)]
        unsaid = [one for one, held in roles if not held]
        if chosen := (named or unsaid):
            return _named(chosen, refined)
    if roles:
        return _named([one for one, _ in roles], refined)
    helpers = [(one, _roles(one, refined)) for one in _all(node, "contributor")]
    for wanted in _AUTHORS, _EDITORS:
        if chosen := [one for one, held in helpers if held & set(wanted)]:
            return _named(chosen, refined)
    return []


def _roles(node: Node, refined: Refined) -> set[str]:
    return set(_said(node, refined, "role").casefold().replace(",", " ").split())


def _named(nodes: Iterable[Node], refined: Refined) -> list[object]:
    names: list[object] = []
    for node in nodes:
        for name in _names(_OFFICE.sub("", node.text), _said(node, refined, "file-as")):
            if name not in names:
                names.append(name)
    return names


def _names(words: str, filed: str) -> list[object]:
    """Return who is named; the form by which a name is filed says what its family name is.

    | named, filed                             | read as                          |
    |------------------------------------------|----------------------------------|
    | ``Ana de la Cruz``, ``de la Cruz, Ana``  | family name ``de la Cruz``       |
    | ``Murakami Haruki``, ``Murakami, Haruki`` | family name ``Murakami``        |
    | ``Brandt, Ada``                          | family name ``Brandt``           |
    | ``Ada Brandt, Ida Marrow``               | two persons                      |
    """
    found = _INVERTED.fullmatch(filed)
    if found and _letters(words) in (_letters(found[2] + found[1]), _letters(found[1] + found[2])):
        return [{"family": found[1].strip(), "given": found[2].strip()}]
    if found := _INVERTED.fullmatch(words):
        family, given = found[1].strip(), found[2].strip()
        first, *others = family.split()
        if filed == words or not others or first.casefold() in _PARTICLES or given[-1] == ".":
            return [{"family": family, "given": given}]
        if " " in given:
            return [family, given]
    return [words]


def _letters(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def _date(node: Node, refined: Refined) -> str:
    """Return when the book was published: not when its file was made or changed."""
    dates = [
        (one.text, _said(one, refined, "event").casefold() or one.get("event").casefold())
        for one in _all(node, "date")
    ]
    issued = [
        (meta.text, "issued")
        for meta in islice(node.each("meta"), _MOST_REFINED)
        if meta.get("property") in ("dcterms:issued", "dcterms:date")
    ]
    for wanted in _PUBLISHED, ("",), ("creation", "created", "copyright"):
        for text, event in (*dates, *issued):
            if event in wanted and parse_date(text):
                return text
    return ""


def _url(node: Node) -> str:
    """Return the book's own address, where it has one."""
    for one in _all(node, "identifier"):
        address = one.text.removeprefix("url:").removeprefix("uri:")
        if address.lower().startswith(("http://", "https://")):
            return address
    return ""
