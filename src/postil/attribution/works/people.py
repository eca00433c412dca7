"""Persons or a body at the beginning of an entry, in the habits of many manuals of style."""

from __future__ import annotations

from collections.abc import Callable

from postil.lexicon import outlet_rules
from postil.lexicon.person_names import is_suffix, parse_name
from postil.lexicon.wordlists import GIVEN, PARTICLES
from postil.model.source import Name
from postil.model.values import NamedTuple
from postil.text.lazy_regex import lazily

_W = r"[^\W\d_](?:[^\W\d_]|['’‑-](?=[^\W\d_])){0,30}"
_PARTICLE = (
    r"(?:van|von|der|den|de|del|della|da|das|do|dos|di|du|la|le|ten|ter|zu|zur|el|al|bin|ibn"
    r"|af|av|Van|Von|De|Di|Da|Du|La|Le|Del)"
)
_SMALL = rf"(?:{_PARTICLE}\s)"
_FAMILY = rf"(?P<family>{_SMALL}{{0,3}}(?:[dD]['’]|O['’])?{_W}(?:\s{_W}){{0,2}})"
_I = r"[^\W\d_a-zß-öø-ÿа-яё]"

INVERTED = lazily(
    rf"{_FAMILY},\s{{1,2}}(?P<given>(?:{_I}[h]?\.[\s-]?){{1,4}}|{_I}(?![\w.]))"
    r"(?P<behind>(?:da|de|von|van|do|dos|di)(?:\s(?:der|den|la))?(?=[.,;:\s(]))?"
    r"(?:,?\s{0,2}(?P<suffix>[JS]r\.?|I{2,3}\b))?"
)
"""Falk, I. / van der Meer, W. / SILVA, J. da"""
_GIVEN_FULL = rf"(?:{_I}\.\s){{0,2}}{_W}(?:-{_W})?(?:\s(?!{_I}\.){_W})?(?:\s{_I}\.){{0,3}}"
"""Mary, Frances A., N. Katherine, Jean Luc"""
INVERTED_FULL = lazily(
    rf"{_FAMILY},\s{{1,2}}(?P<given>{_GIVEN_FULL})"
    r"(?P<behind>\s(?:von|van|de|da|do|dos|di)(?:\s(?:der|den|la))?(?=[.,;:\s(]))?"
    r"(?:,\s{0,2}(?P<suffix>[JS]r\.?|I{2,3}\b))?"
)
"""Lamb, Mary / Arnim, Ludwig von"""
INITIALS_FIRST = lazily(rf"(?P<given>(?:{_I}[h]?\.[\s-]?){{1,4}}){_FAMILY}")
"""J. A. Moreland"""
INITIALS_BEHIND = lazily(
    rf"(?P<family>{_SMALL}{{0,2}}{_W})\s(?P<given>(?:{_I}\.\s?){{1,3}}"
    rf"|[A-Z](?:\s[A-Z]){{1,2}}(?!\w)|[A-Z]{{1,3}}(?!\w))"
)
"""Doyle KM / MORELAND J A / Иванов И. И. / Kowalski J."""
CAPITALS_FIRST = lazily(rf"(?P<family>{_W}(?:\s{_W}){{0,1}})\s(?P<given>{_W}(?:-{_W})?)(?=[,.:\s])")
"""DUPONT Jean"""
PLAIN = lazily(rf"(?P<whole>{_W}\.?(?:\s{{1,2}}(?:{_I}\.|{_W})){{1,4}})")
"""Mary Lamb / Ludwig von Arnim"""
_JOINT = lazily(
    r"(?:,\s{0,2}|;\s{0,2}|\s)?(?:&|and|und|et|y|e|i|og|och|en|и)\s{1,2}|\s?/\s?|\s?;\s{0,2}|,\s{1,2}"
)
_JOINING = frozenset(("and", "und", "et", "y", "e", "i", "og", "och", "en", "и"))
_OTHERS = lazily(r"[,;]?\s{0,2}(?:et al\.?|u\. ?a\.|и др\.|and others|i in\.)")
_WORDS = lazily(r"\w+")


