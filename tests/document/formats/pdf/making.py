"""PDFs written as bytes: pages of words at places, in the fonts that every reader has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import md5
from itertools import accumulate

FONTS = {"F1": "Helvetica", "F2": "Helvetica-Bold", "F3": "Helvetica-Oblique", "F4": "Courier"}

Words = tuple[float, float, float, str]
"""x, y, size, and what stands there; behind a ``|`` the name of a font."""


def pdf(
    pages: Sequence[Sequence[Words]],
    *,
    info: Mapping[str, str] = {},
    catalog: str = "",
    page: str = "",
    more: Sequence[str] = (),
) -> bytes:
    """Return a PDF; objects ``more`` are numbered behind those of the pages."""
    kids = " ".join(f"{10 + 2 * at} 0 R" for at in range(len(pages)))
    fonts = " ".join(f"/{name} {3 + at} 0 R" for at, name in enumerate(FONTS))
    told = " ".join(f"/{name} ({value})" for name, value in info.items())
    bodies = [
        f"<</Type/Catalog/Pages 2 0 R {catalog}>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        *(
            f"<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>"
            for name in FONTS.values()
        ),
        f"<<{told}>>",
        "null",
        "null",
    ]
    for at, words in enumerate(pages):
        drawn = "\n".join(map(_drawn, words))
        bodies += [
            (
                f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents {11 + 2 * at} 0 R"
                f"/Resources<</Font<<{fonts}>>>>{page}>>"
            ),
            f"<</Length {len(drawn.encode('latin-1'))}>>stream\n{drawn}\nendstream",
        ]
    return written([*bodies, *more], "/Info 7 0 R")


def written(bodies: Sequence[str], trailer: str = "") -> bytes:
    """Return a PDF of such objects, of which the first is its catalog."""
    objects = [
        f"{at} 0 obj\n{body}\nendobj\n".encode("latin-1") for at, body in enumerate(bodies, 1)
    ]
    head = b"%PDF-1.4\n"
    places = accumulate(map(len, objects[:-1]), initial=len(head))
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    start = len(head) + sum(map(len, objects))
    tail = (
        f"xref\n0 {size}\n0000000000 65535 f \n{table}"
        f"trailer<</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n"
    )
    return head + b"".join(objects) + tail.encode("latin-1")


PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def locked(password: str, drawn: str) -> bytes:
    """Return a PDF of one page that opens with a password alone."""
    user = (password.encode() + PADDING)[:32]
    owner = rc4(md5(user).digest()[:5], user)
    key = md5(user + owner + (-4 & 0xFFFFFFFF).to_bytes(4, "little") + b"id").digest()[:5]
    secret = rc4(md5(key + b"\4\0\0\0\0").digest()[:10], drawn.encode()).decode("latin-1")
    bodies = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        (
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
            "/Resources<</Font<</F1 5 0 R>>>>>>"
        ),
        f"<</Length {len(secret)}>>stream\n{secret}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        f"<</Filter/Standard/V 1/R 2/P -4/O<{owner.hex()}>/U<{rc4(key, PADDING).hex()}>>>",
    ]
    return written(bodies, "/Encrypt 6 0 R/ID[<6964><6964>]")


def rc4(key: bytes, data: bytes) -> bytes:
    """Encrypt by RC4."""
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    i = j = 0
    made = bytearray()
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        made.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(made)


def paragraph(y: float, *lines: str, x: float = 72, size: float = 10) -> list[Words]:
    """Return lines below one another."""
    return [(x, y - 12 * at, size, line) for at, line in enumerate(lines)]


def _drawn(words: Words) -> str:
    x, y, size, text = words
    text, _, font = text.partition("|")
    for sign in "\\()":
        text = text.replace(sign, f"\\{sign}")
    return f"BT /{font or 'F1'} {size} Tf {x} {y} Td ({text}) Tj ET"
