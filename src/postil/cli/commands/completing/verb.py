"""The verb completion, and the answers that its scripts ask for."""

from __future__ import annotations

from argparse import Action, ArgumentParser, Namespace
from collections.abc import Mapping, Sequence

from postil.cli.commands.completing import line, scripts
from postil.cli.context import Context
from postil.cli.output import Output
from postil.cli.parser import whole_parser
from postil.errors import PostilError

OWN = {"bash": scripts.BASH, "zsh": scripts.ZSH}
"""The shells whose scripts ask for every word; those of the others know verbs and options."""


def completion(given: Namespace, context: Context) -> int:
    """Print a script of completions for a shell."""
    if (script := OWN.get(given.shell)) is not None:
        context.output.text(script)
        return 0
    # It is asked for once in a machine's life; the other shells do without it.
    import shtab

    def offer_files(parser: ArgumentParser) -> None:
        for action in parser._actions:
            _offer(action)

    def _offer(action: Action) -> None:
        if action.dest in ("path", "paths"):
            vars(action)["complete"] = shtab.FILE
        elif action.dest == "folder":
            vars(action)["complete"] = shtab.DIRECTORY
        elif isinstance(action.choices, dict):
            for inner in action.choices.values():
                offer_files(inner)

    parser = whole_parser()
    offer_files(parser)
    context.output.text(shtab.complete(parser, given.shell))
    return 0


def answer(arguments: Sequence[str], environ: Mapping[str, str]) -> int:
    """Print what may be meant by the word that is typed; nothing where that cannot be told.

    Bash hands over the line up to the cursor, and what it takes for the word; zsh hands over each
    word. The first line says what else may stand there, the second what the shell looks it up by.
    """
    shell, *typed = arguments or ("",)
    try:
        rows = _bash(*typed, environ=environ) if shell == "bash" else _zsh(typed, environ)
    except (PostilError, TypeError):
        # Nobody reads a complaint amid a line that is being typed.
        return 1
    output = Output(as_json=False, environ=environ)
    output.text("".join(f"{row}\n" for row in rows))
    output.flush()
    return 0


def _bash(typed: str, current: str, *, environ: Mapping[str, str]) -> list[str]:
    from postil.cli.commands.completing.asked import Asked
    from postil.cli.commands.completing.offers import offered

    found = line.read(typed)
    offer = offered(found.words[1:], found.prefix, Asked(environ))
    apart = line.behind(found, current)
    lead = found.prefix[:apart]
    values = [one[apart:] for one in offer.values if one.startswith(lead)]
    if not offer.files:
        # What a shell takes for files it quotes itself.
        values = [line.quoted(one, found.quote) for one in values]
    return [_kind(offer.files, offer.folders, offer.goes_on), found.prefix[apart:], *values]


def _zsh(words: Sequence[str], environ: Mapping[str, str]) -> list[str]:
    from postil.cli.commands.completing.asked import Asked
    from postil.cli.commands.completing.offers import offered

    *before, prefix = words or ("",)
    offer = offered(before, prefix, Asked(environ))
    option, sign, _ = prefix.partition("=")
    lead = option + sign if sign and option.startswith("--") else ""
    values = [one[len(lead) :] for one in offer.values if one.startswith(lead)]
    return [_kind(offer.files, offer.folders, offer.goes_on), lead, *values]


def _kind(files: bool, folders: bool, goes_on: bool) -> str:
    kinds = {"files": files, "folders": folders, "nospace": goes_on}
    return " ".join(name for name, so in kinds.items() if so) or "values"
