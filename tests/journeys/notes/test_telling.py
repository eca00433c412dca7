"""What is said in passing looks like trouble only where there is some."""

from __future__ import annotations

from pathlib import Path

from tests.journeys.driving import Session, reading


def told(session: Session) -> list[tuple[str, str]]:
    return [(one.message, one.severity) for one in session.app._notifications]


async def test_one_thing_is_said_at_a_time_and_trouble_is_set_apart(harbour: Path) -> None:
    async with reading(harbour) as s:
        s.app.tell("Note saved.", 5)
        await s.pilot.pause()
        assert told(s) == [("Note saved.", "information")]
        s.app.tell("The disk is full.", 5, trouble=True)
        await s.pilot.pause()
        assert told(s) == [("The disk is full.", "error")]


async def test_a_mark_is_said_as_a_fact(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.press("M", "a")
        assert [severity for _, severity in told(s)] == ["information"]
