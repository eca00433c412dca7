"""Addresses on the web: read as they are typed, and judged by the machine that they lead to."""

from __future__ import annotations

import ipaddress
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from postil.errors import CannotFetch
from postil.model.values import NamedTuple
from postil.text.clean import clean_line

SCHEMES = {"http": 80, "https": 443}
"""What is fetched, each with its usual port."""

LONGEST = 4000
"""Code points of an address beyond which it is none."""

_SHOWN = 120
_PATH = "/%:@!$&'()*+,;=-._~"
_QUERY = f"{_PATH}?[]"
_EMBEDDING = ipaddress.ip_network("64:ff9b::/96")
"""The network whose numbers hold one of the old kind in their last four bytes (RFC 6052)."""


class Address(NamedTuple):
    """An address that can be asked for a document."""

    text: str
    """As it is kept and cited."""
    scheme: str
    host: str
    """In small letters, and in those of ASCII."""
    port: int
    target: str
    """What the machine is asked for: path and query."""

    @property
    def names_machine(self) -> bool:
        """Whether it says by its own letters which machine it means, and asks nobody for that."""
        return self.host == "localhost" or _number(self.host) is not None


def is_address(typed: str) -> bool:
    """Tell whether what was typed means an address and no file."""
    scheme, sign, _ = typed.lstrip().partition("://")
    return bool(sign) and scheme.lower() in SCHEMES


def read_address(typed: str) -> Address:
    """Return the address that was typed, without what only names a place in the document.

    Raises CannotFetch.
    """
    shown = clean_line(typed, _SHOWN)
    try:
        parts = urlsplit(clean_line(typed, LONGEST + 1))
        host = (parts.hostname or "").rstrip(".")
        number = _number(host)
        name = host if number is not None else host.encode("idna").decode("ascii").lower()
        port = parts.port or SCHEMES.get(parts.scheme, 0)
    except ValueError:
        raise CannotFetch(shown, "this is no address", "check the spelling") from None
    if parts.scheme not in SCHEMES or not name or len(typed) > LONGEST:
        raise CannotFetch(shown, "this is no address of a web page", "give http:// or https://")
    if parts.username is not None:
        raise CannotFetch(shown, "it holds a name to sign in with", "leave that out")
    path, query = quote(parts.path or "/", safe=_PATH), quote(parts.query, safe=_QUERY)
    around = f"[{name}]" if ":" in name else name
    place = around if port == SCHEMES[parts.scheme] else f"{around}:{port}"
    text = urlunsplit((parts.scheme, place, path, query, ""))
    return Address(text, parts.scheme, name, port, path + (f"?{query}" if query else ""))


def led_to(address: Address, location: str) -> Address:
    """Return the address to which one leads on; raises CannotFetch."""
    try:
        return read_address(urljoin(address.text, location.strip()))
    except ValueError:
        raise CannotFetch(
            clean_line(location, _SHOWN), "this is no address", "check the spelling"
        ) from None


def is_public(number: str) -> bool:
    """Tell whether the number of a machine is one of the open net."""
    found = _number(number)
    if found is None:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo or (None, None))[1]
        if inner is None and found in _EMBEDDING:
            inner = ipaddress.IPv4Address(found.packed[12:])
        if inner is not None:
            found = inner
    return found.is_global and not found.is_multicast


def is_loopback(host: str) -> bool:
    """Tell whether a host is this very machine, by its own letters."""
    found = _number(host)
    return host == "localhost" or (found is not None and found.is_loopback)


def _number(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return None
