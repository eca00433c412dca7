"""What every command needs: the environment, the settings, the home and the article it is given."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from postil.cli.output import Output, say
from postil.errors import BadRequest, EmptyArticle, PostilError

if TYPE_CHECKING:
    from argparse import Namespace

    from postil.config import Settings
    from postil.library.articles.opening import Reading
    from postil.model.article import Article
    from postil.model.span import Span
    from postil.store.home.home import Home

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

    @cached_property
    def settings(self) -> Settings:
        """The settings; raises BadSetting."""
        from postil.config import load

        return load(self.environ)

    @cached_property
    def home(self) -> Home:
        """The reader's home; trouble with it is told once, and reading goes on."""
        from postil.library.care.local_state import open_home

        home = open_home(self.settings.places)
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

        The readers are asked directly: what the library knows besides takes as long to load again.
        """
        from postil.document.pipeline import open_article, parse

        path, data = self.given(argument)
        opened = parse(data or b"", "standard input") if path is None else open_article(path)
        article = list(opened)[-1]
        for remark in article.remarks:
            say(f"postil: {article.name}: {remark}")
        if not article.text.strip():
            raise EmptyArticle(article.name, "there is nothing in it", "give an article with text")
        return article

    def reading(self, argument: str) -> Reading:
        """Read a whole article with all that the home knows of it."""
        from postil.library.articles import opening

        path, data = self.given(argument)
        reading = opening.read(self.home, path, data)
        for remark in reading.article.remarks:
            say(f"postil: {reading.article.name}: {remark}")
        if reading.renamed:
            from postil.library.articles import versions

            say(f"postil: {reading.article.name}: {versions.known_as(self.home, reading)}")
        return reading

    def given(self, argument: str) -> tuple[Path | None, bytes | None]:
        """Return the path that an argument names, or the bytes of what is piped in.

        That is standard input for ``-``, and the pipe for ``<(command)``, whose name means nothing.
        """
        if argument != STDIN:
            if not argument:
                raise BadRequest("the path", "it is empty", "name a file, or - for standard input")
            path = Path(argument)
            if argument.startswith(SUBSTITUTED) and path.is_fifo():
                from postil.document.bytes.read_file import read_bytes

                return None, read_bytes(path)
            return path, None
        if sys.stdin is None:
            raise BadRequest("standard input", "it is closed", "name a file")
        return None, sys.stdin.buffer.read()

    def passage(self, given: Namespace, reading: Reading) -> Span:
        """Return the passage that ``--quote`` or ``--at`` names; raises NoSuchPassage."""
        from postil.library.articles import finding

        if given.at is not None:
            return finding.span_at(reading, given.at)
        return finding.passage(reading, given.quote, given.nth)
