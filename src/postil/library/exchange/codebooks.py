"""Exports the codebook: tags with their definitions, counts and passages."""

from __future__ import annotations

from postil.errors import NothingFound
from postil.export.base.dossier import Dossier, ExportedTag, Written
from postil.export.codebook.writers import WRITERS, codebook_writer
from postil.export.writers import write
from postil.library.exchange.gathering import Wanted, gather
from postil.library.tags.codebook import branches
from postil.model.values import replace
from postil.store.home.home import Home
from postil.text.progress import Progress

__all__ = ["WRITERS", "codebook", "codebook_writer"]


def codebook(
    home: Home, wanted: Wanted, format_name: str, progress: Progress | None = None
) -> Written:
    """Return the codebook of what is wanted in a format.

    Of the whole library it has every tag, also those that no note bears. Raises BadRequest for a
    format that there is not, NothingFound where there is no tag, and what
    :func:`gathering.gather` raises.
    """
    writer = codebook_writer(format_name)
    everything = not any(
        (wanted.paths, wanted.query, wanted.among is not None, *(wanted.filters or {}).values())
    )
    try:
        dossier = gather(home, wanted, writer, progress)
    except NothingFound:
        if not everything:
            raise
        dossier = Dossier(())
    if everything:
        known = {one.tag.casefold(): one for one in dossier.tags}
        tags = (
            known.get(one.tag.casefold(), ExportedTag(one.tag, one.definition, one.colour))
            for one in branches(home)
        )
        dossier = replace(dossier, tags=tuple(tags))
    if not dossier.tags:
        raise NothingFound("codebook", "there are no tags", "tag notes, with t in the app")
    return write(writer, dossier)
