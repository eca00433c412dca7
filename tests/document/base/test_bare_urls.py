from __future__ import annotations

import pytest

from postil.document.base.bare_urls import bare_links


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("See https://lamp.example/a, and go.", "https://lamp.example/a"),
        ("(https://lamp.example/a)", "https://lamp.example/a"),
        ("https://lamp.example/a_(b)", "https://lamp.example/a_(b)"),
        ("“http://lamp.example”", "http://lamp.example"),
        ("https://lamp.example/?a=[b].", "https://lamp.example/?a=[b]"),
        ("HTTPS://LAMP.EXAMPLE", "HTTPS://LAMP.EXAMPLE"),
    ],
)
def test_an_address_ends_before_the_punctuation_of_its_sentence(text: str, address: str) -> None:
    [link] = bare_links(text)
    assert link.target == text[link.start : link.end] == address


@pytest.mark.parametrize("text", ["no address", "https://", "lamp.example", "http://..."])
def test_what_is_no_address(text: str) -> None:
    assert bare_links(text) == ()
