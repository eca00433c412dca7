"""Given names as initials: CSL 1.0.2, "Name"."""

from __future__ import annotations

import re

from postil.csl.ground.wordlists import SPACED_LETTER

_TOKEN = re.compile(r"<[^>]*>|[(\[“\"‘«][^\s]*|[^\s.\-‐–<]+\.?|[-‐–]")
"""A tag, a byname in brackets or quotation marks, a word with its full stop, or a hyphen."""

_BLANKS = re.compile(" {2,}")

_HYPHENS = frozenset("-‐–")

# What the rules below make of a given name; the sign is ". " where no other is stated.
#
#   given name         options       initials         because
#   John Ronald Reuel                J. R. R.         each name is shortened to its first letter
#   J.R.R.                           J. R. R.         initials are set anew
#   Ph. M.             sign "."      Ph.M.            an abbreviation stays whole
#   TSerendorjiin                    Ts.              capitals that begin a name are one letter
#   Maria de                         M. de            a particle stays
#   Jo (Joe) Ann                     J. (Joe) A.      a byname stays
#   Jean-Luc           sign "."      J.-L.            the hyphen of a compound name stays
#   Jean-Luc           no hyphens    J. L.            unless the style drops it
#   Guo-ping                         G.               its second half goes where that is small
#   <b>J</b> Q                       <b>J.</b> Q.     the sign stands within the tags
#   J.R. Ronald        no shortening J. R. Ronald     only initials are set anew
#   Jean-Luc           no shortening Jean-Luc         a name stays


def initials(given: str, sign: str, *, shortens: bool = True, keeps_hyphens: bool = True) -> str:
    """Return given names as initials with ``sign`` behind each.

    Unless it ``shortens``, only names that are initials or abbreviations already are written so.
    """
    out = ""
    hyphened = False
    for token in _TOKEN.findall(given):
        if token in _HYPHENS:
            hyphened = True
            continue
        if token.startswith("<"):
            out = _with_tag(out, token)
            continue
        if _is_byname(token):
            second_half = hyphened and shortens
            out = out if second_half else _with_word(out, token, hyphened)
        elif shortens or _is_abbreviated(token):
            compound = hyphened and keeps_hyphens and shortens
            parted = _is_parted(out, sign) or (not shortens and len(token.rstrip(".")) > 1)
            out = _with_initial(out, _initial(token) + sign, compound, parted)
        else:
            out = _with_word(out, token, hyphened)
        hyphened = False
    # A blank at which no line may end belongs to the sign, and stays.
    return _BLANKS.sub(" ", out).strip()


def _is_abbreviated(word: str) -> bool:
    """Tell whether a word is an initial or an abbreviation: ``J``, ``J.``, ``Ph.``."""
    return word.endswith(".") or len(word) == 1


def _is_byname(word: str) -> bool:
    """Tell whether a word is no name that has an initial: a particle, a byname, another script."""
    bare = word.rstrip(".")
    if not bare[:1].isalpha() or not SPACED_LETTER.match(bare):
        return True
    return bare[0].islower() and not _is_abbreviated(word)


def _initial(word: str) -> str:
    """Return what stands for a name: ``R`` for ``Ronald``, ``Ts`` for ``TSerendorjiin``."""
    bare = word.rstrip(".")
    if _is_abbreviated(word):
        return bare
    capitals = next((at for at, sign in enumerate(bare) if not sign.isupper()), len(bare))
    return bare[:capitals].capitalize() if 1 < capitals < len(bare) else bare[0].upper()


def _is_parted(out: str, sign: str) -> bool:
    """Tell whether a blank is due before an initial: behind what is no initial with its sign."""
    return bool(sign.strip()) and not out.endswith((" ", ">", sign[-1]))


def _with_initial(out: str, initial: str, compound: bool, parted: bool) -> str:
    if not out:
        return initial
    if compound:
        return f"{out.rstrip()}-{initial}"
    return f"{out.rstrip()} {initial}" if parted else out + initial


def _with_word(out: str, word: str, hyphened: bool) -> str:
    joint = "-" if hyphened else " "
    return f"{out.rstrip()}{joint if out else ''}{word} "


def _with_tag(out: str, tag: str) -> str:
    """Set a tag; one that closes stands before the blank behind the word."""
    if not tag.startswith("</"):
        return out + tag
    words = out.rstrip(" ")
    return words + tag + out[len(words) :]
