"""Verbs of writing, telling and saying, by which somebody's words are led in to."""

from __future__ import annotations

import re

from postil.text.lazy_regex import lazily

_WRITING = r"wrote|writes|(?:has|have|had)\s+written|writing|tweeted|tweets|blogged"
TELLING = r"told|tells"
SAYING = (
    r"reported|reports|noted|notes|explained|explains|described|describes|observed|observes|argued"
    r"|argues|said|says|stated|states|added|adds|commented|comments|recalled|announced|published"
    r"|asserted|claimed|concluded|concludes|quoted|quotes|estimated|estimates|revealed|warned|declared"
    r"|remarked|put\s+it|puts\s+it|found|finds|showed|shows|suggests|suggested|insisted|insists|maintained"
    r"|contended|contends|recalls|testified|editorialized|asserts|claims|complained|acknowledged"
)
VERB = lazily(rf"\b(?:({_WRITING})|({TELLING})|({SAYING}))\b")
"""Any of them; the first group is one of writing, the second of telling, the third of saying."""
ACCORDING = lazily(
    r"\b[Aa]ccording\s+to\s+|^[Ii]n\s+the\s+words\s+of\s+"
    r"|^(?:[Tt]he\s+following|[Tt]his|[Tt]hese\s+lines)\s+(?:[a-z]+\s+)?(?:is|are|comes?|was|were)\s+(?:taken\s+|adapted\s+|excerpted\s+)?"
    r"from\s+|^(?:As\s+reported|As\s+quoted|As\s+cited)\s+(?:by|in)\s+|^Per\s+(?=[A-Z])|^Via\s+(?=the\s+[A-Z]|[A-Z])|^Per\s+(?=an?\s|the\s|[a-z]{3,12}\s(?:by|in|from|of)\s)"
)


def leading_verb(words: str) -> re.Match[str] | None:
    """Return the verb that leads in: the last one of writing or telling, else the first of saying.

    | words                                | verb  |
    |--------------------------------------|-------|
    | Mary Lamb said                       | said  |
    | Mary Lamb said and noted             | said  |
    | Mary Lamb, who reported on it, wrote | wrote |
    | A pilot said he told the Herald      | told  |
    """
    leading = None
    for verb in VERB.finditer(words):
        if leading is None or verb[1] or verb[2]:
            leading = verb
    return leading
