"""Problems of a citation: what a reader should check before it is used, in sentences."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from postil.cite.record.items import CitedArticle
from postil.model.source import Governed, Via

SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "missing-name": "The source is unidentified: the attribution names no author and no"
        " publication.",
        "missing-container": "The attribution names no publication.",
        "empty-segment": "Something is missing between two commas of the attribution; nothing was"
        " put in its place.",
        "unterminated": "The attribution is cut off; only what is there was taken.",
        "unopened": "The attribution is closed by a bracket that nothing opens; check where it"
        " begins.",
        "stray-marks": "Marks without meaning stood in the attribution; they were left out.",
        "unclosed-quote": "A title in the attribution is not closed; check where it ends.",
        "mangled-address": "The address in the attribution looks broken; it is given as it stands.",
        "ambiguous-date": "The date of the attribution can be read in two ways; the month was taken"
        " to come first.",
        "several-sources": "The attribution names several sources; the first is cited.",
        "several-sources-in-passage": "The passage comes from several sources; all that can be"
        " identified are named.",
        "own-words-in-passage": "Part of the passage is the article's own words.",
        "only-own-words-in-passage": "The passage only leads in to the words of a source, so the"
        " article alone is cited.",
    }
)
"""What each fault means for a citation, by the fault's name."""

UNDATED = "The text gives no date for the source."

UNTITLED = "The title of the article is not known: its file's name stands for it."


def problem_sentences(governed: Governed, article: CitedArticle) -> tuple[str, ...]:
    """Return what is wrong or unsure about a citation, each as one sentence."""
    found = [SENTENCES[name] for name in governed.problems if name in SENTENCES]
    source = governed.source
    unidentified = SENTENCES["missing-name"]
    if source is not None and not source.identified and unidentified not in found:
        found.insert(0, unidentified)
    if governed.via is Via.CARRIED and source is not None and not governed.corrected:
        found.append("The source is carried on from an earlier paragraph; nothing here names it.")
    if any(one.identified and one.issued is None for one, _ in governed.named):
        found.append(UNDATED)
    if not article.metadata.title:
        found.append(UNTITLED)
    return tuple(dict.fromkeys(found))
