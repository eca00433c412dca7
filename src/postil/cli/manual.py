"""The manual: pages for ``man``, of Postil and of each verb, made from the parser itself.

``python -m postil.cli.manual FOLDER`` writes them; a test says when they are behind the parser.
They are in the macros of man(7), which every reader of manual pages knows.
"""

from __future__ import annotations

import sys
from argparse import Action, ArgumentParser
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from textwrap import wrap

from postil.cli.parser import VERBS, Verb, app_parser, verb_parser
from postil.text.lazy_regex import lazily

CHANGED = "2026-12-01"
"""When the pages were changed last, as a page has to say."""

_WIDTH = 68
"""Letters of a line; escaped it has a few more."""

_AT_START = lazily(r"^[.']")

_STATUS = (
    ("0", "It is done, or something was found."),
    ("1", "Nothing was found."),
    ("2", "The command line is wrong, or something cannot be read or written."),
)

_ENVIRONMENT = (
    ("POSTIL_HOME", "The folder with your notes; else the user's data folder."),
    ("POSTIL_STATE", "Drafts and positions of this machine; else the user's state folder."),
    ("POSTIL_CONFIG", "The folder of config.toml; else the user's config folder."),
    ("POSTIL_CACHE", "What can be made again; else the user's cache folder."),
    ("POSTIL_PASSWORD", "The password of a document that is locked."),
    ("NO_COLOR, FORCE_COLOR", "Show no colours; or show them where the output is no terminal."),
    ("VISUAL, EDITOR", "Writes a note in an editor of yours, by ctrl+g in the app."),
)

_EXAMPLES = (
    ("postil article.txt", "Read an article, and write in its margin."),
    ("postil", "See all articles that are known."),
    ("postil cite article.txt --quote 'some words' --style apa", "Cite a passage."),
    ("postil export --format html -o notes.html", "Take all notes out, as one page."),
)

_GENERAL = "It reads files, and nothing from a network unless an address is given."


def pages() -> Mapping[str, str]:
    """Return the pages by the names of their files."""
    found = {"postil.1": "".join(f"{line}\n" for line in _main_page())}
    for verb in VERBS:
        found[f"postil-{verb.name}.1"] = "".join(f"{line}\n" for line in _verb_page(verb))
    return found


def _main_page() -> Iterator[str]:
    parser = app_parser()
    yield _head("postil")
    yield from _section("Name", [r"postil \- read long articles, write in their margins, cite"])
    yield ".SH SYNOPSIS"
    yield from _synopsis("postil", [one for one in _actions(parser) if not one.option_strings])
    yield ".br"
    yield r".B postil"
    yield r".I VERB"
    yield "[argument ...]"
    about = f"{parser.description or ''} {_GENERAL}"
    yield from _section("Description", _lines(about))
    yield from _text("Without a verb the app opens in the terminal; ? shows its keys.")
    yield ".SH VERBS"
    for verb in VERBS:
        yield ".TP"
        yield f".BR postil\\-{_safe(verb.name)} (1)"
        yield from _lines(f"{verb.summary[0].upper()}{verb.summary[1:]}.")
    yield from _arguments(parser)
    yield from _pairs("Environment", _ENVIRONMENT)
    yield from _pairs("Exit status", _STATUS)
    yield from _pairs("Examples", _EXAMPLES)
    yield from _also(f"postil-{verb.name}" for verb in VERBS)


def _verb_page(verb: Verb) -> Iterator[str]:
    parser = verb_parser(verb)
    name = f"postil-{verb.name}"
    yield _head(name)
    yield from _section("Name", [f"{_safe(name)} \\- {_safe(verb.summary)}"])
    yield ".SH SYNOPSIS"
    yield from _synopsis(f"postil {verb.name}", _actions(parser))
    yield from _section("Description", _lines(parser.description or ""))
    yield from _arguments(parser)
    yield from _pairs("Exit status", _STATUS)
    yield from _also(["postil"])


def _actions(parser: ArgumentParser) -> list[Action]:
    """Return what a parser takes, without its help: options in their order, then arguments."""
    found = [one for one in parser._actions if one.dest != "help"]
    return sorted(found, key=lambda one: not one.option_strings)


