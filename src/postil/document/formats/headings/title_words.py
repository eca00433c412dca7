"""Title words: what the wording of a line tells about its being a heading."""

from __future__ import annotations

from postil.lexicon.name_list import NameList
from postil.text.lazy_regex import lazily

_WORD = lazily(r"[^\W_][\w'’\-./]*")

_OPENS_NUMBER = "([\u00a7\uff08\uff3b\u3010\u3014"
FRAMES = "-–—*~·•"
"""Signs between which a numeral stands that is a title."""
_COUNTS = "上中下第제卷一二三四五六七八九十廿卅百"
"""Ideographs and a syllable with which numbers begin."""
_LONGEST_FRAMED = 20
"""Code points of a numeral between signs."""
_LONGEST_LABELLED = 90
"""Code points of a line that begins with a word such as Chapter: 91 are a text."""
_LONGEST_DENSE = 45
"""The same of ideographs and syllables, which are twice as wide: 46 are a text."""
_FIRST_WORD = lazily(r"[^\s\d.:,\u2014\u2013]{1,20}")
_LETTERS_COUNT = lazily(r"(?:[IVXLC]+|[ivxlc]+)$")
_LONGEST_NUMBER = len("lxxxviii")

_LONGEST_CONTENTS = 32
"""Code points of a line that may say "Contents" in some language: 33 are another line."""

_SMALL = NameList("titles/small_words")
"""Words that titles write small."""
_DANGLING = NameList("titles/dangling_words")
"""Words after which a sentence goes on, so that no title ends in them."""
_SECTION_TITLES = NameList("titles/section_titles")
"""Titles that stand over parts of many texts, such as "Introduction"."""

CONTENTS_TITLES = NameList("titles/contents_titles")
"""Titles of tables of contents."""
CAPTION_WORDS = NameList("titles/caption_words")
"""Words with which the captions of tables and pictures begin."""
PARTS = NameList("titles/part_words")
"""Words for the parts that hold chapters."""
NUMBERED_PARTS = NameList("titles/numbered_part_words")
"""Words for such parts that are none without a number."""
CHAPTERS = NameList("titles/chapter_words")
"""Words for chapters and what stands beside them."""
SECTIONS = NameList("titles/section_words")
"""Words for the sections of chapters."""
ARTICLES = NameList("titles/article_words")
"""Words for the articles of laws."""
CHAPTER_SIGNS = NameList("titles/chapter_signs")
"""Signs that count chapters behind their number."""
ORDINALS = NameList("titles/ordinals")
"""Numbers written as words."""
LABEL_WORDS = NameList(
    *(f"titles/{kind}" for kind in ("part_words", "chapter_words", "section_words")),
    *("titles/numbered_part_words", "titles/article_words", "titles/ordinals"),
)
"""All words with which a label may begin."""
ALPHABETS = NameList("numbers/alphabets")
"""Letters and signs that number parts of a text, each alphabet in its order."""

_STOPS = ".,;:—–-…”\"'’。，；：、！？」』）》】．।۔،؛។"
QUOTES = "“‘\"'"
"""Marks that open a quotation."""


def words_in(text: str) -> list[str]:
    """Return the words of a line, with what holds them together."""
    return _WORD.findall(text)


def title_case(words: list[str]) -> float:
    """Return the share of the words that matter which begin with a capital, 0 to 1."""
    if not words:
        return 0
    weighty = [word for word in words if word.lower() not in _SMALL]
    if not weighty:
        return 1 if words[0][0].isupper() else 0
    high = sum(
        word[0].isupper() or word[0].isdigit() or (not word[0].isascii() and is_caseless(word[0]))
        for word in weighty
    )
    return high / len(weighty)


def is_caseless(letter: str) -> bool:
    """Tell whether a letter is of a script without capitals, such as Chinese or Arabic."""
    return letter.isalpha() and letter.lower() == letter.upper()


def is_capitals(text: str) -> bool:
    """Tell whether the letters are capitals, an odd one aside."""
    letters = [character for character in text if character.isalpha()]
    high = sum(character.isupper() for character in letters)
    return len(letters) >= 3 and high >= 0.95 * len(letters)


def ends_openly(text: str) -> bool:
    """Tell whether no stop ends the line, as none ends a title."""
    return bool(text) and text[-1] not in _STOPS


def ends_in_quotation(text: str) -> bool:
    """Tell whether the line closes a quotation that it did not begin with."""
    return text[-1] in "”\"'’" and text[-2:-1].isalnum() and text[0] not in QUOTES


def is_quotation(text: str) -> bool:
    """Tell whether the line is a quotation of a few words, without a stop, and nothing else."""
    pair = text[:1] + text[-1:]
    return pair in ("“”", "‘’", '""') and text[-2].isalnum() and text.count(text[-1]) <= 2


def is_small(word: str) -> bool:
    """Tell whether titles write this word small."""
    return word.lower() in _SMALL


def dangles(words: list[str]) -> bool:
    """Tell whether the last word leaves its sentence open."""
    return bool(words) and words[-1].lower() in _DANGLING


def is_known(text: str) -> bool:
    """Tell whether a line is the usual title of a section, such as "Introduction"."""
    return is_in(text, _SECTION_TITLES)


def is_in(text: str, titles: NameList) -> bool:
    """Tell whether a line is a title of a list, but for what parts it from what follows."""
    name = listed_form(text.rstrip(":\uff1a"))
    if name in titles or name.isascii():
        return name in titles
    # Chinese and Japanese set the two signs of a short title apart, or a name behind it.
    words = name.replace("\uff1a", " ").split()
    named = len(words) == 2 and words[0][0] >= "\u2e80" and words[0] in titles
    return named or "".join(words) in titles


def is_contents_title(text: str) -> bool:
    """Tell whether a line is what stands over a table of contents."""
    return len(text) <= _LONGEST_CONTENTS and is_in(text, CONTENTS_TITLES)


def listed_form(text: str) -> str:
    """Return words as the lists hold them: small, without full stops, and no dot over an i."""
    small = text.casefold().replace(".", "")
    return small if small.isascii() else small.replace("\u0307", "")


def is_half_quotation(text: str) -> bool:
    """Tell whether the line opens a quotation and does not close it."""
    return text[0] in '“"‘' and text.count("“") + text.count('"') == 1


def parted_label(word: str) -> tuple[str, str]:
    """Return the word for a part and the number of a Thai or Lao label, which no blank parts.

    The second is "" where the word is no such label.
    """
    if "\u0e00" <= word[0] <= "\u0eff":
        for cut in range(len(word) - 1, 1, -1):
            if word[:cut] in LABEL_WORDS and (word[cut:] in ORDINALS or word[cut:].isdecimal()):
                return word[:cut], word[cut:]
    return word, ""


def may_be_labelled(text: str) -> bool:
    """Tell at a glance whether a line may begin with a number, or with a word such as Chapter."""
    first = text[0]
    if first.isdecimal() or first in _OPENS_NUMBER:
        return True
    if first in FRAMES:
        return len(text) <= _LONGEST_FRAMED
    if len(text) > _LONGEST_LABELLED:
        return False
    if not first.isalpha():
        return not first.isascii() and first.isalnum()
    if first in _COUNTS:
        return len(text) <= _LONGEST_DENSE
    if not text[1:2].isalpha():
        return True
    found = _FIRST_WORD.match(text)
    if found is None:
        return False
    word = found[0]
    if len(word) <= _LONGEST_NUMBER and _LETTERS_COUNT.match(word) is not None:
        return True
    return listed_form(parted_label(word)[0]) in LABEL_WORDS
