"""Measures keys as their reader sees them: the first one after a start, and pages while reading on.

Postil and its peers run by turns in a terminal of 120 by 40, on texts of several lengths that it
makes itself. From the root of the project, with bytecode written:

    python -m tests.bench.keys [--rounds 5] [--sizes 32,1000,10000] [--rival BOOKREADER]

``start`` compares with a Textual that says hello: when the first text is there, and when a key,
struck at the first text, is answered; by the clock, and by processor time. ``page`` is a key that
turns the page, ``find`` one that only the loaded app answers. ``pages`` strikes a page key again as
soon as the screen has been still for 80 ms, from the first text on: when the first frame changes,
and the last. The rival is bookreader-tui in an environment of its own; it reads EPUB, which is made
of the same text.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import tempfile
import time
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.idle import HELLO, POSTIL
from tests.bench.ptys import Answer, Program

FIRST = "FIRSTWORD"
WORDS = (
    *("anchor", "bridge", "candle", "garden", "harbour", "island"),
    *("journey", "kitchen", "ladder", "market", "orchard", "paper"),
)
LIKE = "“{}”, wrote Ada Lindqvist in 1998 [Source: Ada Lindqvist, Harbour Gazette, May 3, 1998]"
FIND_BAR = "find in this article"
"""What stands in an empty find bar."""
TURNS = 9
"""Pages forth before as many back."""


@dataclass
class Starts:
    """What starts took, in seconds."""

    text: list[float] = field(default_factory=list)
    page: list[float] = field(default_factory=list)
    """Until a key had turned the page."""
    find: list[float] = field(default_factory=list)
    """Until a key had opened the find bar."""
    cpu: list[float] = field(default_factory=list)
    """Of the processor, until the find bar was open."""


def article(size: int) -> list[tuple[str, list[str]]]:
    """Return sections of a title and paragraphs, about ``size`` bytes in all, always the same."""
    seed, made, sections = 7, 0, list[tuple[str, list[str]]]()
    while made < size:
        paragraphs = []
        for _ in range(8):
            words = []
            for _ in range(70):
                seed = (seed * 1103515245 + 12345) % (1 << 31)
                words.append(WORDS[seed >> 16 & 7] if seed & 256 else WORDS[8 + (seed >> 16 & 3)])
            text = " ".join(words).capitalize() + "."
            paragraphs.append(LIKE.format(text) if seed % 5 == 0 else text)
            made += len(paragraphs[-1]) + 2
        sections.append((f"{len(sections) + 1}. {' '.join(words[:3]).title()}", paragraphs))
    sections[0][1].insert(0, f"{FIRST} begins the text.")
    return sections


def plain(sections: Sequence[tuple[str, list[str]]], path: Path) -> Path:
    """Write sections as plain text."""
    text = "\n\n".join("\n\n".join((title, *paragraphs)) for title, paragraphs in sections)
    path.write_text(text, "utf-8")
    return path


def epub(sections: Sequence[tuple[str, list[str]]], path: Path) -> Path:
    """Write sections as chapters of an EPUB."""
    names = [f"c{number}.xhtml" for number in range(len(sections))]
    items = "".join(
        f'<item id="{name}" href="{name}" media-type="application/xhtml+xml"/>' for name in names
    )
    spine = "".join(f'<itemref idref="{name}"/>' for name in names)
    points = "".join(
        f'<navPoint id="n{name}"><navLabel><text>{title}</text></navLabel>'
        f'<content src="{name}"/></navPoint>'
        for name, (title, _) in zip(names, sections, strict=True)
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        book.writestr(
            "META-INF/container.xml",
            '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
            '<rootfiles><rootfile full-path="b.opf" media-type="application/oebps-package+xml"/>'
            "</rootfiles></container>",
        )
        book.writestr(
            "b.opf",
            '<package xmlns="http://www.idpf.org/2007/opf" version="2.0" unique-identifier="i">'
            '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Bench</dc:title>'
            '<dc:identifier id="i">bench</dc:identifier><dc:language>en</dc:language></metadata>'
            '<manifest><item id="ncx" href="t.ncx" media-type="application/x-dtbncx+xml"/>'
            f'{items}</manifest><spine toc="ncx">{spine}</spine></package>',
        )
        book.writestr(
            "t.ncx",
            '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1">'
            f"<navMap>{points}</navMap></ncx>",
        )
        for name, (title, paragraphs) in zip(names, sections, strict=True):
            body = "".join(f"<p>{text}</p>" for text in paragraphs)
            book.writestr(
                name,
                '<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head>'
                f"<body><h1>{title}</h1>{body}</body></html>",
            )
    return path


def start(command: Sequence[str], environ: Mapping[str, str], into: Starts, key: str) -> None:
    """Start a program, strike a key at the first text, and note when it was answered."""
    with Program(command, environ) as program:
        shown = program.until(FIRST)
        into.text.append(shown - program.started)
        if key == "pagedown":
            program.press(key)
            into.page.append(program.while_seen(FIRST) - program.started)
            return
        if key:
            program.press(key)
            into.find.append(program.until(FIND_BAR) - program.started)
        into.cpu.append(program.cpu())


def forget(environ: Mapping[str, str]) -> None:
    """Forget where articles were left: each start begins at the first text."""
    for name in ("POSTIL_HOME", "POSTIL_STATE"):
        shutil.rmtree(environ[name], ignore_errors=True)


def turn_pages(
    command: Sequence[str], environ: Mapping[str, str], seconds: float, later: bool
) -> list[Answer]:
    """Turn pages from the first text on for some seconds; ``later``: when all has settled."""
    forget(environ)
    with Program(command, environ) as program:
        program.until(FIRST)
        if later:
            program.quiet(1.0, 60.0)
        answers = []
        end, turn = time.perf_counter() + seconds, 0
        while time.perf_counter() < end:
            answers.append(program.answer("pagedown" if turn % (2 * TURNS) < TURNS else "pageup"))
            time.sleep(0.007 * (turn % 5))
            turn += 1
        return answers


def centile(values: Sequence[float], share: float) -> float:
    """Return the value that so large a share of the values does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def told(name: str, answers: Sequence[Answer], peer: float | None) -> float:
    """Print what keys came to; return the 95th centile of the last change."""
    first = [1000 * one.first for one in answers if one.first is not None]
    last = [1000 * one.last for one in answers if one.last is not None]
    p95 = centile(last, 0.95)
    ratio = f"{p95 / peer:6.2f}x" if peer else ""
    print(
        f"{name:<34}{len(last):4}{statistics.median(first):8.1f}{centile(first, 0.95):8.1f}"
        f"{statistics.median(last):8.1f}{p95:8.1f}{max(last):8.1f}{ratio}"
    )
    return p95


