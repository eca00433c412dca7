"""Keys that wait for each other: counts, and prefixes that a letter follows."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

from postil.model.values import dataclass

LARGEST_COUNT = 9999

MOTIONS = frozenset(
    f"page.{name}"
    for name in (
        "line-down", "line-up", "page-down", "page-up", "half-down", "half-up", "first", "last",
        "next-paragraph", "previous-paragraph", "next-section", "previous-section",
    )
)  # fmt: skip
"""Ids of the bindings that show another place of the article, and do nothing else."""

EXTENDING = frozenset(
    f"select.{name}"
    for name in (
        "left", "right", "down", "up", "word", "back", "end", "sentence", "sentence-back",
        "next-paragraph", "previous-paragraph", "next-section", "previous-section", "first", "last",
    )
)  # fmt: skip
"""Ids of the bindings that move the end of a selection, and do nothing else."""

COUNTED = MOTIONS | {
    "find.next", "find.previous", "mark.mark", "note.next", "note.previous", "jump.back",
    "jump.forward", "page.slide-left", "page.slide-right",
}  # fmt: skip
"""Ids of the bindings that a count may stand before."""

Verb = Callable[..., None]
"""What a key does, given what is written in its binding."""


class Pressed(Protocol):
    """A key event."""

    key: str
    character: str | None


class Counts(Protocol):
    """What a motion asks of the keys before it."""

    def take_count(self, otherwise: int = 1) -> int:
        """Return the count typed before this key, and forget it."""


class Keyboard(Protocol):
    """What a key sequence asks of the page."""

    def binding_id(self, key: str) -> str | None:
        """Return the id of what a key is bound to now, "" for one without; None for nothing."""

    async def run_binding(self, key: str) -> bool:
        """Do what a key is bound to; tell whether that could be done."""


class KeyReports(Protocol):
    """What is reported of keys that wait for others."""

    def waiting(self, shown: str) -> None:
        """Report what the bottom line says of them; "" for nothing."""

    def letter_given(self, prefix: str, letter: str) -> None:
        """Report the letter that completes a prefix."""


class Prefix(NamedTuple):
    """What a key does that another key follows."""

    begin: Callable[[], str | None]
    """Return what may follow, for the bottom line; None where there is nothing to wait for."""
    take: Callable[[str], None]
    """Take the character that follows; "" for a key without one."""
    leave: Callable[[], None] = lambda: None
    """Wait no more."""


@dataclass(slots=True)
class Pending:
    """What has been typed of a command that is not complete; it never times out."""

    count: str = ""
    prefix: str = ""
    hint: str = ""
    """What may follow, for the bottom line."""

    def __bool__(self) -> bool:
        return bool(self.count or self.prefix)

    def add_digit(self, digit: str) -> None:
        """Take one more digit of a count; counts end at 9,999."""
        if int(self.count + digit) <= LARGEST_COUNT:
            self.count += digit

    def begin(self, prefix: str, hint: str) -> None:
        """Wait for the key that follows a prefix."""
        self.prefix = prefix
        self.hint = hint

    def take_count(self, otherwise: int = 1) -> int:
        """Return the count and forget it."""
        count = int(self.count) if self.count else otherwise
        self.count = ""
        return count

    def clear(self) -> None:
        """Forget what was typed."""
        self.count = self.prefix = self.hint = ""

    @property
    def shown(self) -> str:
        """What the bottom line says of it."""
        if self.prefix:
            return f"{self.count}{self.prefix}…  {self.hint}"
        if self.count:
            return f"{self.count}…  a motion repeats, Enter marks in colour 1-5, Esc cancels"
        return ""


def _counts(digit: str) -> bool:
    """Let every digit be one of a count."""
    return not digit


class KeySequence:
    """Takes every key in the order it was typed, and knows which keys another one follows."""

    def __init__(self, keyboard: Keyboard, reports: KeyReports) -> None:
        self._keyboard = keyboard
        self._reports = reports
        self.pending = Pending()
        self.mark_letters = ""
        """The marks that are set, to be named when one is asked for."""
        self._prefixes: dict[str, Prefix] = {
            "M": Prefix(self._places_to_mark, lambda letter: self._letter("M", letter)),
            "'": Prefix(self._marks_to_go_to, lambda letter: self._letter("'", letter)),
        }
        self._digit_means: Callable[[str], bool] = _counts

    @property
    def verbs(self) -> dict[str, Verb]:
        """What its keys are bound to."""
        return {"wait": self.wait}

    def let_digits_mean(self, meaning: Callable[[str], bool]) -> None:
        """Ask first whether a digit is a command of its own, and no count."""
        self._digit_means = meaning

    def add_prefix(self, key: str, prefix: Prefix) -> None:
        """Know one more key that another key follows."""
        self._prefixes[key] = prefix

    # -- one key after the other

    async def take(self, event: Pressed) -> bool:
        """Take digits, what follows a prefix, and every key that is bound; tell whether it is."""
        if self.pending.prefix:
            self._complete(event.character or "")
            return True
        digit = event.character if event.character and event.character in "0123456789" else ""
        if digit and self._digit_means(digit):
            return True
        if digit and (digit != "0" or self.pending.count):
            self.pending.add_digit(digit)
            self._reports.waiting(self.pending.shown)
            return True
        bound = self._keyboard.binding_id(event.key)
        if self.pending.count and bound not in COUNTED:
            self.cancel()
            return True
        if bound is None:
            return False
        return await self._keyboard.run_binding(event.key)

    def moves(self, key: str, _: str | None = None, /) -> bool:
        """Tell whether a key is bound to a motion, so that another one may follow at once."""
        return not self.pending and self._keyboard.binding_id(key) in MOTIONS | EXTENDING

    def take_count(self, otherwise: int = 1) -> int:
        """Return the count typed before this key, and clear it from the bottom line."""
        if not self.pending:
            return otherwise
        count = self.pending.take_count(otherwise)
        self._reports.waiting(self.pending.shown)
        return count

    def cancel(self) -> bool:
        """Forget a prefix or a count; tell whether there was one."""
        if not self.pending:
            return False
        prefix = self.pending.prefix
        self.pending.clear()
        if prefix:
            self._prefixes[prefix].leave()
        self._reports.waiting("")
        return True

    # -- prefixes

    def wait(self, key: str) -> None:
        """Wait for the key that follows a prefix, where there is anything to wait for."""
        hint = self._prefixes[key].begin()
        if hint is not None:
            self.pending.begin(key, f"{hint}, Esc cancels")
            self._reports.waiting(self.pending.shown)

    def _complete(self, letter: str) -> None:
        prefix = self._prefixes[self.pending.prefix]
        self.pending.clear()
        self._reports.waiting("")
        prefix.take(letter)

    def _places_to_mark(self) -> str:
        return "a-z sets a mark in this article, A-Z in the library"

    def _marks_to_go_to(self) -> str:
        return f"marks: {' '.join(self.mark_letters) or 'none is set, M sets one'}"

    def _letter(self, prefix: str, letter: str) -> None:
        if letter.isascii() and letter.isalpha():
            self._reports.letter_given(prefix, letter)
