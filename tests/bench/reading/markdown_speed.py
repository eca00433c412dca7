"""How fast Markdown is read, beside a plain parse by markdown-it and the same file as plain text.

    python -m tests.bench.reading.markdown_speed [FILE ...]

From the root of the project. Without files, prose of a megabyte with a link or emphasis in every
third sentence is made. Prints seconds of processor time, the least of some rounds, for the first
screenful and for the whole, and the ratios.
"""

from __future__ import annotations

import argparse
import random
import textwrap
from collections.abc import Callable
from pathlib import Path
from time import process_time

from markdown_it import MarkdownIt

from postil.document.pipeline import parse

_ROUNDS = 5
_SIZE = 1_000_000
_WORDS = (
    "the keeper of harbour lamp wrote down each ship that passed with weather and hour in forty "  # noqa: SIM905
    "years he missed no more than three them oil wick rope sail mast north wind quay water".split()
)
_FORMS = ("*{}*", "**{}**", "`{}`", "[{}](https://quay.example/lamp)")


def prose(chance: random.Random) -> str:
    """Return Markdown of a megabyte: paragraphs, half of them wrapped, headings and lists."""

    def sentence() -> str:
        words = chance.choices(_WORDS, k=chance.randint(8, 22))
        if chance.random() < 0.33:
            at = chance.randrange(len(words))
            words[at] = chance.choice(_FORMS).format(words[at])
        return " ".join(words) + "."

    parts: list[str] = []
    size = 0
    while size < _SIZE:
        kind = chance.random()
        if kind < 0.06:
            part = "## " + " ".join(chance.choices(_WORDS, k=4))
        elif kind < 0.12:
            part = "\n".join(f"- {sentence()}" for _ in range(4))
        else:
            part = " ".join(sentence() for _ in range(chance.randint(3, 7)))
            part = "\n".join(textwrap.wrap(part, 80)) if kind < 0.56 else part
        parts.append(part)
        size += len(part) + 2
    return "\n\n".join(parts) + "\n"


def least(work: Callable[[], object]) -> float:
    """Return the least seconds of processor time that some work takes, after one more round."""
    taken = []
    for _ in range(_ROUNDS + 1):
        begun = process_time()
        work()
        taken.append(process_time() - begun)
    return min(taken[1:])


def measure(name: str, text: str) -> str:
    """Return what reading a text takes, in words."""
    data = text.encode()
    plain = least(lambda: MarkdownIt("commonmark").enable("table").parse(text))
    first = least(lambda: next(iter(parse(data, "a.md"))))
    whole = least(lambda: list(parse(data, "a.md")))
    lines = least(lambda: list(parse(data, "a.txt")))
    return (
        f"{name}: {len(data) / 1e6:.2f} MB; markdown-it {plain:.2f} s, "
        f"first screenful {first:.3f} s, whole {whole:.2f} s, "
        f"{whole / plain:.2f} times markdown-it, {whole / lines:.2f} times plain text"
    )


def main() -> None:
    """Measure each file."""
    given = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    given.add_argument("files", nargs="*", type=Path)
    files = given.parse_args().files
    texts = [(one.name, one.read_text(errors="replace")) for one in files]
    for name, text in texts or [("made prose", prose(random.Random(1)))]:
        print(measure(name, text))


if __name__ == "__main__":
    main()
