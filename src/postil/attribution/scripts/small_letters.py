"""Small letters: an attribution that is all in them, with capitals to be read, and back again."""

from __future__ import annotations

from postil.model.source import Source
from postil.model.values import replace
from postil.text.lazy_regex import lazily

_ADDRESS = lazily(r"\w\.\w{2}|://")
_SMALL_WORD = lazily(
    r"(?<![\w.'’/@-])(?!(?:of|for|and|the|by|in|on|at|to|from|with|edited|p|pp)\b)[^\W\d_]+"
)


def raised(words: str) -> str:
    """Return words that are all in small letters with capitals where names have them."""
    return " ".join(
        word if _ADDRESS.search(word) else _SMALL_WORD.sub(lambda part: part[0].capitalize(), word)
        for word in words.split(" ")
    )


def lowered(source: Source) -> Source:
    """Return a record in the small letters in which its attribution was written."""
    people = tuple(
        replace(
            name,
            family=name.family.lower(),
            given=name.given.lower(),
            literal=name.literal.lower(),
        )
        for name in source.author
    )
    return replace(
        source,
        author=people,
        title=source.title.lower(),
        container_title=source.container_title.lower(),
        publisher=source.publisher.lower(),
        publisher_place=source.publisher_place.lower(),
    )
