"""Finds the template that a reader names: one that Postil brings along, else a file of theirs."""

from __future__ import annotations

import os
from pathlib import Path

from postil.errors import BadRequest
from postil.export.templating.rendering import MOST, SHIPPED, render, shipped
from postil.files import NoSmallFile, read_small
from postil.text.clean import clean_line

__all__ = ["SHIPPED", "render", "template_named"]


def template_named(name: str) -> str:
    """Return the text of a template by its name, or by the path of its file.

    A name that Postil knows is its own template; ``./report`` is a file. Raises BadRequest for what
    is neither, or no small file in UTF-8.
    """
    if name in SHIPPED:
        return shipped(name)
    what = f"--template {clean_line(name, 60)}"
    known = ", ".join(SHIPPED)
    remedy = f"name a file, or one of {known}"
    try:
        return read_small(Path(name), MOST).decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError:
        raise BadRequest(what, "there is no such file or template", remedy) from None
    except (NoSmallFile, ValueError) as error:
        why = str(error) if isinstance(error, NoSmallFile) else "it is no text in UTF-8"
        raise BadRequest(what, why, remedy) from None
    except OSError as error:
        raise BadRequest(what, os.strerror(error.errno or 0).lower(), remedy) from None
