"""The verbs about Postil itself: config and doctor."""

from __future__ import annotations

from argparse import Namespace

from postil import library
from postil.cli.context import Context
from postil.cli.output import Piece, say, shown
from postil.config import DEFAULT, Settings
from postil.config import rows as config_rows

IN_THE_APP = "chosen in the app"
"""The origin of a setting that was chosen while reading."""


def config(given: Namespace, context: Context) -> int:
    """Print every setting with the value in force and where that comes from, and the keys."""
    choices, kept = library.local_state.chosen(context.settings.places)
    settings = [
        (name, choices[name], IN_THE_APP) if name in choices else (name, value, origin)
        for name, value, origin in config_rows(context.settings)
        if not name.startswith("keys.")
    ]
    keys, refused = _keys(context.settings, every=given.keys)
    settings += keys
    for sentence in refused:
        say(f"postil: not in force: {shown(sentence)}")
    if context.output.as_json:
        for name, value, origin in settings:
            context.output.record({"name": name, "value": value, "origin": origin})
        return 0
    table: list[tuple[Piece, ...]] = [
        ((shown(name), "cyan"), shown(value), (shown(origin), "dim"))
        for name, value, origin in settings
    ]
    context.output.table(table)
    if choices:
        context.output.flush()
        say(
            "postil: what was chosen in the app comes before config.toml; "
            f"choose again there, or remove {shown(kept)}"
        )
    return 0


def _keys(settings: Settings, *, every: bool) -> tuple[list[tuple[str, str, str]], list[str]]:
    """Return the keys that are in force as rows, and a sentence for each that is not."""
    if not settings.keys and not every:
        return [], []
    # What knows the keys is the app, which takes a while to load.
    from postil.tui.app import PostilApp
    from postil.tui.keys import in_force, shipped

    taken, refused = in_force(PostilApp, settings.keys)
    file = str(settings.places.settings_file)
    if not every:
        return [(f"keys.{name}", keys, file) for name, keys in taken.items()], refused
    rows = []
    for command in shipped(PostilApp):
        own = command.id in taken
        keys = taken[command.id] if own else ",".join(command.keys)
        rows.append((f"keys.{command.id}", keys, file if own else DEFAULT))
    return rows, refused


def doctor(_: Namespace, context: Context) -> int:
    """Print what was checked; return 1 where something is left to repair."""
    # The settings are shown without what it takes to reach a clipboard.
    from postil.cli.commands.checks import all_checks

    unrepaired = False
    for check in all_checks(context.environ):
        unrepaired = unrepaired or check.repair is not None
        if context.output.as_json:
            record = {"check": check.name, "path": check.path, "result": check.result}
            context.output.record({**record, "repair": check.repair})
            continue
        sign: Piece = ("√ ", "green") if check.repair is None else ("! ", "bold yellow")
        where = "" if check.path is None else f"  {shown(check.path)}"
        context.output.line(sign, f"{check.name:<10}", shown(check.result), (where, "dim"))
        if check.repair is not None:
            context.output.line(" " * 12, (shown(check.repair), "yellow"))
    return 1 if unrepaired else 0
