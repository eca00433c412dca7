"""A quotation with its citation as a style sets it: run in between marks, or as a block."""

from __future__ import annotations

import html
from collections.abc import Sequence

from postil.cite.quotation.excerpts import Excerpt
from postil.cite.quotation.passage import passage_of
from postil.cite.quotation.quotation import escaped
from postil.cite.quotation.style_lengths import rule_of
from postil.cite.quotation.tokens import PARAGRAPHS
from postil.csl import Format, Style
from postil.text.lazy_regex import lazily
from postil.text.nested_quotes import Pair, alternate_paragraphs, without_reopenings

_INDENT = " " * 4

_IN_SENTENCE = frozenset(("author-date", "author"))
"""Ways of citing that are part of the sentence: its stop stands behind the citation."""

_LAST_STOP = lazily(r"(?<![.…])\.([”’»›]*)$")
_ABBREVIATED = lazily(r"(?:\b\w\.){2}[”’»›]*$")
_SENTENCE_END = lazily(r"[.?!…。！？][”’»›]*$")
_PAUSE = lazily(r"(?:(?<!\s)\s+)?(?<![,;:–—])[,;:–—]+([”’»›]*)$")


def set_in_style(
    pieces: Sequence[Excerpt],
    citation: str,
    style: Style,
    form: Format = "text",
    words: str | None = None,
) -> str:
    """Return the pieces of a passage as one quotation, with the citation that a style has made.

    ``words`` are the reader's own wording of it. Raises BadRequest where that is no quotation.
    """
    rule = rule_of(style)
    passage = passage_of(pieces, words, in_paragraphs=False, omission=rule.omission)
    if rule.sets_off(passage):
        if len(pieces) > 1:
            passage = passage_of(pieces, words, in_paragraphs=True, omission=rule.omission)
        paragraphs = without_reopenings(PARAGRAPHS.split(passage))
        return _set_off(paragraphs, citation, form, style.is_note)
    paragraphs = alternate_paragraphs(PARAGRAPHS.split(passage), rule.marks)
    if style.is_note or not citation:
        shown = [_shown(one, form) for one in _in_marks(paragraphs, rule.marks)]
        return _parted([*shown, *([citation] if citation else [])], form)
    stop = ""
    if style.citation_format in _IN_SENTENCE:
        paragraphs[-1], stop = _stop_moved(paragraphs[-1])
    shown = [_shown(one, form) for one in _in_marks(paragraphs, rule.marks)]
    shown[-1] = f"{shown[-1]} {citation}{stop}"
    return _parted(shown, form)


def _in_marks(paragraphs: Sequence[str], marks: Pair) -> list[str]:
    """Put marks around a quotation: each paragraph opens, the last one closes."""
    shown = [f"{marks[0]}{paragraph}" for paragraph in paragraphs]
    shown[-1] += marks[1]
    return shown


def _stop_moved(text: str) -> tuple[str, str]:
    """Return the words of a quotation, and the stop that goes behind its citation.

    A full stop moves there. A question or exclamation mark stays, as does the stop of an
    abbreviation, and a stop follows all the same. A comma is not taken over from the passage.
    """
    if _ABBREVIATED.search(text):
        return text, "."
    if _LAST_STOP.search(text):
        return _LAST_STOP.sub(r"\1", text), "."
    if _SENTENCE_END.search(text):
        return text, "."
    return _PAUSE.sub(r"\1", text), ""


def _set_off(paragraphs: Sequence[str], citation: str, form: Format, in_note: bool) -> str:
    """Return a block: indented, without marks around it; the citation follows its last stop."""
    shown = [_shown(one, form) for one in paragraphs]
    behind = ""
    if in_note:
        behind = citation
    elif citation:
        shown[-1] = f"{shown[-1]} {citation}"
    if form == "html":
        block = "\n".join(f"<p>{one}</p>" for one in shown)
        note = f"\n<p>{behind}</p>" if behind else ""
        return f"<blockquote>\n{block}\n</blockquote>{note}"
    lead = "> " if form == "markdown" else _INDENT
    lines = [f"{lead}{line}".rstrip() for line in "\n\n".join(shown).split("\n")]
    return "\n".join(lines) + (f"\n\n{behind}" if behind else "")


def _parted(paragraphs: Sequence[str], form: Format) -> str:
    if form == "html" and len(paragraphs) > 1:
        return "\n".join(f"<p>{one}</p>" for one in paragraphs)
    return "\n\n".join(paragraphs)


def _shown(words: str, form: Format) -> str:
    """Return words in which nothing is markup in a format."""
    if form == "html":
        return html.escape(words, quote=False).replace("\n", "<br>\n")
    return escaped(words) if form == "markdown" else words
