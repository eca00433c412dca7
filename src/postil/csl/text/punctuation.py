"""Tidies the marks and blanks that meet where pieces of text join: CSL 1.0.2, "Locale Options"."""

from __future__ import annotations

from dataclasses import dataclass

_MARKS = ".,;:!?"
_MEET = {
    "..": ".", ",,": ",", ";;": ";", "::": ":", "!!": "!", "??": "?",
    "!.": "!", "?.": "?", ":.": ":", ";.": ";", ",.": ",.", ".:": ".:", ".,": ".,", ".;": ".;",
    "!:": "!", "?:": "?", ";:": ";", ",:": ",:", ":;": ":;", ":,": ":,", ";,": ";,", ",;": ",;",
    ".!": ".!", ".?": ".?", "!?": "!?", "?!": "?!", "!,": "!,", "?,": "?,", "!;": "!;",
    "?;": "?;", ":!": "!", ":?": "?", ";!": "!", ";?": "?", ",!": ",!", ",?": ",?",
}  # fmt: skip
"""What two marks give that come to stand beside each other, where the second is an affix."""


@dataclass(slots=True)
class Token:
    """A run of words, or the beginning or end of a span."""

    kind: str
    text: str = ""
    opens: bool = False
    own: bool = True
    """Of a run: from a field or a term; of a span: from a field."""
    is_beside_font: bool = False
    """Whether it is a suffix behind a font of its own element."""


def tidy(tokens: list[Token], in_quote: bool) -> None:
    """Let marks and blanks that meet where two runs join give way to each other."""
    last = -1
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if _has_words(token):
            if last >= 0:
                mark = tokens[last].text
                at += _join(tokens, last, at, in_quote)
                if len(mark) == 1 and tokens[last].text not in ("", mark):
                    # Another mark has taken its place, and may belong elsewhere.
                    before = _before(tokens, last)
                    at += _join(tokens, before, last, in_quote) if before >= 0 else 0
            # What was left of it may have been put elsewhere, and meets what follows.
            last = at if token.text else _before(tokens, at)
        at += 1


def _before(tokens: list[Token], at: int) -> int:
    """Return the place of the last words before one, -1 where there are none."""
    return next((n for n in reversed(range(at)) if _has_words(tokens[n])), -1)


def _has_words(token: Token) -> bool:
    return token.kind == "run" and bool(token.text)


def _join(tokens: list[Token], last: int, at: int, in_quote: bool) -> int:
    """Tidy what stands between two runs; return how many tokens were put before the second."""
    before, token = tokens[last], tokens[at]
    opened = closed = fonts = False
    for one in tokens[last + 1 : at]:
        if one.kind == "quote":
            opened |= one.opens
            closed |= not one.opens
        elif one.kind != "run":
            fonts |= not one.opens
    added = 0
    if not opened and not closed:
        _meet(before, token, alike=fonts and token.is_beside_font)
    elif (
        closed and not opened and not token.own and token.text[0] in (".,!?" if in_quote else ".,")
    ):
        if in_quote:
            added = _into_quote(tokens, last, token)
        else:
            _outside(before, token)
    elif closed and not opened and _gives_way(before.text, token):
        token.text = token.text[1:]
    if before.text.endswith(" ") and token.text.startswith(" ") and not added:
        token.text = token.text.lstrip(" ")
    return added


def _meet(before: Token, token: Token, *, alike: bool) -> None:
    """Let marks give way; where the font ends between them, only those that are ``alike``."""
    if token.own and before.own:
        return
    while before.text and token.text and before.text[-1] in _MARKS and token.text[0] in _MARKS:
        met = _MEET.get(before.text[-1] + token.text[0])
        if met is None or len(met) > 1 or (alike and before.text[-1] != token.text[0]):
            return
        before.text = before.text[:-1] + met
        token.text = token.text[1:]


def _into_quote(tokens: list[Token], last: int, token: Token) -> int:
    """Move a mark within the quotation marks before it, behind the fonts of the field there."""
    before, mark = tokens[last], token.text[0]
    token.text = token.text[1:]
    if before.text[-1] in _MARKS:
        before.text = before.text[:-1] + _MEET.get(before.text[-1] + mark, before.text[-1] + mark)
        return 0
    place = last + 1
    while tokens[place].own and tokens[place].kind != "quote":
        place += 1
    if place == last + 1:
        before.text += mark
        return 0
    tokens.insert(place, Token("run", mark, own=False))
    return 1


def _gives_way(before: str, token: Token) -> bool:
    """Tell whether a mark behind quotation marks is in them too, or a colon behind a question."""
    if token.text[0] == before[-1]:
        return True
    return not token.own and token.text[0] == ":" and before.endswith(("?", "!"))


def _outside(before: Token, token: Token) -> None:
    """Let a mark stand once, behind the quotation marks; one of the words stays with them."""
    mark = token.text[0]
    if before.text.endswith(("...", "…")) and mark == ".":
        token.text = token.text[1:]
    elif before.text[-1] == mark == ".":
        # The stop of an abbreviation stands with it.
        token.text = token.text[1:]
    elif before.text[-1] == mark:
        before.text = before.text[:-1]
    elif mark == "." and before.text[-1] in "!?":
        token.text = token.text[1:]
