"""Entries whose parts are named by marks: GB/T 7714 of China and GOST 7.1 of Russia."""

from __future__ import annotations

from postil.attribution.works.found_at import take_found_at
from postil.attribution.works.people import short_names, turned_names
from postil.attribution.works.scan import Scan, Work, tidy
from postil.lexicon import outlet_rules
from postil.lexicon.dates_in_text import YEAR, read_date
from postil.model.source import Date, Name
from postil.text.lazy_regex import lazily

_CODE = lazily(
    r"\s?[\[［](?P<code>J|M|N|C|D|R|S|P|Z|G|EB|DB|A|K|CP)(?:/(?:OL|CD|DK|MT))?[\]］]", needs="[|［"
)
_TYPES = {
    "J": "article-journal",
    "M": "book",
    "N": "article-newspaper",
    "C": "paper-conference",
    "D": "thesis",
    "R": "report",
    "EB": "webpage",
    "P": "patent",
}
_HAN = lazily(r"[\u3400-\u9fff]")
_HAN_NAME = lazily(r"[\u3400-\u9fff·]{2,12}(?:\s?等)?")
_DAY_LOOKED = lazily(r"[\[［](?P<date>\d{4}-\d{1,2}-\d{1,2})[\]］]")
_DAY_MADE = lazily(r"[(（](?P<date>\d{4}-\d{1,2}-\d{1,2})[)）]")
_IN_PERIODICAL = lazily(
    rf"(?P<name>[^,]{{2,120}}(?:,\s[^,\d]{{2,60}})?),\s?(?P<year>{YEAR})"
    r"(?:,\s?(?P<volume>\d{1,4}))?(?:\s?\((?P<issue>[^()]{1,9})\))?"
    r"(?:\s?:\s?(?P<page>[\w –—-]{1,20}))?"
)
_IN_PAPER = lazily(
    r"(?P<name>[^,]{2,80}),\s?(?P<date>\d{4}-\d{1,2}-\d{1,2})(?:\s?[(（](?P<page>[\w-]{1,8})[)）])?"
)
_IMPRINT = lazily(
    rf"(?:(?P<place>[^:,.]{{1,40}})\s?:\s?)?(?P<publisher>[^:,]{{2,60}}),\s?(?P<year>{YEAR})"
    r"(?:\s?:\s?(?P<page>[\w –—-]{1,20}))?"
)
_GOST_JOURNAL = lazily(
    rf"(?P<name>[^/]{{2,120}}?)[.,]?\s(?:[—–-]\s)?(?P<year>{YEAR})(?P<rest>[.,]?\s.{{0,120}}|\.?)$"
)
_GOST_VOLUME = lazily(r"(?:Т|Том|Vol|В)\.\s?(?P<volume>\d{1,4})")
_GOST_ISSUE = lazily(
    r"(?:№\.?|No\.?|Вып\.)\s?(?P<issue>\d{1,4}(?:\s?\(\d{1,4}\))?(?:[-–/]\d{1,4})?)"
)
_GOST_PAGES = lazily(r"(?:С|P|S|с)\.\s?(?P<page>\d{1,5}(?:\s?[-–—]\s?\d{1,5})?)(?!\d)")
_GOST_BOOK = lazily(
    rf"(?P<title>.{{2,300}}?)\.?\s[—–-]\s(?P<place>[^\W\d_][\w. -]{{0,30}}?)\s?:\s?"
    rf"(?P<publisher>[^,:—–]{{2,60}}),\s(?P<year>{YEAR})(?P<rest>.{{0,60}})$"
)
_DASH = lazily(r"\.\s[—–-]\s")
_RESPONSIBLE = lazily(r"\s/\s[^/]{3,120}?(?=\s//|\.\s[—–-]|$)")
_TOTAL = lazily(r"\d{1,4}\s?(?:с|p|s)\.?")
_CYRILLIC = lazily(r"[\u0400-\u04ff]")


def read_marked(scan: Scan) -> Work | None:
    """Return the work of an entry with such marks; None for others."""
    text = scan.text
    if (code := _CODE.search(text)) is not None:
        return _by_code(scan, code.start(), code.end(), code["code"])
    dashed = " — " in text or " – " in text
    if " // " in text or (dashed and _CYRILLIC.search(text)):
        return _by_dashes(scan)
    if _CYRILLIC.search(text[:40]) and ("дата обращения" in text or "URL" in text):
        return _by_dashes(scan)
    return None