class Head(NamedTuple):
    """The persons with which an entry begins."""

    names: tuple[Name, ...]
    end: int
    """Offset behind them, at the mark that ends them."""
    turned: bool
    """The first has its family name first."""
    listed: bool = False
    """They are several, the last behind "and" or the like, or others are said to follow."""


_Listed = tuple[list[Name], int, bool]
"""Names, where they end, and whether they are a list."""
_Form = Callable[[str, int], "tuple[Name, int] | None"]


def _cased(word: str) -> str:
    """Return a name that is set in capitals throughout as names are written."""
    if len(word) < 3 or not word.isupper():
        return word
    return "".join(part[:1] + part[1:].lower() if part.isalpha() else part for part in _cut(word))


def _cut(words: str) -> list[str]:
    parts: list[str] = [""]
    for sign in words:
        if sign.isalpha() == parts[-1].isalpha() or not parts[-1]:
            parts[-1] += sign
        else:
            parts.append(sign)
    return parts


def _is_name(family: str) -> bool:
    """Tell whether all words of a family name are written large, but for particles."""
    words = family.split()
    return all(word in PARTICLES or word[0].isupper() or word[1:2] in "'’" for word in words) and (
        words[-1][0].isupper() or words[-1][1:2] in "'’"
    )


def _made(family: str, given: str, behind: str = "", suffix: str = "") -> Name | None:
    family, given = " ".join(family.split()), " ".join(given.split())
    if not _is_name(family) or not given[:1].isupper():
        return None
    if any(len(word) < 4 and word.isupper() and not is_suffix(word) for word in family.split()[1:]):
        # These are the initials of a person whose name stands before the comma: "Doyle KM, Lee S".
        return None
    family = _cased(family) if len(family) > 2 else family
    given = _cased(given) if "." not in given and len(given) > 3 else given
    if behind:
        family = f"{behind.strip()} {family}"
    if suffix:
        family = f"{family} {suffix.strip()}"
    return Name(family=family, given=given.strip(" -"))


def _inverted(text: str, at: int) -> tuple[Name, int] | None:
    match = INVERTED.match(text, at)
    if match is None:
        return None
    name = _made(match["family"], match["given"], match["behind"] or "", match["suffix"] or "")
    end = match.end()
    while end > at and text[end - 1] == " ":
        end -= 1
    return None if name is None else (name, end)


def _inverted_full(text: str, at: int) -> tuple[Name, int] | None:
    match = INVERTED_FULL.match(text, at)
    if match is None or not all(
        word[0].isupper() for word in match["given"].replace("-", " ").split()
    ):
        return None
    given = match["given"].split()
    if "." in given[0] and given[-1].rstrip(".").casefold() not in GIVEN:
        # A title may begin behind initials: "Silva, J. Sal do norte".
        return None
    name = _made(match["family"], match["given"], match["behind"] or "", match["suffix"] or "")
    return None if name is None else (name, match.end())


def _inverted_by_word(text: str, at: int) -> tuple[Name, int] | None:
    """Read one name with an initial before a given name that is known: "Hayles, N. Katherine"."""
    found = _inverted_full(text, at)
    return found if found is not None and "." in found[0].given.split()[0] else None


def _initials_first(text: str, at: int) -> tuple[Name, int] | None:
    match = INITIALS_FIRST.match(text, at)
    if match is None:
        return None
    family, end = match["family"], match.end()
    words = family.split()
    kept = [word for word in words if word in PARTICLES or word[0].isupper()]
    if kept != words:
        # What is written small behind the name goes on to something else: "J. Quist and B. Lamb".
        kept = words[: next(at for at, word in enumerate(words) if word not in kept)]
        family = " ".join(kept)
        end = match.start("family") + len(family)
    if not kept:
        return None
    name = _made(family, match["given"])
    return None if name is None else (name, end)


def _initials_behind(text: str, at: int) -> tuple[Name, int] | None:
    match = INITIALS_BEHIND.match(text, at)
    if match is None:
        return None
    name = _made(match["family"], match["given"])
    end = match.end()
    while text[end - 1] == " ":
        end -= 1
    return None if name is None else (name, end)


