"""What a whole Org document says of itself: keywords, states of headlines, targets, notes."""

from __future__ import annotations

from postil.model.values import dataclass, field
from postil.text.lazy_regex import lazily

_KEYWORD = lazily(r"(?mi)^[ \t]*#\+([A-Za-z][\w-]*):[ \t]*(.*)$")
_STATES = ("todo", "seq_todo", "typ_todo")
_FAST = lazily(r"\([^)]*\)$")
_HEADLINE = lazily(r"(?m)^(\*+)[ \t]+(.*)$")
_CUSTOM = lazily(r"(?mi)^[ \t]*:(CUSTOM_ID|ID):[ \t]+(\S.*?)[ \t]*$")
_LINK = lazily(r"\[\[([^\[\]\n]{1,500})\]")
_TARGET = lazily(r"<<([^<>\n]+)>>")
_TAGS = lazily(r"[ \t]{1,40}:[\w@#%:]{1,400}:[ \t]{0,40}$")
_STATE = lazily(r"(\S+)(?:[ \t]+|$)")
_PRIORITY = lazily(r"\[#[A-Za-z0-9]{1,2}\][ \t]*")
_MOST_KEYWORDS = 10_000
_JOINED = ("title", "subtitle", "author", "date")


@dataclass(slots=True)
class Document:
    """What is known before the first line is read."""

    keywords: dict[str, str] = field(default_factory=dict)
    states: frozenset[str] = frozenset(("TODO", "DONE"))
    excluded: frozenset[str] = frozenset(("noexport",))
    """Tags of headlines that are left out with all that is under them."""
    titles: dict[str, str] = field(default_factory=dict)
    """The title of the headline at each place that has a name of its own."""
    places: set[str] = field(default_factory=set)
    """The names of places, as links give them."""

    def headline(self, words: str) -> tuple[str, list[str], bool]:
        """Return the title of a headline, its tags, and whether it is commented out."""
        tags: list[str] = []
        if found := _TAGS.search(words):
            tags = found[0].strip().strip(":").split(":")
            words = words[: found.start()]
        words = words.strip()
        if (found := _STATE.match(words)) and found[1] in self.states:
            words = words[found.end() :]
        if found := _PRIORITY.match(words):
            words = words[found.end() :]
        commented = words == "COMMENT" or words.startswith("COMMENT ")
        return words.strip(), tags, commented


def survey(text: str) -> Document:
    """Return what a whole document says of itself."""
    found = Document()
    wanted = {" ".join(one.split()).lower() for one in _LINK.findall(text)}
    wanted |= {f"*{one}" for one in wanted}
    states = set()
    for count, one in enumerate(_KEYWORD.finditer(text)):
        if count >= _MOST_KEYWORDS:
            break
        key, value = one[1].lower(), one[2].strip()
        if key in _STATES:
            states |= {_FAST.sub("", word) for word in value.split() if word != "|"}
        elif key == "exclude_tags":
            found.excluded = frozenset(value.split())
        elif key == "name" and value:
            found.places.add(value.lower())
        elif key in _JOINED and key in found.keywords and value:
            found.keywords[key] += f", {value}" if key == "author" else f" {value}"
        else:
            found.keywords.setdefault(key, value)
    if states:
        found.states = frozenset(states)
    title = ""
    at = 0
    for one in _HEADLINE.finditer(text):
        for name in _CUSTOM.finditer(text, at, one.start()):
            _named(found, name, title)
        title, _, _ = found.headline(one[2])
        if (place := f"*{title.lower()}") in wanted:
            found.places.add(place)
        at = one.end()
    for name in _CUSTOM.finditer(text, at):
        _named(found, name, title)
    found.places |= {one.strip().lower() for one in _TARGET.findall(text)}
    # Only what is asked for needs a name.
    found.places &= wanted
    return found


def _named(found: Document, name: object, title: str) -> None:
    kind, value = name[1], name[2]  # type: ignore[index]
    place = f"#{value}" if kind.upper() == "CUSTOM_ID" else f"id:{value}"
    found.places.add(place.lower())
    found.titles.setdefault(place.lower(), title)
