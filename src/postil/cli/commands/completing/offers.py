"""Offers: what each argument of each verb may be, by the letters that are typed of it."""

from __future__ import annotations

from argparse import Action
from collections.abc import Callable, Iterable, Sequence

from postil import library
from postil.cli.commands.completing.asked import Asked
from postil.cli.parser import VERBS, Verb, verb_named, verb_parser
from postil.model.note import LinkKind
from postil.model.values import NamedTuple

FEW = 100
"""Notes offered before a letter of an id is typed: the newest."""

SHOWN = 8
"""The last characters of an id, which lists show."""


class Offer(NamedTuple):
    """What may stand in the place of the word that is typed."""

    values: tuple[str, ...] = ()
    """Whole words; each begins with what is typed, whatever its case."""
    files: bool = False
    """Whether files and folders may stand there, which the shell knows itself."""
    folders: bool = False
    """Whether folders alone may."""
    goes_on: bool = False
    """Whether the word is not at its end with what is offered."""
    fits: bool = False
    """Whether all of it is meant, however it begins: a quotation mark may come before it."""


Source = Callable[[Asked, str], "Iterable[str] | Offer"]
"""Returns what may be meant by the letters typed; what does not begin with them is left out."""


def _tags(asked: Asked, _: str) -> Iterable[str]:
    return asked.names.tags


def _makers(asked: Asked, _: str) -> Iterable[str]:
    return asked.makers


def _links(asked: Asked, typed: str) -> Iterable[str] | Offer:
    """Return the kinds of links, and behind a kind the notes."""
    kind, colon, identity = typed.partition(":")
    if not colon:
        kinds = tuple(f"{one}:" for one in LinkKind if one.startswith(kind))
        return Offer(kinds, goes_on=True)
    return [f"{kind}:{one}" for one in _notes(asked, identity)]


def _notes(asked: Asked, typed: str) -> Iterable[str]:
    """Return notes as lists show them, and by the whole id if that is how it was begun."""
    ids, wanted = asked.names.notes, typed.lower()
    if not wanted:
        return [one[-SHOWN:] for one in ids[:FEW]]
    return [one[-SHOWN:] for one in ids if one[-SHOWN:].startswith(wanted)] + [
        one for one in ids if one.startswith(wanted)
    ]


def _styles(asked: Asked, typed: str) -> Iterable[str]:
    """Return the names of styles; before a letter is typed those alone that everybody knows."""
    known = [*library.style_list.ALIASES, *library.favourites.WELL_KNOWN]
    if not typed:
        return known
    return [*known, *(one.id for one in library.style_list.every_style(asked.settings))]


def _queries(asked: Asked, typed: str) -> Iterable[str] | Offer:
    """Return saved queries behind an ``@``, or how the field goes on that is typed last."""
    if "@" in typed[max(typed.rfind(sign) for sign in " (-") + 1 :]:
        return _behind(typed, (f"@{name}" for name in asked.names.queries))
    found = library.query_hints.completions(typed, asked.values)
    return Offer(tuple(found), goes_on=True, fits=True)


def _behind(typed: str, values: Iterable[str]) -> Iterable[str]:
    """Return values in the place of the last word of what is typed."""
    lead = typed[: max(typed.rfind(sign) for sign in " (-") + 1]
    return [lead + value for value in values]


def _saved(asked: Asked, _: str) -> Iterable[str]:
    return asked.names.queries


def _fields(_: Asked, typed: str) -> Offer:
    fields = (f"{name}=" for name in library.sourcing.FIELDS)
    return Offer(() if "=" in typed else tuple(fields), goes_on=True)


FILES, FOLDERS = Offer(files=True), Offer(folders=True)


def _always(*values: str) -> Source:
    return lambda *_: values


def _path(*_: object) -> Offer:
    return FILES


def _folder(*_: object) -> Offer:
    return FOLDERS


def _nothing(*_: object) -> Offer:
    return Offer()


def _cite_formats(*_: object) -> Iterable[str]:
    return dict.fromkeys((*library.citing.FORMATS, *library.citation_format.STYLE_FORMATS))


def _forms(*_: object) -> Iterable[str]:
    return library.citation_format.STYLE_FORMS


def _types(*_: object) -> Iterable[str]:
    return library.csl_types.TYPES


def _list_formats(*_: object) -> Iterable[str]:
    return library.bibliography.FORMATS


def _export_formats(*_: object) -> Iterable[str]:
    return (one.name for one in library.exporting.WRITERS)


def _codebook_formats(*_: object) -> Iterable[str]:
    return (one.name for one in library.codebooks.WRITERS)


def _templates(_: object, typed: str) -> Offer:
    named = tuple(one for one in library.exporting.SHIPPED if one.startswith(typed))
    return Offer(named, files=True)


