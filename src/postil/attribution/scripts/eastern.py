"""Attributions in Chinese, Japanese and Korean letters: fields told by their last letters."""

from __future__ import annotations

import re

from postil.attribution.scripts.marks import is_eastern
from postil.attribution.scripts.named_labels import credit_label
from postil.lexicon import outlet_rules, wordlists
from postil.lexicon.dates_in_text import YEAR, dates, read_date
from postil.lexicon.name_list import NameList
from postil.model.source import Date, Name, Source
from postil.model.values import dataclass, field, replace
from postil.text.lazy_regex import lazily

_TITLE = lazily(r"[『「“«]([^『』「」“”«»]{1,120})[』」”»]")
_PAGE = lazily(
    r"(?:第\s?)?(\d{1,5}(?:\s?[-–~〜]\s?\d{1,5})?)\s?(?:頁|页|ページ|쪽|면)"
    r"|第\s?(\d{1,3})\s?版"
    r"|\bpp?\.\s?(\d{1,5}(?:\s?[-–~〜]\s?\d{1,5})?)"
)
_ISSUE = lazily(r"第\s?\d{1,5}\s?(?:期|号|號|輯|辑|卷|巻)|\d{1,5}\s?(?:호|권)")
_YEAR = lazily(rf"(?<!\d)({YEAR})(?:\s?[年년])?版?(?!\d)")
_PLACE = lazily(r"^[^\W\d_]{1,8}\s?:\s?")
_PARTS = lazily(r"[,;/|·]|\s[-–—]\s")
_AROUND = " \t,;:/|.。()[]"
_WIRED = lazily(r"\([^()=]{1,8}=([^()]{1,20})\)\s?([^=]{2,30}=?)")
_MARKED_ROLES = lazily(r"[·ㆍ・]")
_ADDRESS = lazily(r"https?://[^\s,]{3,300}", needs="://")
_HAN = lazily(r"[一-鿿々]{2,5}")
_HAN_AND_KANA = lazily(r"([一-鿿々]{1,3})([぀-ヿ]{2,5})")
_HANGUL = lazily(r"[가-힣]{2,4}")
_BLANK = lazily(r"(\S{1,3})[ \u3000](\S{1,4})")
_ENDS_OF_NAMES = frozenset(("文", "作", "图", "圖"))
"""Words for a role that given names end with as well."""
_LONGEST_ENDING = 6
"""Letters of the longest word that tells what a name is, by its end."""


@dataclass(slots=True)
class _Reading:
    """What has been taken out of the words so far."""

    rest: str
    titles: list[str] = field(default_factory=list)
    issued: Date | None = None
    page: str = ""
    url: str = ""

    def take(self, match: re.Match[str]) -> None:
        """Leave a comma where something stood."""
        self.rest = f"{self.rest[: match.start()]},{self.rest[match.end() :]}"


def read_eastern(words: str) -> Source | None:
    """Return the record that words name whose marks are Latin already; None where they name none.

    | words                                        | read as                              |
    |----------------------------------------------|--------------------------------------|
    | 佐藤健『港の朝』海風書房,2005年,12頁         | author, title, publisher, year, page |
    | 鈴木一郎「灯台の話」『港湾新聞』2010年4月2日 | author, title, publication, date     |
    | 김민수 기자, 항구일보, 2016년 1월 5일        | author by the role, publication      |
    | 港湾新聞,2019年3月4日                        | publication, date                    |
    | 海風,2019年                                  | publication: nothing tells an author |
    """
    reading = _Reading(words)
    if match := _ADDRESS.search(reading.rest):
        reading.url = match[0].rstrip(".。")
        reading.take(match)
    reading.rest = _ISSUE.sub(",", reading.rest)
    before = _take_titles(reading)
    if match := _PAGE.search(reading.rest):
        reading.page = (match[1] or match[2] or match[3]).replace(" ", "")
        reading.take(match)
    _take_date(reading)
    return _filled(reading, before)


