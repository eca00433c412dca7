"""What lists over the library say of their keys, and of a query that cannot be read."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len

from postil.errors import BadQuery, PostilError
from postil.text.clean import clean_line
from postil.tui.dialogs.frame.dialog import Hint
from postil.tui.messages import sentences


def mistake(error: PostilError | None, typed: str, width: int) -> str:
    """Return what is wrong with a query, on one line below the place where that is known."""
    if error is None:
        return ""
    return _pointing_at(error, typed, width) if isinstance(error, BadQuery) else sentences(error)


def _pointing_at(error: BadQuery, typed: str, width: int) -> str:
    said = f"▲ {error.why}; {error.remedy}" if error.remedy else f"▲ {error.why}"
    at = cell_len(typed[: error.at])
    return " " * max(0, min(at, width - cell_len(said))) + clean_line(said)


def hints(opens: str, own: Iterable[Hint], *, in_list: bool, rows: bool, more: bool) -> list[Hint]:
    """Return what the bottom line says, so that it is seen which part the keys mean.

    Enter ``opens``. ``own`` keys of the screen stand between those that all lists have; ``more``
    where what is pointed at is longer than its preview.
    """
    said: list[Hint] = []
    if in_list:
        said += [("rows.open", opens), ("rows.next rows.previous", "move"), *own]
        said += [("rows.type list.switch", "types on"), ("rows.help", "keys")]
        said += [("rows.leave", "back")]
    else:
        if rows:
            said += [("field.enter", opens), ("list.previous list.next", "move")]
            said += [("list.switch", "to the list")]
        said += [*own, ("list.help", "keys"), ("list.leave", "back")]
    return [*said, ("list.down", "more of it")] if more else said
