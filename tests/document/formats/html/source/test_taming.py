"""Pages that would take a parser for ever are read as far as they make sense."""

from __future__ import annotations

import pytest

from postil.document.formats.html.source import tree
from postil.document.formats.html.source.taming import tamed
from postil.errors import NotReadable
from tests.document.formats.html.reading import prose, read, texts
from tests.support.effort import at_most

SOUND = f"<h1>Ice</h1><p><b>{prose(1)}</b><br>{prose(2)}" * 40


def test_a_sound_page_is_left_as_it_is() -> None:
    assert tamed(SOUND) is SOUND
    assert tamed("") == ""


def test_what_is_nested_too_deep_is_taken_for_what_stands_around_it() -> None:
    page = "<div>" * 30_000 + "deep text" + "</div>" * 30_000
    with at_most(200):
        assert texts(page) == ["deep text"]
    tags = tree.parse("<div>" * 900 + "deep text", "x").tags
    assert tags[-1] == tree.WORDS
    assert len(tags) < 500


def test_what_is_left_open_is_not_opened_anew_in_each_paragraph() -> None:
    opened = "".join(f"<font size={n}>" for n in range(100))
    page = f"<p>{opened}</p>" + "<p>x</p>" * 10_000
    assert len(tree.parse(page, "x").tags) < 25_000
    assert "<font" in tamed(f"<p>{opened}x")


def test_a_tag_of_thousands_of_attributes_loses_them() -> None:
    many = " ".join(f"a{n}={n}" for n in range(9_000))
    assert len(tamed(f"<p {many}>text</p><p id=b>more")) < 50
    picture = f'<img src="data:image/png;base64,{"a/b=" * 20_000}" alt=ice><p>text'
    assert tamed(picture) == picture
    assert "a9" in tamed(f"<p {many[:90]}>{'text ' * 9_000}")


def test_limits_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "MOST", 3 << 20)
    with pytest.raises(NotReadable, match="more than 3 MB"):
        read("<p>" + "x" * (3 << 20))
    monkeypatch.setattr(tree, "_MOST_NODES", 5_000)
    with pytest.raises(NotReadable, match="more than 5,000 elements"):
        read("<p>x" * 6_000)
