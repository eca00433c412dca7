"""The page as far as its keys wait for each other: counts, prefixes and bursts."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message

from postil.model.article import Article
from postil.tui.widgets.reading_page import ReadingPage

ASKING = frozenset({"note.tag", "note.write", "cite.choose", "source.show"})
"""Ids of the bindings that open a dialog, for which the keys that follow are meant."""

HELD = 0.4
"""Seconds for which keys are kept at most while a dialog opens."""


class KeyedPage(ReadingPage):
    """Takes every key in the order it was typed, and knows which keys another one follows."""

    @dataclass
    class LetterGiven(Message):
        """A prefix has been completed by a letter."""

        prefix: str
        letter: str

    def __init__(self, article: Article, measure: int) -> None:
        super().__init__(article, measure)
        self.mark_letters = ""
        """The marks that are set, to be named when one is asked for."""
        self.labels: dict[int, str] = {}
        """Letters to draw over the links on screen, by code point."""
        self._kept_keys: list[events.Key] | None = None

    async def on_key(self, event: events.Key) -> None:
        """Take digits, whatever follows a prefix, and every key that is bound.

        Textual would look a binding up only when its key has travelled up to the app; of keys that
        come in one burst the later ones would then be handled by this page before the first.
        """
        if self._kept_keys is not None:
            self._kept_keys.append(event)
        elif self.screen.focused is not self:
            self._pass_on(event)
        elif not await self._obey(event):
            return
        event.stop()
        event.prevent_default()

    async def _obey(self, event: events.Key) -> bool:
        """Do what a key is for; tell whether it is for anything here."""
        if self.pending.prefix:
            self._complete(event)
            return True
        digit = event.character if event.character and event.character in "0123456789" else ""
        if digit and self.digit(digit):
            return True
        if digit and (digit != "0" or self.pending.count):
            self.pending.add_digit(digit)
            self.post_message(self.Waiting(self.pending.shown))
            return True
        found = self.screen.active_bindings.get(event.key)
        if self.pending.count and (found is None or found.binding.id not in self.COUNTED):
            self.cancel()
            return True
        if found is None:
            return False
        if found.binding.id in ASKING:
            self.hold()
        return await self.app.run_action(found.binding.action, found.node)

    def hold(self) -> None:
        """Keep the keys that come from now on, for a dialog that is about to open."""
        if self._kept_keys is None:
            self._kept_keys = []
            self.set_timer(HELD, self.release)

    def release(self) -> None:
        """Hand the keys that were kept to whatever has the focus now."""
        held, self._kept_keys = self._kept_keys, None
        for event in held or ():
            self._pass_on(event)

    def _pass_on(self, event: events.Key) -> None:
        focused = self.app.focused
        if focused is not None:
            focused.post_message(events.Key(event.key, event.character))

    def cancel(self) -> bool:
        """Forget a prefix or a count; tell whether there was one."""
        waiting = bool(self.pending)
        self.pending.clear()
        if self.labels:
            self.labels = {}
            self.redraw()
        if waiting:
            self.post_message(self.Waiting(""))
        return waiting

    def action_wait(self, prefix: str) -> None:
        """Wait for the letter that completes a prefix."""
        hint = {
            "i": "q inside the quotation",
            "M": "a-z sets a mark in this article, A-Z in the library",
            "'": f"marks: {' '.join(self.mark_letters) or 'none is set, M sets one'}",
            "f": "",
        }[prefix]  # fmt: skip
        if prefix == "f":
            self._label_links()
            hint = "a letter opens its link"
            if not self.labels:
                self.post_message(self.Nothing("No link or footnote is on this screen."))
                return
        self.pending.begin(prefix, f"{hint}, Esc cancels")
        self.post_message(self.Waiting(self.pending.shown))

    def _complete(self, event: events.Key) -> None:
        prefix, letter = self.pending.prefix, event.character or ""
        labels = {sign: at for at, sign in self.labels.items()}
        self.cancel()
        if prefix in ("M", "'") and letter.isascii() and letter.isalpha():
            self.post_message(self.LetterGiven(prefix, letter))
        elif prefix == "f" and letter in labels:
            self.follow(labels[letter])
        else:
            self.completed(prefix, letter)

    def digit(self, digit: str) -> bool:
        """Take a digit that is no count; overridden where digits mean colours."""
        return False

    def completed(self, prefix: str, letter: str) -> None:
        """Take a letter after a prefix; overridden where more prefixes are known."""

    def _label_links(self) -> None:
        """Give a letter to each link on screen; overridden where links are known."""

    def follow(self, offset: int) -> None:
        """Open the link at a code point; overridden where links are known."""
