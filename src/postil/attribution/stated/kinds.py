"""Kinds of works that a word states, such as a podcast or a court case, and what stands by it."""

from __future__ import annotations

import re

from postil.lexicon import outlet_rules, person_names, wordlists
from postil.lexicon.dates_in_text import YEAR, dates, read_date
from postil.model.source import Date, Name, Source
from postil.text.lazy_regex import lazily

_HANDLE = lazily(
    r"(?:(?:(?:post(?:ed)?|tweet(?:ed)?|comment|thread|video|toot)\s)?(?:by|from)\s|via\s|h/t\s|hat\stip:?\s)?"
    r"(?:tweet,\s)?(@[\w.]{2,40}|u/[\w-]{2,40})"
    r"(?:,?\s(?:on|via|in)\s([A-Z][\w .]{0,30})|,\s([A-Z][\w.]{0,30}(?=,|$)))?"
    r"(?:,\sr/\w{1,40})?(?:,\s?(.{3,40}))?",
    re.IGNORECASE,
    needs="@|u/",
)
_CASE = lazily(
    r"((?:[A-Z][\w.’'&-]*|of|the|and|&|ex parte|in re)(?:\s(?:[A-Z][\w.’'&-]*|of|the|and|&)){0,7}"
    r"\svs?\.?\s[A-Z][\w.’'&-]*(?:\s(?:[A-Z][\w.’'&-]*|of|the|and|&)){0,6})(?=[,(\s]|$)",
    needs="v",
)
_STATEMENT = lazily(
    r"(?:(?:the\s)?author['’]s\s|personal\s|telephone\s|phone\s|oral\shistory\s|unpublished\s|private\s"
    r"|radio\s|tv\s|opening\s|closing\s|sworn\s|written\s|expert\s)?"
    r"(affidavit|testimony|deposition|witness statement|statement|remarks|interview|letter"
    r"|speech|diary|journal|lecture|sermon|e-?mail|personal communication|conversation|address)\s"
    r"(?:of|by|with|from)\s([^,;]{3,60}?)(?:\s(?:to|by)\s[A-Z][^,;]{2,60})?"
    r"(?:,\s?(.{1,160})|\s(?:before|at|in|to)\s(?:the\s)?([A-Z].{1,160}))?",
    re.IGNORECASE,
    needs="affidavit|testimony|deposition|statement|interview|letter|speech|diary|lecture|sermon"
    "|mail|communication|conversation|remarks|journal|address",
)
_EPISODE = lazily(
    r",?\s(?:(?:season|series)\s\d{1,3},?\s)?(?:episode|ep\.?|folge|épisode|episodio|episódio"
    r"|afl\.|avsnitt)\s?#?\d{1,4}\b|,?\s(?-i:S)[0-9]{1,2}(?-i:E)[0-9]{1,3}\b",
    re.IGNORECASE,
    needs="episode|ep|folge|épisode|episodio|episódio|afl|avsnitt|s",
)
_SHOW = lazily(
    r"(?:the\s)?([A-Z][^,;:“”\"]{1,60}?)\s(?:podcast|radio show|radio programme|tv show)(?=,|$)",
    re.IGNORECASE,
    needs="podcast|radio|tv",
)
_NUMBERED = lazily(
    r"(?:[A-Z].{0,40}\b)?(?:Paper|Report|Circular|Bulletin|Memorandum|Memo|Document|Leaflet|Series"
    r"|Directive|Recommendation|Standard|Note|Notice|Order|Publication)s?\s(?:No\.?\s)?[\w./-]*\d[\w./-]*"
)
_DIRECTED = lazily(r",\s(?:directed|produced|presented|hosted)\sby\s", needs="by")
_NAMED_HANDLE = lazily(r"\s\(@\w{2,40}\)|,\s(?:HC|HL|WH)\sDeb\b", needs="@|deb")
_KIND_NUMBER = lazily(r"\s(?:no\.?|nr\.?|#)?\s?\d{1,4}$", re.IGNORECASE)
_POSTED_BY = lazily(
    r"(?:posted|published|shared|tweeted|uploaded)\s(?:on|to)\s([A-Z][\w ]{0,20})"
    r"\sby\s([^,;]{2,60})",
    re.IGNORECASE,
    needs="by",
)
_ON_NETWORK = lazily(
    r"([^,;:“”\"()]{3,60})\s(?:on|via)\s([A-Z][\w ]{0,20})(?=,|;|$)", needs="on|via"
)
_YEAR = lazily(rf"\b{YEAR}\b")
_TYPES = {
    "interview": "interview",
    "letter": "personal_communication",
    "email": "personal_communication",
    "e-mail": "personal_communication",
    "personal communication": "personal_communication",
    "conversation": "personal_communication",
    "speech": "speech",
    "lecture": "speech",
    "sermon": "speech",
    "diary": "manuscript",
}
_FILED = lazily(r"\b(?:filed|sworn|dated|held|recorded|taken|given)\s(?:on\s)?", re.IGNORECASE)


