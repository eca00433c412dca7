"""A line as it is typed in a shell: taken apart in words, and words quoted as they are put in."""

from __future__ import annotations

from postil.model.values import NamedTuple
from postil.text.lazy_regex import lazily

_SPECIAL = lazily(r"(^[~#]|[^\w@%+=:,./~^#-])")
"""What means something to a shell outside quotation marks; letters of all scripts are plain."""

_IN_DOUBLE = lazily(r'([\\"$`])')


class Line(NamedTuple):
    """A line up to the cursor."""

    words: tuple[str, ...]
    """The whole words on it, as the command would be given them."""
    prefix: str
    """The word that is being typed, so far; "" where a new one begins."""
    quote: str
    """The quotation mark that is open, or ""."""


def read(line: str) -> Line:
    """Take a line apart as a POSIX shell does, except that it expands nothing."""
    words: list[str] = []
    word: list[str] | None = None
    quote, escaped = "", False
    for letter in line:
        if escaped:
            if quote == '"' and letter not in '\\"$`':
                word = [*(word or ()), "\\"]
            word = [*(word or ()), letter]
            escaped = False
        elif letter == "\\" and quote != "'":
            word, escaped = word or [], True
        elif quote:
            if letter == quote:
                quote = ""
            else:
                word = [*(word or ()), letter]
        elif letter in "'\"":
            word, quote = word or [], letter
        elif letter.isspace():
            if word is not None:
                words.append("".join(word))
            word = None
        else:
            word = [*(word or ()), letter]
    return Line(tuple(words), "".join(word or ()), quote)


def behind(line: Line, current: str) -> int:
    """Return how many characters of the word the shell has set apart already.

    Bash lets a word begin anew behind ``:`` and ``=``; ``current`` is what it takes for the word,
    as it stands on the line.
    """
    for piece in (current, _unquoted(current, line.quote)):
        if line.prefix.endswith(piece):
            return len(line.prefix) - len(piece)
    return 0


def _unquoted(text: str, quote: str) -> str:
    return read(f"{quote}{text}").prefix


def quoted(word: str, quote: str) -> str:
    """Return a word as it is put on a line, so that nothing in it means anything to the shell.

    ``quote`` is the quotation mark that is open before it; the shell closes that.
    """
    if quote == "'":
        return word.replace("'", "'\\''")
    if quote == '"':
        # An exclamation mark recalls an old line even there, unless it stands in single marks.
        return _IN_DOUBLE.sub(r"\\\1", word).replace("!", "\"'!'\"")
    return _SPECIAL.sub(r"\\\1", word)
