"""reStructuredText (docutils 0.23), read without opening any file that it names.

The parser takes some 100 ms to load, so it is imported for such documents only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from postil.document.article.builder import Draft
from postil.document.article.metadata import from_mapping
from postil.document.formats import plain
from postil.model.article import Block, BlockKind
from postil.model.source import Metadata
from postil.model.values import replace
from postil.text.clean import clean_line
from postil.text.progress import Progress, no_progress

if TYPE_CHECKING:
    from postil.document.formats.rst.tree_walk import TreeWalk

MOST = 1 << 20
"""Code points that are parsed; that takes docutils some fifteen seconds."""
_LONGEST_LINE = 50_000
"""Code points of a line in which markup is looked for."""
_PARSED = 0.9
"""Share of the work after which the tree is there."""
_TOO_MUCH = "Its markup is nested too deep, or broken, and so it was read as plain text."
_MOST_NAMED = 5


def read(text: str, head: str, progress: Progress | None = None) -> Draft:
    """Read a text as it was decoded; what cannot be parsed is read as plain text."""
    if len(text) > MOST or max(map(len, text.split("\n"))) > _LONGEST_LINE:
        why = plain.too_large(MOST) if len(text) > MOST else _TOO_MUCH
        return plain.read_instead(text, head, progress, why)
    tell = progress or no_progress
    tell(0)
    # Taken together they have 40 modules.
    from docutils.utils import SystemMessage

    from postil.document.formats.rst.parsing import doctree
    from postil.document.formats.rst.tree_walk import TreeWalk

    lines = 1 + text.count("\n")
    try:
        document = doctree(text, lambda line: tell(min(_PARSED, _PARSED * line / lines)))
        walk = TreeWalk(document, lambda share: tell(_PARSED + (1 - _PARSED) * share))
        walk.run()
    except (
        *(ArithmeticError, AssertionError, AttributeError, LookupError, NotImplementedError),
        *(RecursionError, StopIteration, SystemMessage, TypeError, ValueError),
    ):
        # What docutils does not bear it does not always say.
        return plain.read_instead(text, head, progress, _TOO_MUCH)
    blocks = walk.out.blocks
    found = _titled(_metadata(document), blocks)
    anchors = walk.out.anchors()
    return Draft(blocks, None, found, _remarks(walk), anchors=anchors)


def preview(head: str, whole: str | None) -> Draft:  # noqa: ARG001 - the end tells what is meant
    """Return nothing: substitutions and notes at the end change how a text begins."""
    return Draft(())


def _remarks(walk: TreeWalk) -> tuple[str, ...]:
    files = list(dict.fromkeys(clean_line(file, 100) for file in walk.files if file.strip()))
    if not files:
        return ()
    more = f" and {len(files) - _MOST_NAMED} more" if len(files) > _MOST_NAMED else ""
    return (
        f"It includes other files, which are not read: {', '.join(files[:_MOST_NAMED])}{more}.",
    )


def _metadata(document: Any) -> Metadata:
    from docutils import nodes

    values: dict[str, object] = {}
    if title := document.get("title"):
        values["title"] = title
    authors: list[str] = []
    for info in document.findall(nodes.docinfo):
        for node in info.children:
            if isinstance(node, nodes.author):
                authors.append(_words(node))
            elif isinstance(node, nodes.authors):
                authors += [_words(one) for one in node.children]
            elif isinstance(node, nodes.date):
                values["date"] = _words(node)
            elif isinstance(node, nodes.organization):
                values["publisher"] = _words(node)
            elif isinstance(node, nodes.field):
                values.setdefault(_words(node.children[0]).lower(), _words(node.children[1]))
        break
    if authors:
        values["author"] = authors
    return from_mapping(values, "document")[0]


def _words(node: Any) -> str:
    """Return the words of a field, without what the parser has to say about it."""
    from docutils import nodes

    texts = node.findall(nodes.Text)
    return " ".join(
        one.astext() for one in texts if not isinstance(one.parent.parent, nodes.system_message)
    )


def _titled(metadata: Metadata, blocks: list[Block]) -> Metadata:
    """Take the only heading of the first level for the title."""
    if metadata.title:
        return metadata
    tops = [one for one in blocks if one.kind is BlockKind.HEADING and one.level == 1]
    if len(tops) != 1:
        return metadata
    return replace(metadata, title=tops[0].text, origins=(*metadata.origins, ("title", "text")))
