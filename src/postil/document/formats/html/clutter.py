"""Clutter of a page: the parts that their names, roles and tags tell to be none of the article."""

from __future__ import annotations

from postil.document.formats.html import names
from postil.document.formats.html.part_ids import is_name_of_part
from postil.document.formats.html.prose import CODE, Prose
from postil.document.formats.html.source.tree import WORDS, Tree
from postil.document.formats.markup.tags import HEADINGS
from postil.text.lazy_regex import lazily

_MUCH = 0.35
"""Share of a page's prose that no name makes clutter."""
_NOTE_WORDS = frozenset(("fn", "footnote", "footnotes", "note", "notes", "sidenote", "marginnote"))
_CONTENTS = frozenset(("toc", "tocs", "contents", "tableofcontents", "index"))
_LITTLE = 600
"""Letters of prose of a page that is hardly more than a table of contents."""
_ASIDES = 60
"""Asides of which it is looked whether the text has their words as well."""
_ENOUGH = 300
"""Letters of prose that must be left when comments go that are longer than the article."""
_NOTED = lazily(
    r"(?i)\b(?:foot|end)?notes?\b|\badmonition|\bcallout|\bwarning|\btip\b|\bimportant|\bcaution"
    r"|\bhint|\bseealso|\bepigraph|\binfo ?box|\bfact ?box|\bexample|\bmargin ?note|\btopic\b"
    r"|\bexplainer"
)
_NOTE_ROLES = ("note", "doc-footnote", "doc-endnotes", "doc-endnote", "doc-tip", "doc-notice")
_NO_COMMENTS = frozenset(("code", "tt", "span", "em", "i", "p", "td", "th", "dt", "dd"))
"""What is no comment of a reader's by itself, but a remark on what stands beside it."""
_SLIGHT = 0.2
"""Share of all letters below which the little prose of a page does not make a part weigh."""
_GONE_TAGS = frozenset(("noscript", "dialog", "search", "menuitem", "input"))
_PLAIN = frozenset(("p", "span", "em", "i", "b", "strong", "code", "tt", "br", "td", "tr", "tbody"))


def find_clutter(tree: Tree, prose: Prose, title: int) -> list[tuple[int, int]]:
    """Return the runs of indexes that are clutter; ``title`` is where the title stands, or -1."""
    return _Finder(tree, prose, title).find()


