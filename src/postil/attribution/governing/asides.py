"""Asides by which a paragraph without an attribution points to a report all the same."""

from __future__ import annotations

import re

from postil.attribution.governing.runs import Run, fill_gaps, own_run
from postil.attribution.lead_ins.parse import parse_lead_in
from postil.attribution.lead_ins.quote_reach import OuterQuotations, next_word
from postil.lexicon import outlet_rules
from postil.lexicon.name_overrides import NO_OVERRIDES, NameOverrides
from postil.model.source import Source, Via
from postil.text.lazy_regex import lazily
from postil.text.sentences import sentences

_BACK = lazily(
    r"\b(?:the|its) (?:report|article|newspaper|paper|magazine|source|study|survey|agency|author)s?"
    r"(?:['’]s? \w+)? (?:also |further |then |later )?"
    r"(?:said|says|added|adds|reported|reports|noted|notes|found|wrote|writes|quoted|continued|stated)\b"
    r"|\baccording to the (?:report|article|paper|study|survey|agency)\b",
    re.IGNORECASE,
)
_REPORTED = lazily(r"According to [^.?!,;:“\"]{2,80},")
"""Opens a sentence that tells in the article's words what a publication says."""
_TAG = lazily(r"\s*+(?:[^.?!“\"]{0,90}?\btold\b|,?\s*according to\b)[^.?!“\"]{2,80}")
"""Behind a quotation, says who reported it: "one pilot told the Herald", "according to AFP"."""


def refers_back(text: str, source: Source | None) -> bool:
    """Tell whether a paragraph speaks of the report, or names the outlet, that stands before it.

    | paragraph                         | source before | it does |
    |-----------------------------------|---------------|---------|
    | Nobody knew why, the report said. | any           | yes     |
    | One pilot told AFP so.            | AFP           | yes     |
    | One pilot told the QH so.         | Quay Herald   | yes     |
    | One pilot told the QH so.         | Harbour Times | no      |
    """
    if _BACK.search(text):
        return True
    outlet = source.container_title if source else ""
    if not outlet:
        return False
    initials = "".join(word[0] for word in outlet.split() if word[0].isupper())
    named = {outlet, initials} if len(initials) > 1 else {outlet}
    return any(
        lazily(rf"\btold (?:the )?{re.escape(name)}\b", needs="told").search(text) for name in named
    )


def tagged_runs(
    block: int, quotes: OuterQuotations, overrides: NameOverrides = NO_OVERRIDES
) -> tuple[Run, ...]:
    """Return the runs of a paragraph that says of quotations or sentences who reported them.

    | paragraph                                          | governed                   |
    |----------------------------------------------------|----------------------------|
    | “Fog,” one pilot told the Quay Herald. He laughed. | the quotation, and its tag |
    | According to AFP, it rained. Nobody came.          | the first sentence         |
    | “Fog,” said one pilot.                             | nothing                    |
    """
    text = quotes.text
    size = len(text)
    if "told" not in text and "ccording to" not in text:
        return (own_run(0, size),)
    runs: list[Run] = []
    for quotation in quotes.outer:
        if not quotation.closed:
            continue
        tag = _TAG.match(text, quotation.end)
        source = parse_lead_in(tag[0], overrides) if tag else None
        if tag and source and _is_news(source, overrides):
            evidence = (block, next_word(text, tag.start()), tag.end())
            runs.append(
                Run(
                    quotation.start,
                    next_word(text, tag.end()),
                    source,
                    Via.LEAD_IN,
                    "quoted",
                    "medium",
                    (),
                    evidence,
                )
            )
    runs += [
        run
        for run in _reported(block, text, overrides)
        if not any(_overlap(run, old) for old in runs)
    ]
    runs.sort(key=lambda run: run.start)
    return fill_gaps(text, runs) if runs else (own_run(0, size),)


def _reported(block: int, text: str, overrides: NameOverrides) -> list[Run]:
    """Return the sentences that begin with the name of the publication that says so."""
    runs: list[Run] = []
    for start, end in sentences(text) if "According to " in text else ():
        lead = _REPORTED.match(text, start, end)
        source = parse_lead_in(lead[0], overrides) if lead else None
        if lead and source and _is_news(source, overrides):
            evidence = (block, start, lead.end())
            behind = next_word(text, end)
            runs.append(Run(start, behind, source, Via.LEAD_IN, "cited", "medium", (), evidence))
    return runs


def _is_news(source: Source, overrides: NameOverrides) -> bool:
    outlet = source.container_title
    return outlet_rules.is_news(outlet) or overrides.is_outlet(outlet)


def _overlap(one: Run, other: Run) -> bool:
    return one.start < other.end and other.start < one.end
