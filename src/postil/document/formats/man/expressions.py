"""Conditions of roff's ``.if``, and the numbers in them; all operators are of equal rank."""

from __future__ import annotations

from collections.abc import Callable

from postil.text.lazy_regex import lazily

_TOKEN = lazily(r"\s*(\d+(?:\.\d+)?[A-Za-z]?|<=|>=|==|<>|<\?|>\?|[-+*/%<>=&:()!])")
_MOST_TOKENS = 200
_TRUE = ("n", "o")
"""Conditions that hold for a page without end on a terminal."""
_FALSE = ("t", "e", "v")


class Conditions:
    """Tells whether conditions hold; what is not defined is 0, and no error."""

    def __init__(self, defined: Callable[[str, str], bool]) -> None:
        self._defined = defined
        """Whether a register (``r``), a name (``d``) is known."""

    def split(self, words: str) -> tuple[bool, str]:
        """Return whether the condition that some words begin with holds, and what is behind."""
        words = words.lstrip(" ")
        negated = False
        while words[:1] == "!":
            negated = not negated
            words = words[1:].lstrip(" ")
        holds, rest = self._one(words)
        return holds is not negated, rest.lstrip(" ")

    def _one(self, words: str) -> tuple[bool, str]:
        sign = words[:1]
        behind = words[1:2]
        if sign in _TRUE and not behind.isalnum():
            return True, words[1:]
        if sign in _FALSE and not behind.isalnum():
            return False, words[1:]
        if sign in ("d", "r", "m", "F", "S", "c") and behind in (" ", ""):
            name, _, rest = words[1:].lstrip(" ").partition(" ")
            return sign == "c" or self._defined(sign, name), rest
        if sign and sign not in "0123456789(+-\\.| " and not sign.isalnum():
            parts = words[1:].split(sign, 2)
            if len(parts) == 3:
                return parts[0] == parts[1], parts[2]
            return False, ""
        value, rest = number(words)
        return value > 0, rest


def number(words: str) -> tuple[float, str]:
    """Return the value of the expression with which some words begin, and what stands behind."""
    tokens: list[str] = []
    at = depth = 0
    while len(tokens) < _MOST_TOKENS and (found := _TOKEN.match(words, at)):
        blank = found.start(1) > at
        token = found[1]
        # A blank ends the expression, but for one within brackets.
        if blank and depth == 0 and tokens:
            break
        depth += (token == "(") - (token == ")")
        tokens.append(token)
        at = found.end()
        if depth < 0:
            break
    return _value(tokens), words[at:]


def _value(tokens: list[str]) -> float:
    """Return the value of an expression from left to right, as roff counts."""
    stack: list[tuple[float, str]] = []
    value, operator, sign = 0.0, "+", 1.0
    for token in tokens:
        if token == "(":
            stack.append((value, operator))
            value, operator = 0.0, "+"
        elif token == ")":
            if stack:
                inner = value
                value, operator = stack.pop()
                value = _joined(value, operator, inner)
        elif token[0].isdigit():
            value = _joined(value, operator, sign * float(token.rstrip(_LETTERS)))
            sign = 1.0
            operator = "+"
        elif token == "-" and operator != "+":
            sign = -1.0
        elif token != "!":
            operator = token
    return value


_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


def _joined(left: float, operator: str, right: float) -> float:
    """Return one step of a calculation; what cannot be done gives 0."""
    if operator in ("/", "%") and right == 0:
        return 0.0
    steps: dict[str, Callable[[], float]] = {
        "+": lambda: left + right,
        "-": lambda: left - right,
        "*": lambda: min(max(left * right, -1e12), 1e12),
        "/": lambda: left / right,
        "%": lambda: left % right,
        "<": lambda: left < right,
        ">": lambda: left > right,
        "<=": lambda: left <= right,
        ">=": lambda: left >= right,
        "=": lambda: left == right,
        "==": lambda: left == right,
        "<>": lambda: left != right,
        "<?": lambda: min(left, right),
        ">?": lambda: max(left, right),
        "&": lambda: left > 0 and right > 0,
        ":": lambda: left > 0 or right > 0,
    }
    return float(steps.get(operator, lambda: right)())
