"""Quoted titles of an attribution: of a text, and of the book that holds it; commands are none."""

from __future__ import annotations

from postil.attribution.parsing.extraction import BOOK, TITLE, Extraction
from postil.lexicon import person_names
from postil.text.lazy_regex import lazily
from postil.text.quotes import quotations

_MOST = 2
"""Quotations that are taken for titles; a third one stays as it stands."""

_BY = lazily(r"\s(?:by|By)\s+([A-Z].*)$", needs="by")
"""Where a title ends whose quotation mark was never closed: “Old Ropes by Mary Lamb"."""
_COMMAND = lazily(
    r"\s*(?:[$#%>]\s+)?[\[`]*[a-z0-9_~./+][\w.~/+-]*(?:[ \t]+\S+)*?[ \t]+[\[`(]*--?\w"
)


def extract_titles(found: Extraction) -> None:
    """Take the quoted titles; ``T`` and ``B`` stand for the signs that they leave.

    | text                             | title     | book          | rest                 |
    |----------------------------------|-----------|---------------|----------------------|
    | Lamb, “Old Ropes,” Herald        | Old Ropes |               | Lamb, T , Herald     |
    | Lamb, “Old Ropes”, Herald        | Old Ropes |               | Lamb, T , Herald     |
    | “Knots” in “Salt and Rope,” 1991 | Knots     | Salt and Rope | T in B , 1991        |
    | “Rope, Tar,” Herald              | Rope, Tar |               | T , Herald           |
    | Lamb, “Old Ropes, Herald         | Old Ropes |               | Lamb, T , Herald     |
    | “Old Ropes by Mary Lamb, 1991    | Old Ropes |               | T by Mary Lamb, 1991 |

    The last two have the fault ``unclosed-quote``.
    """
    text = found.rest
    outer = [quotation for quotation in quotations(text) if quotation.depth == 1][:_MOST]
    kept = []
    done = 0
    for index, quotation in enumerate(outer):
        start, end = quotation.words
        stop = quotation.end
        if not quotation.closed:
            comma = text.find(",", start)
            end = stop = comma if comma >= 0 else len(text)
            if (by := _BY.search(text, start, end)) and person_names.parse_names(by[1]):
                end = stop = by.start()
            found.problems.append("unclosed-quote")
        words = text[start:end].strip()
        sign = " " + (TITLE if index == 0 else BOOK) + " "
        tail = "," if words.endswith(",") and not text[stop:].lstrip().startswith(",") else ""
        if index == 0:
            found.title = words.rstrip(",.: ")
        else:
            found.book = words.rstrip(",.: ")
        kept += [text[done : quotation.start], sign, tail]
        done = stop
    found.rest = "".join([*kept, text[done:]])


def is_command(words: str) -> bool:
    """Tell whether words are a command line: the name of a program, and an option somewhere.

    | words                          | command |
    |--------------------------------|---------|
    | git checkout -B topic origin   | yes     |
    | checkout [-B branch]           | yes     |
    | $ postil search --limit 3 ice  | yes     |
    | mary lamb, quay herald         | no      |
    | Salt - A History               | no      |
    | the north-south divide         | no      |
    """
    return "-" in words and _COMMAND.match(words) is not None
