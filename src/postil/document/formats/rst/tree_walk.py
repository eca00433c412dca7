"""Docutils' tree pushed into blocks, in the order of the document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from docutils import nodes

from postil.document.formats.markup.block_writer import BlockWriter
from postil.document.formats.rst.directives import FILES
from postil.document.formats.rst.nodes_by_name import ADMONITIONS, SAME, SKIPPED
from postil.document.formats.rst.pieces import push_docinfo, push_field, push_lost, quotes, title_of
from postil.document.formats.rst.roles import LABEL
from postil.document.formats.rst.tables import push_table

_FORMS = {
    "arabic": "1",
    "loweralpha": "a",
    "upperalpha": "A",
    "lowerroman": "i",
    "upperroman": "I",
}
_FOLLOWED = ("http:", "https:", "mailto:", "ftp:", "ftps:", "doi:", "news:", "#")
_INDENT = "\u00a0" * 4
"""What sets a line of verse in; a plain blank would be run together."""


def followed(address: str) -> str:
    """Return an address that a reader can follow, "" for what leads to files or runs."""
    return address if address.lower().startswith(_FOLLOWED) else ""


class TreeWalk:
    """Walks a document, and pushes what it meets."""

    def __init__(self, document: Any, at: Callable[[float], None]) -> None:
        self.out = BlockWriter(followed)
        self.files: list[str] = []
        """The files that the document would have in it."""
        self._document = document
        self._at = at
        self._depth = 0
        self._ways: Mapping[str, Callable[[Any], None]] = {
            "Text": lambda node: self.out.text(node.astext()),
            "section": self._section,
            "title": self._title,
            "subtitle": self._title,
            "rubric": self._rubric,
            "enumerated_list": self._numbered,
            "literal_block": self._literal,
            "doctest_block": self._literal,
            "math_block": self._literal,
            "line_block": self._verse,
            "reference": self._reference,
            "target": self._target,
            "footnote": self._footnote,
            "citation": self._footnote,
            "footnote_reference": lambda node: self.out.refer(node.astext()),
            "citation_reference": lambda node: self.out.refer(node.astext()),
            "image": self._image,
            "table": self._table,
            "attribution": self._attribution,
            "transition": lambda _: self._element("hr", {}),
            "definition_list_item": self._defined,
            "option_group": lambda node: self._coded("dt", node.astext()),
            "field": lambda node: push_field(node, self.out, self._push),
            "docinfo": lambda node: push_docinfo(node, self.out, self._push),
            "problematic": lambda node: self.out.text(node.astext()),
            "comment": self._comment,
            "inline": self._inline,
        }

    def run(self) -> None:
        """Push the whole document."""
        parts = self._document.children
        for index, node in enumerate(parts):
            self._at(index / len(parts))
            self._push(node)
        self.out.close()

    def _push(self, node: Any) -> None:
        name = type(node).__name__
        if name in SKIPPED:
            if name == "system_message":
                push_lost(node, self.out, self._depth)
            return
        if way := self._ways.get(name):
            way(node)
            return
        if name in ADMONITIONS or name == "admonition":
            self._aside(node, name)
            return
        if name == "topic" and "contents" in node["classes"]:
            return
        tag = SAME.get(name, "")
        if tag == "blockquote" and not quotes(node):
            tag = "div"
        if tag:
            self.out.start(tag)
        self._named(node)
        self._inside(node)
        if tag:
            self.out.end(tag)

    def _inside(self, node: Any) -> None:
        for child in node.children:
            self._push(child)

    def _named(self, node: Any) -> None:
        for name in node.get("ids", ()):
            self.out.name(name)

    def _element(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.out.start(tag, attributes)
        self.out.end(tag)

    def _coded(self, tag: str, words: str) -> None:
        self.out.start(tag)
        self.out.start("code")
        self.out.text(words)
        self.out.end("code")
        self.out.end(tag)

    def _strong(self, words: str) -> None:
        self.out.start("p")
        self.out.start("strong")
        self.out.text(words)
        self.out.end("strong")
        self.out.end("p")

    def _aside(self, node: Any, name: str) -> None:
        self.out.start("aside", {"class": f"admonition {name}"})
        if name in ADMONITIONS:
            self._strong(name.title())
        self._named(node)
        self._inside(node)
        self.out.end("aside")

    def _comment(self, node: Any) -> None:
        if file := node.get(FILES):
            self.files.append(file)

    # -- headings

    def _section(self, node: Any) -> None:
        self._depth += 1
        self.out.flush()
        self._named(node)
        for index, child in enumerate(node.children):
            if self._depth == 1 and len(node.children) > 1:
                self._at(index / len(node.children))
            self._push(child)
        self._depth -= 1

    def _title(self, node: Any) -> None:
        parent = node.parent
        if not isinstance(parent, (nodes.document, nodes.section)):
            self._strong_inside(node)
            return
        titles = self._document.children[:2]
        promoted = sum(isinstance(one, (nodes.title, nodes.subtitle)) for one in titles)
        level = promoted + self._depth
        if parent is self._document:
            level = 1 + isinstance(node, nodes.subtitle)
        tag = f"h{min(6, max(1, level))}"
        self.out.start(tag)
        if parent is self._document:
            self._named(parent if isinstance(node, nodes.title) else node)
        self._inside(node)
        self.out.end(tag)

    def _rubric(self, node: Any) -> None:
        self._strong_inside(node)

    def _strong_inside(self, node: Any) -> None:
        self.out.start("p")
        self._named(node)
        self.out.start("strong")
        self._inside(node)
        self.out.end("strong")
        self.out.end("p")

    # -- blocks

    def _numbered(self, node: Any) -> None:
        attributes = {
            "type": _FORMS.get(node.get("enumtype", ""), "1"),
            "start": str(node.get("start", 1)),
            "delimiter": node.get("suffix") or ".",
        }
        self.out.start("ol", attributes)
        self._named(node)
        self._inside(node)
        self.out.end("ol")

    def _literal(self, node: Any) -> None:
        classes = [one for one in node.get("classes", ()) if one != "code"]
        self.out.start("pre", {"class": f"language-{classes[0]}"} if classes else {})
        self._named(node)
        self._inside(node)
        self.out.end("pre")

    def _verse(self, node: Any, depth: int = 0) -> None:
        if depth == 0:
            self.out.start("p")
        for line in node.children:
            if isinstance(line, nodes.line_block):
                self._verse(line, depth + 1)
                continue
            if line.children:
                self.out.text(_INDENT * depth)
                self._inside(line)
            self.out.start("br")
        if depth == 0:
            self.out.end("p")

    def _footnote(self, node: Any) -> None:
        label = node.children[0].astext() if node.children else ""
        self.out.begin_footnote(label)
        self._named(node)
        self._inside(node)
        self.out.end_footnote()

    def _attribution(self, node: Any) -> None:
        self.out.start("p")
        self.out.text("— ")
        self._inside(node)
        self.out.end("p")

    def _defined(self, node: Any) -> None:
        """Push terms with what they are said to be, and the definition."""
        for index, child in enumerate(node.children):
            if not isinstance(child, nodes.term):
                if not isinstance(child, nodes.classifier):
                    self._push(child)
                continue
            self.out.start("dt")
            self._named(child)
            self._inside(child)
            for one in node.children[index + 1 :]:
                if not isinstance(one, nodes.classifier):
                    break
                self.out.text(" : ")
                self.out.start("em")
                self._inside(one)
                self.out.end("em")
            self.out.end("dt")

    def _table(self, node: Any) -> None:
        self.out.flush()
        self._named(node)
        push_table(node, self.out, self._inside)

    # -- within a line

    def _reference(self, node: Any) -> None:
        address = node.get("refuri") or ""
        if not address and node.get("refid"):
            address = f"#{node['refid']}"
        self.out.start("a", {"href": address})
        self._named(node)
        self._inside(node)
        self.out.end("a")

    def _target(self, node: Any) -> None:
        self._named(node)
        if "refid" in node:
            self.out.name(node["refid"])
        self._inside(node)

    def _image(self, node: Any) -> None:
        alone = not isinstance(node.parent, nodes.TextElement)
        if alone:
            self.out.flush()
        uri = followed(str(node.get("uri") or ""))
        self.out.start("img", {"alt": str(node.get("alt") or ""), "src": uri})
        self._named(node)
        if alone:
            self.out.flush()

    def _inline(self, node: Any) -> None:
        label = node.get(LABEL)
        there = self._document.nameids.get(nodes.fully_normalize_name(label)) if label else None
        if not there:
            self._inside(node)
            return
        self.out.start("a", {"href": f"#{there}"})
        title = "" if node.get("titled") else title_of(self._document.ids.get(there))
        if title:
            self.out.text(title)
        else:
            self._inside(node)
        self.out.end("a")