def _encodings(*_: object) -> Iterable[str]:
    return library.reencoding.known()


def _import_formats(*_: object) -> Iterable[str]:
    return (one.name for one in library.importing.READERS)


ARGUMENTS: dict[str, Source] = {
    **dict.fromkeys(("path", "paths", "forget", "output", "files"), _path),
    "folder": _folder,
    "encoding": _encodings,
    **dict.fromkeys(("tag", "untag"), _tags),
    **dict.fromkeys(("id", "ids"), _notes),
    "query": _queries,
    "by": _makers,
    "link": _links,
    "unlink": _notes,
    "style": _styles,
    "form": _forms,
    "set": _fields,
    "cite format": _cite_formats,
    "cite note": _notes,
    "bibliography format": _list_formats,
    "bibliography works": _always("all", "read", "quoted"),
    "codebook format": _codebook_formats,
    "export format": _export_formats,
    "export template": _templates,
    "import format": _import_formats,
    "meta type": _types,
    "query words": _saved,
    "styles words": _styles,
    "tags words": _tags,
}
"""What an argument may be, by its name, or by verb and name where that says more."""

FREE = {
    *(
        "article",
        "at",
        "author",
        "body",
        "container_title",
        "context",
        "date",
        "join",
        "language",
        "limit",
    ),
    *("nth", "part", "pattern", "publisher", "quote", "section", "source", "text", "title"),
    *("url", "words"),
}
"""Arguments that are words of the reader's own, of which nothing is known before."""


def source_of(verb: Verb, action: Action) -> Source | None:
    """Return what an argument may be; None where nobody has said."""
    for name in (f"{verb.name} {action.dest}", action.dest):
        if (found := ARGUMENTS.get(name)) is not None:
            return found
    if action.choices is not None:
        return _always(*map(str, action.choices))
    return _nothing if action.dest in FREE else None


def offered(words: Sequence[str], prefix: str, asked: Asked) -> Offer:
    """Return what may stand in the place of a prefix, behind these words of a command line."""
    if not words:
        verbs = tuple(verb.name for verb in VERBS)
        values = ("--help", "--version") if prefix.startswith("-") else verbs
        return _fitting(Offer(values, files=True), prefix)
    verb = verb_named(words[0])
    if verb is None:
        return FILES
    return _Arguments(verb, words[1:]).offered(prefix, asked)


class _Arguments:
    """The arguments of a verb, of which some words are typed already."""

    def __init__(self, verb: Verb, words: Sequence[str]) -> None:
        self._verb = verb
        actions = verb_parser(verb)._actions
        self._options = {name: one for one in actions for name in one.option_strings}
        self._places = [one for one in actions if not one.option_strings]
        self._awaits: Action | None = None
        """The option whose value comes next."""
        self._given = 0
        """Arguments that stand in their places by now."""
        self._open = True
        """Whether options may still come."""
        for word in words:
            self._take(word)

    def _take(self, word: str) -> None:
        if self._awaits is not None:
            self._awaits = None
        elif self._open and word == "--":
            self._open = False
        elif self._open and word.startswith("-") and word != "-":
            option = self._options.get(word)
            self._awaits = option if option is not None and option.nargs != 0 else None
        else:
            self._given += 1

    def offered(self, prefix: str, asked: Asked) -> Offer:
        """Return what may be meant by a prefix."""
        if self._awaits is not None:
            return self._values(self._awaits, prefix, asked)
        if self._open and prefix.startswith("-"):
            name, sign, value = prefix.partition("=")
            if not sign:
                return _fitting(Offer(tuple(self._options)), prefix)
            option = self._options.get(name)
            if option is None or option.nargs == 0:
                return Offer()
            found = self._values(option, value, asked)
            return found._replace(values=tuple(f"{name}={one}" for one in found.values))
        place = self._place()
        return Offer() if place is None else self._values(place, prefix, asked)

    def _place(self) -> Action | None:
        """Return the argument that comes next in its place."""
        if self._given < len(self._places):
            return self._places[self._given]
        last = self._places[-1] if self._places else None
        return last if last is not None and last.nargs in ("*", "+") else None

    def _values(self, action: Action, typed: str, asked: Asked) -> Offer:
        source = source_of(self._verb, action)
        found = Offer() if source is None else source(asked, typed)
        offer = found if isinstance(found, Offer) else Offer(tuple(found))
        return _fitting(offer, typed)


def _fitting(offer: Offer, typed: str) -> Offer:
    """Leave out what does not begin as it is typed; case counts where something begins just so."""
    if offer.fits:
        return offer
    exact = tuple(dict.fromkeys(one for one in offer.values if one.startswith(typed)))
    folded = typed.casefold()
    alike = exact or tuple(
        dict.fromkeys(one for one in offer.values if one.casefold().startswith(folded))
    )
    return offer._replace(values=alike)