def _by_code(scan: Scan, start: int, end: int, code: str) -> Work | None:
    if (looked := _DAY_LOOKED.search(scan.text, end)) is not None:
        scan.accessed = read_date(looked["date"])[0]
        scan.take(looked)
    head = scan.text[:start]
    take_found_at(scan)
    rest = " ".join(scan.text[end:].replace("，", ", ").replace("：", ": ").split()).strip(" .。,:")
    if not _people(scan, head.replace("．", ". ")):
        return None
    scan.type = _TYPES.get(code, "document")
    scan.sure = True
    if code in ("EB", "DB"):
        made = _DAY_MADE.search(rest)
        scan.issued = read_date(made["date"])[0] if made is not None else None
        left = _DAY_MADE.sub("", rest).strip(" .")
        if left and (match := _IMPRINT.fullmatch(left)):
            scan.publisher, scan.issued = (
                tidy(match["publisher"]),
                scan.issued or _year(match["year"]),
            )
        return scan.work("document")
    if rest.startswith("//"):
        holder, _, rest = rest[2:].partition(". ")
        scan.container = tidy(holder)
    if code == "N" and (match := _IN_PAPER.fullmatch(rest)):
        scan.container, scan.issued = tidy(match["name"]), read_date(match["date"])[0]
        scan.page = match["page"] or ""
    elif code == "J" and (match := _IN_PERIODICAL.fullmatch(rest)):
        scan.container, scan.issued = tidy(match["name"]), _year(match["year"])
        scan.volume, scan.issue = match["volume"] or "", match["issue"] or ""
        scan.page = (match["page"] or "").strip()
    elif match := _IMPRINT.fullmatch(rest):
        scan.place, scan.publisher = tidy(match["place"] or ""), tidy(match["publisher"])
        scan.issued = _year(match["year"])
        page = (match["page"] or "").strip()
        scan.page, scan.locator = (page, "") if scan.container else ("", page)
    else:
        scan.sure = not rest
    return scan.work("document")


def _year(digits: str) -> Date:
    return Date(int(digits))


def _people(scan: Scan, head: str) -> bool:
    """Take names and title of what stands before a mark: "张海涛. 渔港的变迁"."""
    head = head.strip()
    if _HAN.search(head[:12]):
        first, stop, title = head.partition(". ")
        if not stop:
            first, stop, title = head.partition(".")
        names = [one.strip() for one in first.replace("，", ",").replace("、", ",").split(",")]
        names = [name.removesuffix("等").strip() for name in names if name not in ("等", "")]
        if stop and all(map(_HAN_NAME.fullmatch, names)):
            scan.author = tuple(Name(literal=name) for name in names)
            scan.title = tidy(title)
            return bool(scan.title)
        scan.title = tidy(head)
        return True
    found = short_names(head)
    if (found is not None and head[found.end : found.end + 1] in (".", " ")) or (
        found is not None and head[found.end - 1] == "."
    ):
        scan.author, scan.title = found.names, tidy(head[found.end :].lstrip(" .,"))
        return bool(scan.title)
    scan.title = tidy(head)
    return True


def _by_dashes(scan: Scan) -> Work | None:
    take_found_at(scan)
    text = " ".join(scan.text.replace("()", " ").split()).strip(" .,;()")
    found = short_names(text) or turned_names(text)
    if found is not None:
        scan.author = found.names
        text = text[found.end :].lstrip(" .,")
    text = _RESPONSIBLE.sub("", text)
    title, slashes, rest = text.partition(" // ")
    if slashes:
        match = _GOST_JOURNAL.match(rest.strip(" ."))
        scan.title = tidy(title)
        if match is None:
            return scan.work("document") if scan.author else None
        name, *printed = _DASH.split(match["name"].rstrip(" —–-"))
        scan.container, scan.issued = tidy(name), _year(match["year"])
        place, colon, house = "".join(printed[:1]).partition(":")
        scan.place, scan.publisher = tidy(place), tidy(house) if colon else ""
        told = match["rest"]
        for pattern, group in (
            (_GOST_VOLUME, "volume"),
            (_GOST_ISSUE, "issue"),
            (_GOST_PAGES, "page"),
        ):
            if (one := pattern.search(told)) is not None:
                setattr(scan, group, "".join(one[group].split()))
                told = f"{told[: one.start()]} {told[one.end() :]}"
        scan.sure = not told.strip(" .,—–-") and len(printed) <= 1
        figures = scan.volume or scan.issue or scan.page
        if scan.place and not scan.volume and not scan.issue:
            return scan.work("chapter")
        news = outlet_rules.is_news(scan.container) and not scan.volume
        return scan.work(
            outlet_rules.csl_type(scan.container) if news or not figures else "article-journal"
        )
    if (match := _GOST_BOOK.match(text)) is not None:
        scan.title, scan.place = tidy(match["title"]), match["place"].strip()
        scan.publisher, scan.issued = tidy(match["publisher"]), _year(match["year"])
        rest = match["rest"].strip(" .,—–-")
        if (page := _GOST_PAGES.fullmatch(rest)) is not None:
            scan.locator = page["page"]
        scan.sure = not rest or bool(scan.locator) or _TOTAL.fullmatch(rest) is not None
        return scan.work("book")
    if not scan.author or not (scan.url or scan.doi):
        return None
    scan.title, scan.sure = tidy(text), True
    return scan.work("webpage")
