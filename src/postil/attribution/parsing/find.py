"""Attributions in running text, found by their brackets and freed of brackets and labels."""

from __future__ import annotations

from postil.attribution.parsing import labels
from postil.attribution.parsing.assemble import assemble
from postil.attribution.parsing.quoted_titles import is_command
from postil.attribution.scripts import named_labels
from postil.attribution.scripts.marks import is_eastern, with_latin_brackets, with_latin_marks
from postil.attribution.scripts.small_letters import lowered, raised
from postil.attribution.stated.citations import (
    author_year,
    brought,
    is_author_year,
    is_sentence,
    names_print,
)
from postil.attribution.stated.connecting import (
    is_connected,
    is_dated,
    is_reporting,
    without_connecting,
)
from postil.attribution.stated.kinds import stated
from postil.lexicon import outlet_rules
from postil.lexicon.name_overrides import NO_OVERRIDES, NameOverrides
from postil.model.source import Source
from postil.model.values import NamedTuple, dataclass
from postil.text.lazy_regex import lazily

_LINK = lazily(r"\[([^\[\]]{1,600})\]\(\s*<?([^\s()<>]{1,500})>?[^()]{0,200}\)")
_OPENING = lazily(r"[\[({](?=\s{0,2}[\w“\"'‘«])")
_CLOSING = {"[": "]", "(": ")", "{": "}"}
_SQUARE = lazily(r"[\[\]]")
_CURVED = lazily(r"[()]")
_BRACED = lazily(r"[{}]")
_ROUND = lazily(r"[A-Z“\"'](?=[^()]*\d)[^()]*,[^()]*")
_NAME = lazily(r"[\[(]([A-Z][\w./ -]{1,40})[\])]")
_ENDED = frozenset('.!?…”"’')
_GOES_ON = frozenset(",;:.)")
_TELLING = 12
"""Code points behind a bracket that tell in which letters it is written."""
_LONGEST = 600
"""Code points within which a bracket has to be closed."""
_CUT = 160
"""Code points that are taken of an attribution whose bracket is never closed.

A bracket without a label is looked at as far as this, too.
"""


Parsed = tuple[list[Source], list[str]]
"""The sources that an attribution names, and its faults by name."""

AttributionCache = dict[str, Parsed | None]
"""What brackets have been found to name, by their words: compiled articles repeat them."""


class Attribution(NamedTuple):
    """A place in a block that names a source; offsets are code points of the block."""

    start: int
    end: int
    sources: tuple[Source, ...]
    problems: tuple[str, ...]


@dataclass(slots=True)
class _Inside:
    """What is left of an attribution without its brackets and its label."""

    words: str
    bracketed: bool = False
    labelled: bool = False
    plural: bool = False
    colon: bool = False
    other_label: bool = False
    """Its label is no "Source": "Photo:", "Reprinted from"."""
    relayed: bool = False
    url: str = ""
    problems: tuple[str, ...] = ()


def parse_attribution(raw: str, overrides: NameOverrides = NO_OVERRIDES) -> Parsed | None:
    """Return the sources that an attribution names and its faults, or None if it is none.

    | raw                                      | read as                                |
    |------------------------------------------|----------------------------------------|
    | [Source: Mary Lamb, Herald, May 3, 2001] | labelled, so whatever it names         |
    | Source: Reuters 2014                     | the same on a line of its own          |
    | [source: mary lamb, quay herald]         | small letters, where the colon says so |
    | [Sources differ on this]                 | None: no colon, and no name follows    |
    | (Quay Herald, May 3, 2001)               | a publication and a date tell it       |
    | (AP)                                     | an agency does by itself               |
    | [the harbour police]                     | None: nothing tells it                 |
    | Photo: Emil Strand, Reuters              | another label: a sure record is wanted |
    | SEOUL, May 3, 2004 (AFP) –               | a dateline                             |
    | [Source: git checkout -B topic]          | None: a command line names nobody      |
    """
    inside = _unwrapped(with_latin_marks(raw.strip()))
    if is_command(inside.words):
        return None
    if is_eastern(inside.words):
        # Most articles have none of these letters, and are spared what it takes to load.
        from postil.attribution.scripts import eastern

        known = eastern.attributed(inside.words[:_LONGEST], labelled=inside.labelled)
        return None if known is None else (known[0], [*inside.problems, *known[1]])
    if inside.colon and inside.words.islower():
        sources, problems = assemble(
            raised(inside.words[:_LONGEST]), overrides, plural=inside.plural, url=inside.url
        )
        if any(map(_is_sure, sources)):
            return [lowered(source) for source in sources], [*inside.problems, *problems]
    if inside.colon and (cited := author_year(inside.words)) and cited.author[0].literal:
        return [cited], [*inside.problems, "missing-container"]
    if inside.other_label and (sent := brought(labels.without_credit(inside.words))):
        return [sent], list(inside.problems)
    if inside.bracketed and (cited := author_year(inside.words) or brought(inside.words)):
        return [cited], list(inside.problems)
    if not inside.colon and not inside.bracketed and is_sentence(raw) and not is_connected(raw):
        return None
    if inside.labelled:
        if not inside.colon and not inside.words[:1].isupper() and not inside.words[:1].isdigit():
            return None
    elif not inside.words:
        return None
    elif (wire := labels.dateline(inside.words)) and outlet_rules.is_known(wire[2]):
        inside.words = f"{wire[2]}, {wire[1] or ''}".rstrip(", ")
    elif inside.bracketed and not (
        names_print(inside.words)
        or outlet_rules.is_agency(inside.words)
        or labels.is_credit(inside.words)
        or names_print(without_connecting(inside.words)[0])
        or stated(inside.words)
        or _is_connected(inside)
    ):
        return None
    sources, problems = assemble(
        inside.words, overrides, plural=inside.plural, relayed=inside.relayed, url=inside.url
    )
    if not inside.labelled and not any(source.identified for source in sources):
        return None
    if inside.other_label and not (
        any(map(_is_sure, sources)) or (sources[0].author and is_reporting(inside.words))
    ):
        return None
    return sources, [*inside.problems, *problems]