def attributed(words: str, *, labelled: bool) -> tuple[list[Source], list[str]] | None:
    """Return the source of an attribution and its faults; without a label it has to tell itself.

    A title and a year do, or a publication by its name and a day.
    """
    if credit := credit_label(words):
        return _credited(words[credit.end() :])
    if wired := _WIRED.fullmatch(words):
        words, labelled = f"{wired[2].removesuffix('=').strip()}, {wired[1]}", True
    for phrase in wordlists.BEFORE_OUTLETS:
        if is_eastern(phrase) and words.startswith(phrase):
            words, labelled = words.removeprefix(phrase), True
    head, slash, named = words.partition("/")
    if slash and head.strip() in wordlists.CREDIT_LABELS:
        return _credited(named.split()[0])
    label, blank, rest = words.partition(" ")
    if blank and label in wordlists.CREDIT_LABELS and _without_role(rest) != rest:
        return _credited(rest)
    source = read_eastern(words)
    if source is None:
        return ([Source(type="article")], ["missing-name"]) if labelled else None
    told = source.title and source.issued and (source.author or source.publisher)
    printed = source.issued and source.issued.month and is_body(source.container_title)
    return ([source], []) if labelled or told or printed else None


def _credited(words: str) -> tuple[list[Source], list[str]] | None:
    """Return who made a picture: a person told by a role or a family name, or an outlet."""
    people, others = _people(_fields(words), titled=False)
    outlet = next(filter(is_body, others), "")
    if not people and not outlet:
        return None
    source = Source(author=people, container_title=outlet)
    return [replace(source, type=_type(source))], [] if outlet else ["missing-container"]


def _take_titles(reading: _Reading) -> str | None:
    """Take two titles at most; return what stands before the first, None where there is none."""
    first = _TITLE.search(reading.rest)
    if first is None:
        return None
    before, rest = reading.rest[: first.start()], reading.rest[first.end() :].lstrip(" ,")
    reading.rest = rest
    reading.titles.append(first[1].strip())
    if second := _TITLE.match(rest):
        reading.titles.append(second[1].strip())
        reading.take(second)
    return before


def _take_date(reading: _Reading) -> None:
    if match := dates(reading.rest).search(reading.rest):
        reading.issued = read_date(match[0])[0]
        reading.take(match)
    elif match := _YEAR.search(reading.rest):
        reading.issued = Date(int(match[1]))
        reading.take(match)


def _filled(reading: _Reading, before: str | None) -> Source | None:
    people: tuple[Name, ...] = ()
    title = container = publisher = ""
    parts = _fields(reading.rest)
    if before is not None:
        title, container = [*reading.titles, ""][:2]
        people, bodies = _people(_fields(before), titled=True)
        container = container or (bodies[0] if bodies else "")
    elif len(parts) > 1 or (parts and _without_role(parts[0]) != parts[0]):
        people, behind = _people(parts[:1], titled=False)
        parts = [*behind, *parts[1:]]
    for part in parts:
        if title and not container and not publisher and _prints_books(part, reading.issued):
            publisher = part
        elif not container and not publisher:
            container = part
    if title and is_body(title) and not (people or container or publisher):
        title, container = "", title
    made = Source(
        author=people,
        title=title,
        container_title=container,
        publisher=publisher,
        issued=reading.issued,
        url=reading.url,
        page=reading.page,
    )
    return replace(made, type=_type(made)) if made.identified else None


def _type(source: Source) -> str:
    if source.container_title:
        return outlet_rules.csl_type(source.container_title)
    return "book" if source.title else "article"


def _fields(text: str) -> list[str]:
    parts = (_PLACE.sub("", part.strip(_AROUND)) for part in _split_fields(text))
    editions = wordlists.EASTERN_EDITIONS
    return [part for part in parts if any(map(str.isalnum, part)) and part not in editions]


def _split_fields(text: str) -> list[str]:
    """Return the fields of a text; marks between the words for what somebody did part nothing."""
    head, blank, rest = text.lstrip().partition(" ")
    roles = _MARKED_ROLES.split(head)
    if blank and all(word in wordlists.EASTERN_ROLES for word in roles):
        text = rest if _without_role(rest) != rest else f"{roles[0]} {rest}"
    return _PARTS.split(text)


