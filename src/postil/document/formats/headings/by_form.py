"""Headings by form: lines that show by their wording, their place and their neighbours."""

from __future__ import annotations

from collections import Counter

from postil.document.article.byline import SUBTITLES, names_author
from postil.document.base.cell_width import cells
from postil.document.formats.headings.boilerplate import (
    is_credit,
    is_date,
    is_dateline,
    is_dedication,
    is_farewell,
    is_furniture,
    is_greeting,
    is_month,
    is_signature,
    is_title_page,
)
from postil.document.formats.headings.by_likeness import ScoredLine, find_by_style, is_centred
from postil.document.formats.headings.candidates import Candidates, Finding
from postil.document.formats.headings.title_words import (
    CAPTION_WORDS,
    QUOTES,
    dangles,
    ends_in_quotation,
    ends_openly,
    is_capitals,
    is_caseless,
    is_half_quotation,
    is_known,
    is_quotation,
    is_small,
    listed_form,
    title_case,
    words_in,
)
from postil.document.formats.layout.drawn_lines import LEADER
from postil.model.article import BlockKind
from postil.text.lazy_regex import lazily

_SHORTEST, _LONGEST, _LONGEST_WRAPPED = 2, 130, 80
"""Code points of a title, and of one among broken lines: one of 130, or 80, may be one."""
_LONG_TEXT = 120
"""Code points from which a block is surely text."""
_SHORT = 60
"""Code points up to which a line by itself is no text."""
_DEDICATED = 2
"""Blocks behind the first among which a dedication may stand."""
_CODE_INDENT = 4
"""Blanks by which code is set in further than a text."""
_DIARY = 3
"""Dates on lines of their own that make a diary: three are its headings, two are datelines."""
_TITLED = 0.75
"""Share of its words that begin with capitals in a line that is written as a title."""
_REPEATED = 2
"""Times that a line stands which is no title: a running head, a refrain; once may be one."""
_SPEAKING = 3
"""Lines with the same words before a colon that are an interview: two may be titles yet."""
_SURE = 3.0
"""The score from which a line is a heading by itself."""

_SHORT_CELLS = 40
"""Cells of a title in a script without capitals: 40 may be one, 41 are text."""
_OPENING = "\u201c\u2018\u300c\u300e\u300a\u3008\uff08(["
_CLAUSES = lazily(r"[\uff0c\u3002\uff1b\uff01\u060c\u061b]")
"""Signs within a sentence of such a script."""

_NO_TITLE = lazily(r"https?://|[|={}<>\\]|\s=\s|@")
_CUE = lazily(r"([A-Z][A-Z.' ]{0,30}[A-Z.])(?:\s{2,24}|\t)(?=\S)")
_LEADING = "_“‘\"'"
"""Signs with which a title may begin."""
_CAPTION = lazily(r"(?P<word>[^\W\d_]{2,16})\.?\s{1,2}\d")
_BY = ("by", "von", "par", "por", "di", "door", "av", "af")
_FIELD = lazily(r"\w[\w-]*:\s*\S+$")
_FIELD_WRAPPED = lazily(r"[A-Z][\w-]*: \S")
_SENTENCE_INSIDE = lazily(r"[.!?]\s")


def find_unmarked(candidates: Candidates) -> None:
    """Find the lines that look like headings, then those in the style of the ones found."""
    opening = _first_text(candidates)
    scored = [
        found for index in _lines(candidates) if (found := _weighed(candidates, index, opening))
    ]
    # From the end, so that it is known of the line below whether it is a heading itself.
    for candidate in reversed(scored):
        if candidate.score - _stranded(candidates, candidate) >= _SURE:
            candidates.mark(candidate.index, 1 if is_capitals(candidate.text) else 2)
    find_by_style(candidates, scored)


