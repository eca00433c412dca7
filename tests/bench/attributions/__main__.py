"""Counts how many invented attributions are read whole, and how many fields are made up.

From the root of the project; ``tuned`` is the half that rules were made for, ``kept`` the half that
was set aside before, which is to be looked at by its totals alone:

    python -m tests.bench.attributions tuned
    python -m tests.bench.attributions kept
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from postil.attribution.lead_ins.parse import parse_lead_in
from postil.attribution.parsing.find import parse_attribution
from postil.model.source import Source
from tests.attribution.kinds import Case, cases, made_up, right

Read = Callable[[str], tuple[Sequence[Source], Sequence[str]]]


def _attributed(raw: str) -> tuple[Sequence[Source], Sequence[str]]:
    return parse_attribution(raw) or ((), ())


def _led_in(raw: str) -> tuple[Sequence[Source], Sequence[str]]:
    source = parse_lead_in(raw)
    return (() if source is None else (source,)), ()


TABLES: dict[str, Read] = {
    "written_forms.txt": _attributed,
    "written_languages.txt": _attributed,
    "written_lead_ins.txt": _led_in,
}


def main(part: str, *, shown: bool) -> None:
    """Print a row a table, and with ``shown`` each string that is not read whole."""
    for table, read in TABLES.items():
        chosen = [case for case in cases(table) if case.in_half_kept == (part == "kept")]
        whole = fields = problems = 0
        for case in chosen:
            sources, faults = read(case.raw)
            is_whole = right(case, list(sources))
            made = made_up(case, sources)
            whole += is_whole
            fields += made
            problems += set(faults) == case.problems
            if shown and not (is_whole and set(faults) == case.problems):
                print(f"{case.raw}\n    {_told(case, sources)} {' '.join(faults)}")
        print(
            f"{table}: whole {whole}/{len(chosen)}, made-up fields {fields}"
            f" ({100 * fields / len(chosen):.1f} per 100), problems {problems}/{len(chosen)}"
        )


def _told(case: Case, sources: Sequence[Source]) -> str:
    parts = [
        f"a={'&'.join(f'{n.family}{n.literal}, {n.given}' for n in one.author)} t={one.title}"
        f" c={one.container_title} p={one.publisher} g={one.page} u={one.url} d={one.issued}"
        for one in sources
    ]
    return f"{made_up(case, sources)} made up: " + " ;; ".join(parts)


if __name__ == "__main__":
    main(sys.argv[1], shown="-v" in sys.argv or sys.argv[1] == "tuned")
