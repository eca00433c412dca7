"""Talk of a page: lines, lists and headed parts that speak of the page and not of its matter."""

from __future__ import annotations

from itertools import islice

from postil.document.formats.html import sayings
from postil.document.formats.html.names import declares
from postil.document.formats.html.prose import Prose
from postil.document.formats.html.regions import region, teases, tops
from postil.document.formats.html.source.tree import WORDS, Tree
from postil.document.formats.markup.tags import HEADINGS
from postil.text.lazy_regex import lazily

_DENSE = 0.6
_DENSE_LINE = 0.7
"""The same for a paragraph, which may be a sentence with two links."""
_ALL = 0.9
"""Share of its letters in links by which a list within news leads to other news."""
_LOOKED = 40
"""Parts of a table that are counted."""
_ROWS = 6
"""Rows of a table that is a list of something, and not a bar of ways."""
_LINE = 320
_LINES = frozenset(
    "p div span li td address small center summary header footer section a blockquote tr table "  # noqa: SIM905
    "form ul ol aside article h1 h2 h3 h4 h5 h6 nav time body".split()
)
_LISTS = frozenset(("ul", "ol", "div", "p", "table", "section", "dl", "center", "tr", "td", "span"))
_SURE = lazily(
    r"(?i)^(?:\d+|no|one) (?:comment|response|repl|thought)|^(?:leave|post|add) a|^(?:join"
    r"|start) the"
)
"""Headings under which readers speak, whatever they say."""
_LINKS = 2
_HEAD = 30
"""Elements of a table among which the names of its columns stand."""
_TRIMMED = 8
_EFFORT = 40
"""Elements that may be looked at for each of a page; those nested oddly are looked at often."""
_EFFORT_LEAST = 100_000
_MOTTO = 600
_PARTS = frozenset(("div", "ul", "ol", "center", "header", "section", "table", "span", "a"))


