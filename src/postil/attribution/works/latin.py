"""Entries in the letters of most languages: what stands behind the names is title, and where."""

from __future__ import annotations

from postil.attribution.works.figures import container_name, figures, is_range
from postil.attribution.works.found_at import printed_date, take_found_at
from postil.attribution.works.heads import take_head
from postil.attribution.works.imprint import imprint
from postil.attribution.works.printed_in import (
    CONFERENCE,
    EDITORS_FIRST,
    PARTS,
    could_be_house,
    take_chapter,
    take_container,
    take_figures,
    take_house,
    take_imprint,
    take_periodical,
)
from postil.attribution.works.scan import MARKS, Scan, Work, quoted_at, tidy
from postil.lexicon import outlet_rules, outlets
from postil.lexicon.dates_in_text import YEAR
from postil.text.lazy_regex import lazily

_EDITIONS = lazily(
    r"(?i)[,.]?\s?\(?(?:\d{1,2}(?:st|nd|rd|th|e|ª|a|\.)?\s(?:revised\s)?(?:ed\.|edn\.?|edition|aufl\.|auflage|éd\.|édition"
    r"|uppl\.|wyd\.|druk)|(?:rev|1st|new)\.?\sed\.|изд\. \d{1,2}|\d{1,2}-е изд\.)\)?"
)
_WITHIN = lazily(
    r"(?P<title>^.{3,400}?)(?:[.,?!”\"»’]|(?<=[.?!]))\s{1,2}"
    r"(?P<in>In:|in:|In|in|dans|W:|w:|En)\s{1,2}(?P<rest>[^\s].{5,500})$"
)
_HELPERS = lazily(
    r"[.,]\s(?P<out>(?:Translated|Trans\.|Edited|Ed\.|Illustrated|Foreword|Introduction"
    r"|Übersetzt von|Aus dem|Traduit|Trad\.)\s(?:[^.]|(?<=\s[A-Z])\.){3,90}\.)(?=\s)"
)
"""Who translated or edited a work, in a sentence of its own."""
_YEAR_ENDS = lazily(rf",\s(?P<year>{YEAR})$")
_BACK_PAGES = lazily(r"\d{4}\.(?P<out>\s\d{1,3}(?:,\s\d{1,3}){0,12})$")
"""Pages of the article that cite an entry, as some lists give them behind it."""
_ABBREVIATED = lazily(
    r"(?:[A-Z]|Amer?|Ann|Arch|Astron|Bull|Chem|Comm|Comput?|Eur|Int|Math|Phys|Proc|Rev|Soc|Trans)"
    r"\.\s[A-Z]"
)
"""How the short name of a periodical begins: "J. Comp. Phys."."""
_PERIODICALS = ("Journal of ", "Annals of ", "Proceedings of ", "Transactions of ", "Bulletin of ")
_BEGINS = lazily(r"(?:[A-Z][\w.]{1,20}(?:\s[A-Z][\w.]{1,20}){0,2}\s?:\s|(?:1[5-9]|20)\d\d)")
"""A place and a colon, or a year."""
_FILLER = "x" * 8
"""Stands for a name in italics, of which the form is known."""


def read_latin(scan: Scan) -> Work | None:
    """Return the work of an entry; None where it begins like none."""
    take_found_at(scan)
    for match in _EDITIONS.finditer(scan.text):
        start = match.start() + (scan.text[match.start()] in ".,")
        scan.blank(start, match.end())
    for pattern in (_HELPERS, _BACK_PAGES):
        for match in pattern.finditer(scan.text):
            scan.blank(match.start("out"), match.end("out"))
    scan.close_gaps()
    scan.join_runs()
    at = take_head(scan)
    if at < 0:
        return None
    scan.text = scan.text.rstrip(" .,;")
    text = scan.text
    run = scan.emphasis_in(at, len(text))
    quoted = quoted_at(text, at)
    if quoted is not None:
        scan.title = _title(text[quoted[0] + 1 : quoted[1] - 1])
        take_container(scan, quoted[1])
    elif run is not None and run[0] - at <= 1 and _ends_title(text, run[1]):
        _book(scan, run[0], run[1])
    elif run is not None and run[0] - at > 1:
        _emphasised(scan, at, run)
    else:
        _bare(scan, at)
    if any(sign in scan.title[:-1] + scan.container for sign in '“"„') and not quoted:
        return None
    if not scan.title or not (scan.author or scan.container or scan.url or scan.doi):
        return None
    return scan.work(_kind(scan))


def _ends_title(text: str, end: int) -> bool:
    """Tell whether words in italics are a whole title: a mark follows that ends one."""
    behind = text[end:].lstrip()
    return (
        text[end - 1] in ".?!"
        or not behind
        or behind[0] in ".,;([/="
        or _BEGINS.match(behind) is not None
    )


def _title(words: str) -> str:
    plain = " ".join(words.split()).strip(" ,;:")
    return plain[:-1].rstrip() if plain.endswith(".") and not plain.endswith("...") else plain


