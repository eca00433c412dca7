"""Plain text: paragraphs, lists and verse as they stand, and headings that nothing marks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from postil.document.article.back_matter import find_back_matter
from postil.document.article.builder import Draft
from postil.document.article.metadata import from_text, titled
from postil.document.formats.headings.find import find_headings
from postil.document.formats.headings.title_words import is_known, may_be_labelled
from postil.document.formats.layout.line_groups import Form, LineGroup, line_groups, settled
from postil.document.formats.layout.line_layout import LineLayout, measure
from postil.document.formats.layout.plain_blocks import PlainBlock, plain_blocks
from postil.document.formats.layout.running_heads import PAGE_BREAK
from postil.model.article import Block, BlockKind
from postil.model.values import replace
from postil.text.clean import clean
from postil.text.lazy_regex import lazily
from postil.text.progress import Progress, tracked

_SIGN = lazily(r"[{};=<>*\[\]|#_(]|\d\d[:/-]\d\d|,\S")
"""Of programs, tables and logs, as few begin without several of them."""
_ANY_SIGN = "{};=<>*[]|#_(:/-"
_OPENS = lazily(
    r"#!|\s*(?:SELECT|INSERT|CREATE|UPDATE|DELETE|WITH) "
    r"|\[?(?:INFO|DEBUG|WARN(?:ING)?|ERROR|TRACE)\b"
    r"|(?:---\n)?[\w-]{1,40}:(?: [^\n]{1,80})?\n[ ]{0,8}(?:- )?[\w-]{1,40}:|\(\w|set -"
    r"|[A-Z_]{2,30} ?[:?+]?= ?\S"
)
"""What some of them begin with that have few of these."""
_OPENING = 48
"""Code points that tell whether a text may begin so."""
_BEGINNING, _SIGNS = 1500, 6
"""Code points in which they are looked for, and how many they are."""
_ARTICLE = "A "
"""Opens a title more often than it counts one."""
_CUES = ":\uff1a\u300c"
_MAY_HAVE_FORMS = lazily(r"\S\n[ \t]{0,80}\S|^[ \t]{0,40}[^\W\da-z]{2}", re.MULTILINE)
"""Two lines without a blank one between them, or a cue of somebody who speaks."""


def read(text: str, head: str, progress: Progress | None = None) -> Draft:
    """Read a clean text; what its head looks like settles how lines are joined."""
    if (shown := _preformatted(text, head)) is not None:
        return Draft(shown, None, from_text("", ()))
    layout = measure(head)
    lines = 1 + text.count("\n")
    groups = _formed(line_groups(text, layout), head, layout)
    gathered = tracked(groups, progress, lambda _, group: group.line / lines)
    found = [plain for group in gathered for plain in _blocks(group, layout)]
    texts = [plain.block.text for plain in found]
    back_matter = find_back_matter(texts)
    blocks = _marked(found, layout, back_matter)
    metadata = from_text(head.replace(PAGE_BREAK, ""), texts[back_matter:])
    if texts and not _names_part(texts[0]):
        metadata = titled(metadata, blocks)
    return Draft(blocks, back_matter if back_matter < len(blocks) else None, metadata)


def _names_part(text: str) -> bool:
    """Tell whether a heading is one of a part, such as "Act One" or "Introduction"."""
    return is_known(text) or (may_be_labelled(text) and not text.startswith(_ARTICLE))


def preview(head: str, whole: str | None) -> Draft:  # noqa: ARG001 - no need to look ahead
    """Read the blocks that the head holds to their end."""
    if (shown := _preformatted(head, head, cut=True)) is not None:
        return Draft(shown, None, from_text("", ()))
    layout = measure(head)
    groups = settled(list(line_groups(head, layout)))
    gathered = list(_formed(groups, head, layout, cut=True))
    found = [plain for group in gathered for plain in _blocks(group, layout)]
    return Draft(
        _marked(found, layout, len(found)), None, from_text(head.replace(PAGE_BREAK, ""), ())
    )


def _blocks(group: LineGroup, layout: LineLayout) -> Iterable[PlainBlock]:
    """Return the blocks of a group, those that a message quotes too."""
    if group.form is not Form.QUOTED:
        return plain_blocks(group, layout)
    from postil.document.formats.layout.forms.mail import quoted_blocks

    return quoted_blocks(group, layout)


def _preformatted(text: str, head: str, *, cut: bool = False) -> list[Block] | None:
    """Return the blocks of what is no prose: a table, a log, a program; None for all others."""
    beginning = head[:_BEGINNING]
    if not _opens(beginning) and not _has_signs(beginning):
        return None
    from postil.document.formats.preformatted.recognise import preformatted

    return preformatted(text, head, cut=cut)


def _opens(beginning: str) -> bool:
    """Tell whether a text begins as hardly any prose does, which few signs show already."""
    first = beginning[:_OPENING]
    signs = ":" in first or "=" in first or first.startswith("set -")
    if first[:1].isalpha() and not signs and not first[:2].isupper():
        return False
    return _OPENS.match(beginning) is not None


def _has_signs(beginning: str) -> bool:
    """Tell whether there are several signs; most prose has not even as many that may be some."""
    most = beginning.count(",") - beginning.count(", ") - beginning.count(",\n")
    most += sum(map(beginning.count, _ANY_SIGN))
    return most >= _SIGNS and len(_SIGN.findall(beginning)) >= _SIGNS


def _formed(
    groups: Iterable[LineGroup], head: str, layout: LineLayout, *, cut: bool = False
) -> Iterable[LineGroup]:
    """Return the groups with what they are by the text they stand in."""
    if not any(sign in head for sign in _CUES) and not _MAY_HAVE_FORMS.search(head):
        return groups
    # Texts of one paragraph a line are spared what this takes to load.
    from postil.document.formats.layout.forms.shaping import shaped

    return shaped(groups, head, layout, cut=cut)


def too_large(most: int) -> str:
    """Return why a text with markup is read as plain text: it has more than so many code points."""
    return f"It is larger than {most >> 20} MB, and so was read as plain text."


def read_instead(text: str, head: str, progress: Progress | None, why: str) -> Draft:
    """Read a text as plain whose markup its own reader does not bear, and say why."""
    draft = read(clean(text), clean(head), progress)
    return replace(draft, remarks=(*draft.remarks, why))


def preview_instead(head: str) -> Draft:
    """Read the beginning of such a text."""
    return preview(clean(head), None)


def _marked(found: list[PlainBlock], layout: LineLayout, back_matter: int) -> list[Block]:
    """Return the blocks, those that are headings made so."""
    blocks = [plain.block for plain in found]
    levels = find_headings(found, layout, back_matter)
    for index, level in levels.items():
        blocks[index] = replace(blocks[index], kind=BlockKind.HEADING, level=level)
    heading = BlockKind.HEADING
    for index, block in enumerate(blocks):
        if block.kind is heading and index not in levels:
            blocks[index] = replace(block, kind=BlockKind.PARAGRAPH, level=0)
    return blocks