def _is_sure(source: Source) -> bool:
    """Tell whether a record read from a bracket without "Source" is more than a word or two."""
    if any(map(outlet_rules.is_publication, source.container_title.split("/"))):
        return True
    return bool((source.author or source.title) and (source.container_title or source.publisher))


def _unwrapped(raw: str) -> _Inside:
    if link := _LINK.fullmatch(raw):
        inside = _unwrapped(f"[{link[1]}]")
        inside.url = link[2]
        return inside
    if head := named_labels.bracketed_label(raw):
        return _Inside(raw[head.end() :].strip(), labelled=True, colon=True)
    if raw[:1] in ("*", "_") and raw[-1:] == raw[:1] and raw.count(raw[0]) == 2:
        raw = raw[1:-1].strip()  # Marks of Markdown for words in italics.
    problems: list[str] = []
    words = raw
    bracketed = raw[:1] in _CLOSING
    if bracketed:
        closing = _CLOSING[raw[0]]
        bare = raw[1:].rstrip(" .*~^+#–—-")
        words = bare if bare.endswith(closing) else raw[1:]
        if words.endswith(closing):
            words = words[:-1]
        else:
            problems.append("unterminated")
    elif raw.endswith("]") and "[" not in raw:
        words = raw[:-1]
        problems.append("unopened")
    while words[:1] == "[" and words[-1:] == "]":
        words = words[1:-1]
    label = labels.label(words) or named_labels.source_label(words)
    if label is None:
        other = labels.OTHER_LABEL.match(words)
        words = words[other.end() :] if other else words
        credited = bracketed and labels.is_credit(words)
        return _Inside(
            words.strip(),
            bracketed and other is None,
            relayed=other is not None,
            other_label=(bracketed and other is not None) or credited,
            problems=tuple(problems),
        )
    return _Inside(
        words[label.end() :].strip(),
        bracketed,
        labelled=True,
        plural=label[1].casefold() == "sources",
        colon=bool(label[2]),
        problems=tuple(problems),
    )


def _is_connected(inside: _Inside) -> bool:
    """Tell whether words begin with one that connects, behind which a sure record is wanted."""
    connected = is_connected(inside.words)
    inside.other_label = inside.other_label or connected
    return connected


def find_attributions(
    text: str, seen: AttributionCache | None = None, overrides: NameOverrides = NO_OVERRIDES
) -> list[Attribution]:
    """Return the attributions that stand in brackets in a block, in order; they do not overlap.

    ``seen`` holds what has been read of brackets before, and is added to; ``overrides`` is what the
    reader has said of names.
    """
    seen = {} if seen is None else seen
    found: list[Attribution] = []
    done = 0
    text = with_latin_brackets(text)
    for match in _OPENING.finditer(text):
        start = match.start()
        if start < done or (end := _end(text, start)) is None:
            continue
        raw = text[start:end]
        if raw not in seen:
            seen[raw] = parse_attribution(raw, overrides)
        if (read := seen[raw]) is not None:
            sources, problems = read
            found.append(Attribution(start, end, tuple(sources), tuple(dict.fromkeys(problems))))
            done = end
    return found


def _end(text: str, start: int) -> int | None:
    """Return where a bracket ends that may hold an attribution, with the link behind it, if any."""
    inner = with_latin_marks(text[start + 1 : start + 1 + _CUT])
    if named_labels.bracketed_label(text, start):
        return _cut(text, start)
    label = labels.label(inner) or named_labels.source_label(inner)
    if label is None and not (
        _ROUND.match(text, start + 1, start + 1 + _CUT)
        or labels.is_other(inner)
        or named_labels.credit_label(inner)
        or ("/" in inner and names_print(inner.partition(")")[0]))
        or (inner[:1].isupper() and _is_wire(text, start))
        or is_eastern(inner[:_TELLING])
        or is_author_year(inner)
        or is_dated(inner)
        or is_reporting(inner)
    ):
        return None
    end = _closing(text, start, _LONGEST if label else _CUT)
    if end is not None:
        link = _LINK.match(text, start) if text[start : end + 1].endswith("](") else None
        return link.end() if link else end
    return _cut(text, start) if label and label[2] and text[start] == "[" else None


def _is_wire(text: str, start: int) -> bool:
    """Tell whether the name of an agency stands in brackets behind a whole sentence: "(AP)"."""
    match = _NAME.match(text, start)
    if match is None or text[max(0, start - 4) : start].rstrip()[-1:] not in _ENDED:
        return False
    return (
        all(map(outlet_rules.is_agency, match[1].split("/")))
        and text[match.end() : match.end() + 4].lstrip()[:1] not in _GOES_ON
    )


def _closing(text: str, start: int, within: int) -> int | None:
    """Return where a bracket is closed, brackets within it counted."""
    opening = text[start]
    pattern = _SQUARE if opening == "[" else _CURVED if opening == "(" else _BRACED
    depth = 0
    for match in pattern.finditer(text, start, start + within):
        depth += 1 if match[0] == opening else -1
        if depth == 0:
            return match.end()
    return None


def _cut(text: str, start: int) -> int:
    """Return where an attribution that is never closed ends at the latest."""
    line = text.find("\n", start)
    end = len(text) if line < 0 else line
    return min(end, start + _CUT)