class Talk:
    """What of a page is to be left out for what it says."""

    def __init__(
        self,
        tree: Tree,
        prose: Prose,
        gone: bytearray,
        title: int,
        *,
        news: bool = False,
        own: str = "",
    ) -> None:
        """Begin; ``gone`` has a 1 where an element begins that is left out already.

        ``news`` says that the page is an article of a newspaper or a weblog; ``own`` is the name
        of its file, as its own links may give it.
        """
        self.news = news
        self.own = own
        self.tree = tree
        self.prose = prose
        self.gone = gone
        self.title = title
        self.first = prose.first()
        self.last = prose.last()
        self._rows: dict[int, int] = {}
        """How many rows the tables have that were looked at."""
        self.effort = _EFFORT * len(tree.tags) + _EFFORT_LEAST

    def find(self) -> None:
        """Leave out what is talk."""
        tree, gone = self.tree, self.gone
        tags, ends = tree.tags, tree.ends
        self._trim()
        self._before_title()
        at = max(tree.first("body"), 0)
        count = len(tags)
        headed = -1
        while at < count:
            tag = tags[at]
            if tag == WORDS:
                at += 1
                continue
            if gone[at]:
                at = ends[at]
                continue
            if tag == "summary" and _SURE.search(tree.text(at)):
                gone[tree.parents[at]] = 1
                at = ends[tree.parents[at]]
                continue
            if tag in HEADINGS:
                end = self._heading(at)
                if not gone[at] and at != self.title:
                    headed = at
                at = end
                continue
            if declares(tree.attributes[at]):
                at = ends[at]
                continue
            size = tree.size(at)
            if size and tag in _LISTS and self._is_way(at, size, headed):
                gone[at] = 1
                at = ends[at]
                continue
            if 0 < size <= _LINE and tag in _LINES and self._is_line(at):
                gone[at] = 1
                at = ends[at]
                continue
            if tag in ("pre", "math", "svg"):
                at = ends[at]
                continue
            at += 1

    def _trim(self) -> None:
        """Leave out the lines at the end that would be prose but for what they say."""
        tree = self.tree
        for _ in range(_TRIMMED):
            words = self.prose.last()
            last = self.prose.holders[words] if words >= 0 else -1
            if last < 0 or tree.size(last) > _LINE or self.prose.of(last) > 0.3 * self.prose.total:
                break
            if not sayings.is_page_talk(tree.text(last), behind=True):
                break
            self.gone[last] = 1
            self.prose.without([(last, tree.ends[last])])
        self.last = self.prose.last()

    def _before_title(self) -> None:
        """Leave out what stands in parts of its own before the title, such as a site's motto."""
        tree = self.tree
        if self.title < 0 or self.first < self.title:
            return
        at = self.title
        while (parent := tree.parents[at]) >= 0 and tree.tags[parent] != "html":
            for child in tree.children(parent):
                if child >= at:
                    break
                leads = tree.tags[child] in HEADINGS and tree.links(child) == tree.size(child) > 0
                if tree.tags[child] == "p":
                    leads = tree.links(child) == tree.size(child)
                if (leads or tree.tags[child] in _PARTS) and tree.size(child) < _MOTTO:
                    self.gone[child] = 1
            at = parent

    def _is_line(self, at: int) -> bool:
        tree = self.tree
        if at <= self.title < tree.ends[at]:
            return False
        behind = at > self.last
        if not self._may_look(at):
            return False
        if (
            not behind
            and tree.links(at) <= 0.4 * tree.size(at)
            and not (sayings.opens_talk(tree.opening(at)))
        ):
            return False
        said = tree.text(at)
        if tree.tags[at] == "li" and " " not in said and not tree.links(at):
            # A word in a list is an item of it.
            return False
        if tree.links(at) > 0.4 * tree.size(at) and sayings.leads_elsewhere(said):
            return not self.prose.of(at) and not self._has_heading(at)
        if not sayings.is_page_talk(said, behind=behind):
            return False
        if tree.tags[at] == "a" or tree.tags[at] == "span":
            # Within a line only a link with nothing beside it is the page's.
            return tree.size(at) == self.prose.own[self.prose.holders[at]]
        return not any(
            tree.tags[each] in ("code", "tt", "kbd", "var", "dt", "pre")
            for each in range(at, tree.ends[at])
        )

    def _is_way(self, at: int, size: int, headed: int) -> bool:
        """Tell whether an element holds ways to elsewhere and stands before or behind the prose."""
        tree = self.tree
        dense = _DENSE_LINE if tree.tags[at] == "p" else _DENSE
        if tree.links(at) < dense * size or self.prose.of(at):
            return False
        if tree.tags[at] in ("tr", "td") and self._is_row_of_many(at):
            return False
        if size > self.prose.total and at > self.title:
            # Where there is more of them than of prose, ways are what the page is about.
            return False
        if tree.tags[at] == "table" and self._has_heads(at):
            return False
        if at <= self.title < tree.ends[at] or not self._may_look(at) or self._has_heading(at):
            return False
        links = sum(tree.tags[each] == "a" for each in range(at, tree.ends[at]))
        if links < _LINKS and not sayings.is_page_talk(tree.text(at), behind=True):
            return False
        if any(tree.tags[each] in ("sup", "code", "tt") for each in range(at, tree.ends[at])):
            return False
        said = tree.text(at)
        if declares(tree.attributes[at]):
            return False
        if tree.tags[at] == "dl" or sayings.OF_CODE.search(said) or said[:8].lower() == "see also":
            return False
        if at > self.last:
            return headed < self.last and not self._goes_on(at)
        within = self._leads_within(at)
        if self._is_announced(at):
            return False
        if at < self.first:
            return not self._follows(at, headed)
        if self.news and tree.tags[at] in ("ul", "ol") and not self._follows(at, headed):
            return tree.links(at) > _ALL * size
        listed = tree.tags[at] in ("ul", "ol", "div") and not self._follows(at, headed)
        return listed and within and links > _LINKS

    def _is_row_of_many(self, at: int) -> bool:
        """Tell whether a row, or a cell, is one of a table with many of them."""
        tree = self.tree
        while at >= 0 and tree.tags[at] not in ("tbody", "table"):
            at = tree.parents[at]
        if at not in self._rows:
            among = islice(tree.children(at), _LOOKED) if at >= 0 else ()
            self._rows[at] = sum(tree.tags[each] == "tr" for each in among)
        return self._rows[at] > _ROWS

    def _is_announced(self, at: int) -> bool:
        """Tell whether the words before a list end in a colon."""
        before = self.tree.before(at)
        return before >= 0 and self.tree.text(before).endswith((":", "："))

    def _may_look(self, at: int) -> bool:
        """Count what is about to be looked at; false once it is more than any sound page needs."""
        self.effort -= 3 * (self.tree.ends[at] - at)
        return self.effort > 0

    def _follows(self, at: int, headed: int) -> bool:
        """Tell whether a heading stands just before, which says what the links are."""
        return headed >= 0 and self.tree.letters[at] - self.tree.letters[headed] < _LINE

    def _leads_within(self, at: int) -> bool:
        """Tell whether all links lead to places of the page: a table of its contents."""
        tree = self.tree
        pages = set()
        for each in range(at, tree.ends[at]):
            if tree.tags[each] == "a":
                page, sign, _ = (tree.attributes[each].get("href") or "#").partition("#")
                pages.add(page if sign else None)
        return pages <= {"", self.own}

    def _goes_on(self, at: int) -> bool:
        """Tell whether a list stands right among the prose of a page that is no news."""
        tree = self.tree
        if self.news or self.last < 0 or tree.tags[at] not in ("ul", "ol"):
            return False
        return tree.parents[at] == tree.parents[self.prose.holders[self.last]]

    def _has_heads(self, at: int) -> bool:
        """Tell whether a table names its columns."""
        end = min(self.tree.ends[at], at + _HEAD)
        return "th" in self.tree.tags[at:end] and at > self.title

    def _has_heading(self, at: int) -> bool:
        tree = self.tree
        return any(
            tree.tags[each] in HEADINGS and not self.gone[each] for each in range(at, tree.ends[at])
        )

    def _heads_talk(self, said: str) -> bool:
        if self.news and sayings.OF_NEWS.fullmatch(said):
            return True
        return sayings.OF_SURROUNDINGS.fullmatch(said) is not None

    def _heading(self, at: int) -> int:
        """Judge what stands under a heading; return where to go on."""
        tree = self.tree
        said = tree.text(at)
        behind = tree.ends[at]
        if at == self.title or len(said) > 100 or not self._heads_talk(said):
            return behind
        end = region(tree, self.prose, self.title, at)
        held = sum(self.prose.of(each) for each in tops(tree, at, end))
        sure = bool(_SURE.search(said))
        size = tree.letters[end] - tree.letters[behind]
        dense = tree.linked[end] - tree.linked[behind] > _DENSE * size
        if size > self.prose.total and sayings.CONTENTS.fullmatch(said):
            return behind
        if size and held and sayings.TEASERS.match(said) and teases(tree, self.prose, at, end):
            dense = True
        if size and held and not (dense or (sure and self.prose.total - held > held * 0.2)):
            return behind
        if not size and sayings.CONTENTS.fullmatch(said) is None and not sure:
            return behind
        for each in tops(tree, at, end):
            self.gone[each] = 1
        return end