def _lines(candidates: Candidates) -> list[int]:
    wrapped, texts = candidates.layout.wrapped, candidates.texts
    longest = _LONGEST_WRAPPED if wrapped else _LONGEST
    short = []
    for index in candidates.open_lines():
        size, lines = len(texts[index]), len(candidates.blocks[index].lines)
        one = lines == 1 and size <= longest and (size >= _SHORTEST or not texts[index].isascii())
        if one or (wrapped and lines == 2 and size <= _LONGEST and _is_broken(candidates, index)):
            short.append(index)
    labels = Counter(_label(candidates.texts[index]) for index in short)
    return [index for index in short if not _is_repeated(candidates.texts[index], labels)]


def _is_repeated(text: str, labels: Counter[str]) -> bool:
    """Tell whether a line stands too often for a title, or says who speaks in an interview."""
    label = _label(text)
    return labels[label] >= (_REPEATED if label == text else _SPEAKING)


def _is_broken(candidates: Candidates, index: int) -> bool:
    """Tell whether this may be a title in capitals that was too long for one line."""
    lines, text = candidates.blocks[index].lines, candidates.texts[index]
    full = len(lines[0]) + 1 + len(lines[1].split(None, 1)[0]) > candidates.layout.width
    return full and ";" not in text and (is_capitals(text) or title_case(words_in(text)) >= _TITLED)


def _label(text: str) -> str:
    """Return what stands before the colon of a line, with the colon; the line if it has none.

    In plays the name of who speaks stands in capitals instead, well before the words.
    """
    cue = _CUE.match(text) if _may_be_cue(text) else None
    return cue[1] if cue else "".join(text.partition(": ")[:2])


def _may_be_cue(text: str) -> bool:
    """Tell at a glance whether a line may begin with a name in capitals and a gap."""
    return text[0].isupper() and ("  " in text or "\t" in text or not text.isascii())


def _weighed(candidates: Candidates, index: int, opening: int) -> ScoredLine | None:
    """Return the line with its score, or None if it can be no title."""
    text = candidates.texts[index]
    if not _may_be_title(text, wrapped=candidates.layout.wrapped):
        return None
    words = words_in(text)
    if dangles(words) or all(map(is_small, words)) or _is_boilerplate(candidates, index):
        return None
    following = candidates.following(index)
    if following is None or (index + 1 >= candidates.back_matter and not is_known(text)):
        return None
    score = _by_wording(text, words)
    if candidates.layout.wrapped:
        if _is_sample(candidates, index, following):
            return None
        score += _by_layout(candidates, index, following)
        if index > opening and is_centred(candidates, index, following):
            score += 3
    else:
        score += _by_neighbours(candidates, index, following)
    return ScoredLine(index, text, words, following, score)


def _is_sample(candidates: Candidates, index: int, following: int) -> bool:
    """Tell whether this is one word set out as code is, such as the form of a name."""
    text = candidates.texts[index]
    indent = candidates.blocks[index].indent
    return (
        " " not in text
        and candidates.layout.indent + _CODE_INDENT <= indent
        and not is_known(text)
        and not is_centred(candidates, index, following)
    )


def _is_boilerplate(candidates: Candidates, index: int) -> bool:
    """Tell whether the line is part of a letter's form, a credit, or the date of what follows."""
    text = candidates.texts[index]
    if is_greeting(text) or is_farewell(text) or is_credit(text) or is_dateline(text):
        return True
    if is_furniture(text) or (0 < index <= _DEDICATED and is_dedication(text)):
        return True
    earlier = candidates.texts[index - 1] if index else ""
    if earlier and is_signature(text) and is_farewell(earlier):
        return True
    if earlier.lower() in _BY or (0 < index <= SUBTITLES and names_author(text)):
        return True
    if is_quotation(text) and is_half_quotation(earlier or " "):
        # The last words of a letter that is quoted are its writer's name.
        return True
    # Where every entry has its date, as in a diary, the dates are its headings.
    return candidates.dates < _DIARY and (is_date(text) or is_month(text))


