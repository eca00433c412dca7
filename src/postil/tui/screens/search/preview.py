"""The preview: all of the passage that is pointed at, with what surrounds it."""

from __future__ import annotations

from rich.text import Text

from postil.text.clean import clean_line
from postil.tui.screens.listing.preview import Preview
from postil.tui.screens.search.hit_list import Listed, marked
from postil.tui.theme import SIGNS


class PassagePreview(Preview):
    """Shows one hit as it stands in its article."""

    def __init__(self) -> None:
        super().__init__()
        self._hit: Listed | None = None

    def show(self, hit: Listed | None) -> None:
        """Show a hit; None for nothing."""
        if hit is not None and hit == self._hit:
            return
        self._hit = hit
        self.set(self._whole(hit) if hit is not None else Text())

    def on_resize(self) -> None:
        """Begin the passage where its first match is in sight of the rows that there are now."""
        super().on_resize()
        if self._hit is not None:
            self.set(self._whole(self._hit), home=False)

    def _whole(self, hit: Listed) -> Text:
        article, passage = hit.article, hit.passage
        section = "" if passage is None else article.section_of(passage)
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
            before = self.size.width * (rows // 3) or self.size.width // 2
            words = _from(words, passage.marks[0].start, before)
        return shown.append("\n\n").append_text(words)


def _from(words: Text, at: int, before: int) -> Text:
    """Return a text from at most so many code points before a place on, cut at a blank."""
    begin = max(0, at - before)
    if not begin:
        return words
    blank = max(words.plain.find(" ", begin, at), words.plain.find("\n", begin, at))
    begin = blank + 1 if blank >= 0 else begin
    while begin < at and words.plain[begin] == "\n":
        begin += 1
    return Text("…").append_text(words[begin:])
