"""References: the sources of notes as records for reference managers; they come here finished."""

from __future__ import annotations

from postil.export.base.dossier import Dossier, Written


def write(dossier: Dossier) -> Written:
    """Return the records as one file."""
    text = "\n\n".join(dossier.references)
    return Written(f"{text}\n".encode("utf-8", "replace"))
