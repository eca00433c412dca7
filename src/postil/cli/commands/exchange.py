"""The verbs that exchange notes with other programs."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from postil import library
from postil.cli.commands.citing import style_named
from postil.cli.context import Context
from postil.cli.output import say, shown
from postil.errors import BadRequest

if TYPE_CHECKING:
    from postil.library.exchange.exporting import Written
    from postil.library.notes.listing import Filters


def export(given: Namespace, context: Context) -> int:
    """Write notes into a file or to standard output; what a format cannot hold is told."""
    writer = library.exporting.writer_named(given.format)
    to_terminal = given.output is None and context.output.width > 0
    if writer.binary and to_terminal:
        what = f"export --format {writer.name}"
        raise BadRequest(what, "a terminal cannot show it", f"name a file: -o notes{writer.suffix}")
    filters: Filters = {
        "tag": given.tag,
        "text": given.text,
        "source": given.source,
        "state": given.state,
    }
    wanted = library.exporting.Wanted(
        paths=tuple(context.located(one) for one in given.paths),
        filters=filters,
        query=given.query,
        group=given.group or "article",
        style=_style(given.style, context),
        zotero=context.settings.zotero,
        today=library.clock.today(),
    )
    written = library.exporting.export(context.home, wanted, writer.name)
    if given.output is None:
        _print(written, context, to_terminal=to_terminal)
    else:
        for path in library.exporting.put(written, Path(given.output)):
            say(f"postil: wrote {shown(str(path))}")
    for sentence in written.losses:
        say(f"postil: {sentence}")
    return 0


def _style(name: str | None, context: Context) -> str:
    """Return the style that is asked for, else that of the settings, else the usual one."""
    if name is None:
        usual = library.citation_format.parse_citation_format(context.settings.citation)
        name = usual.name if usual.in_style else None
    return style_named(name, context)


def _print(written: Written, context: Context, *, to_terminal: bool) -> None:
    """Print what was written; to another program its bytes as they are."""
    if to_terminal:
        context.output.text(written.data.decode("utf-8", "replace"))
        return
    context.output.flush()
    sys.stdout.buffer.write(written.data)
    sys.stdout.buffer.flush()