class _Finder:
    def __init__(self, tree: Tree, prose: Prose, title: int) -> None:
        self.tree = tree
        self.prose = prose
        self.title = title
        self.total = max(1, prose.total)
        self.looked = 0
        self.main = next(
            (at for at in tree.named("main") if not tree.attributes[at].get("hidden")), -1
        )

    def find(self) -> list[tuple[int, int]]:
        tree = self.tree
        tags, ends = tree.tags, tree.ends
        gone = []
        at = tree.first("body")
        at = at + 1 if at >= 0 else 0
        count = len(tags)
        while at < count:
            if tags[at] != WORDS and self._is_clutter(at, tags[at]):
                gone.append((at, ends[at]))
                at = ends[at]
            else:
                at += 1
        return gone

    def _is_clutter(self, at: int, tag: str) -> bool:
        if tag in _GONE_TAGS:
            return True
        attributes = self.tree.attributes[at]
        if tag == "button":
            return self._stands_in(at, HEADINGS) < 0 or bool(
                self.tree.text(self._stands_in(at, HEADINGS)) != self.tree.text(at)
            )
        if attributes:
            if (attributes.get("role") or "") == "tabpanel":
                # One of several, each of which is shown when it is asked for.
                return False
            if names.is_hidden(attributes) or (self.tree.hidden and self._is_styled_away(at)):
                return self._leaves_enough(at)
            if attributes.get("aria-hidden") == "true":
                return not self._weighs(at) and self._has_twin(at)
            if (attributes.get("role") or "") in names.ROLES and not self._weighs(at):
                return tag != "form" or self.prose.of(at) == 0
        if tag in ("nav", "form", "aside", "header", "footer"):
            judged = self._by_tag(at, tag)
            if judged is not None:
                return judged
        if "-" in tag and names.verdict({"class": tag}) == names.AROUND:
            return not self._weighs(at) and not self._has_title(at)
        if tag == "pre" and "line" in (attributes.get("class") or ""):
            return self.tree.text(at).replace(" ", "").isdecimal()
        if not attributes or tag in ("body", "html", "main", *CODE):
            return False
        return self._by_name(at, tag)

    def _is_styled_away(self, at: int) -> bool:
        attributes = self.tree.attributes[at]
        classes = (attributes.get("class") or "").split()
        if any(not _NOTE_WORDS.isdisjoint(names.split(one[:60])) for one in classes):
            # Notes that open under the pointer are text as any other.
            return False
        said = [f".{one}" for one in classes] + [f"#{attributes.get('id')}"]
        return not self.tree.hidden.isdisjoint(said)

    def _by_tag(self, at: int, tag: str) -> bool | None:
        """Judge an element whose tag tells; None where its name must tell."""
        tree = self.tree
        if self._weighs(at) and not self._is_outside(at):
            return None
        if tag == "nav":
            return True
        if tag == "form":
            return self.prose.of(at) < self.total * 0.1
        if tag == "aside":
            return self._is_beside(at)
        if self._is_outside(at):
            return True
        holder = self._stands_in(at, ("article", "main", "section", "blockquote"))
        if tag == "header":
            if self._has_title(at) or holder >= 0:
                return None
            return True
        if holder >= 0 and tree.tags[holder] == "blockquote":
            return False
        if self._holds_notes(at):
            return False
        return holder < 0 or tree.links(at) > 0.3 * tree.size(at) or self.prose.of(at) == 0

    def _is_outside(self, at: int) -> bool:
        """Tell whether an element stands beside the one that the page calls its main text."""
        main = self.main
        if main < 0 or not self.prose.of(main) or self._has_title(at):
            return False
        return self.tree.ends[at] <= main or at >= self.tree.ends[main]

    def _is_beside(self, at: int) -> bool | None:
        tree = self.tree
        attributes = tree.attributes[at]
        if (attributes.get("role") or "") in _NOTE_ROLES or self._holds_notes(at):
            return False
        if _NOTED.search(" ".join(names.split((attributes.get("class") or "")[:200]))):
            return False
        if names.verdict(attributes):
            return True
        if tree.links(at) > 0.3 * tree.size(at) or not self.prose.of(at):
            return True
        said = tree.text(at)
        # A pulled quotation is in the text already.
        return self._stands_in(at, ("article", "main", "section")) < 0 or self._is_said_elsewhere(
            at, said
        )

    def _is_said_elsewhere(self, at: int, said: str) -> bool:
        tree = self.tree
        words = said.strip("“”\"'‘’ ")[:80]
        self.looked += 1
        if not words or self.looked > _ASIDES:
            return False
        end = tree.ends[at]
        return any(words in part for part in tree.words[:at]) or any(
            words in part for part in tree.words[end:]
        )

    def _by_name(self, at: int, tag: str) -> bool:
        tree = self.tree
        attributes = tree.attributes[at]
        found = names.verdict(attributes, by_id=is_name_of_part(tree, self.prose, at))
        if not found:
            return False
        if found == names.COMMENTS:
            return tag not in _NO_COMMENTS and self._leaves_enough(at)
        if found == names.HIDDEN:
            return not self._weighs(at) and tree.size(at) < 400
        if tag in HEADINGS:
            return False
        if self._weighs(at) or self._has_title(at) or self._stands_in(at, CODE) >= 0:
            return self._is_line_number(at)
        if tag == "a" and "href" in attributes and attributes.get("class") == "tooltip":
            # A tooltip that leads somewhere only has one.
            return False
        if tag in ("a", "span", "code", "abbr", "em", "strong", "b", "i"):
            return self._is_small_sign(at)
        if at > self.title and self._lists_all(at):
            return False
        return not self._holds_notes(at)

    def _lists_all(self, at: int) -> bool:
        """Tell whether a table of contents is what the page is about."""
        if self.tree.size(at) < self.total and self.total > _LITTLE:
            return False
        said = self.tree.attributes[at]
        named = {
            *names.split((said.get("class") or "")[:80]),
            *names.split((said.get("id") or "")[:80]),
        }
        return bool(named & _CONTENTS)

    def _is_line_number(self, at: int) -> bool:
        said = self.tree.text(at)
        return self._stands_in(at, CODE) >= 0 and said.replace(" ", "").isdecimal()

    def _is_small_sign(self, at: int) -> bool:
        """Tell whether what stands within a line is a sign of the page's, such as [edit]."""
        holder = self.prose.holders[at]
        if self.tree.tags[holder] not in ("p", "li") and (
            self.prose.own[holder] == self.tree.size(at)
            and any(sign.isalnum() for sign in self.tree.text(at))
        ):
            # All of a heading or a term may be a link to itself.
            return self.tree.tags[holder] not in (*HEADINGS, "dt", "td", "th")
        if self.tree.tags[holder] in HEADINGS and self.tree.size(at) > 0.5 * self.tree.size(holder):
            return False
        return self.tree.size(at) < 60 and (
            self.tree.tags[holder] not in ("p", "li", "dd") or self.tree.size(at) < 4
        )

    def _weighs(self, at: int) -> bool:
        if self.prose.of(at) <= _MUCH * self.total:
            return False
        return self.total > _LITTLE or self.tree.size(at) > _SLIGHT * self.tree.letters[-1]

    def _leaves_enough(self, at: int) -> bool:
        left = self.total - self.prose.of(at)
        return left >= min(_ENOUGH, 0.5 * self.total) and not self._has_title(at)

    def _has_twin(self, at: int) -> bool:
        """Tell whether what a screen reader passes over is short, or no prose."""
        return self.tree.size(at) < 400 or self.prose.of(at) == 0

    def _has_title(self, at: int) -> bool:
        return at <= self.title < self.tree.ends[at]

    def _holds_notes(self, at: int) -> bool:
        tree = self.tree
        for each in range(at, min(tree.ends[at], at + 40)):
            attributes = tree.attributes[each]
            if not attributes:
                continue
            if (attributes.get("role") or "").startswith(("doc-endnote", "doc-footnote")):
                return True
            classes = attributes.get("class")
            if classes and ("footnote" in classes or "endnote" in classes):
                return True
        return False

    def _stands_in(self, at: int, wanted: object) -> int:
        """Return the nearest element around this one that is among those wanted, -1 if none."""
        tags, parents = self.tree.tags, self.tree.parents
        at = parents[at]
        while at >= 0:
            if tags[at] in wanted:  # type: ignore[operator]
                return at
            at = parents[at]
        return -1
