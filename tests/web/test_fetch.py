"""One document is fetched, within its limits; every failure is a sentence."""

from __future__ import annotations

import gzip
import socket
from collections.abc import Iterator

import pytest

from postil.errors import CannotFetch
from postil.web import connection, fetch
from tests.support.formats.server import Answer, Site, served

HTML = "<p>Words of ice."


@pytest.fixture
def site() -> Iterator[Site]:
    with served() as found:
        yield found


def test_a_page_comes_with_its_type_and_letters(site: Site) -> None:
    address = site.page("/ice", HTML, "text/HTML; charset=Shift_JIS")
    shares: list[float] = []
    found = fetch.fetch(address, shares.append)
    assert (found.address, found.data) == (address, HTML.encode())
    assert (found.kind, found.charset) == ("text/html", "shift_jis")
    assert shares[-1] == 1.0
    assert site.asked == ["/ice"]


def test_what_is_packed_is_unpacked(site: Site) -> None:
    packed = gzip.compress(HTML.encode() * 10_000)
    site.answers["/"] = Answer(packed, headers={"Content-Encoding": "gzip"}, length=False)
    found = fetch.fetch(site.at("/"))
    assert found.data == HTML.encode() * 10_000
    assert (found.kind, found.charset) == ("", "")


def test_a_redirect_is_followed(site: Site) -> None:
    page = site.page("/new", HTML)
    site.answers["/old"] = Answer(status=301, headers={"Location": "/new#part"})
    assert fetch.fetch(site.at("/old")).address == page


def test_redirects_end(site: Site) -> None:
    site.answers["/"] = Answer(status=302, headers={"Location": "/"})
    with pytest.raises(CannotFetch, match="leads on more than"):
        fetch.fetch(site.at("/"))
    assert len(site.asked) == fetch.REDIRECTS + 1


@pytest.mark.parametrize(
    ("status", "said"),
    [
        *((401, "a name and a password"), (403, "does not let Postil"), (404, "no such page")),
        *((410, "gone for good"), (429, "too often"), (503, "answers 503"), (204, "answers 204")),
    ],
)
def test_what_the_server_refuses_is_said(site: Site, status: int, said: str) -> None:
    site.answers["/"] = Answer(status=status)
    with pytest.raises(CannotFetch, match=said):
        fetch.fetch(site.at("/"))


@pytest.mark.parametrize(
    "broken", [b"", b"PK", gzip.compress(b"Words of ice. " * 99)[:-20]], ids=range(3)
)
def test_a_bad_packing_is_said(site: Site, broken: bytes) -> None:
    site.answers["/"] = Answer(broken, headers={"Content-Encoding": "gzip"})
    with pytest.raises(CannotFetch, match="broke off"):
        fetch.fetch(site.at("/"))


def test_another_packing_than_was_asked_for_is_said(site: Site) -> None:
    site.answers["/"] = Answer(b"x", headers={"Content-Encoding": "br"})
    with pytest.raises(CannotFetch, match="packed as br"):
        fetch.fetch(site.at("/"))


def test_a_page_that_breaks_off_is_none(site: Site) -> None:
    site.answers["/"] = Answer(b"Words", headers={"Content-Length": "500"})
    with pytest.raises(CannotFetch, match="broke off"):
        fetch.fetch(site.at("/"))


@pytest.mark.parametrize("packed", [False, True])
def test_there_is_a_limit_of_size(
    site: Site, monkeypatch: pytest.MonkeyPatch, packed: bool
) -> None:
    monkeypatch.setattr(fetch, "LARGEST", 1 << 16)
    body = b"x" * (1 << 20)
    headers = {"Content-Encoding": "gzip"} if packed else {}
    site.answers["/"] = Answer(gzip.compress(body) if packed else body, headers=headers)
    with pytest.raises(CannotFetch, match="larger than 0 MB"):
        fetch.fetch(site.at("/"))


def test_there_is_a_limit_of_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody takes the call and says nothing."""
    monkeypatch.setattr(fetch, "LONGEST", 0.1)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        with pytest.raises(CannotFetch, match="it takes more than"):
            fetch.fetch(f"http://127.0.0.1:{port}/")


def test_an_answer_is_not_waited_for_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "ANSWER", 0.05)
    monkeypatch.setattr(fetch, "ANSWER", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        with pytest.raises(CannotFetch, match="without an answer"):
            fetch.fetch(f"http://127.0.0.1:{port}/")


def test_nobody_listens(site: Site) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(CannotFetch, match="refused"):
        fetch.fetch(f"http://127.0.0.1:{port}/")


def named(monkeypatch: pytest.MonkeyPatch, number: str) -> None:
    """Let every name lead to a machine."""

    def look_up(host: str, port: int, **_: object) -> list[object]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 0, "", (number, port))]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)


@pytest.mark.parametrize("number", ["127.0.0.1", "169.254.169.254", "10.0.0.1", "::1"])
def test_a_name_does_not_lead_into_the_readers_own_net(
    monkeypatch: pytest.MonkeyPatch, number: str
) -> None:
    named(monkeypatch, number)
    with pytest.raises(CannotFetch, match="no machine of the open net"):
        fetch.fetch("http://example.org/")


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "[::1]"])
def test_no_page_leads_into_the_readers_own_net(
    site: Site, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """The reader has typed one machine, and the page leads to another door of it."""
    with served() as other:
        other.page("/secret", HTML)
        there = f"http://{name}:{other.port}/secret"
        site.answers["/"] = Answer(status=302, headers={"Location": there})
        with pytest.raises(CannotFetch, match="no machine of the open net"):
            fetch.fetch(site.at("/"))
        assert other.asked == []


def test_no_other_scheme_is_led_to(site: Site) -> None:
    site.answers["/"] = Answer(status=302, headers={"Location": "file:///etc/passwd"})
    with pytest.raises(CannotFetch, match="no address of a web page"):
        fetch.fetch(site.at("/"))


def test_an_unknown_name_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(*_: object, **__: object) -> list[object]:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    with pytest.raises(CannotFetch, match=r"no machine is known as example\.org"):
        fetch.fetch("https://example.org/")


def test_a_certificate_that_is_not_good_is_no_way_in(site: Site) -> None:
    """What answers speaks no TLS at all."""
    with pytest.raises(CannotFetch):
        fetch.fetch(f"https://127.0.0.1:{site.port}/")


def test_the_reader_may_end_it(site: Site) -> None:
    class Ended(Exception):
        pass

    def end(_: float) -> None:
        raise Ended

    with pytest.raises(Ended):
        fetch.fetch(site.page("/", HTML), end)
