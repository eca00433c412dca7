"""What the scorer of citations calls: the processor, and the readers of attributions.

From the root of the project, with CITATIONS standing for the folder of the scorer and its data:

    python CITATIONS/score.py suite tests.bench.citations:suite CITATIONS/csl_suite.json
    python CITATIONS/score.py matrix tests.bench.citations:matrix \
        CITATIONS/items.json CITATIONS/oracle.json
    python CITATIONS/score.py attributions tests.bench.citations:attribution \
        CITATIONS/attributions_dev.json
    python CITATIONS/score.py attributions tests.bench.citations:lead_in \
        CITATIONS/attributions_dev.json --lead-ins
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from postil.attribution.lead_ins.parse import parse_lead_in
from postil.attribution.parsing.find import parse_attribution
from postil.cite.export.csl_json import fields
from postil.cite.styles.catalogue import find_style, language
from postil.csl import Citation, Cite, Format, Processor, read_style

Json = Any


Part = Literal["tuned", "opened", "kept"]
"""Parts of the suite: what the processor was first tuned on, two thirds; half of the third that
was set aside then, which was opened later and learnt from; and the other half, the kept one.

Nobody looks at a test of the kept part or at what it gives: only at its totals. They tell how
many tests pass that nobody has seen.
"""


def part(name: str) -> Part:
    """Tell which part of the suite a test belongs to, by its name."""
    digest = hashlib.sha256(name.encode()).digest()
    if digest[0] % 3:
        return "tuned"
    return "kept" if digest[1] % 2 else "opened"


def set_aside(name: str) -> bool:
    """Tell whether a test belongs to the third that was set aside at first, opened or kept."""
    return part(name) != "tuned"


def suite(test: Mapping[str, Json]) -> str:
    """Run one test of the CSL suite."""
    style, items = read_style(test["csl"]), test["input"]
    made = Processor(style, items, language)
    if test.get("citations"):
        return _steps(test, made)
    ids = [str(item.get("id", "")) for item in items]
    if test["mode"] == "bibliography":
        made.cited([], uncited=ids)
        return _bibliography(made)
    if test.get("citation-items"):
        clusters = [Citation([_cite(one) for one in cites]) for cites in test["citation-items"]]
    else:
        made.cited([], uncited=ids)
        clusters = [Citation([Cite(one) for one in made.listed])]
    return "\n".join(made.cited(clusters, "html", in_document=False, uncited=ids))


def _steps(test: Mapping[str, Json], made: Processor) -> str:
    steps = test["citations"]
    now = _document(steps, made)
    if test["mode"] == "bibliography":
        return _bibliography(made)
    earlier = Processor(read_style(test["csl"]), test["input"], language)
    before = _document(steps[:-1], earlier)
    last = steps[-1][0].get("citationID")
    lines = [
        f"{'>>' if name == last or before.get(name) != shown else '..'}[{at}] {shown[1]}"
        for at, (name, shown) in enumerate(now.items())
    ]
    return "\n".join(lines)


def _document(steps: Sequence[Json], made: Processor) -> dict[str, tuple[int, str, str]]:
    """Return the citations of a document after some steps: the note and the words of each.

    The last are those of the same cites further on: a citation has changed where they have.
    """
    if not steps:
        return {}
    known = {step[0].get("citationID"): step[0] for step in steps}
    last, before, after = steps[-1]
    own = [last.get("citationID"), last.get("properties", {}).get("noteIndex", 0)]
    order = [*before, own, *after]
    document = [
        Citation([_cite(one) for one in known[name]["citationItems"]], note) for name, note in order
    ]
    shown = made.cited(document, "html")
    further = [
        one._replace(cites=[cite._replace(position=1) for cite in one.cites]) for one in document
    ]
    later = made.cited(further, "html", in_document=False)
    made.cited(document, "html")
    return {
        name: (note, words, again)
        for (name, note), words, again in zip(order, shown, later, strict=True)
    }


def _cite(one: Mapping[str, Json]) -> Cite:
    return Cite(
        str(one.get("id", "")),
        locator=str(one.get("locator") or "").strip(),
        label=one.get("label") or "page",
        prefix=one.get("prefix") or "",
        suffix=one.get("suffix") or "",
        author_only=bool(one.get("author-only")),
        suppress_author=bool(one.get("suppress-author")),
        near_note=bool(one.get("near-note")),
        position=one.get("position"),
    )


def _bibliography(made: Processor) -> str:
    entries = [f'<div class="csl-entry">{entry}</div>\n' for entry in made.bibliography("html")]
    return f'<div class="csl-bib-body">\n{"".join(entries)}</div>'


def matrix(
    style: str, items: Sequence[Json], ids: Sequence[str], form: str, output: Format
) -> list[str]:
    """Cite items in a style by its name, each in a note or a bracket of its own."""
    made = Processor(find_style(style), items, language)
    shown = made.cited([Citation([Cite(one)], at) for at, one in enumerate(ids, 1)], output)
    return shown if form == "citation" else made.bibliography(output)


def attribution(raw: str) -> Json:
    """Read an attribution."""
    found = parse_attribution(raw)
    if found is None:
        return None
    sources, problems = found
    return {"sources": [fields(one) for one in sources], "problems": problems}


def lead_in(raw: str) -> Json:
    """Read a lead-in."""
    found = parse_lead_in(raw)
    return None if found is None else {"sources": [fields(found)], "problems": []}
