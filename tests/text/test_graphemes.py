"""Characters as a reader sees them, walked in both directions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.text.graphemes import cluster_start, clusters, next_cluster, previous_cluster
from tests.support.effort import at_most

TEXTS = st.text(
    st.sampled_from("ab \r\n字한각e\u0301\u0302\u200d👩🇰🇷🏽❤\ufe0fकि्षᄀ\u1161\u11a8"), max_size=30
)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("ab", ["a", "b"]),
        ("e\u0301x", ["e\u0301", "x"]),
        ("👩‍👩‍👧🇰🇷🇫🇷", ["👩‍👩‍👧", "🇰🇷", "🇫🇷"]),
        ("한국", ["한", "국"]),
        ("a\r\nb", ["a", "\r\n", "b"]),
        ("", []),
    ],
)
def test_clusters_are_what_a_reader_sees(text: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end in clusters(text)] == parts


@given(TEXTS)
def test_stepping_visits_the_clusters_in_both_directions(text: str) -> None:
    starts = [start for start, _ in clusters(text)]
    forward = []
    at = 0
    while at < len(text):
        forward.append(at)
        at = next_cluster(text, at)
    assert forward == starts
    backward = []
    at = len(text)
    while at > 0:
        at = previous_cluster(text, at)
        backward.append(at)
    assert backward[::-1] == starts


@given(TEXTS)
def test_each_offset_belongs_to_the_cluster_around_it(text: str) -> None:
    for start, end in clusters(text):
        assert {cluster_start(text, at) for at in range(start, end)} == {start}


def test_stepping_stays_at_the_ends() -> None:
    assert next_cluster("ab", 1) == next_cluster("ab", 9) == 2
    assert previous_cluster("ab", 0) == previous_cluster("", 0) == cluster_start("", 3) == 0
    assert cluster_start("ab", 99) == 1


def test_stepping_in_a_long_line_looks_only_around() -> None:
    text = "字" * 500_000
    with at_most(100):
        for at in range(400_000, 400_100):
            assert next_cluster(text, at) == at + 1
            assert previous_cluster(text, at) == at - 1
