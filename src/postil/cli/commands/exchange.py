"""The verbs that exchange notes with other programs."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from postil import library
from postil.cli.commands.citing import style_named
from postil.cli.commands.listing import filters_of
from postil.cli.context import Context
from postil.cli.interrupts import to_its_end
from postil.cli.output import bar, say, shown
from postil.errors import BadRequest

if TYPE_CHECKING:
    from postil.library.exchange.exporting import Wanted, Writer, Written
    from postil.library.exchange.importing import Import


def export(given: Namespace, context: Context) -> int:
    """Write notes into a file or to standard output; what a format cannot hold is told."""
    exporting = library.exporting
    if given.template is not None and given.format is not None:
        raise BadRequest("export", "a template is a form already", "leave --format out")
    if given.sidecar and given.output is None:
        raise BadRequest("export --sidecar", "there is no file to lie beside", "name one: -o FILE")
    writer = exporting.writer_named(given.format or "markdown")
    _spare_the_terminal("export", writer, given, context)
    wanted = wanted_notes(given, context)
    with bar("Exporting") as progress:
        if given.template is None:
            written = exporting.export(context.home, wanted, writer.name, progress)
        else:
            written = exporting.by_template(context.home, wanted, given.template, progress)
    if given.sidecar and not written.sidecars:
        what = f"--sidecar --format {writer.name}"
        raise BadRequest(what, "nothing belongs beside such a file", "use --format html")
    hand_over(written, given, context, sidecars=given.sidecar)
    return 0


def codebook(given: Namespace, context: Context) -> int:
    """Write the tags with their definitions, counts and passages."""
    name = given.format or ("json" if context.output.as_json else "markdown")
    writer = library.codebooks.codebook_writer(name)
    wanted = wanted_notes(given, context)
    hand_over(library.codebooks.codebook(context.home, wanted, writer.name), given, context)
    return 0


def _spare_the_terminal(verb: str, writer: Writer, given: Namespace, context: Context) -> None:
    """Refuse to show a terminal what is no text; raises BadRequest."""
    if writer.binary and given.output is None and context.output.width > 0:
        what = f"{verb} --format {writer.name}"
        raise BadRequest(what, "a terminal cannot show it", f"name a file: -o notes{writer.suffix}")


def wanted_notes(given: Namespace, context: Context) -> Wanted:
    """Return which notes are asked for, and how they are cited."""
    filters = filters_of(given)
    return library.exporting.Wanted(
        paths=tuple(context.located(one) for one in given.paths),
        filters=filters,
        query=given.query,
        group=getattr(given, "group", None) or "article",
        style=_style(getattr(given, "style", None), context),
        zotero=context.settings.zotero,
        today=library.clock.today(),
    )


def hand_over(
    written: Written, given: Namespace, context: Context, *, sidecars: bool = False
) -> None:
    """Put an exported file where it is wanted, and tell what its format could not hold."""
    if given.output is None:
        context.output.file(written.data)
    else:
        for path in library.exporting.put(written, Path(given.output), sidecars=sidecars):
            say(f"postil: wrote {shown(str(path))}")
    for sentence in written.losses:
        say(f"postil: {sentence}")


def take_in(given: Namespace, context: Context) -> int:
    """Take in the notes of other programs; with ``--dry-run`` say what would come in.

    A file comes in whole or not at all: who interrupts while one is written waits for its end.
    """
    home = context.home
    many = 0
    for at, name in enumerate(given.files):
        try:
            with bar(f"Reading {shown(Path(name).name)}") as progress:
                made = library.importing.prepare(home, Path(name), given.format, progress)
        except KeyboardInterrupt:
            _tell_interrupted(given.files[at:], many)
            raise
        many += len(made.new) + len(made.changed)
        with to_its_end() as interrupted:
            if not given.dry_run:
                library.importing.carry_out(home, made)
            _tell_import(name, made, context, done=not given.dry_run)
        if interrupted():
            _tell_interrupted(given.files[at + 1 :], many)
            raise KeyboardInterrupt
    if many and not given.dry_run and not context.output.as_json:
        context.output.line("postil undo takes this back.")
    return 0


def _tell_interrupted(left: Sequence[str], many: int) -> None:
    """Say what has come in by now, and what has not."""
    names = ", ".join(shown(Path(name).name) for name in left)
    of_left = f"nothing of {names} has come in" if left else "every file has come in"
    before = f"; {many} notes of those before are whole" if many and left else ""
    say(f"postil: interrupted: {of_left}{before}")


def _tell_import(name: str, made: Import, context: Context, *, done: bool) -> None:
    if context.output.as_json:
        context.output.record(
            {
                "file": name,
                "format": made.format,
                "new": len(made.new),
                "changed": len(made.changed),
                "known": made.known,
                "orphans": made.orphans,
                "skipped": made.skipped,
                "articles": sum(before is None for before, _ in made.articles),
            }
        )
        return
    said = library.importing.sentence(made, "came in" if done else "would come in")
    context.output.line(f"{shown(Path(name).name)} ({made.format}): {said}.")


def _style(name: str | None, context: Context) -> str:
    """Return the style that is asked for, else that of the settings, else the usual one."""
    if name is None:
        usual = library.citation_format.parse_citation_format(context.settings.citation)
        name = usual.name if usual.in_style else None
    return style_named(name, context)
