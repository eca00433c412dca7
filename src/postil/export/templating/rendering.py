"""Rendering: a dossier through a template, one of the reader's own or one that Postil brings."""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from importlib import resources

from postil.errors import BadRequest
from postil.export.base.dossier import Dossier, Written
from postil.export.templating.values import values_of
from postil.text.clean import clean_line

MOST = 1 << 20
"""Bytes of a template."""

SHIPPED: Mapping[str, str] = {
    "report": "report.md.j2",
    "anki": "anki.txt.j2",
    "quotations": "quotations.tex.j2",
}
"""The templates that Postil brings along, by name: to be used, and to be copied and changed."""

_HINT = "postil guide tells what a template can name"


def shipped(name: str) -> str:
    """Return the text of a template that Postil brings along."""
    folder = resources.files("postil.export.templating") / "shipped"
    return (folder / SHIPPED[name]).read_text("utf-8")


def render(dossier: Dossier, source: str, called: str) -> Written:
    """Return a dossier as a template has it; ``called`` is what the reader calls the template.

    Raises BadRequest, with the line, for a template that cannot be read, names what there is not,
    or does not come to an end.
    """
    # Loaded where a template is asked for: nobody else needs another language.
    from jinja2 import TemplateError, TemplateSyntaxError

    from postil.export.templating.sandbox import Sandbox, TooMuch

    what = f"--template {clean_line(called, 60)}"
    try:
        template = Sandbox().from_string(source)
        text = "".join(template.generate(values_of(dossier)))
    except TemplateSyntaxError as error:
        raise BadRequest(what, f"line {error.lineno}: {_said(error)}", _HINT) from None
    except RecursionError:
        raise BadRequest(what, "it calls itself without an end", _HINT) from None
    except (
        *(TemplateError, TooMuch, ArithmeticError, AttributeError, LookupError),
        *(MemoryError, TypeError, ValueError),
    ) as error:
        raise BadRequest(what, f"{_line(error)}{_said(error)}", _HINT) from None
    return Written(text.encode("utf-8", "replace"))


def _said(error: Exception) -> str:
    """Return what an error says, as a part of a sentence."""
    said = clean_line(str(error).rstrip("."), 200)
    return said.replace("; ", ", ") or "it cannot be used"


def _line(error: Exception) -> str:
    """Return in which line of the template an error arose, and a colon; "" if that is not known."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == "<template>"]
    return f"line {lines[-1]}: " if lines and lines[-1] else ""
