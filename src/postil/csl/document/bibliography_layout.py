"""Entries of a bibliography: authors that repeat, and fields that are aligned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from postil.csl.ground.rich import Pieces, Run, Span, affix, find, plain_text
from postil.csl.ground.xml import Node
from postil.csl.text.decoration import DISPLAY, decorated, ending

_ALIGNED = 2
"""Fields of which the first can be set apart from the second."""


@dataclass(slots=True)
class Entry:
    """An entry, rendered but not yet finished."""

    id: str
    fields: list[Pieces]
    """What each element of the layout gives."""
    layout: Node

    @property
    def pieces(self) -> Pieces:
        """The whole, without the affixes of the layout."""
        return [piece for field in self.fields for piece in field]


def substitute_authors(entries: Sequence[Entry], part: Node) -> None:
    """Put a sign in the place of names that the entry before has too."""
    # Some styles write its dashes as references within references.
    sign = unescape(part.get("subsequent-author-substitute"))
    if "subsequent-author-substitute" not in part.attributes:
        return
    rule = part.get("subsequent-author-substitute-rule", "complete-all")
    before: list[str] = []
    for entry in entries:
        whole = next(iter(find(entry.pieces, "names")), None)
        if not isinstance(whole, Span):
            before = []
            continue
        people = [one for one in find([whole], "name") if isinstance(one, Span)] or [whole]
        now = [plain_text([one]) for one in people]
        if rule == "complete-all":
            now = [plain_text([one]) for one in find([whole], "people")] or now
        if rule.startswith("partial"):
            same = list(_same(people, now, before))
            _replace(same[:1] if rule == "partial-first" else same, sign)
        elif now == before and rule == "complete-each":
            _replace(people, sign)
        elif now == before:
            lists = [one for one in find([whole], "people") if isinstance(one, Span)] or [whole]
            _replace(lists[:1], sign)
            _replace(lists[1:], "")
        before = now


def _same(people: Sequence[Span], now: Sequence[str], before: Sequence[str]) -> Iterator[Span]:
    """Yield the names that the entry before begins with too."""
    for one, name, other in zip(people, now, before, strict=False):
        if name != other:
            return
        yield one


def _replace(spans: Sequence[Span], sign: str) -> None:
    for span in spans:
        span.pieces = affix(sign)


def _placed(pieces: Pieces) -> bool:
    """Whether the style says itself where a field stands."""
    return isinstance(pieces[0], Span) and pieces[0].kind in DISPLAY


def _ended(pieces: Pieces, behind: Pieces) -> Pieces:
    """Return the pieces with what follows them, which stands in the last block, if there is one."""
    last = pieces[-1] if pieces else None
    if isinstance(last, Span) and last.kind in DISPLAY:
        # A number in the margin ends nothing; a margin may hold the words of the entry, too.
        if last.kind != "left-margin" or not any(find(last.pieces, "citation-number")):
            last.pieces = [*last.pieces, *behind]
        return pieces
    return [*pieces, *behind]


def lay_out(entry: Entry, part: Node) -> Pieces:
    """Return the entry with its affixes, its first field set apart where the style aligns."""
    layout = entry.layout
    before, behind = affix(layout.get("prefix")), ending(layout)
    fields = [field for field in entry.fields if field]
    if fields and _placed(fields[0]):
        return decorated([*before, *_ended(entry.pieces, behind)], layout)
    if part.get("second-field-align") and len(fields) == 1:
        return [Span("left-margin", decorated([*before, *fields[0]], layout))]
    if not part.get("second-field-align") or len(fields) < _ALIGNED:
        return decorated([*before, *_ended(entry.pieces, behind)], layout)
    first, rest = fields[0], [piece for field in fields[1:] for piece in field]
    if isinstance(first[-1], Run) and not first[-1].own and first[-1].text.endswith(" "):
        # The blank behind a number belongs to what follows.
        first[-1].text = first[-1].text.rstrip(" ")
        rest = [Run(" ", own=False), *rest]
    left = Span("left-margin", decorated([*before, *first], layout))
    return [left, Span("right-inline", decorated([*rest, *behind], layout))]
