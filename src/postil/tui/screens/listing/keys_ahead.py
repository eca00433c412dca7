"""Keys that come before what is typed has been answered: they wait for the hits they are for."""

from __future__ import annotations

from collections.abc import Callable


class KeysAhead:
    """Remembers what to do as soon as a query is answered."""

    def __init__(self) -> None:
        self.answered = True
        """Whether what is typed has been answered."""
        self.opens = False
        """Whether to open the hit pointed at then."""
        self.rearranged = True
        """Whether the order that was asked for last is drawn; ticks wait for it."""
        self._moves = 0
        self._then: Callable[[], None] = lambda: None

    def ask(self) -> None:
        """Forget what was meant for another query."""
        self.answered, self.opens, self._moves = False, False, 0

    def give_up(self) -> None:
        """Wait for nothing any more."""
        self.answered, self.opens, self._moves = True, False, 0
        self.rearranged = True

    @property
    def takes_keys(self) -> bool:
        """Whether the next key is meant for the list as it is, and not for what is to come."""
        return self.rearranged and not self.opens

    def move(self, by: int) -> int:
        """Return by how many hits to move on now; what has to wait is counted."""
        if self.answered:
            return by
        self._moves += by
        return 0

    def come(self) -> int:
        """Take note that the query is answered; return by how many hits to move on."""
        self.answered = self.rearranged = True
        moves, self._moves = self._moves, 0
        return moves

    def waits(self, then: Callable[[], None]) -> bool:
        """Tell whether something has to wait; it is done as soon as the query is answered."""
        if not self.answered:
            self.opens, self._then = True, then
        return not self.answered

    def carry_out(self) -> None:
        """Do what has waited."""
        if self.opens:
            self.opens = False
            self._then()
