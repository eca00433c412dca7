"""Proxies: the machine through which the reader's own settings lead to the web, if any.

What is set is ``http_proxy``, ``https_proxy`` and ``no_proxy``, or what the system has for them.
It is the reader's word, so that a proxy may stand in the reader's own net.
"""

from __future__ import annotations

from base64 import b64encode
from urllib.parse import unquote, urlsplit

from postil.errors import CannotFetch
from postil.model.values import NamedTuple
from postil.text.clean import clean_line
from postil.web.addresses import Address, is_loopback

_PORT = 80
"""Of a proxy that names none."""
_SHOWN = 120


class Proxy(NamedTuple):
    """A machine that fetches for this one."""

    host: str
    port: int
    credentials: str = ""
    """The value of Proxy-Authorization, "" for none."""

    @property
    def shown(self) -> str:
        """What it is called to a reader, without a password."""
        return f"the proxy at {clean_line(self.host, _SHOWN)}:{self.port}"


def proxy_for(address: Address) -> Proxy | None:
    """Return the proxy through which an address is to be asked, None for none.

    This very machine is asked without any: to a proxy it would be another. Raises CannotFetch
    for a setting that is none.
    """
    if is_loopback(address.host):
        return None
    # Takes as long to load as all the rest, and a page is fetched once.
    from urllib.request import getproxies, proxy_bypass

    found = getproxies()
    said = found.get(address.scheme) or found.get("all")
    if not said or proxy_bypass(f"{address.host}:{address.port}"):
        return None
    return _read(said, f"{address.scheme}_proxy")


def _read(said: str, name: str) -> Proxy:
    whole = said if "://" in said else f"http://{said}"
    try:
        parts = urlsplit(whole)
        host, port = parts.hostname or "", parts.port or _PORT
    except ValueError:
        host, port, parts = "", 0, urlsplit("")
    if not host:
        raise CannotFetch(name, "it holds no address of a proxy", "correct it, or unset it")
    if parts.scheme != "http":
        why = f"it names a proxy of the kind {clean_line(parts.scheme, 20)}"
        raise CannotFetch(name, why, "Postil goes through those of http:// alone; set one, or none")
    credentials = ""
    if parts.username is not None:
        pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        credentials = f"Basic {b64encode(pair.encode()).decode('ascii')}"
    return Proxy(host, port, credentials)
