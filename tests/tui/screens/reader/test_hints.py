"""Which hints are offered, by what the reader is in the middle of."""

from __future__ import annotations

import pytest

from postil.tui.screens.reader import hints
from postil.tui.screens.reader.hints import Offers, Situation, offered


@pytest.mark.parametrize(
    ("now", "wanted"),
    [
        (Situation(), hints.READING_HINTS),
        (Situation(found=True), hints.FOUND_HINTS),
        (Situation(found=True, selecting=True), hints.SELECTING_HINTS),
        (Situation(found=True, noted=True), hints.NOTED_HINTS),
        (Situation(reading=False), hints.FIND_HINTS),
        (Situation(reading=False, filtering=True), hints.OUTLINE_HINTS),
        (Situation(reading=False, in_margin=True), hints.MARGIN_HINTS),
        (Situation(selecting=True), hints.SELECTING_HINTS),
        (Situation(selecting=True, joining=True), hints.JOINING_HINTS),
        (Situation(changed=True), hints.CHANGED_HINTS),
        (Situation(lost=True), hints.LOST_HINTS),
        (Situation(changed=True, selecting=True), hints.SELECTING_HINTS),
        (Situation(lost=True, reading=False, in_margin=True), hints.MARGIN_HINTS),
        (Situation(noted=True), hints.NOTED_HINTS),
        (Situation(noted=True, whole=True), hints.WHOLE_HINTS),
        (Situation(noted=True, selecting=True), hints.SELECTING_HINTS),
        (Situation(noted=True, reading=False, in_margin=True), hints.MARGIN_HINTS),
        (Situation(placing=True), hints.GOING_TO_PLACE),
        (Situation(placing=True, lost=True), hints.GOING_TO_PLACE),
        (Situation(placing=True, selecting=True), hints.PLACING_HINTS),
        (Situation(placing=True, reading=False), hints.FIND_HINTS),
    ],
)
def test_what_is_offered(now: Situation, wanted: Offers) -> None:
    assert offered(now) is wanted
