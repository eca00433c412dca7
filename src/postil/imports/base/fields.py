"""Fields of records that anybody may have written: what is of a wrong kind is not there."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from html.parser import HTMLParser

from postil.errors import BadRequest
from postil.text.clean import clean, clean_line
from postil.text.fold import fold_key
from postil.text.lazy_regex import lazily

MOST_BYTES = 256 << 20
"""Of a file that is imported, and of what is unpacked of it."""

_SIGNS = lazily(r"[\W_]{1,200}")


def letters(text: str) -> str:
    """Return the letters and digits of a text, folded: what programs agree upon."""
    return _SIGNS.sub("", fold_key(text))


def decoded(data: bytes) -> str:
    """Return the text of a file: UTF-8, or UTF-16 with its mark."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    return data.decode("utf-8-sig", "replace")


def json_of(data: bytes) -> object:
    """Return what JSON says; of objects on lines of their own a list.

    Raises BadRequest for what is none, or nested too deep.
    """
    text = decoded(data)
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        lines = [line for line in text.splitlines() if line.strip()]
    try:
        if len(lines) > 1 and all(line.lstrip()[0] == "{" for line in lines):
            return [json.loads(line) for line in lines]
    except (ValueError, RecursionError):
        pass
    raise BadRequest("the file", "it is no JSON, or a part of it is missing")


def csv_rows(data: bytes) -> Iterator[dict[str, str]]:
    """Yield the rows of a CSV by the names of its columns, in small letters.

    Raises BadRequest for a cell that is longer than any that a program writes.
    """
    try:
        text = decoded(data)
        for row in csv.DictReader(io.StringIO(text, newline=""), delimiter=_parted_by(text)):
            yield {
                name.strip().lower(): cell or ""
                for name, cell in row.items()
                if name and not isinstance(cell, list)
            }
    except csv.Error as error:
        raise BadRequest("the file", f"it is no CSV that can be read ({error})") from error


def _parted_by(text: str) -> str:
    """Return what parts the cells of a CSV: spreadsheets of many countries write semicolons."""
    head = text.split("\n", 1)[0]
    return max(",;\t", key=head.count)


def head_of_csv(data: bytes) -> set[str]:
    """Return the names of the columns of what may be a CSV, in small letters."""
    head = decoded(data[:2000]).lstrip("\r\n").split("\n", 1)[0]
    return {one.strip().strip('"').strip().lower() for one in head.split(_parted_by(head))}


def word(found: object) -> str:
    """Return words on one line, safe to show; "" for what is none. A number is its digits."""
    if isinstance(found, bool) or found is None:
        return ""
    if isinstance(found, (int, float)):
        return str(found)
    return clean_line(found) if isinstance(found, str) else ""


def words(found: object) -> str:
    """Return a text with its lines, safe to show; "" for what is none."""
    return clean(found).strip() if isinstance(found, str) else ""


def exact(found: object) -> str:
    """Return a text as it is, blanks and all; "" for what is none."""
    return found if isinstance(found, str) else ""


def passage(found: object) -> str:
    """Return a quotation, safe to show, with the blanks at its ends; "" for what has no words."""
    quote = clean(found) if isinstance(found, str) else ""
    return quote if quote.strip() else ""


def mapping(found: object) -> Mapping[str, object]:
    """Return an object of JSON; an empty one for what is none."""
    return found if isinstance(found, dict) else {}


def listed(found: object) -> Sequence[object]:
    """Return a list of JSON; an empty one for what is none."""
    return found if isinstance(found, list) else ()


def count(found: object) -> int | None:
    """Return a whole number, 0 or greater; None for what is none."""
    fits = isinstance(found, int) and not isinstance(found, bool) and found >= 0
    return int(found) if fits and isinstance(found, int) else None


class _Text(HTMLParser):
    """Gathers the words of HTML, with a line end where a block or a break is."""

    ENDS = frozenset(
        ("p", "div", "br", "li", "ul", "ol", "blockquote", "tr", "h1", "h2", "h3", "h4")
    )

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []

    def handle_data(self, data: str) -> None:
        self.out.append(data)

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - HTMLParser's
        if tag in self.ENDS:
            self.out.append("\n")
        if tag == "li":
            self.out.append("- ")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.ENDS and tag != "br":
            self.out.append("\n")


def html_text(markup: str) -> str:
    """Return the words of a body in HTML; whatever a script would do is words too."""
    reader = _Text()
    reader.feed(markup)
    reader.close()
    lines = [" ".join(line.split()) for line in "".join(reader.out).split("\n")]
    out: list[str] = []
    for line in lines:
        if line or (out and out[-1]):
            out.append(line)
    return clean("\n".join(out)).strip()
