"""What printed a work: the periodical, the book of several authors, or the publisher."""

from __future__ import annotations

from postil.attribution.works.figures import PAGES, Figures, container_name, figures, is_range
from postil.attribution.works.found_at import printed_date
from postil.attribution.works.imprint import Imprint, imprint
from postil.attribution.works.scan import MARKS, Scan, tidy
from postil.lexicon import outlet_rules
from postil.text.lazy_regex import lazily

_IN = lazily(r"(?:In:?|in:?|dans|en|En|W:|w:)\s{1,2}(?=[^\W\d_])")
EDITORS_FIRST = lazily(
    r"(?P<who>[^()“”«»\"]{3,120}?)\s?[\[(](?:eds?|Eds?|Hg|Hgg|Hrsg|dir|dirs|coord|coords|red|éds?|orgs?)s?\.?[\])]"
    r"\s?[.,:]{0,2}\s{0,2}"
)
_EDITORS_BEHIND = lazily(
    r",?\s(?:edited by|eds?\.(?: by)?|[hH]rsg\. von|hg\. von|sous la direction de|éd\.|a cura di)\s"
    r"[^\s,(].{2,80}?(?=,\s\d|\s\(|(?<!\s[A-Z])\.\s|,\s(?:pp?\.|S\.)|$)"
)
_PAGES_BEHIND = lazily(
    rf"(?:,\s{{1,2}}{PAGES}|\s\(\s?{PAGES.replace('<page>', '<paged>')}\s?\))\.?$"
)
_UNPRINTED = lazily(
    r"(?i)(?:technical |working |discussion |research |conference )?"
    r"(?:reports?|papers?|posters?|thesis|dissertation|mimeo|preprint|manuscript)\b(?! of\b)"
)
"""Kinds of works that stand where names of periodicals do, and are none."""
CONFERENCE = lazily(
    r"(?i)\b(?:proc\.|proceedings|conference|conf\.|symposium|congress|workshop|tagung|actas|atti)"
)
_DATE_FIRST = lazily(r"[\s.,]{0,3}\((?P<date>[^()]{4,30})\)")
PARTS = lazily(r"(?<=[^\W\d_]{2})[.?!]\s{1,3}|(?<=\d)[.?!]\s{1,3}|(?<=[)\]”’])\.\s{1,3}")


def take_figures(scan: Scan, told: Figures) -> None:
    """Take what figures tell."""
    scan.volume, scan.issue = told.volume, told.issue
    scan.issued = scan.issued or told.date
    if told.page and not is_range(told.page) and (scan.note or not scan.author):
        scan.locator = told.page
    else:
        scan.page = told.page
    scan.sure = True


def take_periodical(scan: Scan, rest: str, length: int) -> None:
    """Read the name of a periodical, which has a length where italics tell it, and its figures."""
    told = figures(rest)
    name = rest[: told.start] if told is not None else rest
    if length and tidy(rest[:length]) != tidy(name):
        between = name[length:] if len(name) > length else ""
        strong = told is not None and told.volume
        apart = not strong and between.strip(MARKS) and not outlet_rules.is_place(tidy(between))
        if apart and not CONFERENCE.search(rest[:length]):
            told = None
        if not rest[length:].lstrip()[:1].isalnum():
            name = rest[:length]
    plain = told is not None and not (told.volume or told.issue or told.page)
    dated = scan.issued is not None or scan.undated
    found = imprint(rest, dated=dated) if plain and not length else None
    if found is not None and not rest[: found.start].strip(MARKS):
        take_imprint(scan, found)
        scan.sure = True
        return
    if plain and not length and outlet_rules.is_publisher(tidy(name)):
        scan.publisher, scan.issued = tidy(name), scan.issued or (told.date if told else None)
        scan.sure = "," not in tidy(name)
    elif plain and told and not length and not told.date_of_day and not could_be_house(tidy(name)):
        scan.issued = scan.issued or told.date
    elif told is not None and tidy(name):
        scan.container = container_name(name)
        take_figures(scan, told)
        _without_figures(scan)
        if _UNPRINTED.match(scan.container):
            scan.container, scan.type, scan.sure = "", "report", False
    elif length and not _UNPRINTED.match(name):
        scan.container = container_name(name)
        scan.sure = not rest[length:].strip(MARKS)


def _without_figures(scan: Scan) -> None:
    """Cut from a name what follows a comma and has figures, which have not been understood."""
    name, comma, rest = scan.container.partition(", ")
    if comma and any(map(str.isdigit, rest)):
        scan.container, scan.sure = name, False


