"""Proper words of a title, which keep their capitals whatever a style does to the others."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from postil.text.lazy_regex import lazily

_WORD = lazily(r"[^\W_]+(?:['’.&-][^\W_]+)*")
_OWNING = lazily(r"['’]s?$")
_BEFORE_NAMES_LIST = """
    north south east west northern southern eastern western central new great middle united saint
    san los saudi sri hong soviet
"""
_BEFORE_NAMES = frozenset(_BEFORE_NAMES_LIST.split())
"""Words that belong to a name before which they stand."""

_STEM_LIST = """
    afghan afric americ antarctic arab argentin armeni asia australi austria azerbaijan balkan
    bangladesh belarus belgi berlin boliv bosnia brazil britain british buddhis bulgari burm
    cambodia cameroon canad caribbean catholic chile china chinese christian colombia confuci congo
    croat cuba czech danish denmark dutch ecuador egypt england english estonia ethiopia eurasia
    europe filipin finland finnish france french georgia german ghana greece greek guatemal hait
    himalaya hindu hungar iceland india indonesi iran iraq ireland irish islam israel ital jamaica
    japan jewish jordan kazakh kenya korea kuwait kyrgyz laos lao latin latvia leban liberia libya
    lithuania london malaysia manchuria mexic moldova mongol morocc moscow mozambi muslim myanmar
    nepal netherlands nigeria norway norwegian ottoman pacific pakistan palestin panama paris
    peking beijing persia peru philippin poland portug pyongyang roman russia rwanda scotland
    scottish senegal seoul serbia shanghai siberia singapore slovak slovenia somali soviet spain
    spanish sudan swede swedish swiss switzerland syria taiwan tajik tanzania thai tibet tokyo
    tunisia turk uganda ukrain uruguay uzbek venezuela vietnam wales welsh yemen york zambia
    zimbabwe
    monday tuesday wednesday thursday friday saturday sunday january february april june july
    august september october november december
"""
_SMALL_LIST = """
    about above across after against along among amid around before behind below beneath beside
    between beyond down during from inside into like near onto outside over past since than that
    through till toward towards under until upon versus when with within without
"""
_ALWAYS_SMALL = frozenset(_SMALL_LIST.split())
"""Longer words that are small in headline style too: they tell nothing of a title."""

_NAME = lazily(rf"(?:{'|'.join(_STEM_LIST.split())})[a-z]{{0,4}}")
"""Names of countries, peoples, creeds and months, by their stems: ``canad`` for Canadian.

A word that is taken for a name by mistake does no harm: it keeps its capital."""


def sentence_case(title: str, is_common: Callable[[str], bool]) -> str:
    """Return a title with a small letter for each word that is surely no name.

    Such a word is no proper one by :func:`protected_runs`, and ``is_common`` says of its small
    form that it is a word of the language. The first word, and one behind a colon, stay large.
    """
    kept = {at for start, end in protected_runs(title) for at in range(start, end)}
    out = []
    done = 0
    for match in _WORD.finditer(title):
        word, start = match[0], match.start()
        before = title[:start].rstrip(" \"'“‘(")
        first = not before or before.endswith((":", "?", "!", "."))
        plain = word[:1].isupper() and (word[1:].islower() or len(word) == 1)
        out.append(title[done:start])
        small = plain and not first and start not in kept and is_common(word.lower())
        out.append(word.lower() if small else word)
        done = match.end()
    return "".join(out) + title[done:]


def protected_runs(title: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each run of proper words in a title, in order.

    In a title that is written small but for its names, every capital word behind the first is one.
    In a title of capitals throughout, they are names of countries, peoples and months, and words
    with a capital or a full stop inside, as in the names of files.
    """
    words = list(_WORD.finditer(title))
    sentence = _is_sentence([word[0] for word in words])
    proper = [_proper(word[0], index, sentence) for index, word in enumerate(words)]
    for index in range(len(words) - 2, 0, -1):
        before_name = proper[index + 1] and words[index][0].casefold() in _BEFORE_NAMES
        if before_name and words[index][0][:1].isupper():
            proper[index] = True
    start: int | None = None
    for index, word in enumerate(words):
        if proper[index] and start is None:
            start = word.start()
        if start is not None and not (proper[index] and _joined(title, words, proper, index)):
            yield start, word.end()
            start = None


def _joined(title: str, words: list[re.Match[str]], proper: list[bool], index: int) -> bool:
    """Tell whether the next word is proper too, and only a space parts the two."""
    if index + 1 >= len(words) or not proper[index + 1]:
        return False
    return title[words[index].end() : words[index + 1].start()] == " "


def _is_sentence(words: list[str]) -> bool:
    """Tell whether a title is written small: of its longer words no more are large than small."""
    longer = [word for word in words[1:] if len(word) > 3 and word[1:].islower()]
    large = sum(word[0].isupper() for word in longer)
    small = sum(word[0].islower() and word not in _ALWAYS_SMALL for word in longer)
    return 0 < small >= large


def _proper(word: str, index: int, sentence: bool) -> bool:
    if "." in word or any(character.isupper() for character in word[1:]):
        return True
    if index == 0 or not word[0].isupper():
        return False
    return sentence or bool(_NAME.fullmatch(_OWNING.sub("", word).casefold()))