def _stranded(candidates: Candidates, found: ScoredLine) -> bool:
    """Tell whether a line that is neither heading nor text follows at once."""
    text, plain = candidates.texts[found.following], candidates.blocks[found.following]
    if candidates.findings[found.following] is not Finding.TEXT or len(plain.lines) > 1:
        return False
    if plain.block.kind is not BlockKind.PARAGRAPH or len(text) >= _SHORT or not ends_openly(text):
        return False
    # The title of a text may have a line of its own below: an author, a date, a version.
    if is_title_page(text):
        return False
    return found.index > 0 or is_credit(text) or " " not in text


def _may_be_title(text: str, *, wrapped: bool) -> bool:
    first = text[0]
    if not (first.isalnum() or first in _LEADING) or _leads(text) or _NO_TITLE.search(text):
        return False
    stopped = not ends_openly(text) and not (text[-1] == ":" and is_capitals(text))
    if stopped and not ends_in_quotation(text) and not is_quotation(text):
        return False
    if not any(character.isalpha() for character in text):
        return False
    if "   " in text and not is_capitals(text):
        # A command with what it does, or a row of a table.
        return False
    if _is_caption(text) or (":" in text and _FIELD.match(text)) or is_title_page(text):
        return False
    return not (wrapped and _FIELD_WRAPPED.match(text) and not is_capitals(text))


def _leads(text: str) -> bool:
    """Tell whether dots or blanks lead to a number at the end of a line."""
    return (text.count(".") > 3 or text[-1].isdecimal()) and LEADER.search(text) is not None


def _is_caption(text: str) -> bool:
    found = _CAPTION.match(text)
    return found is not None and listed_form(found["word"]) in CAPTION_WORDS


def _by_wording(text: str, words: list[str]) -> float:
    score = 0.0
    caseless = is_caseless(text.lstrip(_OPENING)[:1])
    share = 0.0 if caseless else title_case(words)
    if is_known(text):
        score += 4
    if is_capitals(text):
        score += 2
    if share >= _TITLED:
        score += 2
    elif share >= 0.55:
        score += 1
    if caseless:
        # Words of such scripts tell less: it is the shorter lines that are titles.
        score += 1 if cells(text) <= _SHORT_CELLS and not _CLAUSES.search(text) else -2
    elif not (text[0].isupper() or text[0].isdigit() or text[0] in QUOTES):
        score -= 3
    if is_half_quotation(text) and not is_quotation(text):
        score -= 3
    if len(words) <= 14:
        score += 1
    if text[-1] == "!":
        score -= 2
    if len(text) > 90:
        score -= 0.5
    return score


def _by_layout(candidates: Candidates, index: int, following: int) -> float:
    """Weigh how the line stands on a page of wrapped lines."""
    plain, later, body = (
        candidates.blocks[index],
        candidates.blocks[following],
        candidates.layout.indent,
    )
    score = 0.0
    if plain.indent < later.indent:
        score += 1.5
    if body + 2 <= plain.indent == later.indent:
        score -= 1
    if plain.before >= 2:
        score += 1
    if 0 < body <= plain.indent <= body + 6:
        score -= 2
    if _SENTENCE_INSIDE.search(candidates.texts[index]):
        score -= 1
    return score


def _by_neighbours(candidates: Candidates, index: int, following: int) -> float:
    """Weigh the paragraphs around the line, each of which is one line too."""
    later = candidates.texts[following]
    score = 0.0
    if len(later) >= _LONG_TEXT:
        score += 1
    elif (
        candidates.findings[following] is Finding.TEXT
        and len(later) < 60
        and not later[0].isupper()
    ):
        score -= 1
    if index > 0 and len(candidates.texts[index - 1]) >= _LONG_TEXT:
        score += 0.5
    return score


def _first_text(candidates: Candidates) -> int:
    """Return the index of the first block that is long enough to be text."""
    for index, text in enumerate(candidates.texts):
        contents = candidates.findings[index] is Finding.CONTENTS
        if len(text) >= _LONG_TEXT and not contents and not _leads(text):
            return index
    return 0
