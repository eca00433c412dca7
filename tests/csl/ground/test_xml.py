"""XML of styles and locales, and what is refused of it."""

from __future__ import annotations

import pytest

from postil.csl.ground.errors import StyleError
from postil.csl.ground.xml import NAMESPACE, parse

STYLE = f'<style xmlns="{NAMESPACE[1:-1]}" xml:lang="de"><info>a<title>b</title>c</info></style>'


def test_elements_lose_their_namespace_and_keep_their_language() -> None:
    root = parse(STYLE)
    assert (root.tag, root.get("lang")) == ("style", "de")
    assert [node.tag for node in root.walk()] == ["style", "info", "title"]


def test_the_text_of_an_element_is_what_stands_before_its_children() -> None:
    info = parse(STYLE).children[0]
    assert info.text == "a"
    assert [node.text for node in info.every("title")] == ["b"]
    assert info.first("summary") is None


@pytest.mark.parametrize("depth", [100, 101])
def test_elements_may_be_nested_to_a_limit(depth: int) -> None:
    data = "<a>" * depth + "</a>" * depth
    if depth > 100:
        with pytest.raises(StyleError, match="nested too deeply"):
            parse(data)
    else:
        assert len(list(parse(data).walk())) == depth


def test_what_is_longer_than_any_style_is_not_parsed() -> None:
    with pytest.raises(StyleError, match="longer than any style"):
        parse(b" " * ((8 << 20) + 1))