def _people(fields: list[str], *, titled: bool) -> tuple[tuple[Name, ...], list[str]]:
    """Return the persons among fields, and the other fields.

    A person is told by a role word, by the place before a title, or by a known family name.
    """
    people: list[Name] = []
    others: list[str] = []
    for part in fields:
        bare = _without_role(part)
        outlet, blank, name_behind = bare.partition(" ")
        if bare != part and blank and is_body(name_behind):
            outlet, name_behind = name_behind, outlet
        if bare != part and blank and is_body(outlet):
            found = eastern_name(name_behind, sure=True)
            if found is not None:
                people.append(found)
                others.append(outlet)
                continue
        name = None if is_body(bare) else eastern_name(bare, sure=titled or bare != part)
        if name is None:
            others.append(part)
        else:
            people.append(name)
    return tuple(people), others


def _without_role(part: str) -> str:
    """Return a name without the words for a role before or behind it: 김민수 기자."""
    roles = wordlists.EASTERN_ROLES
    tokens = part.split()
    while len(tokens) > 1 and tokens[-1] in roles:
        tokens.pop()
    while len(tokens) > 1 and tokens[0] in roles:
        tokens = tokens[1:]
    bare = " ".join(tokens)
    for mark in ("・", "·"):
        head, sign, role = bare.rpartition(mark)
        if sign and role in roles:
            return head
    for size in (4, 3, 2, 1):
        role = bare[-size:]
        if (
            len(bare) - size > 1
            and role in roles
            and role not in _ENDS_OF_NAMES
            and not is_body(bare)
        ):
            return bare[:-size].rstrip()
    return bare


def eastern_name(text: str, *, sure: bool) -> Name | None:
    """Return the person whose name a text is; ``sure`` where something else says that it is one.

    | name       | family name | given name | because                               |
    |------------|-------------|------------|---------------------------------------|
    | 林一舟     | 林          | 一舟       | a known family name                   |
    | 田中健     | 田中        | 健         | the longer one first                  |
    | 佐伯みどり | 佐伯        | みどり     | kana are a given name                 |
    | 佐伯 緑    | 佐伯        | 緑         | the blank parts them                  |
    | 渡口旧事   | (literal)   |            | unknown, where ``sure``; else no name |
    """
    surnames = wordlists.EASTERN_SURNAMES
    if (parted := _BLANK.fullmatch(text)) and (sure or parted[1] in surnames):
        return Name(family=parted[1], given=parted[2], family_first=True)
    if mixed := _HAN_AND_KANA.fullmatch(text):
        return Name(family=mixed[1], given=mixed[2], family_first=True)
    if _HAN.fullmatch(text) or _HANGUL.fullmatch(text):
        for size in (3, 2, 1):
            family, given = text[:size], text[size:]
            if 1 <= len(given) <= 3 and family in surnames:
                return Name(family=family, given=given, family_first=True)
        return Name(literal=text) if sure else None
    return Name(literal=text) if sure and "・" in text else None


def is_body(name: str) -> bool:
    """Tell whether a name is that of an outlet, a publisher or a body, by its end."""
    if outlet_rules.is_known(name) or (len(name) > 2 and _ends_in(name, wordlists.EASTERN_OUTLETS)):
        return True
    houses = (wordlists.EASTERN_PUBLISHERS, wordlists.EASTERN_BODIES)
    return len(name) > 3 and any(_ends_in(name, words) for words in houses)


def _ends_in(name: str, words: NameList) -> bool:
    sizes = range(1, 1 + min(_LONGEST_ENDING, len(name)))
    return any(name[len(name) - size :] in words for size in sizes)


def _prints_books(name: str, issued: Date | None) -> bool:
    """Tell whether a name behind a title is that of its publisher: no outlet, no day."""
    if outlet_rules.is_known(name) or _ends_in(name, wordlists.EASTERN_OUTLETS):
        return False
    year_only = issued is None or issued.month is None
    return year_only or _ends_in(name, wordlists.EASTERN_PUBLISHERS)