def _book(scan: Scan, start: int, end: int) -> None:
    """Read a title in italics, and what printed it."""
    text = scan.text
    scan.title = _title(text[start:end])
    stopped = text[end - 1 : end] in (".", "?", "!")
    rest = f"{text[end - 1]}{text[end:]}" if stopped else text[end:]
    if not rest.strip(MARKS):
        scan.sure = True
        return
    dated = scan.issued is not None or scan.undated
    found = imprint(rest, dated=dated, titled=True)
    if found is not None and not rest[: found.start].strip(MARKS):
        take_imprint(scan, found)
        scan.sure = True
        return
    words = tidy(rest)
    told = figures(f"X{rest}")
    if told is not None and told.start <= 1 and not told.volume and not told.issue:
        scan.issued = scan.issued or told.date
        scan.locator = told.page
        scan.sure = True
    elif dated and could_be_house(words):
        take_house(scan, words)


def _emphasised(scan: Scan, at: int, run: tuple[int, int]) -> None:
    """Read a title that stands before the name of what printed it, which is in italics."""
    text = scan.text
    before = text[at : run[0]]
    within = _WITHIN.match(f"{before}{_FILLER}")
    if within is not None:
        scan.title = _title(within["title"])
        take_chapter(scan, text[run[0] :], run[1] - run[0])
        return
    if before.rstrip()[-1:] not in ".,?!”’»":
        _bare(scan, at)
        return
    scan.title = _title(before)
    take_periodical(scan, text[run[0] :], run[1] - run[0])


def _bare(scan: Scan, at: int) -> None:
    """Read an entry whose title nothing sets apart: by what it ends with."""
    rest = scan.text[at:]
    within = _WITHIN.match(rest)
    if within is not None and (within["in"].endswith(":") or EDITORS_FIRST.match(within["rest"])):
        scan.title = _title(within["title"])
        take_chapter(scan, within["rest"], 0)
        return
    told = figures(rest)
    if told is not None and (told.volume or told.issue):
        parts = _parted(rest[: told.start])
        periodical = rest.startswith(_PERIODICALS) or _ABBREVIATED.match(rest)
        if scan.note or periodical:
            # Between commas nobody can tell where the title ends, nor a name that is no title.
            scan.title = "" if periodical else _title(rest[: told.start])
            scan.issued = scan.issued or told.date
            return
        if len(parts) > 1:
            scan.title = _title(rest[: parts[-1][0]])
            scan.container = container_name(rest[parts[-1][0] : told.start])
            take_figures(scan, told)
            return
    found = imprint(rest, dated=scan.issued is not None or scan.undated)
    if found is not None and tidy(rest[: found.start]):
        scan.title = _title(rest[: found.start])
        take_imprint(scan, found)
        scan.sure = True
        return
    ending = _YEAR_ENDS.search(rest)
    if ending is not None and scan.issued is None and len(_parted(rest)) == 1:
        scan.issued = printed_date(ending["year"])
        scan.title, scan.sure = _title(rest[: ending.start()]), "," not in rest[: ending.start()]
        return
    _last_resort(scan, rest)


def _parted(words: str) -> list[tuple[int, int]]:
    """Return the parts of words between full stops."""
    parts = []
    at = 0
    for match in PARTS.finditer(words):
        parts.append((at, match.start()))
        at = match.end()
    return [*parts, (at, len(words))]


def _last_resort(scan: Scan, rest: str) -> None:
    """Take the rest for the title, but for a publisher or a publication that is known by name."""
    parts = _parted(rest)
    start, end = parts[-1]
    last = tidy(rest[start:end])
    if len(parts) == 2 and outlet_rules.is_publisher(last):
        scan.title, scan.publisher, scan.sure = _title(rest[:start]), last, True
    elif len(parts) == 2 and (outlet_rules.is_known(last) or _same_body(scan, last)):
        scan.title, scan.sure = _title(rest[:start]), True
        if _same_body(scan, last):
            scan.publisher = last
        else:
            scan.container = last
    else:
        scan.title = _title(rest)
        pieces = rest.split(", ")
        if any(map(outlet_rules.is_publisher, pieces)) or any(p[:1].isdigit() for p in pieces[1:]):
            return
        scan.sure = len(parts) == 1 and bool(scan.issued or scan.undated or scan.url)


def _same_body(scan: Scan, name: str) -> bool:
    return any(one.literal and one.literal == name for one in scan.author)


def _kind(scan: Scan) -> str:
    """Return the CSL type that the parts of an entry speak for."""
    if scan.container:
        if CONFERENCE.search(scan.container) and not scan.issue and not scan.volume:
            return "paper-conference"
        if scan.volume or scan.issue or scan.doi or is_range(scan.page):
            return "article-journal"
        if outlets.kind(scan.container) or outlet_rules.is_news(scan.container):
            return outlet_rules.csl_type(scan.container)
        if scan.issued is not None and scan.issued.day:
            return "article-newspaper"
        return "webpage" if scan.url else "article-journal"
    if scan.publisher or scan.place:
        return "book"
    return "webpage" if scan.url and not scan.doi else "document"
