"""The verb that opens the guide."""

from __future__ import annotations

import shlex
from argparse import Namespace

from postil.cli.commands.app import need_screen, open_app
from postil.cli.context import Context
from postil.cli.output import shown
from postil.library.articles.guide import guide_path


def guide(_: Namespace, context: Context) -> int:
    """Open the guide like any article; without a terminal, name the command that prints it."""
    path = str(guide_path())
    need_screen(f"postil text {shlex.quote(shown(path))}", context.environ)
    return open_app([path], context.environ)