def _head(name: str) -> str:
    return f'.TH "{_safe(name.upper())}" 1 {CHANGED} Postil "Manual of Postil"'


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    yield f".SH {title.upper()}"
    yield from lines


def _text(words: str) -> Iterator[str]:
    yield ".PP"
    yield from _lines(words)


def _pairs(title: str, pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield f'.SH "{title.upper()}"' if " " in title else f".SH {title.upper()}"
    for name, words in pairs:
        yield ".TP"
        yield f".B {_quoted(name)}"
        yield from _lines(words)


def _also(names: Iterable[str]) -> Iterator[str]:
    yield '.SH "SEE ALSO"'
    told = list(names)
    for at, name in enumerate(told):
        comma = " ," if at + 1 < len(told) else ""
        yield f".BR {_safe(name)} (1){comma}"


def _synopsis(command: str, actions: Sequence[Action]) -> Iterator[str]:
    yield f".B {_quoted(command)}"
    for one in actions:
        if one.option_strings:
            words = f"\\fB{_safe(_shown(one))}\\fR"
            if value := _value(one):
                words += f" \\fI{_safe(value)}\\fR"
            yield words if one.required else f"[{words}]"
        else:
            words = f"\\fI{_safe(_value(one))}\\fR"
            few = one.nargs in ("?", "*")
            more = " ..." if one.nargs in ("*", "+") else ""
            yield f"[{words}{more}]" if few else f"{words}{more}"


def _shown(action: Action) -> str:
    """Return the longest of an option's names, which says most."""
    return max(action.option_strings, key=len)


def _value(action: Action) -> str:
    """Return what stands for the value of an argument; "" for a mere switch."""
    if action.nargs == 0:
        return ""
    if isinstance(action.metavar, tuple):
        return " ".join(action.metavar)
    if action.metavar:
        return action.metavar
    if action.choices is not None:
        return "|".join(map(str, action.choices))
    return action.dest.upper()


def _arguments(parser: ArgumentParser) -> Iterator[str]:
    actions = _actions(parser)
    for title, wanted in (("Arguments", False), ("Options", True)):
        mine = [one for one in actions if bool(one.option_strings) is wanted]
        if wanted:
            mine.append(_HELP)
        if not mine:
            continue
        yield f".SH {title.upper()}"
        for one in mine:
            yield ".TP"
            yield _tag(one)
            yield from _lines(_told(one))


_HELP = Action(["-h", "--help"], "help", nargs=0, help="show this help in short")


def _tag(action: Action) -> str:
    value = _value(action)
    if not action.option_strings:
        return f"\\fI{_safe(value)}\\fR"
    names = ", ".join(f"\\fB{_safe(one)}\\fR" for one in action.option_strings)
    return f"{names} \\fI{_safe(value)}\\fR" if value else names


def _told(action: Action) -> str:
    said = action.help or ""
    if not said and action.choices is not None:
        said = f"one of {', '.join(map(str, action.choices))}"
    said = said.replace("%%", "%").strip() or "see the description"
    return f"{said[0].upper()}{said[1:]}."


def _lines(words: str) -> Iterator[str]:
    """Yield a text in lines as short as those who read pages in their source expect."""
    yield from (_safe(line) for line in wrap(words, _WIDTH, break_on_hyphens=False))


def _safe(words: str) -> str:
    """Return words of which none is a request, an escape or a break for a reader of pages."""
    plain = " ".join(words.split()).replace("\\", "\\e").replace("-", "\\-")
    return _AT_START.sub(lambda sign: f"\\&{sign[0]}", plain)


def _quoted(words: str) -> str:
    return f'"{_safe(words)}"' if " " in words else _safe(words)


def main(folder: Path) -> None:
    """Write the pages into a folder, and take away those of verbs that are gone."""
    wanted = pages()
    for old in folder.glob("postil*.1"):
        if old.name not in wanted:
            old.unlink()
    for name, text in wanted.items():
        (folder / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
