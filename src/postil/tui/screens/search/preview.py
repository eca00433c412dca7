"""The preview: all of the passage that is pointed at, with what surrounds it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from rich.text import Text

from postil import library
from postil.errors import PostilError
from postil.text.clean import clean_line
from postil.tui.screens.listing.preview import Preview
from postil.tui.screens.search.hit_list import Listed, marked
from postil.tui.startup.key_priority import BackgroundTask, Cancelled
from postil.tui.theme import SIGNS

if TYPE_CHECKING:
    from postil.library.catalogue.live_search import Passage
    from postil.model.article import Article


READ = (".txt", ".md", ".markdown")
"""Ends of the names of files that are read at once for the section of a passage."""

LARGEST = 300_000
"""Bytes of such a file at most."""


class Sections:
    """Knows in which section of its article a passage stands; the last article is kept."""

    def __init__(self) -> None:
        self._last: tuple[str, Article] | None = None

    def of(self, path: str | None, passage: Passage) -> str:
        """Return the name of the section; "" where the article has none, or is another by now."""
        article = None if path is None else self._article(path)
        if article is None:
            return ""
        span = passage.spans[0]
        if article.text[span.start : span.start + len(passage.words)] != passage.words:
            return ""
        section = article.section_at(span.start)
        return "" if section is None else section.name

    def _article(self, path: str) -> Article | None:
        if self._last is not None and self._last[0] == path:
            return self._last[1]
        try:
            if not path.endswith(READ) or Path(path).stat().st_size > LARGEST:
                return None
            article = library.loading.whole(Path(path))
        except (OSError, PostilError):
            return None
        self._last = path, article
        return article


class PassagePreview(Preview):
    """Shows one hit as it stands in its article."""

    def __init__(self, task: BackgroundTask) -> None:
        """Read in which section a passage stands as a ``task``, behind what is typed."""
        super().__init__()
        self._hit: Listed | None = None
        self._reading = task
        self._sections = Sections()

    def show(self, hit: Listed | None) -> None:
        """Show a hit; None for nothing."""
        if hit is not None and hit == self._hit:
            return
        self._hit = hit
        self.set(self._whole(hit, "") if hit is not None else Text())
        if hit is not None and hit.passage is not None and hit.passage.spans:
            self._reading.drop()
            self._reading = self._reading.another()
            work = partial(self._find_section, hit, hit.passage, self._reading)
            self.run_worker(work, thread=True, exclusive=True, group="section")

    def _find_section(self, hit: Listed, passage: Passage, task: BackgroundTask) -> None:
        try:
            task.let_keys_go_first()
            name = self._sections.of(hit.article.path, passage)
        except Cancelled:
            return
        if name:
            self.call_later(self._take_section, hit, name)

    def _take_section(self, hit: Listed, name: str) -> None:
        if hit is self._hit:
            self.set(self._whole(hit, name))

    def _whole(self, hit: Listed, section: str) -> Text:
        article, passage = hit.article, hit.passage
        shown = Text().append(clean_line(article.title), style=self.ink("title"))
        facts = ", ".join(one for one in (article.outlet, article.date) if one)
        if facts:
            shown.append(f"\n{clean_line(facts)}", style=self.ink("quiet"))
        if section:
            shown.append(f"\n§ {clean_line(section)}", style=self.ink("quiet"))
        if passage is None:
            return shown
        if passage.note:
            shown.append(f"\n{SIGNS[passage.colour]} note", style=self.ink(str(passage.colour)))
            tags = clean_line(" ".join(f"#{tag}" for tag in passage.tags))
            shown.append(f"  {tags}", style=self.ink("quiet"))
        words = marked(passage, self.ink("match"))
        rows = self.size.height - 3 - bool(section)
        if passage.marks and rows > 0:
            words = _from(words, passage.marks[0].start, self.size.width * (rows // 3))
        return shown.append("\n\n").append_text(words)


def _from(words: Text, at: int, before: int) -> Text:
    """Return a text from at most so many code points before a place on, cut at a blank."""
    begin = max(0, at - before)
    if not begin:
        return words
    blank = max(words.plain.find(" ", begin, at), words.plain.find("\n", begin, at))
    return Text("…").append_text(words[(blank + 1 if blank >= 0 else begin) :])
