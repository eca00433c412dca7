"""A style: its macros, the two parts that render, and the options that hold in each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from postil.csl.ground.errors import StyleError
from postil.csl.ground.wordlists import NAME_OPTIONS
from postil.csl.ground.xml import Node, parse
from postil.csl.style.macro_limits import check_expansion

_EMPTY = Node("none", {})

_LATER = (
    ("et-al-subsequent-min", "et-al-min"),
    ("et-al-subsequent-use-first", "et-al-use-first"),
)
"""Options of later cites, and those of the first."""


@dataclass(frozen=True)
class Style:
    """A style that stands on its own."""

    root: Node

    @property
    def title(self) -> str:
        """The name of the style, as a reader knows it."""
        info = self.root.first("info")
        title = info.first("title") if info is not None else None
        return title.text.strip() if title is not None else ""

    @property
    def name(self) -> str:
        """The last part of its address, by which repositories of styles file it: ``apa``."""
        info = self.root.first("info")
        address = info.first("id") if info is not None else None
        return address.text.strip().rstrip("/").rpartition("/")[2] if address is not None else ""

    def belongs_to(self, family: str) -> bool:
        """Tell whether a family of styles is named in its name: ``apa`` in ``apa-6th-edition``."""
        return f"-{family}-" in f"-{self.name}-"

    @property
    def is_note(self) -> bool:
        """Whether cites stand in notes."""
        return self.root.get("class") == "note"

    @property
    def citation_format(self) -> str:
        """How the style cites, as it says of itself: author-date, author, numeric, label, note."""
        info = self.root.first("info")
        kinds = [node.get("citation-format") for node in info.every("category")] if info else []
        stated = next((kind for kind in kinds if kind), "")
        return stated or ("note" if self.is_note else "author-date")

    @property
    def default_locale(self) -> str:
        """The language that the style asks for, or ""."""
        return self.root.get("default-locale")

    @cached_property
    def macros(self) -> Mapping[str, Node]:
        """The macros by name."""
        return {node.get("name"): node for node in self.root.every("macro")}

    @cached_property
    def citation(self) -> Node:
        """The part that renders cites."""
        return self.root.first("citation") or _EMPTY

    @cached_property
    def bibliography(self) -> Node | None:
        """The part that renders the entries of a bibliography, where there is one."""
        return self.root.first("bibliography")

    @cached_property
    def _options(self) -> dict[Node, Mapping[str, str]]:
        return {}

    def options(self, part: Node) -> Mapping[str, str]:
        """Return the options of names that hold in a part."""
        if part not in self._options:
            self._options[part] = self._options_of(part)
        return self._options[part]

    def _options_of(self, part: Node) -> dict[str, str]:
        out = {}
        for node in (self.root, part):
            out.update({k: v for k, v in node.attributes.items() if k in NAME_OPTIONS})
        return out

    @cached_property
    def places_year_suffix(self) -> bool:
        """Whether the style says itself where the letter behind the year stands."""
        return any(node.get("variable") == "year-suffix" for node in self.root.walk())

    @cached_property
    def cites_by_label(self) -> bool:
        """Whether the style sets labels, which then bear the letter that tells years apart."""
        return any(node.get("variable") == "citation-label" for node in self.root.walk())

    @cached_property
    def sets_numbers(self) -> bool:
        """Whether anything in the style asks for the number of an item in the bibliography."""
        return any(
            "citation-number" in value
            for node in self.root.walk()
            for value in node.attributes.values()
        )

    @cached_property
    def shortens_later(self) -> bool:
        """Whether later cites, which name fewer people, are those that must differ."""
        return any(
            later in node.attributes and node.get(later) != node.get(first)
            for node in self.root.walk()
            if len(node.attributes) > 1
            for later, first in _LATER
        )

    @cached_property
    def parts_later(self) -> bool:
        """Whether later notes, which say less than the first, are those that must differ."""
        return self.is_note and any(node.get("disambiguate") == "true" for node in self.root.walk())

    @property
    def particle_demotion(self) -> str:
        """When a non-dropping particle stands behind the name: never, sort-only or always."""
        return self.root.get("demote-non-dropping-particle", "display-and-sort")

    @property
    def page_range_format(self) -> str:
        """How ranges of pages are shortened: expanded, minimal, minimal-two, chicago."""
        return self.root.get("page-range-format")

    @property
    def hyphenates_initials(self) -> bool:
        """Whether initials of a compound given name keep its hyphen."""
        return self.root.get("initialize-with-hyphen", "true") != "false"


def read_style(data: bytes | str) -> Style:
    """Return a style. Raises StyleError for what is not one, or leans on another style."""
    return style_of(parse(data))


def style_of(root: Node, *, trusted: bool = False) -> Style:
    """Return the style that a root element holds; raises StyleError like :func:`read_style`.

    The macros of a ``trusted`` style are not measured, which saves time.
    """
    if root.tag != "style":
        raise StyleError(f"it is no style: its root element is {root.tag[:40]!r}")
    version = root.get("version", "1.0")
    if not version.startswith("1.0"):
        raise StyleError(f"it is written in CSL {version[:10]}, and only CSL 1.0 is read")
    if root.first("citation") is None:
        parent = independent_parent(root)
        raise StyleError(
            f"it only stands for the style {parent}" if parent else "it has no citation element"
        )
    if not trusted:
        check_expansion(root)
    return Style(root)


def independent_parent(root: Node) -> str:
    """Return the address of the style that a dependent style stands for, "" for none."""
    info = root.first("info")
    links = info.every("link") if info is not None else iter(())
    return next((link.get("href") for link in links if link.get("rel") == "independent-parent"), "")
