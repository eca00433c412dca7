"""Directives of reStructuredText that docutils does not know, or knows too little of."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from docutils.parsers.rst import Directive

from postil.text.lazy_regex import lazily

_SILENT = frozenset(
    "index highlight module py:module currentmodule py:currentmodule program default-domain "  # noqa: SIM905
    "sectionauthor codeauthor moduleauthor tabularcolumns cssclass rst-class meta kernel-doc "
    "testsetup testcleanup autosummary automodule contents sectnum section-numbering date "
    "js:module c:namespace cpp:namespace cpp:namespace-push cpp:namespace-pop c:namespace-push "
    "c:namespace-pop py:currentmodule include raw impl-detail-none audit-event-table "
    "title target-notes header footer jinja todolist sectionnumbers highlightlang "
    "doxygenfile toctree-filt ifslides".split()
)
"""Directives of which a reader sees nothing where they stand."""
_CODE = frozenset(
    "code code-block sourcecode literal prompt console testcode testoutput doctest ipython "  # noqa: SIM905
    "productionlist graphviz digraph graph uml plantuml mermaid math plot parsed-code terminal "
    "command-output program-output grammar-snippet runblock kernel-render".split()
)
_TITLES = {
    "seealso": "See also",
    "todo": "To do",
    "versionadded": "New in version {}",
    "versionchanged": "Changed in version {}",
    "versionremoved": "Removed in version {}",
    "deprecated": "Deprecated since version {}",
    "deprecated-removed": "Deprecated since version {}",
    "soft-deprecated": "Soft deprecated since version {}",
    "impl-detail": "CPython implementation detail",
    "availability": "Availability: {}",
    "audit-event": "Audit event {}",
}
_DIAGRAMS = ("graphviz", "digraph", "graph", "uml", "plantuml", "mermaid", "kernel-render")
_TITLED = frozenset(
    "tab tab-item card dropdown details collapse collapsible grid-item-card rubric centered "  # noqa: SIM905
    "prf:theorem prf:proof theorem proof lemma definition exercise solution margin".split()
)
"""Directives whose argument is the title of what they hold."""
_SEEN_THROUGH = frozenset(
    "only ifconfig container compound hlist glossary tabs tab-set grid grid-item cards flat-table "  # noqa: SIM905
    "rst-only sidebar-none acks panels aside group-tab highlights class".split()
)
_ENTRY = lazily(r"(?P<title>.+?)\s{0,40}<(?P<target>[^<>]+)>")
FILES = "postil-file"
"""Attribute of a node that stands for a file that is not read."""


class AnyOptions(dict[str, Any]):
    """Options of which every name is known, and every value as it is."""

    def __missing__(self, name: str) -> Any:
        return str

    def __bool__(self) -> bool:
        return True


class Words(Directive):
    """A directive that is read for its words."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec = AnyOptions()

    def run(self) -> list[Any]:
        """Return the nodes of the directive."""
        name = self.name.lower()
        argument = self.arguments[0] if self.arguments else ""
        if name in _SILENT:
            return self._file(argument) if name == "include" else []
        if name in _CODE:
            return self._code(name, argument)
        if name == "literalinclude":
            return self._listing(argument)
        if name == "toctree":
            return self._contents()
        if name in _TITLES:
            return self._note(name, argument)
        if name in _TITLED:
            return [*self._title(argument), *self._inside()]
        if name in _SEEN_THROUGH:
            return self._inside()
        return self._described(argument)

    def _inside(self) -> list[Any]:
        """Return the nodes of the content."""
        node = nodes.container()
        self.state.nested_parse(self.content, self.content_offset, node)
        return list(node.children)

    def _title(self, title: str) -> list[Any]:
        if not title:
            return []
        words, _ = self.state.inline_text(title, self.lineno)
        return [nodes.rubric(title, "", *words)]

    def _code(self, name: str, argument: str) -> list[Any]:
        words = "\n".join(self.content)
        if name in ("math", "productionlist", "grammar-snippet") or not words:
            words = "\n".join(filter(None, (argument, words)))
            argument = ""
        if not words.strip():
            return []
        node = nodes.literal_block(words, words)
        language = "" if name in _DIAGRAMS else argument
        node["classes"] = ["code", *language.split()[:1]]
        return [*self._caption(), node]

    def _caption(self) -> list[Any]:
        caption = str(self.options.get("caption") or "")
        words, _ = self.state.inline_text(caption, self.lineno)
        return [nodes.paragraph(caption, "", *words)] if caption else []

    def _listing(self, file: str) -> list[Any]:
        caption = self._caption()
        shown = caption or [nodes.paragraph("", "", nodes.literal(file, file))]
        return [*shown, *self._file(file)]

    def _file(self, file: str) -> list[Any]:
        node = nodes.comment()
        node[FILES] = file
        return [node]

    def _contents(self) -> list[Any]:
        """Return the parts of a document of several files, as they are named here."""
        if "hidden" in self.options:
            return []
        items = nodes.bullet_list()
        for line in self.content:
            entry = line.strip()
            if not entry or entry == "self":
                continue
            found = _ENTRY.fullmatch(entry)
            words = found["title"] if found else entry
            items += nodes.list_item("", nodes.paragraph(words, words))
        title = self._title(str(self.options.get("caption") or ""))
        return [*title, items] if len(items) else []

    def _note(self, name: str, argument: str) -> list[Any]:
        """Return a note under its title; what is said of a version goes on in its first line."""
        title = _TITLES[name]
        rest = ""
        if "{}" in title:
            version, _, rest = argument.partition("\n" if "\n" in argument else " ")
            title = title.format(version)
            if name == "availability":
                title, rest = f"Availability: {argument}", ""
        inside = self._inside()
        if rest or ("{}" in _TITLES[name] and inside and isinstance(inside[0], nodes.paragraph)):
            words, _ = self.state.inline_text(rest, self.lineno)
            lead = nodes.paragraph("", f"{title}: ", *words)
            if not rest:
                lead += inside.pop(0).children
            return [lead, *inside]
        said, _ = self.state.inline_text("" if "{}" in _TITLES[name] else argument, self.lineno)
        first = [nodes.paragraph("", "", *said)] if said else []
        return [nodes.admonition("", *self._title(title), *first, *inside)]

    def _told(self) -> list[Any]:
        """Return what the options say of a thing that is described."""
        said = []
        for name in _TOLD:
            if value := str(self.options.get(name) or ""):
                words, _ = self.state.inline_text(value, self.lineno)
                said.append(nodes.paragraph("", f"{name.title()}: ", *words))
        return said

    def _described(self, argument: str) -> list[Any]:
        """Return what is described, such as a function, and its description."""
        if not argument:
            return self._inside()
        signatures = [line.strip().rstrip("\\").rstrip() for line in argument.split("\n")]
        item = nodes.definition_list_item()
        for line in filter(None, signatures):
            item += nodes.term("", "", nodes.literal(line, line))
        inside = [*self._told(), *self._inside()]
        if inside:
            item += nodes.definition("", *inside)
        return [nodes.definition_list("", item)]


_TOLD = ("type", "default", "value")
"""Options of what is described that a reader is told."""
OURS = _SILENT | _CODE | _TITLES.keys() | {"literalinclude", "toctree", "only", "container"}
"""Directives that are read here even where docutils knows them."""