def main() -> None:
    """Measure and print."""
    given = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    given.add_argument("--rounds", type=int, default=5)
    given.add_argument("--sizes", default="32,1000,10000", help="kilobytes")
    given.add_argument("--seconds", type=float, default=4.0, help="of turning pages")
    given.add_argument("--only", choices=("start", "pages"))
    given.add_argument("--rival", help="the command bookreader of bookreader-tui")
    given.add_argument("--postil", help="the command of another Postil to measure")
    wanted = given.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        environ = {
            **os.environ,
            "HOME": folder,
            "XDG_DATA_HOME": folder,
            "XDG_CONFIG_HOME": folder,
            **{
                f"POSTIL_{name}": f"{folder}/{name}"
                for name in ("HOME", "STATE", "CONFIG", "CACHE")
            },
        }
        environ.pop("PYTHONDONTWRITEBYTECODE", None)
        sizes = [int(size) for size in wanted.sizes.split(",")]
        made = {size: article(1000 * size) for size in sizes}
        texts = {size: plain(made[size], Path(folder, f"{size}k.txt")) for size in sizes}
        command = [wanted.postil] if wanted.postil else POSTIL
        postil = {size: [*command, str(texts[size])] for size in sizes}
        if wanted.only != "pages":
            starts(postil, environ, wanted.rounds)
        if wanted.only != "start":
            books = {size: epub(made[size], Path(folder, f"{size}k.epub")) for size in sizes}
            rivals = {
                size: [wanted.rival, "--no-library", "open", str(books[size])]
                for size in sizes
                if wanted.rival
            }
            pages(postil, rivals, environ, wanted.rounds, wanted.seconds)


def starts(postil: Mapping[int, list[str]], environ: Mapping[str, str], rounds: int) -> None:
    """Compare starts with a Textual that says hello."""
    hello, ours = Starts(), {size: Starts() for size in postil}
    subprocess.run([*POSTIL, "--version"], env=dict(environ), check=True, capture_output=True)
    for turn in range(rounds + 1):
        for size, command in postil.items():
            # The first turn writes bytecode and makes a home, and does not count.
            start(HELLO, environ, hello if turn else Starts(), "")
            for key in ("pagedown", "/"):
                start(command, environ, ours[size] if turn else Starts(), key)
    text, cpu = statistics.median(hello.text), statistics.median(hello.cpu)
    print(f"load {os.getloadavg()[0]:.1f}; hello {text * 1000:.0f} ms, {cpu * 1000:.0f} ms of CPU")
    heads = "".join(f"{head:>9}{'':>8}" for head in ("text ms", "page ms", "find ms", "CPU ms"))
    print(f"{'start':<12}{heads}")
    for size, taken in ours.items():
        row = f"{size} KB".ljust(12)
        clock = [(one, text) for one in (taken.text, taken.page, taken.find)]
        for values, peer in (*clock, (taken.cpu, cpu)):
            middle = statistics.median(values)
            row += f"{middle * 1000:9.0f}{middle / peer:7.2f}x"
        print(row)


def pages(
    postil: Mapping[int, list[str]],
    rivals: Mapping[int, list[str]],
    environ: Mapping[str, str],
    rounds: int,
    seconds: float,
) -> None:
    """Compare page keys, from the first text on and when all is read."""
    print(f"load {os.getloadavg()[0]:.1f}")
    print(f"{'page keys, ms':<34}{'':4}{'first':>8}{'p95':>8}{'last':>8}{'p95':>8}{'max':>8}")
    for size, command in postil.items():
        for later in (False, True):
            answers: dict[str, list[Answer]] = {"rival": [], "postil": []}
            for _ in range(rounds):
                if size in rivals:
                    answers["rival"] += turn_pages(rivals[size], environ, seconds, later)
                answers["postil"] += turn_pages(command, environ, seconds, later)
            when = "when all is read" if later else "from the first text"
            peer = told(f"{size} KB rival, {when}", answers["rival"], None) if rivals else None
            told(f"{size} KB Postil, {when}", answers["postil"], peer)


if __name__ == "__main__":
    main()
