"""Measures how often an encoding is guessed right: encodings by languages by sizes.

    python -m tests.bench.reading.encodings [--rival] [--wrong]

From the root of the project. Right is a guess under which every letter is what it was; what two
encodings read alike is one to a reader. ``--rival`` measures charset-normalizer in the same run,
``--wrong`` prints each text that is read wrongly.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path

from postil.document.bytes.decode import decode

SIZES = (300, 4_000, 70_000)
"""Bytes of a text, about."""
LANGUAGES: Mapping[str, Sequence[str]] = {
    "de": ("cp1252", "mac_roman", "cp437", "cp850"),
    "fr": ("cp1252", "mac_roman", "cp850"),
    "es": ("cp1252", "mac_roman", "cp850"),
    "pt": ("cp1252", "mac_roman", "cp850"),
    "it": ("cp1252", "mac_roman", "cp850"),
    "nl": ("cp1252", "cp850"),
    "da": ("cp1252", "mac_roman", "cp850"),
    "sv": ("cp1252", "mac_roman", "cp850", "cp437"),
    "fi": ("cp1252", "cp850"),
    "is": ("cp1252", "cp850"),
    "pl": ("cp1250", "iso8859_2", "cp852", "mac_latin2"),
    "cs": ("cp1250", "iso8859_2", "cp852", "mac_latin2"),
    "sk": ("cp1250", "iso8859_2", "cp852"),
    "hu": ("cp1250", "iso8859_2", "cp852"),
    "ro": ("cp1250", "iso8859_2", "cp852"),
    "hr": ("cp1250", "iso8859_2", "cp852"),
    "tr": ("cp1254", "iso8859_9", "cp857"),
    "et": ("cp1257", "iso8859_13"),
    "lv": ("cp1257", "iso8859_13", "cp775"),
    "lt": ("cp1257", "iso8859_13", "cp775"),
    "ru": ("cp1251", "koi8_r", "cp866", "iso8859_5", "mac_cyrillic"),
    "uk": ("cp1251", "koi8_u", "mac_cyrillic"),
    "bg": ("cp1251", "cp866", "iso8859_5"),
    "sr": ("cp1251", "iso8859_5"),
    "el": ("cp1253", "iso8859_7", "cp737"),
    "he": ("cp1255", "iso8859_8", "cp862"),
    "ar": ("cp1256", "iso8859_6"),
    "th": ("cp874", "tis_620"),
    "zh": ("gb18030", "gb2312"),
    "zt": ("big5hkscs", "big5", "gb18030"),
    "ja": ("cp932", "euc_jp", "iso2022_jp"),
    "ko": ("cp949", "euc_kr", "johab"),
}


OLDER = str.maketrans("șțȘȚ", "şţŞŢ")
"""Letters of Romanian as encodings older than Unicode have them."""


def sentences() -> Mapping[str, Sequence[str]]:
    """Return the sentences of each language."""
    found: dict[str, list[str]] = {}
    for line in Path(__file__).with_name("sentences.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            held = found.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            held.append(line)
    return found


def texts(size: int, seed: int = 1) -> Iterator[tuple[str, str, str]]:
    """Yield language, encoding and a text of about so many bytes that the encoding can hold."""
    chance = random.Random(seed)
    known = sentences()
    for language, encodings in LANGUAGES.items():
        for encoding in encodings:
            parts: list[str] = []
            length = 0
            while length < size:
                part = chance.choice(known[language])
                data = part.translate(OLDER).encode(encoding, "ignore")
                parts.append(data.decode(encoding))
                length += len(data) + 1
            yield language, encoding, "\n".join(parts)


def rival(data: bytes) -> str:
    """Return what charset-normalizer reads, where it is installed: Postil does not need it."""
    best = import_module("charset_normalizer").from_bytes(data).best()
    return str(best) if best else data.decode("utf-8", "replace")


def main() -> None:
    """Measure and print."""
    given = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    given.add_argument("--rival", action="store_true")
    given.add_argument("--wrong", action="store_true")
    options = given.parse_args()
    for size in SIZES:
        tried = right = theirs = 0
        for language, encoding, text in texts(size):
            data = text.encode(encoding)
            read = decode(data, "bench")
            tried += 1
            right += read.text == text
            if options.wrong and read.text != text:
                print(f"  {size:6} {language} {encoding}: {read.encoding} {read.text[:60]!r}")
            if options.rival:
                theirs += rival(data) == text
        beside = f", charset-normalizer {theirs / tried:.1%}" if options.rival else ""
        print(f"{size:6} bytes: {right} of {tried} right, {right / tried:.1%}{beside}")


if __name__ == "__main__":
    main()
