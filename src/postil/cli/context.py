"""What every command needs: the environment, the settings, the home and the article it is given."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from postil import library
from postil.cli.output import Output, say
from postil.errors import BadRequest, EmptyArticle, NeedsPassword, OthersNotes, PostilError

if TYPE_CHECKING:
    from argparse import Namespace

    from postil.config import Settings
    from postil.library.base.open_article import OpenArticle
    from postil.library.care.local_state import Home
    from postil.model.article import Article
    from postil.model.span import Span

Opened = TypeVar("Opened")
Done = TypeVar("Done")

STDIN = "-"

SUBSTITUTED = ("/dev/fd/", "/proc/self/fd/")
"""Where the shell puts the pipe of ``<(command)``."""


class Context:
    """The surroundings of one command; each part is opened when it is first asked for."""

    def __init__(self, environ: Mapping[str, str], output: Output) -> None:
        self.environ = environ
        self.output = output
        self.told = ""
        """The trouble with the home that was told already."""
        self.encoding = ""
        """That of what is piped in, by Python's name; "" for what its bytes tell."""

    def read_as(self, encoding: str, arguments: Sequence[str]) -> None:
        """Read files in an encoding from now on, and what is piped in this once.

        Raises BadRequest for an unknown one, and CannotWrite.
        """
        reencoding = library.reencoding
        piped = (
            "" if encoding.strip().lower() == reencoding.AUTO else reencoding.canonical(encoding)
        )
        for argument in arguments:
            path, data = (None, b"") if argument == STDIN else (self.located(argument), None)
            if path is None or data is not None or not os.path.isfile(path):
                self.encoding = piped
            if path is not None and not path.is_fifo():
                reencoding.choose(self.settings.places, path, encoding)

    @cached_property
    def settings(self) -> Settings:
        """The settings; raises BadSetting."""
        # The verbs that only read articles are spared the settings.
        from postil.config import load

        return load(self.environ)

    @cached_property
    def home(self) -> Home:
        """The reader's home; trouble with it is told once, and reading goes on."""
        home = library.local_state.open_home(self.settings.places, self.settings.name)
        if (trouble := home.trouble) is not None:
            self.told = str(trouble)
            say(f"postil: {self.told}")
        for sentence in home.messages():
            say(f"postil: {sentence}")
        return home

    def tidy(self) -> None:
        """Bring a home that was written to in order; what fails now is tried another time."""
        home = self.__dict__.get("home")
        if home is not None and home.written:
            with suppress(PostilError):
                home.tidy()

    def article(self, argument: str) -> Article:
        """Read a whole article without asking the home; raises EmptyArticle and CannotOpen.

        What the library knows besides takes as long to load again.
        """
        path, data = self.given(argument)
        loading = library.loading

        def read(password: str) -> Article:
            means = loading.means_of(lambda: self.settings.places, path, password, self.encoding)
            return loading.whole(path, data, means)

        article = self._unlocked(read)
        for remark in article.remarks:
            say(f"postil: {article.name}: {remark}")
        if not article.text.strip():
            raise EmptyArticle(article.name, "there is nothing in it", "give an article with text")
        return article

    def open_article(self, argument: str) -> OpenArticle:
        """Read a whole article with all that the home knows of it."""
        path, data = self.given(argument)
        home = self.home
        open_article = self._unlocked(
            lambda password: library.opening.read(home, path, data, password, self.encoding)
        )
        for remark in open_article.article.remarks:
            say(f"postil: {open_article.article.name}: {remark}")
        if open_article.renamed:
            known_as = library.versions.known_as(self.home, open_article)
            say(f"postil: {open_article.article.name}: {known_as}")
        return open_article

    def _unlocked(self, read: Callable[[str], Opened]) -> Opened:
        """Return what is read, by its password where it is locked."""
        try:
            return read("")
        except NeedsPassword as locked:
            from postil.cli.passwords import unlocked

            return unlocked(read, locked, self.environ)

    def given(self, argument: str) -> tuple[Path | None, bytes | None]:
        """Return the path that an argument names, or the bytes of what is piped in.

        That is standard input for ``-``, and the pipe for ``<(command)``, whose name means nothing.
        """
        if argument != STDIN:
            if not argument:
                raise BadRequest("the path", "it is empty", "name a file, or - for standard input")
            path = self.located(argument)
            if argument.startswith(SUBSTITUTED) and path.is_fifo():
                return None, library.loading.read_bytes(path)
            return path, None
        if sys.stdin is None:
            raise BadRequest("standard input", "it is closed", "name a file")
        return None, library.loading.read_stream(sys.stdin.buffer, "standard input")

    def located(self, argument: str) -> Path:
        """Return the path that an argument names; of an address, that of the page that is kept.

        Raises NotThere for a page that was not fetched yet.
        """
        if "://" in argument and library.web_pages.is_address(argument):
            return library.web_pages.read_before(self.settings.places, argument)
        return Path(argument)

    def agreed(self, given: Namespace, act: Callable[[], Done]) -> Done:
        """Change notes; those of other makers with ``--others`` alone, and that is told.

        Raises OthersNotes where the reader has not agreed to it; nothing is changed then.
        """
        try:
            return act()
        except OthersNotes as error:
            if not given.others:
                raise error.with_remedy("--others does it all the same") from None
            error.agree()
            done = act()
            say(f"postil: {error.what}: {error.why}")
            return done

    def passage(self, given: Namespace, open_article: OpenArticle) -> Span:
        """Return the passage that ``--quote`` or ``--at`` names; raises NoSuchPassage."""
        if given.at is not None:
            return library.passages.span_at(open_article, given.at)
        return library.passages.passage(open_article, given.quote, given.nth)
