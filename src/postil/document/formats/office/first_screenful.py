"""First screenful of a long document, from its first paragraphs, while the rest is still read.

Headings that no style marks, and words set as code, are told by what most of a document looks
like. For the screenful that is a sample of it; the whole is judged anew, and where its words would
begin otherwise than those that were shown, what was shown stays.
"""

from __future__ import annotations

from collections.abc import Sequence

from postil.document.article.builder import Draft
from postil.document.formats.office.paragraphs import Item, Paragraph, Step, Story
from postil.document.formats.office.story_writer import draft_of as draft_of_all
from postil.document.formats.office.story_writer import settled, written
from postil.model.values import replace
from postil.text.progress import Progress

SAMPLE = 400
"""Paragraphs, and ends of what holds such, by which the first ones are judged."""
SHOWN, BEHIND = 60, 100
"""How many of them are shown, unless a table is longer, and how many are not.

By what follows the last of these is judged like any other.
"""


class FirstScreenful:
    """Shows the beginning of one document once, and keeps its words as they were shown."""

    def __init__(self, name: str) -> None:
        """Begin; ``name`` is that of the file."""
        self._name = name
        self._items: list[Item] = []
        self._shown: Draft | None = None
        self._done = False

    def of(self, items: Sequence[Item], story: Story) -> Draft | None:
        """Return the beginning of a document of which these are read; None too early, or again."""
        if self._done or len(items) < SAMPLE:
            return None
        self._done = True
        copies = settled([_copied(item) for item in items])
        self._items = copies[: _cut(copies)]
        so_far = replace(story, items=self._items, notes={}, comments={}, remarks=[])
        draft = replace(written(so_far, self._name), complete=False, anchors={}, remarks=())
        if draft.blocks:
            self._shown = draft
        return self._shown

    def draft_of(self, story: Story, progress: Progress | None) -> Draft:
        """Return the draft of the whole document, which begins with the words that were shown."""
        shown = self._shown
        if shown is None:
            return draft_of_all(story, self._name, progress)
        raw = [_copied(item) for item in story.items]
        draft = draft_of_all(story, self._name, progress)
        if [one.text for one in draft.blocks[: len(shown.blocks)]] == [
            one.text for one in shown.blocks
        ]:
            return draft
        story.items = [*self._items, *raw[len(self._items) :]]
        return draft_of_all(story, self._name, None, first=len(self._items))


def _copied(item: Item) -> Item:
    return replace(item, pieces=list(item.pieces)) if isinstance(item, Paragraph) else item


def _cut(items: Sequence[Item]) -> int:
    """Return how many of some items are shown; they break off no table and no run of code."""
    deep = cut = 0
    for at, item in enumerate(items[:-BEHIND]):
        if cut and at >= SHOWN:
            break
        if isinstance(item, Step):
            deep += 1 if item.begins else -1
        following = items[at + 1]
        code = isinstance(following, Paragraph) and following.role == "code"
        if not deep and not code:
            cut = at + 1
    return cut
