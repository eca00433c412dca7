"""One trial: a spoilt document is read, within limits, and what was made of it is looked at."""

from __future__ import annotations

import random
import signal
import sys
import time
import traceback
from types import FrameType

from postil.document.pipeline import parse
from postil.errors import CannotOpen
from postil.model.article import Article
from postil.text.clean import clean
from tests.bench.formats_fuzz.documents import documents
from tests.bench.formats_fuzz.mutations import mutated

SECONDS = 10
"""Of the processor, beyond which a document of at most 200 kB hangs."""
WAITING = 60
"""Seconds by the clock, for what works in a process of its own."""
SLOW = 3.0
"""Seconds of the processor beyond which one is told to be slow."""
MEMORY = 1 << 30
"""Bytes that the process may take."""


class Hanging(BaseException):
    """A reader did not end."""


def limited() -> None:
    """Limit the memory of this process, where the system can."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (4 * MEMORY, 4 * MEMORY))


class Trials:
    """Reads one spoilt document after another."""

    def __init__(self, *, but: tuple[str, ...] = ()) -> None:
        """Begin; documents whose names end with one of ``but`` are left out."""
        known = documents()
        self._named = {name: data for name, data in known.items() if not name.endswith(but or " ")}
        self._all = list(known.values())

    def document(self, seed: int) -> tuple[str, bytes]:
        """Return the document of a seed, and the name by which it is read."""
        chance = random.Random(seed)
        name = chance.choice(list(self._named))
        data = mutated(self._named[name], self._all, chance)
        if chance.random() < 0.05:
            name = chance.choice(list(self._named))
        return name, data

    def attempt(self, seed: int) -> str:
        """Return what was wrong with reading the document of a seed, "" for nothing."""
        name, data = self.document(seed)
        begun = time.process_time()
        old = [signal.signal(one, _hanging) for one in (signal.SIGPROF, signal.SIGALRM)]
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        signal.setitimer(signal.ITIMER_REAL, WAITING)
        try:
            wrong = fault(name, data)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGPROF, old[0])
            signal.signal(signal.SIGALRM, old[1])
        took = time.process_time() - begun
        if not wrong and took > SLOW:
            wrong = f"slow: {took:.1f} s"
        return f"{name}: {wrong}" if wrong else ""


def fault(name: str, data: bytes) -> str:
    """Return what is wrong with how a document is read, "" for nothing."""
    articles: list[Article] = []
    try:
        articles.extend(parse(data, name))
    except CannotOpen as error:
        said = str(error)
        return "" if said == clean(said) and "\n" not in said else f"unclean: {said!r}"
    except (Exception, Hanging) as error:  # noqa: BLE001 - that is what is looked for
        return _told(error)
    return next((wrong for one in articles if (wrong := broken(one))), "") or _unlike(articles)


def broken(article: Article) -> str:
    """Return what does not hold for an article that holds for every one, "" for nothing."""
    if article.text != clean(article.text):
        return "the text is not clean"
    for block in article.blocks:
        size = len(block.text)
        if not block.text.strip():
            return "a block is empty"
        if not block.kind.lined and "\n" in block.text:
            return f"a {block.kind.value} has lines"
        if list(block.breaks) != sorted(block.breaks) or any(
            not 0 < at < size for at in block.breaks
        ):
            return f"breaks of a {block.kind.value} are out of place"
        if any(not 0 <= one.start < one.end <= size for one in block.inlines):
            return f"words set apart in a {block.kind.value} are out of place"
        if block.marker != clean(block.marker) or block.language != clean(block.language):
            return "a marker is not clean"
        if any(one.target != clean(one.target) for one in block.inlines):
            return "an address is not clean"
    if any(not 0 <= at <= article.length for at in article.anchors.values()):
        return "a place is out of the text"
    if any(not 0 <= page.start <= article.length for page in article.pages):
        return "a page is out of the text"
    if any(one != clean(one) or "\n" in one for one in article.remarks):
        return "a remark is not clean"
    return ""


def _unlike(articles: list[Article]) -> str:
    if len(articles) < 2:
        return ""
    first, whole = articles[0], articles[-1]
    texts = [block.text for block in first.blocks]
    if texts != [block.text for block in whole.blocks[: len(texts)]]:
        return "the first screenful is not what the whole begins with"
    return ""


def _told(error: BaseException) -> str:
    """Return the kind of an error, and where in Postil, or in what it reads with, it came up."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [one for one in frames if "/postil/" in one.filename.replace("\\", "/")]
    frame = (ours or list(frames))[-1]
    where = f"{frame.filename.rpartition('postil/')[2]}:{frame.lineno} {frame.name}"
    return f"{type(error).__name__} at {where}: {clean(str(error))[:120]!r}"


def _hanging(number: int, frame: FrameType | None) -> None:
    raise Hanging(f"{SECONDS} s")
