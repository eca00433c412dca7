"""Connection to a web server: the number of the machine is looked at before it is called.

Who asks for a name twice may be told two numbers. So the name is looked up once, and the very
number that was judged is called.
"""

from __future__ import annotations

import socket
import ssl
from contextlib import suppress
from http import HTTPStatus
from http.client import HTTPConnection, HTTPResponse

from postil.errors import CannotFetch
from postil.web.addresses import Address, is_public
from postil.web.proxies import Proxy

ANSWER = 10.0
"""Seconds to wait for one answer of a machine."""

_PROXY = "see what http_proxy, https_proxy and no_proxy are set to"
_NEVER = "type the number of that machine in place of its name if you mean it"


class Connection(HTTPConnection):
    """A connection for one address."""

    def __init__(self, address: Address, *, trusted: bool, proxy: Proxy | None = None) -> None:
        """Connect later; a ``trusted`` address may lead to a machine of the reader's own net.

        With a ``proxy`` that is called instead, and told of the address.
        """
        self._proxy = proxy
        super().__init__(address.host, address.port, timeout=ANSWER)
        self._address = address
        self._trusted = trusted

    def connect(self) -> None:
        """Call the machine; raises CannotFetch and OSError."""
        if self._proxy is None:
            self._call(numbers(self._address, trusted=self._trusted))
        else:
            self._call_proxy(self._proxy)
        if self._address.scheme == "https":
            context = ssl.create_default_context()
            self.sock = context.wrap_socket(self.sock, server_hostname=self._address.host)

    def _call(self, found: list[str]) -> None:
        failure: OSError = OSError("no number")
        for number in found:
            try:
                self.sock = socket.create_connection((number, self._address.port), ANSWER)
                return
            except OSError as error:
                failure = error
        raise failure

    def _call_proxy(self, proxy: Proxy) -> None:
        """Call the proxy, and have it call the machine where nobody between may listen.

        Which machine it calls is its own affair, as it may know more names. What this machine
        knows to lead into a net that is not open it is not told.
        """
        with suppress(UnknownMachine):
            numbers(self._address, trusted=self._trusted)
        try:
            self.sock = socket.create_connection((proxy.host, proxy.port), ANSWER)
        except OSError:
            why = f"{proxy.shown} does not answer"
            raise CannotFetch(self._address.text, why, _PROXY) from None
        if self._address.scheme == "https":
            self._tunnel_through(proxy)

    def _tunnel_through(self, proxy: Proxy) -> None:
        host = self._address.host
        target = f"{f'[{host}]' if ':' in host else host}:{self._address.port}"
        lines = [f"CONNECT {target} HTTP/1.1", f"Host: {target}"]
        if proxy.credentials:
            lines.append(f"Proxy-Authorization: {proxy.credentials}")
        self.sock.sendall("\r\n".join((*lines, "", "")).encode("ascii"))
        with HTTPResponse(self.sock, method="CONNECT") as answer:
            answer.begin()
        if answer.status != HTTPStatus.OK:
            self.close()
            raise refused_by(proxy, self._address, answer.status)

    def hang_up(self) -> None:
        """End what is waited for; another thread may call this."""
        if (sock := self.sock) is not None:
            try:
                sock.shutdown(socket.SHUT_RDWR)
            except OSError:
                return


class UnknownMachine(CannotFetch):
    """A name of a machine that this one does not know."""


def refused_by(proxy: Proxy, address: Address, status: int) -> CannotFetch:
    """Return what is told where a proxy does not do what it is asked for."""
    if status == HTTPStatus.PROXY_AUTHENTICATION_REQUIRED:
        remedy = f"put them into {address.scheme}_proxy, as in http://NAME:PASSWORD@HOST:PORT"
        return CannotFetch(address.text, f"{proxy.shown} asks for a name and a password", remedy)
    return CannotFetch(address.text, f"{proxy.shown} answers {status}", _PROXY)


def numbers(address: Address, *, trusted: bool) -> list[str]:
    """Return the numbers of the machine that an address means; raises CannotFetch."""
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise UnknownMachine(
            address.text, f"no machine is known as {address.host}", "check it, and the network"
        ) from None
    all_numbers = list(dict.fromkeys(str(one[4][0]) for one in found))
    if not trusted and (own := [one for one in all_numbers if not is_public(one)]):
        why = f"it leads to {own[0]}, which is no machine of the open net"
        raise CannotFetch(address.text, why, _NEVER)
    return all_numbers
