"""A page is fetched through the proxy that the reader has set, and through none else."""

from __future__ import annotations

import socket
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import pytest

from postil.errors import CannotFetch
from postil.web import connection, fetch
from postil.web.addresses import read_address
from postil.web.proxies import Proxy, proxy_for
from tests.support.formats.server import Answer, Site, served

PAGE = "http://ice.test/page?a=b"
"""An address of a machine that nobody knows, but for a proxy."""
VARIABLES = ("http_proxy", "https_proxy", "no_proxy", "all_proxy", "REQUEST_METHOD")


@pytest.fixture(autouse=True)
def unset(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing be set but what a test sets, and no name be looked up in the net."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    known = socket.getaddrinfo

    def looked_up(host: str, *args: object, **named: object) -> object:
        if host == "inner.test":
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("192.168.7.7", 80))]
        if host.endswith(".test"):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return known(host, *args, **named)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(socket, "getaddrinfo", looked_up)


@pytest.fixture
def proxy(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """Answer for all machines, by whole addresses."""
    with served() as site:
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{site.port}")
        monkeypatch.setenv("https_proxy", f"127.0.0.1:{site.port}")
        yield site


@contextmanager
def talking(answer: bytes) -> Iterator[tuple[int, list[bytes]]]:
    """Yield the port of a machine that answers so once, and what it was told."""
    told: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def talk() -> None:
            one, _ = server.accept()
            with one:
                told.append(one.recv(1 << 16))
                one.sendall(answer)

        thread = Thread(target=talk, daemon=True)
        thread.start()
        yield server.getsockname()[1], told
        thread.join(10)


def test_a_page_comes_through_the_proxy(proxy: Site) -> None:
    proxy.page(PAGE, "<p>Ice.")
    found = fetch.fetch(PAGE)
    assert (found.address, found.data) == (PAGE, b"<p>Ice.")
    assert proxy.asked == [PAGE]


def test_a_redirect_stays_with_the_proxy(proxy: Site) -> None:
    proxy.answers[PAGE] = Answer(status=301, headers={"Location": "http://snow.test/new"})
    proxy.page("http://snow.test/new", "<p>Snow.")
    assert fetch.fetch(PAGE).address == "http://snow.test/new"


@pytest.mark.parametrize("place", ["http://10.0.0.1/", "http://inner.test/", "http://[fd00::1]/"])
def test_no_proxy_is_asked_for_a_machine_of_the_own_net(proxy: Site, place: str) -> None:
    proxy.answers[PAGE] = Answer(status=301, headers={"Location": place})
    proxy.page(place, "<p>Secret.")
    with pytest.raises(CannotFetch, match="no machine of the open net"):
        fetch.fetch(PAGE)
    assert proxy.asked == [PAGE]


def test_this_machine_is_asked_without_a_proxy(proxy: Site) -> None:
    with served() as site:
        page = site.page("/ice", "<p>Ice.")
        assert fetch.fetch(page).data == b"<p>Ice."
    assert proxy.asked == []


def test_what_is_excepted_is_asked_without_a_proxy(
    proxy: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("no_proxy", "snow.test, .ice.test")
    assert proxy_for(read_address("http://snow.test/")) is None
    assert proxy_for(read_address("http://a.ice.test/")) is None
    other = proxy_for(read_address("http://rain.test/"))
    assert other is not None
    assert other.port == proxy.port
    monkeypatch.setenv("no_proxy", "*")
    assert proxy_for(read_address("http://rain.test/")) is None


def test_a_name_and_a_password_are_given_to_the_proxy_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 8\r\n\r\n"
    with talking(head + b"<p>Ice. ") as (port, told):
        monkeypatch.setenv("http_proxy", f"http://ann:p%40ss@127.0.0.1:{port}")
        assert fetch.fetch(PAGE).data == b"<p>Ice. "
    pair = b64encode(b"ann:p@ss").decode()
    assert f"Proxy-Authorization: Basic {pair}".encode() in told[0]
    assert told[0].startswith(f"GET {PAGE} HTTP/1.1\r\nHost: ice.test\r\n".encode())


def test_through_the_proxy_nobody_listens_to_https(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with talking(b"HTTP/1.1 200 Connection established\r\n\r\n") as (port, told):
        monkeypatch.setenv("https_proxy", f"http://ann:secret@127.0.0.1:{port}")
        # What follows is no TLS, so that it ends here.
        with pytest.raises(CannotFetch):
            fetch.fetch("https://ice.test/page")
    assert told[0].startswith(b"CONNECT ice.test:443 HTTP/1.1\r\nHost: ice.test:443\r\n")
    assert b"Proxy-Authorization: Basic " in told[0]
    assert b"/page" not in told[0]


@pytest.mark.parametrize(
    ("status", "said"), [(407, "asks for a name and a password"), (502, "answers 502")]
)
def test_a_proxy_that_refuses_is_named_without_its_password(
    monkeypatch: pytest.MonkeyPatch, status: int, said: str
) -> None:
    with talking(f"HTTP/1.1 {status} No\r\nContent-Length: 0\r\n\r\n".encode()) as (port, _):
        monkeypatch.setenv("https_proxy", f"http://ann:secret@127.0.0.1:{port}")
        with pytest.raises(CannotFetch, match=said) as error:
            fetch.fetch("https://ice.test/")
    assert f"the proxy at 127.0.0.1:{port}" in str(error.value)
    assert "secret" not in str(error.value)


def test_a_proxy_that_asks_for_a_name_is_told_from_the_page(proxy: Site) -> None:
    proxy.answers[PAGE] = Answer(status=407)
    with pytest.raises(CannotFetch, match=r"the proxy at .* asks for a name and a password"):
        fetch.fetch(PAGE)


def test_a_proxy_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    monkeypatch.setattr(connection, "ANSWER", 1.0)
    monkeypatch.setenv("http_proxy", f"127.0.0.1:{port}")
    with pytest.raises(CannotFetch, match=f"the proxy at 127.0.0.1:{port} does not answer"):
        fetch.fetch(PAGE)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("socks5://127.0.0.1:9", "of the kind socks5"),
        ("http://", "no address of a proxy"),
        ("http://a:port", "no address of a proxy"),
    ],
)
def test_a_setting_that_names_no_proxy_is_told(
    monkeypatch: pytest.MonkeyPatch, said: str, why: str
) -> None:
    monkeypatch.setenv("http_proxy", said)
    with pytest.raises(CannotFetch, match=why):
        fetch.fetch(PAGE)


def test_a_proxy_without_a_port(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("all_proxy", "proxy.test")
    assert proxy_for(read_address(PAGE)) == Proxy("proxy.test", 80)
