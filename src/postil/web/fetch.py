"""Fetches one document: no picture, style or script of it, and within limits."""

from __future__ import annotations

import ssl
import time
import zlib
from collections.abc import Callable, Iterator
from http import HTTPStatus
from http.client import HTTPException, HTTPResponse
from threading import Timer

import postil
from postil.errors import CannotFetch
from postil.model.values import NamedTuple
from postil.text.clean import clean_line
from postil.web.addresses import Address, led_to, read_address
from postil.web.connection import ANSWER, Connection, refused_by
from postil.web.proxies import proxy_for

LARGEST = 64 << 20
"""Bytes of a document, unpacked, beyond which none is kept."""
LONGEST = 60.0
"""Seconds that all of it may take."""
REDIRECTS = 8
"""Times that one address may lead on to another."""

_BITE = 1 << 16
_LEADS_ON = (301, 302, 303, 307, 308)
_REFUSALS = {
    401: ("it asks for a name and a password", "save the page from your browser and open the file"),
    402: ("it asks to be paid", "save the page from your browser and open the file"),
    403: ("it does not let Postil read it", "save the page from your browser and open the file"),
    404: ("there is no such page", "check the address"),
    410: ("the page is gone for good", "look for a copy in an archive of the web"),
    429: ("it has been asked too often", "try again later"),
}
_ANEW = "try again later"
_HEADERS = {
    "User-Agent": f"Postil/{postil.__version__}",
    "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}

Step = Callable[[float], object]
"""Is told which share of the document is there; what it raises ends the work."""


class Fetched(NamedTuple):
    """A document as it came."""

    address: str
    """Where it was found in the end."""
    data: bytes
    kind: str
    """Its media type in small letters, such as ``text/html``; "" where that was not said."""
    charset: str = ""
    """By which its letters are encoded, as the server says."""


def fetch(typed: str, step: Step | None = None) -> Fetched:
    """Return the document at an address; raises CannotFetch.

    An address that leads to a machine of the reader's own, or of a net that is not open, is
    followed only where its own letters name that machine, and the reader has typed them.
    """
    asked = address = read_address(typed)
    end = time.monotonic() + LONGEST
    for _ in range(REDIRECTS + 1):
        trusted = address.names_machine and address[1:4] == asked[1:4]
        found = _ask(address, trusted, end, step)
        if isinstance(found, Fetched):
            return found
        address = found
    raise CannotFetch(asked.text, f"it leads on more than {REDIRECTS} times", "check the address")


def _ask(address: Address, trusted: bool, end: float, step: Step | None) -> Fetched | Address:
    """Return the document at one address, or the address to which it leads on."""
    proxy = proxy_for(address)
    connection = Connection(address, trusted=trusted, proxy=proxy)
    timer = Timer(max(0.0, end - time.monotonic()), connection.hang_up)
    timer.daemon = True
    timer.start()
    try:
        target, headers = address.target, _HEADERS
        if proxy is not None and address.scheme == "http":
            target = address.text
            if proxy.credentials:
                headers = {**_HEADERS, "Proxy-Authorization": proxy.credentials}
        connection.request("GET", target, headers=headers)
        with connection.getresponse() as response:
            if proxy is not None and response.status == HTTPStatus.PROXY_AUTHENTICATION_REQUIRED:
                raise refused_by(proxy, address, response.status)
            return _answer(address, response, end, step)
    except TimeoutError:
        raise _slow(address, f"{ANSWER:.0f} s without an answer") from None
    except ssl.SSLCertVerificationError as error:
        why = f"its certificate is not good: {clean_line(error.verify_message, 100).lower()}"
        raise CannotFetch(
            address.text, why, "ask its owner; no other page is trusted instead"
        ) from None
    except (HTTPException, OSError, zlib.error) as error:
        if time.monotonic() >= end:
            raise _slow(address, f"it takes more than {LONGEST:.0f} s") from None
        why = clean_line(getattr(error, "strerror", "") or "the connection broke off", 100).lower()
        raise CannotFetch(address.text, why, "check the address and the network") from None
    finally:
        timer.cancel()
        connection.close()


def _slow(address: Address, why: str) -> CannotFetch:
    return CannotFetch(address.text, why, _ANEW)


def _answer(
    address: Address, response: HTTPResponse, end: float, step: Step | None
) -> Fetched | Address:
    location = response.headers.get("Location", "")
    if response.status in _LEADS_ON and location:
        return led_to(address, location)
    if response.status != 200:
        usual = f"the server answers {response.status}", _ANEW
        raise CannotFetch(address.text, *_REFUSALS.get(response.status, usual))
    packing = response.headers.get("Content-Encoding", "").strip().lower()
    if packing not in ("", "identity", "gzip", "x-gzip"):
        why = f"it is packed as {clean_line(packing, 40)}, which was not asked for"
        raise CannotFetch(address.text, why, "save the page from your browser")
    pieces = _pieces(address, response, end, step)
    data = b"".join(_limited(address, _unpacked(pieces) if packing.endswith("gzip") else pieces))
    kind = response.headers.get_content_type() if response.headers.get("Content-Type") else ""
    charset = clean_line(response.headers.get_content_charset() or "", 40)
    return Fetched(address.text, data, kind, charset)


def _pieces(
    address: Address, response: HTTPResponse, end: float, step: Step | None
) -> Iterator[bytes]:
    """Yield what comes, all of it or an error."""
    whole, read = response.length, 0
    while piece := response.read1(_BITE):
        read += len(piece)
        if step is not None:
            step(min(1.0, read / whole) if whole else 0.0)
        if time.monotonic() >= end:
            break
        yield piece
    if time.monotonic() >= end:
        raise _slow(address, f"it takes more than {LONGEST:.0f} s")
    if response.length:
        raise CannotFetch(address.text, "the connection broke off", _ANEW)


def _unpacked(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Yield what was packed, in pieces that are small however much that is."""
    inflater = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    for packed in pieces:
        left = packed
        while left and not inflater.eof:
            yield inflater.decompress(left, _BITE)
            left = inflater.unconsumed_tail
    if not inflater.eof:
        raise zlib.error("it ends too soon")


def _limited(address: Address, pieces: Iterator[bytes]) -> Iterator[bytes]:
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > LARGEST:
            why = f"it is larger than {LARGEST >> 20} MB"
            raise CannotFetch(address.text, why, "save it to a file and open that")
        yield piece
