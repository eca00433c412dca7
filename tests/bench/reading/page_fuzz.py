"""Changes web pages at random and reads them: nothing may be raised but what is said in words.

    python -m tests.bench.reading.page_fuzz MINUTES FILE...

What fails is written beside the present folder as ``page-fuzz-N.html``; it becomes a test.
"""

from __future__ import annotations

import random
import sys
import time
import traceback
from pathlib import Path

from postil.document.pipeline import parse
from postil.errors import PostilError

PIECES = [
    *(f"<{tag}>" for tag in "p b a table td tr ul li dl dt dd pre h1 h2 div span sup math".split()),  # noqa: SIM905
    *(f"</{tag}>" for tag in "p b a table td tr ul li dl pre h1 h2 div span sup html body".split()),  # noqa: SIM905
    "<template shadowrootmode=open>", "<slot>", "<a href=#x>1</a>", "<li id=x>", "<br><br>",
    "<ruby>a<rt>b</rt></ruby>", "<font size=5><b>X</b></font>", "<hr>", "&#x9b;", "\u202e", "\x00",
    "<script type='application/ld+json'>{", "<style>.a{display:none}</style>", "<td colspan=99>",
    "<blockquote><footer>", "<img alt=x>", "<h2>Related</h2>", "<div class=comments>", "<frameset>",
    "<msup><mi>", "<form>", "<main>", "<article>", "<nav>", "<caption>", "<svg><title>",
]  # fmt: skip
SLOW = 10.0
"""Seconds after which a page counts as one that hangs."""


def changed(page: str, chance: random.Random) -> str:
    """Return a page with some of it repeated, moved, cut out or put in."""
    for _ in range(chance.randrange(1, 12)):
        at, behind = sorted(chance.randrange(len(page) + 1) for _ in range(2))
        behind = min(behind, at + chance.choice((5, 50, 500, 5000)))
        piece = page[at:behind]
        match chance.randrange(5):
            case 0:
                page = page[:at] + page[behind:]
            case 1:
                page = page[:at] + piece * chance.randrange(2, 5) + page[behind:]
            case 2:
                page = page[:at] + chance.choice(PIECES) * chance.choice((1, 1, 2, 60)) + page[at:]
            case 3:
                to = chance.randrange(len(page) + 1)
                page = page[:to] + piece + page[to:]
            case _:
                page = page[:at] + "".join(chance.sample(piece, len(piece))) + page[behind:]
    return page


def main() -> None:
    """Read changed pages for so many minutes."""
    minutes, *names = sys.argv[1:]
    pages = [Path(name).read_bytes().decode("utf-8", "replace")[:60_000] for name in names]
    chance = random.Random(0)
    ends = time.monotonic() + 60 * float(minutes)
    tried = failed = 0
    while time.monotonic() < ends:
        page = changed(chance.choice(pages), chance)
        begun = time.process_time()
        tried += 1
        try:
            *_, article = parse(page.encode("utf-8", "surrogatepass"), "fuzz.html")
            assert "\x1b" not in article.text
            assert all(0 <= at <= article.length for at in article.anchors.values())
        except PostilError:
            continue
        except Exception:  # noqa: BLE001
            traceback.print_exc()
            failed += 1
            Path(f"page-fuzz-{failed}.html").write_text(page, "utf-8", "surrogateescape")
        if (taken := time.process_time() - begun) > SLOW:
            print(f"{taken:.1f} s for a page of {len(page):,} letters")
    print(f"{tried:,} pages, {failed} failures")


if __name__ == "__main__":
    main()
