"""The verb that shows figures: bars, tables and strips in a terminal, a picture, records."""

from __future__ import annotations

import json
from argparse import Namespace

from postil import library
from postil.cli.commands.exchange import hand_over, wanted_notes
from postil.cli.commands.listing import NARROW
from postil.cli.context import Context
from postil.cli.output import cells, cropped


def stats(given: Namespace, context: Context) -> int:
    """Show figures of the whole library, of paths, or of the notes that are chosen."""
    figuring, out = library.figuring, context.output
    form = given.format or ("json" if out.as_json else "text")
    figures = figuring.figures(context.home, wanted_notes(given, context))
    if form == "text" and given.output is None:
        for line in figuring.FigureLines(out.width or NARROW, cells, cropped).of(figures):
            out.line(*line)
        return 0
    if form == "json" and given.output is None:
        for record in figuring.records(figures):
            out.record(record)
        return 0
    if form == "svg":
        data = figuring.picture(figures)
    elif form == "json":
        rows = (json.dumps(one, ensure_ascii=False) for one in figuring.records(figures))
        data = "".join(f"{row}\n" for row in rows).encode("utf-8", "replace")
    else:
        lines = figuring.FigureLines(NARROW, cells, cropped).of(figures)
        told = ("".join(words for words, _ in line).rstrip() for line in lines)
        data = "".join(f"{line}\n" for line in told).encode("utf-8", "replace")
    hand_over(library.exporting.Written(data), given, context)
    return 0
