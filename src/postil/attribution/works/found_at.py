"""Where an entry says that its work is found: numbers that name it, addresses, days of a visit."""

from __future__ import annotations

from postil.attribution.works.scan import Scan
from postil.lexicon.dates_in_text import YEAR, dates, read_date
from postil.lexicon.name_list import NameList
from postil.model.source import Date
from postil.text.lazy_regex import lazily

VISITED = NameList("references/visited")
"""Words before the day on which an address was looked up, in small letters."""
AT_ADDRESS = NameList("references/at_address")
"""Words before an address, in small letters."""

_DOI = lazily(
    r"(?i)<?(?:https?://(?:dx\.)?doi\.org/|\bdoi:?\s{0,2}(?:https?://(?:dx\.)?doi\.org/)?)"
    r"(?P<doi>10\.\s?\d{4,9}/\s?[^\s“”\"<>]{1,120}(?:(?<=[./])\s(?=\S{0,40}\d)\S{1,60}(?=$))?)>?",
    needs="doi",
)
_URL = lazily(r"[<(\[]?(?P<url>(?:https?://|www\.)[^\s<>“”\"]{3,400})[>\])]?", needs="http|www.")
_BROKEN = lazily(
    r"(?:https?://|www\.)[^\s<>“”\"]{2,200}(?:(?<=[/=_-])|(?<=[^\d]\.))(?P<gap>\s)(?=[^\s()]{2,120}$)"
    r"(?!\S{0,120}://)",
    needs="http|www.",
)
_NUMBERS = lazily(
    r"(?:ISBN(?:-1[03])?|ISSN|eISSN|PMID|PMCID|OCLC|LCCN|S2CID|JSTOR|Bibcode|arXiv):?\s{0,2}"
    r"[\w./:-]{4,40}(?:\s\([\w -]{1,20}\))?"
)
_ARCHIVED = lazily(
    r"(?i)\(?archived (?:\(pdf\) )?(?:from the original )?(?:\(pdf\) )?(?:on|at)\s"
    r"(?P<date>[^.()]{4,40})[.)]?"
)
_ONLINE = lazily(
    r"(?i)\[(?:online|electronic resource|internet|электронный ресурс|en ligne|en línea|em linha"
    r"|на линии|текст|интернет-ресурс|web|pdf)\]"
)
_BRACKETED = lazily(r"[(\[（](?P<words>[^()\[\]（）]{6,60})[)\]）]")
_CITED = lazily(r"\[cited (?P<date>[^\]]{4,20})\]")
_LOOKED = lazily(
    r"(?P<words>[^\W\d_]{3,20}(?:\s[^\W\d_]{1,12}){0,3}):?,?\s{1,2}(?=\d|[^\W_]{3,10}\.?\s\d)"
)
_EASTERN_VISIT = lazily(
    rf"[（(]?(?P<date>{YEAR}\s?[年년.]\s?\d\d?\s?[月월.]\s?\d\d?\s?[日일]?)\s?"
    r"(?:閲覧|アクセス|最終閲覧|访问|查閱|검색|접속|방문)[）)]?"
)
_LEFT = ".,;:)]>"
_FORTH = 60


def take_found_at(scan: Scan) -> None:
    """Take out all that tells where the work is found, and when somebody looked there."""
    for match in _ARCHIVED.finditer(scan.text):
        scan.take(match)
    if (named := _DOI.search(scan.text)) is not None:
        written = named["doi"].rstrip(_LEFT)
        scan.doi = "".join(written.split())
        _unlead(scan, named.start())
        closed = scan.text[named.start()] == "<"
        scan.blank(named.start(), named.start("doi") + len(written) + closed)
        for again in _DOI.finditer(scan.text):
            scan.take(again)
    _mend(scan)
    addresses = list(_URL.finditer(scan.text))
    for match in addresses:
        url = _whole(match["url"])
        scan.url = scan.url or url
        _unlead(scan, match.start())
        scan.blank(match.start(), max(match.start("url") + len(url), match.start() + 1))
    for pattern in (_NUMBERS, _ONLINE):
        for match in pattern.finditer(scan.text):
            scan.take(match)
    _visited(scan)


def _mend(scan: Scan) -> None:
    """Close the gap that the end of a line has left in an address at the end of an entry."""
    match = _BROKEN.search(scan.text)
    if match is not None:
        at = match.start("gap")
        scan.text = f"{scan.text[:at]}{scan.text[match.end('gap') :]}"


def _whole(url: str) -> str:
    """Return an address without the marks of the sentence behind it."""
    while url and url[-1] in _LEFT and not (url[-1] == ")" and "(" in url):
        url = url[:-1]
    return url


def _unlead(scan: Scan, at: int) -> None:
    """Blank out the words that lead to an address: "Available at:", "URL:"."""
    before = scan.text[max(0, at - _FORTH) : at].rstrip(" :,<")
    small = before.casefold()
    found = max((words for words in AT_ADDRESS if small.endswith(words)), key=len, default="")
    if found and not small[: -len(found)][-1:].isalnum():
        start = max(0, at - _FORTH) + len(before) - len(found)
        scan.blank(start, at)


def _visited(scan: Scan) -> None:
    """Take out the day on which the address was looked up."""
    for pattern in (_EASTERN_VISIT, _CITED):
        if (match := pattern.search(scan.text)) is not None and (
            date := read_date(match["date"].replace(" ", " "))[0]
        ):
            scan.accessed = date
            scan.take(match)
            return
    small = scan.text.casefold()
    found = [
        (at, words) for words in VISITED if (at := small.find(words)) >= 0 and _apart(small, at)
    ]
    for at, words in sorted(found, key=lambda one: (one[0], -len(one[1]))):
        behind = scan.text[at + len(words) : at + len(words) + _FORTH]
        for day in dates(behind).finditer(behind):
            lead = behind[: day.start()].strip(" :,.")
            date = read_date(day[0])[0]
            if len(lead) > 4 or date is None:
                break
            scan.accessed = date
            end = at + len(words) + day.end()
            start = at
            if scan.text[start - 1 : start] in ("(", "[") and scan.text[end : end + 1] in (
                ")",
                "]",
            ):
                start, end = start - 1, end + 1
            scan.blank(start, end)
            rest = scan.text[end : end + 24]
            for word in (", from", " from", ", à l’adresse", ", à l'adresse", ", de"):
                if rest.startswith(word):
                    scan.blank(end, end + len(word))
            return


def _apart(text: str, at: int) -> bool:
    return at == 0 or not text[at - 1].isalnum()


def printed_date(words: str) -> Date | None:
    """Return the date that stands in brackets or between commas; None for other words."""
    plain = words.strip(" ()[],.")
    if len(plain) == 5 and plain[:4].isdecimal() and plain[4].isalpha():
        plain = plain[:4]
    if len(plain) == 4 and plain.isdecimal():
        return Date(int(plain)) if 1000 <= int(plain) < 2100 else None
    if plain[:4].isdecimal() and plain[4:5] in ",a" and not plain[5:].strip(" ,").isdecimal():
        year, _, rest = plain.partition(",")
        date = read_date(f"{rest.strip()} {year[:4]}")[0]
        if date is not None:
            return date
    return read_date(plain)[0]
