"""Shadow roots that a page declares: what is shown of an element and of what fills its slots."""

from __future__ import annotations

from collections.abc import Iterator

from postil.document.formats.html.source.tree import WORDS, Tree


def composed(tree: Tree) -> Tree:
    """Return a tree as a reader sees it: shadow roots in place, their slots filled.

    What an element with a shadow root holds besides is shown where a slot asks for it, or not.
    """
    if not any("shadowrootmode" in tree.attributes[at] for at in tree.named("template")):
        return tree
    return _Composing(tree).compose()


class _Composing:
    def __init__(self, tree: Tree) -> None:
        self.old = tree
        self.new = Tree(linked_data=tree.linked_data, hidden=tree.hidden)
        self.roots = {
            tree.parents[at]: at
            for at in reversed(tree.named("template"))
            if "shadowrootmode" in tree.attributes[at]
        }
        self.outer: dict[int, int] = {}
        """For an element with a shadow root, the one in whose root it stands itself."""

    def compose(self) -> Tree:
        old, new = self.old, self.new
        waiting: list[tuple[Iterator[int], int, int, int]] = [(iter((0,)), -1, -1, -1)]
        while waiting:
            children, parent, host, closes = waiting[-1]
            at = next(children, -1)
            if at < 0:
                waiting.pop()
                if closes >= 0:
                    new.ends[closes] = len(new.tags)
                continue
            if old.tags[at] == "slot" and host >= 0:
                filled = self._filling(at, host)
                inside = self.outer.get(host, -1) if filled else host
                waiting.append((iter(filled or list(old.children(at))), parent, inside, -1))
                continue
            here = self._copy(at, parent)
            if (root := self.roots.get(at)) is not None:
                self.outer[at] = host
                waiting.append((old.children(root), here, at, here))
            elif old.ends[at] > at + 1:
                waiting.append((old.children(at), here, host, here))
        return new

    def _filling(self, slot: int, host: int) -> list[int]:
        old = self.old
        name = old.attributes[slot].get("name") or ""
        return [
            child
            for child in old.children(host)
            if child != self.roots[host]
            and (old.attributes[child].get("slot") or "") == name
            and (old.tags[child] != WORDS or not old.words[child].isspace())
        ]

    def _copy(self, at: int, parent: int) -> int:
        old, new = self.old, self.new
        here = len(new.tags)
        new.tags.append(old.tags[at])
        new.words.append(old.words[at])
        new.attributes.append(old.attributes[at])
        new.parents.append(parent)
        new.ends.append(here + 1)
        new.letters.append(new.letters[-1] + old.letters[at + 1] - old.letters[at])
        new.linked.append(new.linked[-1] + old.linked[at + 1] - old.linked[at])
        if old.tags[at] != WORDS:
            new.by_tag.setdefault(old.tags[at], []).append(here)
        return here
