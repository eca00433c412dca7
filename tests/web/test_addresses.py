"""Addresses are read as they are typed, and the machines of the reader's own net are told."""

from __future__ import annotations

import pytest

from postil.errors import CannotFetch
from postil.web.addresses import is_address, is_public, led_to, read_address


@pytest.mark.parametrize(
    ("typed", "text", "target"),
    [
        ("https://Example.ORG", "https://example.org/", "/"),
        ("HTTP://example.org:80/a b?q=ä#part", "http://example.org/a%20b?q=%C3%A4", None),
        ("https://example.org:8443/a%20b", "https://example.org:8443/a%20b", "/a%20b"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/", "/"),
        ("http://[::1]:8000/x", "http://[::1]:8000/x", "/x"),
        (" https://example.org/\x1b[2Ja ", "https://example.org/a", "/a"),
    ],
)
def test_an_address_is_read(typed: str, text: str, target: str | None) -> None:
    found = read_address(typed)
    assert found.text == text
    assert target is None or found.target == target


@pytest.mark.parametrize(
    "typed",
    [
        *("ftp://example.org/", "http://", "https:///path", "http://a:99999/", "http://[::1/"),
        *("file:///etc/passwd", "http://me:secret@example.org/", "http://" + "a" * 70 + ".org"),
        "https://example.org/" + "a" * 5000,
    ],
)
def test_what_is_none_is_refused(typed: str) -> None:
    with pytest.raises(CannotFetch):
        read_address(typed)


def test_only_the_web_is_meant() -> None:
    assert is_address("https://example.org")
    assert is_address("HTTP://example.org")
    assert not is_address("ftp://example.org")
    assert not is_address("notes/http.md")
    assert not is_address("http:/example.org")


def test_it_leads_on_within_a_site() -> None:
    base = read_address("https://example.org/a/b?c=d")
    assert led_to(base, "../e").text == "https://example.org/e"
    assert led_to(base, "//other.example/").text == "https://other.example/"
    with pytest.raises(CannotFetch):
        led_to(base, "file:///etc/passwd")
    with pytest.raises(CannotFetch):
        led_to(base, "http://[")


@pytest.mark.parametrize(
    "number",
    [
        *("127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.169.254", "0.0.0.0"),
        *("100.64.0.1", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0"),
        *("fc00::1", "ff02::1", "::ffff:127.0.0.1", "64:ff9b::a00:1", "2002:7f00:1::", "name"),
    ],
)
def test_machines_of_a_closed_net_are_told(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize("number", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34"])
def test_machines_of_the_open_net_are_told(number: str) -> None:
    assert is_public(number)


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        *(("http://127.0.0.1/", True), ("http://localhost:80/", True), ("http://[::1]/", True)),
        *(("http://example.org/", False), ("http://2130706433/", False), ("http://0x7f.1/", False)),
    ],
)
def test_an_address_may_name_its_machine_itself(typed: str, named: bool) -> None:
    assert read_address(typed).names_machine is named