def stated(words: str) -> tuple[Source, list[str]] | None:
    """Return the source of words that state what it is, and its faults; None for other words.

    | words                                      | read as                                 |
    |--------------------------------------------|-----------------------------------------|
    | @mudwatch on Twitter, 5 March 2018         | the handle as author, the network       |
    | Posted by u/greyheron on Reddit, 2021      | the same                                |
    | Harbour Board v. Marsh, 1987               | a court case, by its name               |
    | Affidavit of Mary Lamb, Quay Court, 1999   | a person and where it lies              |
    | Tidal Voices podcast, episode 12, 2019     | a show, which is no person              |
    """
    for read in (_handle, _case, _statement, _show):
        if (source := read(words.strip(" ."))) is not None:
            bare = not (source.container_title or source.title or source.url)
            return source, ["missing-container"] if bare and source.author else []
    return None


def without_kind(words: str) -> tuple[str, bool]:
    """Return words without the field that says what kind of work it is, and whether one did.

    | words                          | left                | said |
    |--------------------------------|---------------------|------|
    | Salt Lark, podcast, 3 May 2020 | Salt Lark, 3 May 2020 | yes |
    | Press release, Quay Trust      | Quay Trust          | yes  |
    | Salt Tide, directed by A. Mori | (as it is)          | yes  |
    | Mary Lamb, Quay Herald         | (as it is)          | no   |
    | Interview                      | (as it is)          | no   |
    """
    said = bool(_EPISODE.search(words) or _DIRECTED.search(words))
    words = _posted(_NAMED_HANDLE.sub("", _EPISODE.sub("", words)))
    label, colon, named = words.partition(":")
    if colon and named.strip() and label.strip().casefold() in wordlists.STATED_KINDS:
        words, said = named.strip(), True
    parts = words.split(",")
    kinds = [_KIND_NUMBER.sub("", part.strip(' .”"')).casefold() for part in parts]
    stated = [kind in wordlists.STATED_KINDS for kind in kinds]
    authored = [kind in wordlists.AUTHORED_KINDS for kind in kinds]
    found = [one or other for one, other in zip(stated, authored, strict=True)]
    if all(found) or not any(found):
        return words, said
    kept = []
    for part, one, other in zip(parts, stated, authored, strict=True):
        mark = part[: len(part) - len(part.lstrip(' ”"'))].rstrip()
        if not (one or other) or mark:
            kept.append(mark if one or other else part)
    return ",".join(kept).strip(" ,"), said or any(stated)


def _posted(words: str) -> str:
    """Return "Posted on NETWORK by NAME" and "NAME on NETWORK" with a comma between the two."""
    if match := _POSTED_BY.match(words):
        return f"{match[2]}, {match[1]}{words[match.end() :]}"
    match = _ON_NETWORK.match(words)
    if match and match[2].casefold() in wordlists.NETWORKS and match[1][:1].isupper():
        return f"{match[1]}, {match[2]}{words[match.end() :]}"
    return words


def is_numbered_paper(words: str) -> bool:
    """Tell whether words are a paper of a body by its number: "Open-File Report 12"."""
    return _NUMBERED.fullmatch(words) is not None


def _handle(words: str) -> Source | None:
    match = _HANDLE.fullmatch(words)
    if match is None:
        return None
    network = (match[2] or match[3] or "").strip()
    if read_date(network)[0] or (match[4] and not _date(match[4])):
        return None
    kind = "post"
    return Source(
        type=kind,
        author=(Name(literal=match[1]),),
        container_title=network,
        issued=_date(match[4] or ""),
    )


def _case(words: str) -> Source | None:
    match = _CASE.match(words)
    if match is None:
        return None
    issued, rest = _date_and_rest(words[match.end() :])
    parts = [part.strip(" ()[].") for part in rest.split(",")]
    court = next((part for part in parts if outlet_rules.is_institution(part)), "")
    return Source(type="legal_case", title=match[1], container_title=court, issued=issued)


def _statement(words: str) -> Source | None:
    match = _STATEMENT.fullmatch(words)
    if match is None:
        return None
    people = person_names.parse_names(match[2])
    if not people or outlet_rules.is_publication(match[2]):
        return None
    issued, rest = _date_and_rest(match[3] or match[4] or "")
    where = _FILED.sub("", rest).strip(" ,.")
    if where and not where[0].isupper():
        return None
    kind = _TYPES.get(match[1].casefold(), "document")
    if outlet_rules.is_place(where) or (kind != "document" and _is_one_word(where)):
        where = ""  # The town in which it was said.
    return Source(type=kind, author=people, container_title=where, issued=issued)


def _is_one_word(where: str) -> bool:
    return where.isalpha() and not outlet_rules.is_publication(where)


def _show(words: str) -> Source | None:
    match = _SHOW.match(words)
    if match is None:
        return None
    issued, rest = _date_and_rest(_EPISODE.sub("", words[match.end() :]))
    if any(map(str.isalnum, rest)):
        return None
    return Source(type="broadcast", container_title=match[1], issued=issued)


def _date(text: str) -> Date | None:
    return _date_and_rest(text)[0]


def _date_and_rest(text: str) -> tuple[Date | None, str]:
    """Return the date in a text, and the text without it."""
    if match := dates(text).search(text):
        return read_date(match[0])[0], text[: match.start()] + text[match.end() :]
    if match := _YEAR.search(text):
        return Date(int(match[0])), text[: match.start()] + text[match.end() :]
    return None, text
