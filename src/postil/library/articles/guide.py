"""Finds the guide: beside the program where it is installed, in articles/ in a checkout."""

from __future__ import annotations

import os
from pathlib import Path

import postil

NAME = "postil-guide.md"


def guide_path(package: Path = Path(postil.__file__).parent) -> Path:
    """Return where the guide lies that came with this program.

    The wheel puts the articles of the project into the folder ``guide`` of the package.
    """
    installed = package / "guide" / NAME
    return installed if os.path.isfile(installed) else package.parents[1] / "articles" / NAME
