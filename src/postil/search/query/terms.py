"""Terms: the words of a text as they are looked for, folded, the same in an index and in a query.

A word is a run of letters and figures. Scripts that put no blanks between words have none that
could be told without a dictionary: there each character is a term, and what is looked for is a run
of them. A picture is such a character too.
"""

from __future__ import annotations

import re
from functools import lru_cache

from postil.model.values import NamedTuple
from postil.text.fold import fold_key
from postil.text.lazy_regex import lazily

RUN = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1100-\u11ff\u3005-\u3007\u3021-\u3029\u3031-\u3035"
    "\u3041-\u3096\u3099\u309a\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u3131-\u318e"
    "\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97c\uac00-\ud7a3\ud7b0-\ud7fb\uf900-\ufaff"
    "\u2600-\u27bf\U0001b000-\U0001b16f\U0001f000-\U0001faff\U00020000-\U0003ffff"
)
"""Thai, Lao, Burmese, Khmer, Hangul, kana, bopomofo, Han and pictures: a character is a term."""

_INDIC = "\u0900-\u0963\u0966-\u0dff\u0f00\u0f18-\u0f39\u0f3e-\u0fbc"
"""Their vowel signs are no letters to ``re``, yet part of a word."""

LETTER = rf"[^\W_{RUN}]"
INDIC = rf"[{_INDIC}]"
LETTERS = rf"(?:[^\W_{RUN}]|[{_INDIC}])+"
NO_LETTER_BEFORE = rf"(?<!{LETTER})(?<!{INDIC})"
NO_LETTER_BEHIND = rf"(?!{LETTER}|{INDIC})"

_TERM = lazily(rf"[{RUN}]|{LETTERS}")
_RUN = lazily(rf"[{RUN}]")
_ASCII_TERM = lazily("[a-z0-9]+")
"""What a term is where there is nothing but ASCII, in a tenth of the time."""
_FIRST = "\u0900"
"""Before it are neither vowel signs that go with letters nor scripts without blanks."""
_ASCII = bytes(range(128))
_SPACED = bytes(at if at > 127 or chr(at).isalnum() else 32 for at in range(256))
_FEW = 40
"""Signs beyond ASCII that are told apart by going through a text for each of them."""


class Term(NamedTuple):
    """One term of what is looked for."""

    text: str
    run: bool
    """Whether it is a character of a script without blanks."""
    joined: bool
    """Whether it follows such a character with nothing but blanks between them."""


def has_word(typed: str) -> bool:
    """Tell whether there is a term in what was typed."""
    key = fold_key(typed)
    return _terms(key).search(key) is not None


def is_letter(sign: str) -> bool:
    """Tell whether a character goes on a word that stands beside it; none, "", does not."""
    return sign.isalnum() if sign < _FIRST else _is_letter(sign)


@lru_cache(maxsize=1 << 12)
def _is_letter(sign: str) -> bool:
    """Tell what ``LETTER`` and ``INDIC`` do, which take 2 ms to compile, and mostly for a dash."""
    return (sign.isalnum() and not _within(sign, RUN)) or _within(sign, _INDIC)


def _within(sign: str, signs: str) -> bool:
    """Tell whether a class of signs has one: runs ``a-z`` and single ones, as in brackets."""
    at = 0
    while at < len(signs):
        last = at + 2 if signs[at + 1 : at + 2] == "-" else at
        if signs[at] <= sign <= signs[last]:
            return True
        at = last + 1
    return False


def _terms(key: str) -> re.Pattern[str]:
    return _ASCII_TERM if key.isascii() else _TERM


def terms_of(typed: str) -> list[Term]:
    """Return the terms of what was typed, in their order."""
    found: list[Term] = []
    key = fold_key(typed)
    end = -1
    for match in _terms(key).finditer(key):
        run = not match[0].isascii() and _RUN.match(match[0]) is not None
        joined = run and bool(found) and found[-1].run and match.start() == end
        found.append(Term(match[0], run, joined))
        end = match.end()
    return found


def terms_in(key: str) -> list[str]:
    """Return the terms of a folded text, in their order."""
    found = set_apart(key)
    return _TERM.findall(key) if found is None else found.split()


def set_apart(key: str) -> str | None:
    """Return a folded text with blanks for all that is no term, and between terms without any.

    None where it has many signs beyond ASCII: these are told apart one by one.
    """
    data = key.encode("utf-8", "surrogatepass")
    if len(data) != len(key):
        far = set(data.translate(None, _ASCII).decode("utf-8", "surrogatepass"))
        if len(far) > _FEW:
            return None
        for sign in far:
            if not is_letter(sign):
                apart = f" {sign} " if _RUN.match(sign) else " "
                key = key.replace(sign, apart)
            elif sign >= _FIRST and _RUN.match(sign):
                key = key.replace(sign, f" {sign} ")
        data = key.encode("utf-8", "surrogatepass")
    return data.translate(_SPACED).decode("utf-8", "surrogatepass")


def spans_in(key: str) -> list[tuple[int, int]]:
    """Return where the terms of a folded text stand, in code points of it."""
    return [match.span() for match in _terms(key).finditer(key)]