def _capitals(text: str, at: int) -> tuple[Name, int] | None:
    """Read one name of which the family is set in capitals: DUPONT Jean, Jean DUPONT."""
    match = CAPITALS_FIRST.match(text, at)
    if match is None:
        return None
    first, second = match["family"], match["given"]
    for family, given in ((first, second), (second, first)):
        if len(family) > 2 and family.isupper() and not given.isupper() and given[0].isupper():
            return Name(family=_cased(family), given=given), match.end()
    return None


def _plain(text: str, at: int) -> tuple[Name, int] | None:
    """Read one name in the order in which it is said."""
    match = PLAIN.match(text, at)
    if match is None:
        return None
    words = match["whole"].split()
    count = 0
    for word in words:
        if not (word in PARTICLES or word[0].isupper()):
            break
        count += 1
    while count and words[count - 1] in PARTICLES:
        count -= 1
    end = match.end()
    if count != len(words):
        if words[count] not in _JOINING:
            return None
        end = at
        for word in words[:count]:
            end = text.index(word, end) + len(word)
    name = parse_name(" ".join(words[:count]))
    if name is None or len(name.family.strip(".")) < 2:
        return None
    return name, end


def _listed(text: str, first: _Form, others: tuple[_Form, ...]) -> _Listed | None:
    """Return the names of a list, and where it ends; None where it does not begin with a name."""
    read = first(text, 0)
    if read is None:
        return None
    name, end = read
    names = [name]
    listed = False
    while (joint := _JOINT.match(text, end)) and len(names) < 60:
        if _OTHERS.match(text, end) is not None:
            break
        joins = any(map(str.isalpha, joint[0])) or "&" in joint[0]
        if listed and not joins:
            # Behind the last of the names stands a title: "Hale and Rook, Wild Swans".
            break
        found = None
        for form in others:
            found = form(text, joint.end())
            if found is not None:
                break
        if found is None:
            break
        names.append(found[0])
        end = found[1]
        listed = listed or joins
    if (more := _OTHERS.match(text, end)) is not None:
        end, listed = more.end(), True
    return names, end, listed


def turned_names(text: str) -> Head | None:
    """Return the persons of an entry that gives the first by the family name: "Falk, I."."""
    for first, others in (
        (_inverted_by_word, (_plain, _inverted_full)),
        (_inverted, (_inverted, _initials_first, _inverted_full)),
        (_inverted_full, (_inverted_full, _plain, _inverted)),
    ):
        if (found := _listed(text, first, others)) is not None:
            return Head(tuple(_untangled(found[0])), found[1], True, found[2])
    return None


def _untangled(names: list[Name]) -> list[Name]:
    """Return names of which none is a suffix."""
    return [name for name in names if not is_suffix(name.family)]


def short_names(text: str) -> Head | None:
    """Return the persons of an entry that gives initials behind: "Doyle KM, Hastings RF"."""
    found = _listed(text, _initials_behind, (_initials_behind,))
    return None if found is None else Head(tuple(found[0]), found[1], True, found[2])


def said_names(text: str) -> Head | None:
    """Return the persons of an entry in the order in which they are said: "J. A. Moreland"."""
    for first, others in (
        (_initials_first, (_initials_first,)),
        (_capitals, (_capitals,)),
        (_plain, (_plain, _initials_first)),
    ):
        if (found := _listed(text, first, others)) is not None:
            return Head(tuple(found[0]), found[1], False, found[2])
    return None


def is_sure_person(name: Name) -> bool:
    """Tell whether the given name is one, by a list or as an initial."""
    given = name.given.split()
    return bool(given) and (given[0].casefold() in GIVEN or "." in name.given)


def body_name(words: str) -> Name | None:
    """Return the body that stands in the place of the author; None for what is a sentence."""
    plain = " ".join(words.split()).strip(" .,")
    count = len(plain.split())
    if not plain[:1].isupper() or not 1 <= count <= 9 or any(map(str.isdigit, plain)):
        return None
    if any(sign in plain for sign in ':;()[]“”"«»?!') or ". " in plain or "," in plain:
        return None
    large = sum(word[0].isupper() for word in _WORDS.findall(plain))
    if count > 1 and large * 2 <= count and not outlet_rules.is_institution(plain):
        return None
    return Name(literal=plain)