def take_container(scan: Scan, end: int) -> None:
    """Read what stands behind a title in quotation marks."""
    text = scan.text
    if scan.issued is None and (match := _DATE_FIRST.match(text, end)):
        date = printed_date(match["date"])
        if date is not None:
            scan.issued = date
            end = match.end()
    while end < len(text) and text[end] in MARKS:
        end += 1
    rest = text[end:]
    if not rest:
        scan.sure = True
        return
    lead = _IN.match(rest)
    if lead is not None:
        run = scan.emphasis_in(end + lead.end(), len(text))
        inner = rest[lead.end() :]
        length = 0
        if run is not None:
            shift = run[0] - end - lead.end()
            length = run[1] - run[0] if not shift else 0
            if shift and EDITORS_FIRST.match(inner[: shift + 1]):
                inner, length = inner[shift:], run[1] - run[0]
        take_chapter(scan, inner, length)
        return
    run = scan.emphasis_in(end, len(text))
    length = run[1] - run[0] if run is not None and run[0] == end else 0
    told = figures(rest)
    if told is None and not length:
        words = tidy(rest)
        if could_be_house(words) and (scan.issued or scan.url or scan.accessed):
            scan.container = words
            scan.sure = True
        return
    take_periodical(scan, rest, length)


def take_chapter(scan: Scan, rest: str, length: int) -> None:
    """Read the book that holds a chapter, what printed it, and the chapter's pages."""
    editors = EDITORS_FIRST.match(rest)
    if editors is not None and not length:
        rest = rest[editors.end() :]
    behind = _EDITORS_BEHIND.search(rest)
    if behind is not None:
        rest = f"{rest[: behind.start()]}{rest[behind.end() :]}"
    dated = scan.issued is not None or scan.undated
    told = figures(rest)
    strong = told is not None and (told.volume or (told.issue and told.date))
    found = None if strong else imprint(rest, dated=dated, titled=bool(length))
    name, page = rest, ""
    if found is not None:
        name, page = rest[: found.start].rstrip(" .,"), found.page
    elif told is not None and (strong or CONFERENCE.search(rest)):
        scan.container = container_name(rest[:length] if length else rest[: told.start])
        take_figures(scan, told)
        scan.type = "paper-conference" if CONFERENCE.search(scan.container) else ""
        return
    elif told is not None and is_range(told.page):
        # An article in a newspaper, or a book of which no more is told.
        scan.container = container_name(rest[: told.start])
        take_figures(scan, told)
        scan.type = "" if outlet_rules.is_news(scan.container) else "chapter"
        return
    else:
        parts = PARTS.split(rest, maxsplit=1)
        paged = _PAGES_BEHIND.search(parts[0])
        if told is not None and len(parts) == 1 and outlet_rules.is_news(rest[: told.start]):
            scan.container = container_name(rest[: told.start])
            take_figures(scan, told)
            return
        if len(parts) == 2 and paged is not None and could_be_house(tidy(parts[1])):
            name = parts[0]
            take_house(scan, tidy(parts[1]))
    paged = _PAGES_BEHIND.search(name)
    if paged is not None:
        page = paged["page"] or paged["paged"]
        name = name[: paged.start()]
    if found is not None:
        scan.place, scan.publisher = found.place, found.publisher
        scan.issued = scan.issued or found.issued
        scan.sure = True
    container = container_name(name)
    if length and container != container_name(rest[:length]):
        container, scan.sure = container_name(rest[:length]), False
    if not (scan.sure or length):
        return
    scan.container, scan.type = container, "chapter"
    page = "".join(page.split())
    scan.page, scan.locator = (page, "") if is_range(page) else ("", page)


def could_be_house(words: str) -> bool:
    """Tell whether words could be a publisher's name, and nothing else."""
    few = words.split()
    return (
        1 <= len(few) <= 7
        and words[0].isupper()
        and not any(map(str.isdigit, words))
        and not any(sign in words for sign in ':;()[]“”"«»?!')
        and ". " not in words
    )


def take_house(scan: Scan, words: str) -> None:
    """Take a publisher, whose place may stand before it."""
    house, comma, town = words.partition(", ")
    if comma and outlet_rules.is_publisher(house) and len(town.split()) <= 3 and "," not in town:
        words = f"{town}: {house}"
    place, colon, house = words.partition(": ")
    scan.publisher = tidy(house if colon else words)
    scan.place = tidy(place) if colon else ""
    scan.sure = True


def take_imprint(scan: Scan, found: Imprint) -> None:
    """Take what stands behind the title of a book."""
    scan.place, scan.publisher = found.place, found.publisher
    scan.issued = scan.issued or found.issued
    scan.locator = found.page
