"""Connection to a web server: the number of the machine is looked at before it is called.

Who asks for a name twice may be told two numbers. So the name is looked up once, and the very
number that was judged is called.
"""

from __future__ import annotations

import socket
import ssl
from http.client import HTTPConnection

from postil.errors import CannotFetch
from postil.web.addresses import Address, is_public

ANSWER = 10.0
"""Seconds to wait for one answer of a machine."""

_NEVER = "type the number of that machine in place of its name if you mean it"


class Connection(HTTPConnection):
    """A connection for one address."""

    def __init__(self, address: Address, *, trusted: bool) -> None:
        """Connect later; a ``trusted`` address may lead to a machine of the reader's own net."""
        super().__init__(address.host, address.port, timeout=ANSWER)
        self._address = address
        self._trusted = trusted

    def connect(self) -> None:
        """Call the machine; raises CannotFetch and OSError."""
        failure: OSError = OSError("no number")
        for number in numbers(self._address, trusted=self._trusted):
            try:
                self.sock = socket.create_connection((number, self._address.port), ANSWER)
                break
            except OSError as error:
                failure = error
        else:
            raise failure
        if self._address.scheme == "https":
            context = ssl.create_default_context()
            self.sock = context.wrap_socket(self.sock, server_hostname=self._address.host)

    def hang_up(self) -> None:
        """End what is waited for; another thread may call this."""
        if (sock := self.sock) is not None:
            try:
                sock.shutdown(socket.SHUT_RDWR)
            except OSError:
                return


def numbers(address: Address, *, trusted: bool) -> list[str]:
    """Return the numbers of the machine that an address means; raises CannotFetch."""
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise CannotFetch(
            address.text, f"no machine is known as {address.host}", "check it, and the network"
        ) from None
    all_numbers = list(dict.fromkeys(str(one[4][0]) for one in found))
    if not trusted and (own := [one for one in all_numbers if not is_public(one)]):
        why = f"it leads to {own[0]}, which is no machine of the open net"
        raise CannotFetch(address.text, why, _NEVER)
    return all_numbers
