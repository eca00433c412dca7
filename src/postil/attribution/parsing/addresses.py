"""Web addresses of an attribution: whole, bare, broken, or as the DOI of an article."""

from __future__ import annotations

import re

from postil.attribution.parsing.extraction import GONE, Extraction
from postil.text.lazy_regex import lazily

_COULD_BE = lazily(r"[.,-][a-z \d]|://|http|www")
"""What every address has, broken ones too."""

_DOI = lazily(r"\b(?:doi:\s?)(10\.\d{4,9}/[^\s,;]+)", re.IGNORECASE, needs="doi")
_WHOLE = lazily(
    r"(?:\burl:?\s?)?<?\b((?:https?|ftp)://[^\s<>\]\[]+|www\.[^\s<>,\]\[]+)>?",
    re.IGNORECASE,
    needs="://|www.",
)
_BARE = lazily(
    r"(?<![\w@.-])((?:[a-z0-9](?:[a-z0-9-]{0,62}\.)){1,6}"
    r"(?:com|org|net|edu|gov|mil|int|info|museum|travel|biz|news|blog|online|site|[a-z]{2})(?:/[^\s,\]\[]*)?)(?![\w@])"
)
_BROKEN = lazily(
    r"(?<![\w.-])((?:https?:?/{0,2}\s?)?[a-z0-9]+(?:[.-][a-z0-9]+){0,4}"
    r"(?:[-_,](?:com|org|net|edu|gov)|\.\s(?:com|org|net|edu|gov)|\s\.(?:com|org|net|edu|gov))"
    r"(?:/[^\s,]*)?|https?(?::/?|//)[^\s/,:][^\s,]*|https?://\s[^\s,]+"
    r"|www[ ,][^\s,]+\.[a-z]{2,4})(?![\w.])",
    needs="http|www|com|org|net|edu|gov",
)


def extract_address(found: Extraction) -> None:
    """Take the first address, as it is written; ``-`` stands for the sign that it leaves.

    | rule   | text                            | address                        | rest           |
    |--------|---------------------------------|--------------------------------|----------------|
    | DOI    | Herald, doi: 10.1000/quay.7     | https://doi.org/10.1000/quay.7 | Herald, -      |
    | whole  | Herald, URL: <http://q.example> | http://q.example               | Herald, -      |
    | whole  | Herald (www.quay.example).      | www.quay.example               | Herald -       |
    | bare   | Herald quay.com, 1991           | quay.com                       | Herald -, 1991 |
    | bare   | Herald, news.quay.co.uk/a       | news.quay.co.uk/a              | Herald, -      |
    | broken | Herald quay-com                 | quay-com                       | Herald -       |
    | broken | Herald http:/quay.com           | http:/quay.com                 | Herald -       |
    | broken | Herald quay. com                | quay. com                      | Herald -       |
    | none   | Lamb, A., Herald, vol. 3        |                                | (as it is)     |

    A broken one has the fault ``mangled-address``, and is looked for first: what is whole within
    it is not what was meant.
    """
    if not _COULD_BE.search(found.rest):
        return
    if match := _DOI.search(found.rest):
        found.url = f"https://doi.org/{match[1].rstrip('.')}"
        found.cut(match.start(), match.end(), GONE)
    for pattern, problem in ((_BROKEN, "mangled-address"), (_WHOLE, ""), (_BARE, "")):
        if found.url:
            return
        if match := pattern.search(found.rest):
            found.url = match[1].rstrip(".,;)>")
            if problem:
                found.problems.append(problem)
            before = found.rest[: match.start()].rstrip("<(")
            found.rest = f"{before} {GONE} {found.rest[match.end() :].lstrip('>)')}"
