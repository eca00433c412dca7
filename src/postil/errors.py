"""Every failure a reader can meet; each says what, why and the way out.

PostilError                  one sentence for the reader, "WHAT: WHY; WHAT TO DO"
├── CannotOpen               an article cannot be read
│   ├── NotThere             no such file or folder
│   ├── NotReadable          the system refuses to hand the bytes over
│   ├── NotAnArticle         a directory, a socket, a device, a pipe nobody writes to
│   ├── NotText              the bytes are no text that Postil reads
│   ├── BadMember            one part of an archive cannot be read
│   ├── CannotFetch          a page on the web that is not to be had
│   ├── NeedsPassword        the document is locked, and no password or a wrong one was given
│   └── EmptyArticle         there is not one letter in it
├── NothingFound             a search or a list has no result (exit status 1)
├── BadRequest               the request makes no sense as it stands
│   ├── NoSuchPassage        a quote or span that the article does not have
│   ├── NoSuchNote           an id that no note has, or more than one
│   ├── NoSuchSection        a number that no section of the article has
│   ├── NoSuchPiece          a number that none of a page's articles has
│   ├── NoSuchTag            a tag that no note carries and nobody has defined
│   ├── TagTaken             a new name for a tag that another one has
│   ├── BadPattern           a search pattern that cannot be used, or takes too long
│   ├── BadQuery         a query of the library that cannot be read
│   └── BadSetting           a value in the settings that Postil cannot use
├── CannotWrite              something could not be stored; nothing was changed
│   ├── NotesReadOnly        the home, or its notes file, must not be written to
│   ├── NotesDamaged         the notes file is damaged; it is kept as it is
│   ├── NotesNewer           the notes file was written by a newer Postil
│   ├── NotesGone            the home is not where it was
│   └── NotesBusy            another Postil has held the notes for too long
├── OthersNotes              a change of notes that somebody else has made
├── NothingToUndo            there is no change to take back, or none to repeat
└── NoTerminal               the app was started without a terminal
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

NAMED = 3
"""Makers of notes that an error names."""


class PostilError(Exception):
    """A failure to be told to the reader in one line, never as a traceback."""

    status = 2
    """Exit status of a command that ends this way."""

    def __init__(self, what: str, why: str, remedy: str = "") -> None:
        super().__init__(f"{what}: {why}; {remedy}" if remedy else f"{what}: {why}")
        self.what = what
        self.why = why
        self.remedy = remedy


class CannotOpen(PostilError):
    """An article cannot be read."""


class NotThere(CannotOpen):
    """No such file or folder."""


class NotReadable(CannotOpen):
    """The system refuses to hand the bytes over."""


class NotAnArticle(CannotOpen):
    """A directory, a socket, a device, or a pipe that nobody writes to."""


class NotText(CannotOpen):
    """The bytes are no text that Postil reads."""


class BadMember(CannotOpen):
    """One part of an archive cannot be read; the others may be."""


class CannotFetch(CannotOpen):
    """A page on the web that is not to be had."""


class NeedsPassword(CannotOpen):
    """The document is locked, and no password or a wrong one was given."""


class EmptyArticle(CannotOpen):
    """There is not one letter in it."""


class NothingFound(PostilError):
    """A search or a list has no result; what is named and not there is a bad request."""

    status = 1


class BadRequest(PostilError):
    """The request makes no sense as it stands."""


class NoSuchPassage(BadRequest):
    """A quote or a span that the article does not have."""


class NoSuchNote(BadRequest):
    """An id that no note has, or that more than one has."""


class NoSuchSection(BadRequest):
    """A number that no section of the article has."""


class NoSuchPiece(BadRequest):
    """A number that none of the articles of a page has."""


class NoSuchTag(BadRequest):
    """A tag that no note carries and nobody has defined."""


class TagTaken(BadRequest):
    """A new name for a tag that another one has."""


class BadPattern(BadRequest):
    """A search pattern that cannot be used, or takes too long."""


class BadQuery(BadRequest):
    """A query of the library that cannot be read."""

    def __init__(self, what: str, why: str, remedy: str = "", at: int = 0) -> None:
        super().__init__(what, why, remedy)
        self.at = at
        """Where the mistake is, in code points of what was typed, from 0."""


class BadSetting(BadRequest):
    """A value in the settings that Postil cannot use."""


class CannotWrite(PostilError):
    """Something could not be stored; nothing was changed."""


class NotesReadOnly(CannotWrite):
    """The home, or its notes file, must not be written to."""


class NotesDamaged(CannotWrite):
    """The notes file is damaged; it is kept as it is."""


class NotesNewer(CannotWrite):
    """The notes file was written by a newer Postil."""


class NotesGone(CannotWrite):
    """The home is not where it was, as when a drive is not mounted."""


class NotesBusy(CannotWrite):
    """Another Postil has held the notes for too long."""


class OthersNotes(PostilError):
    """A change of notes that somebody else has made, to which the reader has not agreed yet."""

    def __init__(
        self,
        what: str,
        theirs: Mapping[str, str],
        names: Sequence[str],
        of: int,
        agree: Callable[[], None],
        remedy: str = "",
    ) -> None:
        """Refuse ``what`` is done to ``of`` notes, because some of them are others'."""
        self.theirs = theirs
        """The words by which readers know those of the others, by their ids."""
        self.names = tuple(names)
        """Who made them."""
        self.of = of
        self.agree = agree
        """Lets these notes be changed from now on, for as long as the program runs."""
        self.makers = _in_words(self.names)
        """Who made them, in a sentence."""
        many = len(theirs)
        which = "all of them were" if many == of else "1 of them was"
        which = which if many in (1, of) else f"{many} of them were"
        super().__init__(what, f"{'it was' if of == 1 else which} made by {self.makers}", remedy)

    def with_remedy(self, remedy: str) -> OthersNotes:
        """Return the same with a way out."""
        return OthersNotes(self.what, self.theirs, self.names, self.of, self.agree, remedy)


def _in_words(names: Sequence[str]) -> str:
    """Return names in a sentence, of many the first alone."""
    if len(names) > NAMED:
        return f"{', '.join(names[:NAMED])} and others"
    *before, last = names
    return f"{', '.join(before)} and {last}" if before else last


class NothingToUndo(PostilError):
    """There is no change to take back, or none to repeat."""

    status = 1


class NoTerminal(PostilError):
    """The app was started without a terminal."""
